#pragma once

#include "app/effect.h"
#include "app/event.h"
#include "app/moment.h"
#include "app/state.h"

namespace app {

/// The only function that changes the state. Pure: the same state, event and moment always give the
/// same new state and effects. Never fails: what goes wrong becomes part of the state.
Effects update(State& state, const Event& event, const Moment& now);

}  // namespace app
