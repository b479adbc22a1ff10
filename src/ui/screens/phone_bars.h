#pragma once

#include "app/state.h"
#include "ui/surface.h"

/// What stays in place on a phone while the content scrolls between.
namespace ui {

/// One line at the top: on a patient's screen the way back and who it is, elsewhere the app's name;
/// then the menu. Returns its height.
float phoneTopBar(Surface& surface, const app::State& state);

/// Whether the bar at the top has room for the sex and age of the patient on the screen.
bool barHoldsSexAndAge(const Surface& surface, const app::State& state);

/// How high the bar at the bottom is: 0 where there is none.
float bottomBarHeight(const Surface& surface, const app::State& state);

/// The parts of a patient's screen and what can be done with them, in reach of a thumb.
void bottomBar(Surface& surface, const app::State& state);

}  // namespace ui
