#pragma once

#include "app/calls.h"

/// Invented observations for a patient of a server that the configuration marks as a demonstration.
namespace app {

/// True for a patient read from such a server.
bool canAddDemonstrationData(const State& state);

/// Asks whether it is really wanted.
void onDemonstrationDataPressed(State& state);
void onDemonstrationDataConfirmed(State& state, Effects& effects);
/// The user leaves for the record system to allow writing.
void onDemonstrationPermissionAccepted(State& state, Effects& effects);

void receive(State& state, Effects& effects, const ForDemonstrationData& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
