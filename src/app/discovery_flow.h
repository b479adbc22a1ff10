#pragma once

#include "app/calls.h"

/// The first step of a sign-in: where it takes place.
namespace app {

/// Finds out where to sign in: from the configuration where it says so, else from the server.
void discover(State& state, Effects& effects);

void receive(State& state, Effects& effects, const ForDiscovery& purpose, const Call& call,
             const Answer& answer);

/// Connections may be locked to another server's origins, and nothing but loading the page anew
/// lifts that. True when `ehr` can be asked from this page; otherwise the page is on its way to a
/// fresh one, which is told to go on with `task` there.
bool canAskFromHere(State& state, Effects& effects, const EhrConfiguration& ehr,
                    std::string_view task);

}  // namespace app
