#include "browser/page_looks.h"

extern "C" {
void pageLooksApply(ui::Colour ink, ui::Colour faint, ui::Colour page, int textPercent);
void pageLooksSetLanguage(const char* tag);
}

namespace browser {

void PageLooks::show(const ui::Palette& palette, int textPercent, app::Language language) {
  if (language_ != language) {
    language_ = language;
    pageLooksSetLanguage(app::tagOf(language).c_str());
  }
  if (palette_ == &palette && textPercent_ == textPercent) return;
  palette_ = &palette;
  textPercent_ = textPercent;
  pageLooksApply(palette.ink, palette.inkFaint, palette.page, textPercent);
}

}  // namespace browser
