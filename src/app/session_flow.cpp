#include "app/session_flow.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/identity_flow.h"
#include "app/patient_flow.h"
#include "app/sign_in_flow.h"
#include "app/triage_flow.h"
#include "app/worklist_flow.h"
#include "oauth/revocation.h"
#include "oauth/smart_style.h"

namespace app {
namespace {

/// Nothing of the session may outlive it: tokens, patients, requests.
void wipe(State& state, Effects& effects) {
  cancelAll(state, effects);
  state.signedIn.reset();
  state.local.reset();
  state.signIn = SignIn{};
  state.worklists = Worklists{};
  state.patient.reset();
  state.panel = Panel::None;
  state.screen = Screen::Start;
}

void endWith(State& state, Effects& effects, Problem problem) {
  wipe(state, effects);
  state.sessionProblem = std::move(problem);
}

void obeyTime(oauth::TimeVerdict verdict, State& state, Effects& effects) {
  switch (verdict) {
    case oauth::TimeVerdict::Nothing:
      return;
    case oauth::TimeVerdict::StartRefresh:
      startRefresh(state, effects);
      return;
    case oauth::TimeVerdict::WarnOfEnd:
      state.signedIn->endsAt =
          localClock(state.now, state.signedIn->life.untilEnd(state.now.clocks));
      return;
    case oauth::TimeVerdict::End:
      endSession(state, effects);
      return;
  }
}

/// Whether somebody else has come back from a further authorization, or the same person with
/// another patient: nothing may be written then.
std::optional<oauth::ErrorCode> whatChanged(const std::optional<oauth::Continuation>& continuation,
                                            const oauth::LaunchContext& context,
                                            const std::optional<oauth::Identity>& identity) {
  if (!continuation) return std::nullopt;
  if (context.patient && *context.patient != continuation->patient) {
    return oauth::ErrorCode::ContextChanged;
  }
  const std::string subject = identity ? (*identity)->claims.subject : "";
  if (!continuation->subject.empty() && subject != continuation->subject) {
    return oauth::ErrorCode::IdTokenSubjectChanged;
  }
  return std::nullopt;
}

/// What the next sign-in can take up: an assessment that was about to be saved.
std::optional<Interrupted> interruptedBy(const State& state, oauth::SessionEnd end) {
  const bool isLocked = end == oauth::SessionEnd::Idle || end == oauth::SessionEnd::Cap;
  if (isLocked || !state.patient || !state.patient->save) return std::nullopt;
  if (state.patient->save->step == SaveStep::Saved) return std::nullopt;
  return Interrupted{state.signedIn->ehr, continuationHere(state, oauth::Intention::Save)};
}

/// What is wrong with the id_token that came with new tokens: it must be about the same person
/// (OpenID Connect Core section 12.2).
std::optional<oauth::ErrorCode> judgeNewIdToken(const State& state, const oauth::TokenSet& tokens) {
  const SignedIn& signedIn = *state.signedIn;
  const bool isNew = tokens->idToken != signedIn.life.tokens()->idToken;
  if (!signedIn.claims || !isNew) return std::nullopt;
  const auto token = oauth::parseIdToken(tokens->idToken);
  if (!token.ok()) return token.error().code;
  const auto claims = oauth::validateRefreshedClaims(*token, *signedIn.transaction,
                                                     *signedIn.claims, state.now.clocks.wall);
  if (!claims.ok()) return claims.error().code;
  return std::nullopt;
}

/// Once the record is read, the visit goes on as it was when the user left.
void resumeVisit(PatientView& patient, const oauth::Continuation& continuation) {
  patient.intention = continuation.intention;
  patient.leftWith = parseVisitWork(continuation.work);
  if (patient.leftWith) patient.answers = patient.leftWith->answers;
}

/// Asks for the EHR's own look, without the token: it is no part of the record.
void readStyle(State& state, Effects& effects) {
  if (!state.signedIn) return;
  auto request = oauth::smartStyleRequest(state.signedIn->life.tokens()->context,
                                          state.signedIn->request.server);
  if (request) send(state, effects, ForStyle{}, *std::move(request));
}

}  // namespace

void beginSession(State& state, Effects& effects, oauth::TokenSet tokens,
                  std::optional<oauth::Identity> identity) {
  const oauth::SessionPolicy policy{
      .idleLock = std::chrono::minutes(state.configuration.idleLockMinutes),
      .absoluteCap = std::chrono::minutes(state.configuration.sessionCapMinutes)};
  const auto& request = (*state.signIn.callback)->transaction->request;
  const auto continuation = (*state.signIn.callback)->transaction->continuation;
  if (const auto changed = whatChanged(continuation, tokens->context, identity)) {
    endWith(state, effects, Problem{*changed, "", ""});
    return;
  }
  const std::optional<std::string> patient =
      continuation ? continuation->patient : tokens->context.patient;
  const std::string before = continuation ? continuation->encounter : "";
  const bool isForHistory = tokens->context.intent == oauth::Intent::SummaryTimelineView;
  state.signedIn = SignedIn{.ehr = state.signIn.ehr,
                            .userKind = state.signIn.userKind,
                            .request = request,
                            .life = oauth::Session(std::move(tokens), policy),
                            .transaction = (*state.signIn.callback)->transaction,
                            .claims = state.signIn.claims,
                            .identity = std::move(identity)};
  state.signedIn->encounter = state.signedIn->life.tokens()->context.encounter.value_or(before);
  state.signedIn->encounterPatient = patient.value_or("");
  state.signIn = SignIn{.ehr = state.signIn.ehr, .userKind = state.signIn.userKind};
  if (patient) {
    openPatient(state, effects, *patient);
    if (state.patient && isForHistory) state.patient->tab = PatientTab::History;
    if (state.patient && continuation) resumeVisit(*state.patient, *continuation);
  } else if (choosesFromLists(state)) {
    loadWorklists(state, effects);
  } else {
    endWith(state, effects, Problem{oauth::ErrorCode::PatientMissing, "", ""});
  }
  readUserName(state, effects);
  readStyle(state, effects);
}

bool choosesFromLists(const State& state) {
  return state.signedIn && state.signedIn->request.kind != oauth::LaunchKind::Ehr &&
         state.signedIn->userKind == UserKind::Clinician;
}

bool ehrShowsPatient(const State& state) {
  if (!state.signedIn || !state.patient) return false;
  const oauth::LaunchContext& context = state.signedIn->life.tokens()->context;
  return state.signedIn->request.kind == oauth::LaunchKind::Ehr &&
         context.banner == oauth::PatientBanner::ShownByEhr && context.patient == state.patient->id;
}

void startRefresh(State& state, Effects& effects) {
  const SignedIn& signedIn = *state.signedIn;
  sendForTokens(state, effects, ForRefreshedToken{}, signedIn.request.server,
                oauth::refreshTokenRequest(signedIn.request, signedIn.life.tokens()));
}

void endSession(State& state, Effects& effects) {
  if (!state.signedIn) return;
  const oauth::SessionEnd end = state.signedIn->life.ended();
  auto interrupted = interruptedBy(state, end);
  endWith(state, effects, Problem{end, "", ""});
  state.interrupted = std::move(interrupted);
}

void onSignOutPressed(State& state, Effects& effects) {
  if (!state.signedIn) return;
  const SignedIn& signedIn = *state.signedIn;
  auto requests = oauth::revocationRequests(signedIn.request, signedIn.life.tokens());
  SignedOut signedOut{
      .ehr = signedIn.ehr,
      .endSessionUrl =
          oauth::endSessionUrl(signedIn.request, signedIn.life.tokens()->idToken).value_or("")};
  wipe(state, effects);
  state.sessionProblem.reset();
  state.signedOut = std::move(signedOut);
  for (net::Request& request : requests) {
    send(state, effects, ForRevocation{}, std::move(request));
  }
}

void onServerSignOutPressed(State& state, Effects& effects) {
  if (!state.signedOut || state.signedOut->endSessionUrl.empty()) return;
  effects.emplace_back(Navigate{std::move(state.signedOut->endSessionUrl)});
  state.signedOut.reset();
}

void onTimePassed(State& state, Effects& effects) {
  if (state.signedIn) {
    const auto verdict = state.signedIn->life.afterTimePassed(state.now.clocks);
    obeyTime(verdict, state, effects);
  }
  sendDue(state, effects);
  onTriageTime(state);
}

void onUserActive(State& state) {
  if (state.signedIn) state.signedIn->life.touched(state.now.clocks);
}

void setDeadline(State& state, Effects& effects) {
  constexpr auto kNever = oauth::MonotonicTime::max();
  auto next = kNever;
  if (state.signedIn) next = state.signedIn->life.nextDeadline(state.now.clocks);
  for (const DelayedCall& delayed : state.calls.delayed)
    next = std::min(next, delayed.due);
  const auto triage = triageDeadline(state);
  if (triage != oauth::MonotonicTime{}) next = std::min(next, triage);
  if (state.undoableReset) next = std::min(next, state.undoableReset->until);
  if (next == kNever) next = oauth::MonotonicTime{};
  if (next == state.deadline) return;
  state.deadline = next;
  effects.emplace_back(SetDeadline{next.time_since_epoch().count()});
}

void receive(State& state, Effects& effects, const ForRefreshedToken& /*purpose*/,
             const Call& /*call*/, const Answer& answer) {
  if (!state.signedIn) return;
  auto& life = state.signedIn->life;
  oauth::ErrorCode code = oauth::ErrorCode::Unreachable;
  if (answer.ok()) {
    auto tokens = oauth::processRefreshResponse(life.tokens(), *answer, state.now.clocks);
    if (const auto wrong = tokens.ok() ? judgeNewIdToken(state, *tokens) : std::nullopt) {
      endWith(state, effects, Problem{*wrong, "", ""});
      return;
    }
    if (tokens.ok()) {
      life.refreshed(*std::move(tokens));
      state.signedIn->endsAt.clear();
      resumeWaiting(state, effects);
      return;
    }
    code = tokens.error().code;
  } else if (const auto* transport = std::get_if<oauth::ErrorCode>(&answer.error().cause)) {
    code = *transport;
  }
  if (code == oauth::ErrorCode::ContextChanged) {
    endWith(state, effects, Problem{code, "", ""});
    return;
  }
  life.refreshFailed(oauth::refreshFailure(code), state.now.chance, state.now.clocks);
  if (life.ended() != oauth::SessionEnd::None) endSession(state, effects);
}

void receive(State& state, Effects& /*effects*/, const ForStyle& /*purpose*/, const Call& /*call*/,
             const Answer& answer) {
  if (state.signedIn && answer.ok()) state.signedIn->accent = oauth::readHighlightColour(*answer);
}

void receive(State& state, Effects& /*effects*/, const ForRevocation& /*purpose*/,
             const Call& /*call*/, const Answer& answer) {
  // The app has forgotten the tokens already: there is nothing to do but to say it.
  const bool told =
      answer.ok() && oauth::processRevocationResponse(*answer) == oauth::RevocationOutcome::Revoked;
  if (state.signedOut && !told) state.signedOut->serverNotTold = true;
}

}  // namespace app
