#pragma once

#include "app/calls.h"
#include "oauth/token.h"

/// Who signed in (OpenID Connect Core section 3.1.3.7): claims first, then the signature, as far as
/// server and browser allow it. Only a checked signature makes a name fit for an author field.
namespace app {

/// Goes on from the token response to the session, by way of the id_token where there is one.
void checkIdentity(State& state, Effects& effects, oauth::TokenSet tokens);
void onSignatureVerified(State& state, Effects& effects, const SignatureVerified& event);

/// Reads the user's name from their own resource, where the id_token does not say it. Without one
/// nothing but the name is missing.
void readUserName(State& state, Effects& effects);

void receive(State& state, Effects& effects, const ForUserName& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForKeySet& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
