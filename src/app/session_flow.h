#pragma once

#include <optional>

#include "app/calls.h"
#include "oauth/id_token.h"
#include "oauth/token.h"

/// From tokens to sign-out: what the session's life asks of the app.
namespace app {

/// The sign-in has brought tokens: opens the patient that came with them, or the worklists.
void beginSession(State& state, Effects& effects, oauth::TokenSet tokens,
                  std::optional<oauth::Identity> identity);

/// True for a clinician who opened the app outside the EHR: they choose patients from lists.
bool choosesFromLists(const State& state);

/// True when the EHR's own frame says who the patient on the screen is: the launch said so of this
/// one (need_patient_banner).
bool ehrShowsPatient(const State& state);

/// Asks for new tokens. REQUIRES: the session said StartRefresh.
void startRefresh(State& state, Effects& effects);

/// The session has ended by itself: wipes what belongs to it and says why.
void endSession(State& state, Effects& effects);

/// The user ends the session: wipes first, then tells the server.
void onSignOutPressed(State& state, Effects& effects);

/// Leaves for the server's own sign-out page.
void onServerSignOutPressed(State& state, Effects& effects);

/// Time has passed: the deadline came, or the page is shown again.
void onTimePassed(State& state, Effects& effects);
void onUserActive(State& state);

/// Asks for the next deadline, or for none, where it has changed. Called after every event.
void setDeadline(State& state, Effects& effects);

void receive(State& state, Effects& effects, const ForRefreshedToken& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForStyle& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForRevocation& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
