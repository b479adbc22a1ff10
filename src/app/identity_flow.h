#pragma once

#include "app/calls.h"
#include "oauth/token.h"

/// Who signed in (OpenID Connect Core section 3.1.3.7): claims first, then the signature, as far as
/// server and browser allow it. Only a checked signature makes a name fit for an author field.
namespace app {

/// Goes on from the token response to the session, by way of the id_token where there is one.
void checkIdentity(State& state, Effects& effects, oauth::TokenSet tokens);
void onSignatureVerified(State& state, Effects& effects, const SignatureVerified& event);

void receive(State& state, Effects& effects, const ForKeySet& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
