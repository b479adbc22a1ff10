#include "browser/page_looks.h"

extern "C" void pageLooksApply(ui::Colour ink, ui::Colour faint, ui::Colour page, int textPercent);

namespace browser {

void PageLooks::show(const ui::Palette& palette, int textPercent) {
  if (palette_ == &palette && textPercent_ == textPercent) return;
  palette_ = &palette;
  textPercent_ = textPercent;
  pageLooksApply(palette.ink, palette.inkFaint, palette.page, textPercent);
}

}  // namespace browser
