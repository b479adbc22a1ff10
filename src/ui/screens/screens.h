#pragma once

#include "app/state.h"
#include "ui/surface.h"
#include "ui/view_state.h"

/// One function a screen, one file a function.
namespace ui {

void startScreen(Surface& surface, const app::State& state);
void signingInScreen(Surface& surface, const app::State& state);
void worklistsScreen(Surface& surface, const app::State& state, ViewState& view);
void worklistScreen(Surface& surface, const app::State& state, ViewState& view);
void patientScreen(Surface& surface, const app::State& state);
void connectionCheckScreen(Surface& surface, const app::State& state);
void enterValuesScreen(Surface& surface, const app::State& state);

}  // namespace ui
