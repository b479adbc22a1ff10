#pragma once

#include "app/state.h"
#include "ui/surface.h"
#include "ui/view_state.h"

namespace ui {

/// How wide the rail beside the present screen is: the list that the patient on the screen comes
/// from. 0 where there is none: on other screens, without a list, on narrow screens.
float railWidth(const Surface& surface, const app::State& state);

/// Draws the rail at `place`: the list's name, which leads back to it, a search, how far it is
/// assessed, and a row for each patient, which opens them. Its rows scroll by themselves; it shares
/// order and filters with the list.
void worklistRail(Surface& surface, const app::State& state, WorklistView& view,
                  const Bounds& place);

}  // namespace ui
