#pragma once

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// What was just done, at the foot of the screen, which ends at `bottom`, with the way back. It
/// goes by itself.
void toast(Surface& surface, const app::State& state, float bottom);

/// The sheet itself, at `sheet`.
void toastSheet(Surface& surface, const Bounds& sheet);
float toastHeight(const Surface& surface);

}  // namespace ui
