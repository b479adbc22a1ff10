#include "ui/screens/chrome.h"
#include "ui/screens/panels.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

bool entry(Surface& surface, Text label) {
  const bool pressed = button(surface, surface.text(label), {.fillsColumn = true});
  surface.layout.gap(space::kSmall);
  return pressed;
}

}  // namespace

void menuPanel(Surface& surface, const app::State& state) {
  if (state.signedIn) {
    paragraph(surface, sessionWords(surface, state), type::kBody, surface.palette.inkSoft);
    surface.layout.gap(space::kMedium);
  }
  if (entry(surface, Text::WarningSigns)) {
    surface.emit(app::PanelToggled{app::Panel::WarningSigns});
  }
  if (entry(surface, Text::Settings)) surface.emit(app::PanelToggled{app::Panel::Settings});
  if (entry(surface, Text::About)) surface.emit(app::PanelToggled{app::Panel::About});
  if (state.signedIn && entry(surface, Text::SignOut)) surface.emit(app::SignOutPressed{});
}

}  // namespace ui
