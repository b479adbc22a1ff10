#pragma once

#include "app/calls.h"

/// Checks the connection to a configured EHR by its two public documents, and shows the report.
namespace app {

void onConnectionCheckPressed(State& state, Effects& effects, const ConnectionCheckPressed& event);

void receive(State& state, Effects& effects, const ForCheckedDiscovery& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForCheckedCapability& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
