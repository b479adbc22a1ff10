#pragma once

#include "ui/theme.h"

namespace browser {

/// Keeps what the browser itself paints, which is the text in the fields, in the looks of the app.
class PageLooks {
 public:
  /// `textPercent` is the reader's text size. Only changes reach the page.
  void show(const ui::Palette& palette, int textPercent);

 private:
  const ui::Palette* palette_ = nullptr;
  int textPercent_ = 0;
};

}  // namespace browser
