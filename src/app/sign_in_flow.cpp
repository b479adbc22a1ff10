#include "app/sign_in_flow.h"

#include <algorithm>
#include <utility>

#include "app/discovery_flow.h"
#include "app/identity_flow.h"
#include "oauth/authorization.h"
#include "oauth/launch.h"
#include "oauth/token.h"

namespace app {
namespace {

const EhrConfiguration& chosenEhr(const State& state) {
  return state.configuration.ehrs[state.signIn.ehr];
}

Problem problemOf(const State& state, const oauth::Error& error) {
  return Problem{error.code, chosenEhr(state).fhirBase.host, error.serverText};
}

/// The index of the first configured EHR that `matches`.
template <typename Matches>
std::optional<std::size_t> findEhr(const State& state, Matches matches) {
  const auto& ehrs = state.configuration.ehrs;
  const auto found = std::find_if(ehrs.begin(), ehrs.end(), matches);
  if (found == ehrs.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ehrs.begin());
}

/// The EHR that a transaction was begun with, as it is configured now. What sessionStorage held may
/// have been written by another program of the same origin: it cannot name a server, a client or a
/// redirect URI of its own. One server may be listed for several clients.
std::optional<std::size_t> findEhr(const State& state, const oauth::Transaction& transaction) {
  const oauth::AuthorizationRequest& request = transaction->request;
  if (request.client->redirectUri != state.configuration.redirectUri) return std::nullopt;
  return findEhr(state, [&](const EhrConfiguration& ehr) {
    return ehr.fhirBase.text() == request.server.fhirBase->url.text() &&
           ehr.clientId == request.client->clientId;
  });
}

/// The host of the server that a launch names; empty where it names none.
std::string hostThatLaunched(const oauth::LocationQuery& query) {
  const std::string* issuer = query.find("iss");
  const auto url = issuer == nullptr ? std::nullopt : net::parseUrl(*issuer);
  return url ? url->host : std::string();
}

/// A clinician who opens the app chooses patients from lists; everyone else comes with one patient.
oauth::RecordsWanted recordsWanted(const SignIn& signIn) {
  return !signIn.launch && signIn.userKind == UserKind::Clinician
             ? oauth::RecordsWanted::UsersPatients
             : oauth::RecordsWanted::OnePatient;
}

/// Who the user was when the sign-in began, told from what was asked for.
UserKind userKindOf(const oauth::AuthorizationRequest& request) {
  const bool choosesOwnRecord = std::find(request.scopes.begin(), request.scopes.end(),
                                          "launch/patient") != request.scopes.end();
  return choosesOwnRecord ? UserKind::Patient : UserKind::Clinician;
}

oauth::Result<oauth::Transaction> beginTransaction(const State& state,
                                                   const AuthorizationSecretsMade& secrets) {
  const EhrConfiguration& ehr = chosenEhr(state);
  auto client = oauth::validateClient(ehr.clientId, state.configuration.redirectUri);
  if (!client.ok()) return base::failure(std::move(client).error());
  const oauth::Discovery& discovery = **state.signIn.server;
  const auto unlaunched = ehr.smart ? oauth::LaunchKind::Standalone : oauth::LaunchKind::PlainOAuth;
  const auto kind = state.signIn.launch ? oauth::LaunchKind::Ehr : unlaunched;
  auto scopes = oauth::scopesToRequest({.kind = kind,
                                        .records = recordsWanted(state.signIn),
                                        .creates = state.signIn.creates,
                                        .syntax = oauth::scopeSyntax(discovery),
                                        .further = ehr.scopes});
  return oauth::beginTransaction(
      {.server = discovery.server,
       .client = *std::move(client),
       .kind = kind,
       .scopes = std::move(scopes)},
      {.state = secrets.state, .nonce = secrets.nonce, .codeVerifier = secrets.codeVerifier},
      state.now.clocks.wall, state.signIn.continuation);
}

/// What a session contacts, and where the configuration says to ask before a further authorization.
std::vector<std::string> originsOf(const oauth::Server& server, const EhrConfiguration& ehr) {
  std::vector<std::string> origins = oauth::contactedOrigins(server);
  const auto issuer = net::parseUrl(ehr.issuer);
  const bool isNew =
      issuer && std::find(origins.begin(), origins.end(), issuer->origin()) == origins.end();
  if (isNew) origins.push_back(issuer->origin());
  return origins;
}

}  // namespace

void failSignIn(State& state, Problem problem) {
  state.signIn = SignIn{.ehr = state.signIn.ehr,
                        .userKind = state.signIn.userKind,
                        .continuation = std::move(state.signIn.continuation),
                        .problem = std::move(problem)};
  state.screen = Screen::SigningIn;
}

void onSignInPressed(State& state, Effects& effects, const SignInPressed& event) {
  if (event.ehr >= state.configuration.ehrs.size()) return;
  const Task task =
      event.userKind == UserKind::Patient ? Task::SignInAsPatient : Task::SignInAsClinician;
  if (!canAskFromHere(state, effects, event.ehr, task)) return;
  state.signIn = SignIn{.ehr = event.ehr, .userKind = event.userKind};
  if (state.interrupted && state.interrupted->ehr == event.ehr) {
    state.signIn.continuation = std::move(state.interrupted->continuation);
  }
  state.interrupted.reset();
  state.sessionProblem.reset();
  state.signedOut.reset();
  state.invitedTo.reset();
  state.local.reset();
  state.patient.reset();
  discover(state, effects);
}

void beginLaunch(State& state, Effects& effects, const oauth::LocationQuery& query) {
  std::vector<oauth::FhirBase> listed;
  for (const EhrConfiguration& ehr : state.configuration.ehrs) {
    if (auto base = oauth::parseFhirBase(ehr.audience); base.ok()) listed.push_back(*base);
  }
  auto launch = oauth::parseLaunch(query, listed);
  if (!launch.ok()) {
    failSignIn(state, Problem{launch.error().code, hostThatLaunched(query), ""});
    return;
  }
  const auto ehr = findEhr(state, [&](const EhrConfiguration& each) {
    return each.fhirBase.text() == launch->server->url.text();
  });
  if (!ehr) {
    failSignIn(state, Problem{oauth::ErrorCode::ServerNotListed, launch->server->url.host, ""});
  } else if (launch->launch.empty()) {
    state.invitedTo = *ehr;
  } else {
    state.signIn = SignIn{.ehr = *ehr, .launch = *std::move(launch)};
    discover(state, effects);
  }
}

void onServerFound(State& state, Effects& effects,
                   oauth::Result<oauth::ServerConfiguration> server) {
  if (!server.ok()) {
    failSignIn(state, problemOf(state, server.error()));
    return;
  }
  state.signIn.server = *std::move(server);
  state.signIn.step = SignInStep::MakingSecrets;
  effects.emplace_back(MakeAuthorizationSecrets{});
}

void onSecretsMade(State& state, Effects& effects, const AuthorizationSecretsMade& event) {
  if (state.signIn.step != SignInStep::MakingSecrets) return;
  auto transaction = beginTransaction(state, event);
  if (!transaction.ok()) {
    failSignIn(state, problemOf(state, transaction.error()));
    return;
  }
  state.signIn.codeChallenge = event.codeChallenge;
  state.signIn.step = SignInStep::Storing;
  effects.emplace_back(
      StoreAuthorization{oauth::transactionKey(event.state), oauth::serialise(*transaction)});
  state.signIn.transaction = *std::move(transaction);
}

void onAuthorizationStored(State& state, Effects& effects, const AuthorizationStored& event) {
  if (state.signIn.step != SignInStep::Storing) return;
  if (!event.stored) {
    failSignIn(state, Problem{ProblemCode::StorageUnavailable, "", ""});
    return;
  }
  const std::string launch = state.signIn.launch ? state.signIn.launch->launch : std::string{};
  auto url = oauth::authorizationUrl(*state.signIn.transaction, state.signIn.codeChallenge, launch);
  if (!url.ok()) {
    failSignIn(state, problemOf(state, url.error()));
    return;
  }
  state.signIn.step = SignInStep::Leaving;
  effects.emplace_back(Navigate{*std::move(url)});
}

void continueSignIn(State& state, Effects& effects, const oauth::LocationQuery& query,
                    const std::vector<StoredRecord>& pending) {
  const std::string key = oauth::transactionKey(query);
  const auto record = std::find_if(pending.begin(), pending.end(), [&](const StoredRecord& each) {
    return !key.empty() && each.key == key;
  });
  std::optional<oauth::Transaction> transaction;
  if (record != pending.end()) {
    // Gone before the code is used, so that neither reload nor back button can use it twice
    // (RFC 6749 section 10.5).
    effects.emplace_back(RemoveAuthorization{key});
    if (auto parsed = oauth::parseTransaction(record->value); parsed.ok()) {
      transaction = *std::move(parsed);
    }
  }
  const auto ehr = transaction ? findEhr(state, *transaction) : std::nullopt;
  if (transaction && !ehr) transaction.reset();
  if (ehr) {
    state.signIn.ehr = *ehr;
    state.signIn.userKind = userKindOf((*transaction)->request);
    state.signIn.continuation = (*transaction)->continuation;
  }
  auto callback = oauth::validateAuthorizationResponse(query, transaction, state.now.clocks.wall);
  if (!callback.ok()) {
    failSignIn(state, Problem{callback.error().code, ehr ? chosenEhr(state).fhirBase.host : "",
                              callback.error().serverText});
    return;
  }
  // One tab follows one sign-in: those that it began before this one have been given up.
  for (const StoredRecord& each : pending) {
    if (each.key != key) effects.emplace_back(RemoveAuthorization{each.key});
  }
  state.signIn.step = SignInStep::ExchangingCode;
  state.screen = Screen::SigningIn;
  state.lockedOrigins = originsOf((*callback)->transaction->request.server, chosenEhr(state));
  effects.emplace_back(LockConnections{state.lockedOrigins});
  sendForTokens(state, effects, ForCodeToken{}, (*callback)->transaction->request.server,
                oauth::codeTokenRequest(*callback));
  state.signIn.callback = *std::move(callback);
}

void receive(State& state, Effects& effects, const ForCodeToken& /*purpose*/, const Call& /*call*/,
             const Answer& answer) {
  if (state.signIn.step != SignInStep::ExchangingCode) return;
  if (!answer.ok()) {
    failSignIn(state, answer.error());
    return;
  }
  const oauth::ValidatedCallback& callback = *state.signIn.callback;
  const auto type = callback->transaction->request.server.acceptsDpop ? oauth::TokenType::Dpop
                                                                      : oauth::TokenType::Bearer;
  auto tokens = oauth::processTokenResponse(callback, type, *answer, state.now.clocks);
  if (!tokens.ok()) {
    failSignIn(state, problemOf(state, tokens.error()));
    return;
  }
  checkIdentity(state, effects, *std::move(tokens));
}

oauth::Continuation continuationHere(const State& state, oauth::Intention intention) {
  const SignedIn& signedIn = *state.signedIn;
  const PatientView& patient = *state.patient;
  const bool isAssessed = patient.assessment && patient.whatIf;
  return {.patient = patient.id,
          .encounter = signedIn.encounterOf(patient.id),
          .subject = signedIn.identity ? (*signedIn.identity)->claims.subject : std::string(),
          .intention = intention,
          .work = isAssessed
                      ? serialise(visitWork(patient.answers, *patient.assessment, *patient.whatIf))
                      : std::string()};
}

void beginFurtherAuthorization(State& state, Effects& effects, std::vector<std::string> creates,
                               oauth::Intention intention) {
  const SignedIn& signedIn = *state.signedIn;
  // An EHR's launch cannot be used twice: its user is asked to choose the same patient again.
  const UserKind userKind =
      signedIn.request.kind == oauth::LaunchKind::Ehr ? UserKind::Patient : signedIn.userKind;
  state.signIn = SignIn{.ehr = signedIn.ehr,
                        .userKind = userKind,
                        .creates = std::move(creates),
                        .continuation = continuationHere(state, intention)};
  discover(state, effects);
}

void onReturnToPatientPressed(State& state, Effects& effects) {
  if (state.signedIn || !state.signIn.continuation) return;
  state.signIn.problem.reset();
  state.signIn.continuation->intention = oauth::Intention::Read;
  discover(state, effects);
}

void onAuthorizationAbandoned(State& state, Effects& effects) {
  if (state.signIn.step != SignInStep::Leaving || !state.signedIn || !state.patient) return;
  const std::string& pending = (*state.signIn.transaction)->secrets.state;
  effects.emplace_back(RemoveAuthorization{oauth::transactionKey(pending)});
  state.signIn = SignIn{.ehr = state.signIn.ehr, .userKind = state.signIn.userKind};
  state.screen = Screen::Patient;
}

}  // namespace app
