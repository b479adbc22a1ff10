#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/calls.h"
#include "oauth/callback.h"
#include "oauth/discovery.h"

/// Authorization code with PKCE (RFC 6749, RFC 7636, SMART App Launch), from the button to the
/// tokens. The rules are those of src/oauth; here they are put in order.
namespace app {

void onSignInPressed(State& state, Effects& effects, const SignInPressed& event);
/// The page was opened by an EHR, with `iss` and `launch`, which signs in at once, or by a link
/// that names an EHR, with `iss` alone. Anybody can write such a link: signing in there takes a
/// press.
void beginLaunch(State& state, Effects& effects, const oauth::LocationQuery& query);
/// The page was opened by the authorization server's answer.
void continueSignIn(State& state, Effects& effects, const oauth::LocationQuery& query,
                    const std::vector<StoredRecord>& pending);

/// Where to sign in, or why that could not be found out.
void onServerFound(State& state, Effects& effects,
                   oauth::Result<oauth::ServerConfiguration> server);
void onSecretsMade(State& state, Effects& effects, const AuthorizationSecretsMade& event);
void onAuthorizationStored(State& state, Effects& effects, const AuthorizationStored& event);

void receive(State& state, Effects& effects, const ForCodeToken& purpose, const Call& call,
             const Answer& answer);

/// The way back to the patient on the screen, and to what was said and tried there.
///
/// REQUIRES: somebody is signed in and a patient is open.
oauth::Continuation continuationHere(const State& state, oauth::Intention intention);

/// Sends the signed-in user to the authorization server once more, to allow the creation of these
/// resource types (empty: reading only), and back to the patient on the screen.
void beginFurtherAuthorization(State& state, Effects& effects, std::vector<std::string> creates,
                               oauth::Intention intention);
/// The further authorization was refused: asks for reading only, and goes back to the same patient.
void onReturnToPatientPressed(State& state, Effects& effects);
/// The page is shown again although it was being left (the browser's back button): the patient is
/// still there, and what was stored to come back to them goes.
void onAuthorizationAbandoned(State& state, Effects& effects);

/// Ends the attempt and shows why.
void failSignIn(State& state, Problem problem);

}  // namespace app
