#pragma once

#include "app/effect.h"
#include "app/state.h"

namespace app {

/// Goes on to `screen`; the browser's back button leads back.
void showScreen(State& state, Effects& effects, Screen screen);

/// The user asked for a screen that they have been on, by a link or by the browser's buttons. A
/// screen whose data is gone (signed out meanwhile) gives the start screen instead.
void onScreenRequested(State& state, Effects& effects, Screen screen);
void onHistoryMoved(State& state, Screen screen);

}  // namespace app
