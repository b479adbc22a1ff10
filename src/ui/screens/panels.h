#pragma once

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// What lies over the screen: draws the panel that the state names, if any, in a window of its own.
void openPanel(Surface& surface, const app::State& state);

void menuPanel(Surface& surface, const app::State& state);
void settingsPanel(Surface& surface);
void shortcutsPanel(Surface& surface);
void galleryPanel(Surface& surface);
void aboutPanel(Surface& surface);
void savePanel(Surface& surface, const app::State& state);
void takeAlongPanel(Surface& surface, const app::State& state);
void demonstrationPanel(Surface& surface, const app::State& state);
void explainPanel(Surface& surface, const app::State& state);

}  // namespace ui
