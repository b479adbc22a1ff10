#include "app/navigation.h"

#include "app/session_flow.h"
#include "app/worklist_flow.h"

namespace app {
namespace {

bool isThere(const State& state, Screen screen) {
  switch (screen) {
    case Screen::Start:
      return !state.signedIn;
    case Screen::SigningIn:
      return state.signIn.step != SignInStep::None || state.signIn.problem.has_value();
    case Screen::Worklists:
      return state.signedIn && state.worklists.load.phase != LoadPhase::Waiting;
    case Screen::Worklist:
      return (state.signedIn || state.local) && state.worklists.chosen.has_value();
    case Screen::Patient:
      return state.patient.has_value();
    case Screen::ConnectionCheck:
      return state.connectionCheck.has_value() && !state.signedIn;
    case Screen::EnterValues:
      return !state.signedIn && state.entry.has_value();
  }
  return false;
}

/// Where someone is at home who cannot go where they asked to.
Screen home(const State& state) {
  for (const Screen screen : {Screen::Worklists, Screen::Worklist, Screen::Patient}) {
    if (isThere(state, screen)) return screen;
  }
  return Screen::Start;
}

}  // namespace

void showScreen(State& state, Effects& effects, Screen screen) {
  state.panel = Panel::None;
  state.copied.reset();
  if (state.screen == screen) return;
  state.screen = screen;
  effects.emplace_back(PushHistory{screen});
}

void onScreenRequested(State& state, Effects& effects, Screen screen) {
  // Who comes back from a further authorization has a patient on screen and no lists yet.
  const bool hasNoLists = state.worklists.load.phase == LoadPhase::Waiting;
  if (screen == Screen::Worklists && hasNoLists && choosesFromLists(state)) {
    loadWorklists(state, effects);
    return;
  }
  showScreen(state, effects, isThere(state, screen) ? screen : home(state));
}

void onHistoryMoved(State& state, Screen screen) {
  state.panel = Panel::None;
  state.screen = isThere(state, screen) ? screen : home(state);
}

}  // namespace app
