#pragma once

#include <vector>

#include "app/calls.h"
#include "oauth/callback.h"

/// Authorization code with PKCE (RFC 6749, RFC 7636, SMART App Launch), from the button to the
/// tokens. The rules are those of src/oauth; here they are put in order.
namespace app {

void onSignInPressed(State& state, Effects& effects, const SignInPressed& event);
/// The page was opened by an EHR, with `iss` and `launch`.
void beginLaunch(State& state, Effects& effects, const oauth::LocationQuery& query);
/// The page was opened by the authorization server's answer.
void continueSignIn(State& state, Effects& effects, const oauth::LocationQuery& query,
                    const std::vector<StoredRecord>& pending);

void onSecretsMade(State& state, Effects& effects, const AuthorizationSecretsMade& event);
void onAuthorizationStored(State& state, Effects& effects, const AuthorizationStored& event);

void receive(State& state, Effects& effects, const ForSmartConfiguration& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForCapabilityStatement& purpose,
             const Call& call, const Answer& answer);
void receive(State& state, Effects& effects, const ForCodeToken& purpose, const Call& call,
             const Answer& answer);

/// Ends the attempt and shows why.
void failSignIn(State& state, Problem problem);

}  // namespace app
