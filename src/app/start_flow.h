#pragma once

#include "app/calls.h"

/// From the opened page to the start screen, a sign-in that goes on, or a launch from an EHR.
namespace app {

void onStarted(State& state, Effects& effects, const Started& event);
void receive(State& state, Effects& effects, const ForConfiguration& purpose, const Call& call,
             const Answer& answer);

/// Reads config.json again after it could not be read.
void readConfiguration(State& state, Effects& effects);

}  // namespace app
