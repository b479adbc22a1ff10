#pragma once

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// What was just done, at the foot of the screen, with the way back. It goes by itself.
void toast(Surface& surface, const app::State& state);

}  // namespace ui
