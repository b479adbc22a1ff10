#include "app/identity_flow.h"

#include <utility>

#include "app/session_flow.h"
#include "app/sign_in_flow.h"
#include "fhir/person_name.h"
#include "oauth/id_token.h"

namespace app {
namespace {

void fail(State& state, const oauth::Error& error) {
  const auto& ehr = state.configuration.ehrs[state.signIn.ehr];
  failSignIn(state, Problem{error.code, ehr.fhirBase.host, error.serverText});
}

const oauth::Server& server(const State& state) {
  return (*state.signIn.callback)->transaction->request.server;
}

void conclude(State& state, Effects& effects, oauth::SignatureVerdict verdict) {
  auto identity = oauth::acceptIdentity(*state.signIn.claims, verdict, server(state).fhirBase);
  if (!identity.ok()) {
    fail(state, identity.error());
    return;
  }
  oauth::TokenSet tokens = *std::move(state.signIn.tokens);
  beginSession(state, effects, std::move(tokens), *std::move(identity));
}

void askForKeys(State& state, Effects& effects, ForKeySet purpose) {
  state.signIn.step = SignInStep::CheckingIdentity;
  send(state, effects, purpose, oauth::jwksRequest(*server(state).jwksUri));
}

/// Keys that cannot be had leave the name unchecked; the code flow over TLS allows that (3.1.3.7
/// rule 6). A key set that lacked the key is another matter: silence does not mend it.
void keysWithheld(State& state, Effects& effects, const ForKeySet& purpose, const Answer& answer) {
  const auto* cause = answer.ok() ? nullptr : std::get_if<oauth::ErrorCode>(&answer.error().cause);
  const bool broke = cause != nullptr && *cause == oauth::ErrorCode::Unreachable;
  if (purpose.because == ForKeySet::Because::KeyUnknown) {
    fail(state, oauth::Error{oauth::ErrorCode::IdTokenKeyUnknown});
  } else if (broke && purpose.because == ForKeySet::Because::First) {
    askForKeys(state, effects, {ForKeySet::Because::ConnectionBroke});
  } else {
    conclude(state, effects, oauth::SignatureVerdict::NotChecked);
  }
}

}  // namespace

void checkIdentity(State& state, Effects& effects, oauth::TokenSet tokens) {
  // A server that was asked for an id_token may withhold it: there is no name then, and nothing
  // else is lost (SMART App Launch, "Scopes for requesting identity data").
  if (tokens->idToken.empty()) {
    beginSession(state, effects, std::move(tokens), std::nullopt);
    return;
  }
  auto token = oauth::parseIdToken(tokens->idToken);
  if (!token.ok()) {
    fail(state, token.error());
    return;
  }
  auto claims =
      oauth::validateClaims(*token, (*state.signIn.callback)->transaction, state.now.clocks.wall);
  if (!claims.ok()) {
    fail(state, claims.error());
    return;
  }
  state.signIn.tokens = std::move(tokens);
  state.signIn.idToken = *std::move(token);
  state.signIn.claims = *std::move(claims);
  if (server(state).jwksUri) {
    askForKeys(state, effects, {});
  } else {
    conclude(state, effects, oauth::SignatureVerdict::NotChecked);
  }
}

void receive(State& state, Effects& effects, const ForKeySet& purpose, const Call& /*call*/,
             const Answer& answer) {
  if (state.signIn.step != SignInStep::CheckingIdentity) return;
  if (!answer.ok() || answer->status != 200) {
    keysWithheld(state, effects, purpose, answer);
    return;
  }
  auto check = oauth::prepareSignatureCheck(*state.signIn.idToken, *answer);
  if (check.ok()) {
    effects.emplace_back(VerifySignature{*std::move(check)});
  } else if (purpose.because != ForKeySet::Because::KeyUnknown) {
    askForKeys(state, effects, {ForKeySet::Because::KeyUnknown});
  } else {
    fail(state, check.error());
  }
}

void readUserName(State& state, Effects& effects) {
  if (!state.signedIn || !state.signedIn->identity) return;
  SignedIn& signedIn = *state.signedIn;
  const oauth::SignedInIdentity& identity = **signedIn.identity;
  signedIn.userName = identity.claims.displayName;
  if (!signedIn.userName.empty() || !identity.fhirUser) return;
  readFromEhr(state, effects, ForUserName{},
              signedIn.request.server.fhirBase->below(identity.fhirUser->type + "/" +
                                                      identity.fhirUser->id));
}

void receive(State& state, Effects& /*effects*/, const ForUserName& /*purpose*/,
             const Call& /*call*/, const Answer& answer) {
  if (!state.signedIn || !answer.ok() || answer->status != 200) return;
  const oauth::FhirUser& user = *(*state.signedIn->identity)->fhirUser;
  state.signedIn->userName = fhir::readPersonName(answer->body, user.type, user.id);
}

void onSignatureVerified(State& state, Effects& effects, const SignatureVerified& event) {
  if (state.signIn.step != SignInStep::CheckingIdentity) return;
  conclude(state, effects, event.verdict);
}

}  // namespace app
