#pragma once

#include <string>

#include "app/calls.h"

/// The first step of a sign-in: where it takes place.
namespace app {

/// Finds out where to sign in: from the configuration where it says so, else from the server.
void discover(State& state, Effects& effects);

void receive(State& state, Effects& effects, const ForDiscovery& purpose, const Call& call,
             const Answer& answer);

/// What a button asks for at an EHR.
enum class Task { SignInAsClinician, SignInAsPatient, CheckConnection };

/// Where a page that is loaded anew finds which button was pressed: in this tab's storage, because
/// an address could be anybody's link.
inline constexpr std::string_view kPressKey = "pressed";
/// What stands there; `ehr` is its index.
std::string pressText(Task task, std::size_t ehr);

/// Connections may be locked to another server's origins, and nothing but loading the page anew
/// lifts that. True when the EHR of this index can be asked from this page; otherwise the page is
/// on its way to a fresh one, where the task goes on.
bool canAskFromHere(State& state, Effects& effects, std::size_t ehr, Task task);

}  // namespace app
