#pragma once

#include <functional>
#include <string_view>

namespace browser {

/// Puts text on the clipboard. One a page.
class Clipboard {
 public:
  /// `done` is told whether the text is there.
  using Done = std::function<void(bool copied)>;

  explicit Clipboard(Done done);
  Clipboard(const Clipboard&) = delete;
  Clipboard& operator=(const Clipboard&) = delete;

  /// Browsers allow that only shortly after the user did something.
  void copy(std::string_view text);

  // Called from JavaScript.
  void onDone(bool copied);

 private:
  Done done_;
};

}  // namespace browser
