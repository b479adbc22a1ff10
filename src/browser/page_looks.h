#pragma once

#include <optional>

#include "app/settings.h"
#include "ui/theme.h"

namespace browser {

/// Keeps what the browser itself paints, which is the text in the fields, in the looks of the app,
/// and says in which language the page is.
class PageLooks {
 public:
  /// `textPercent` is the reader's text size. Only changes reach the page.
  void show(const ui::Palette& palette, int textPercent, app::Language language);

 private:
  const ui::Palette* palette_ = nullptr;
  int textPercent_ = 0;
  std::optional<app::Language> language_;
};

}  // namespace browser
