#pragma once

#include <string>
#include <vector>

#include "app/state.h"
#include "ui/surface.h"
#include "ui/view_state.h"

namespace ui {

/// The table of the patients `ids`, one row each, in that order. Long lists have only the rows in
/// and near the window, and the one with the focus, in the picture and in the accessible tree; rows
/// tell their place among all (ARIA 1.2 aria-rowcount, aria-rowindex), and as the focus moves on
/// the window follows it.
void patientTable(Surface& surface, const app::State& state, const std::vector<std::string>& ids,
                  WorklistView& view);

}  // namespace ui
