#pragma once

#include <functional>

namespace browser {

/// Brings the keys that scroll a page to ImGui, and what is typed while no field has the focus: it
/// may be a shortcut. All other keys belong to the focused element of the
/// accessible tree.
class Keyboard {
 public:
  /// `used` is called after each key. Lives as long as the page.
  explicit Keyboard(std::function<void()> used);
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  /// For the boundary only: `key` is an index into the list of keyboard.js.
  void onKey(int key, bool down);
  void onCharacter(unsigned int character);

 private:
  std::function<void()> used_;
};

}  // namespace browser
