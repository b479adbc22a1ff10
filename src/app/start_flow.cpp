#include "app/start_flow.h"

#include <utility>

#include "app/connection_check_flow.h"
#include "app/discovery_flow.h"
#include "app/entered_flow.h"
#include "app/sign_in_flow.h"
#include "oauth/callback.h"

namespace app {
namespace {

constexpr std::string_view kGalleryQuery = "gallery";

void fail(State& state, std::string subject, std::string detail) {
  state.configurationLoad.phase = LoadPhase::Failed;
  state.configurationLoad.problem =
      Problem{ProblemCode::ConfigurationUnreadable, std::move(subject), std::move(detail)};
}

/// A sign-in that was begun and given up leaves its record behind, with a verifier in it. It goes
/// as soon as nothing can come of it; one that names a patient as soon as the page is opened for
/// anything but an answer.
void forgetLapsed(const State& state, Effects& effects, const std::vector<StoredRecord>& pending,
                  bool isAnswer) {
  for (const StoredRecord& record : pending) {
    const auto transaction = oauth::parseTransaction(record.value);
    const bool isPending =
        transaction.ok() && !oauth::hasExpired(*transaction, state.now.clocks.wall);
    const bool mayWait = isPending && (isAnswer || !(*transaction)->continuation);
    if (!mayWait) effects.emplace_back(RemoveAuthorization{record.key});
  }
}

/// Goes on with what was pressed in a page that had to be loaded anew for it.
void takeUpPress(State& state, Effects& effects, const std::vector<StoredRecord>& pending) {
  for (const StoredRecord& record : pending) {
    if (record.key != kPressKey) continue;
    for (std::size_t ehr = 0; ehr < state.configuration.ehrs.size(); ++ehr) {
      if (record.value == pressText(Task::SignInAsClinician, ehr)) {
        return onSignInPressed(state, effects, {ehr, UserKind::Clinician});
      }
      if (record.value == pressText(Task::SignInAsPatient, ehr)) {
        return onSignInPressed(state, effects, {ehr, UserKind::Patient});
      }
      if (record.value == pressText(Task::CheckConnection, ehr)) {
        return onConnectionCheckPressed(state, effects, {ehr});
      }
    }
  }
}

/// Decides once, from the query that the page was opened with, what the page is here for.
void resolveArrival(State& state, Effects& effects) {
  if (!state.arrival) return;
  const Started arrival = *std::exchange(state.arrival, std::nullopt);
  const auto query = oauth::parseLocationQuery(arrival.query);
  const auto role = query.ok() ? oauth::pageRole(*query) : oauth::PageRole::OrdinaryStart;
  forgetLapsed(state, effects, arrival.pendingAuthorizations,
               role == oauth::PageRole::AuthorizationResponse);
  if (!query.ok()) {
    failSignIn(state, Problem{query.error().code, "", ""});
    return;
  }
  switch (role) {
    case oauth::PageRole::OrdinaryStart:
      takeUpPress(state, effects, arrival.pendingAuthorizations);
      return;
    case oauth::PageRole::EhrLaunch:
      beginLaunch(state, effects, *query);
      return;
    case oauth::PageRole::AuthorizationResponse:
      continueSignIn(state, effects, *query, arrival.pendingAuthorizations);
      return;
  }
}

}  // namespace

void readConfiguration(State& state, Effects& effects) {
  const auto url = state.pageUrl ? net::resolve(*state.pageUrl, "config.json") : std::nullopt;
  if (!url) {
    fail(state, "", "the address of this page cannot be read");
    return;
  }
  state.configurationLoad = Load{.phase = LoadPhase::Loading};
  send(state, effects, ForConfiguration{}, net::Request{.url = url->text()});
}

void onStarted(State& state, Effects& effects, const Started& event) {
  state.pageUrl = net::parseUrl(event.pageUrl);
  state.settings = parseSettings(event.settings);
  if (event.settings.empty()) state.settings.language = preferredLanguage(event.languages);
  state.settings.region = regionOf(event.languages);
  if (event.query == kGalleryQuery) state.panel = Panel::Gallery;
  state.arrival = event;
  readConfiguration(state, effects);
  if (event.query.empty()) openFragment(state, effects, event.fragment);
}

void receive(State& state, Effects& effects, const ForConfiguration& /*purpose*/,
             const Call& /*call*/, const Answer& answer) {
  if (!answer.ok()) {
    fail(state, "config.json", "the file could not be loaded");
    return;
  }
  if (answer->status != 200) {
    fail(state, "config.json", "HTTP " + std::to_string(answer->status));
    return;
  }
  auto configuration = parseConfiguration(answer->body, *state.pageUrl);
  if (!configuration.ok()) {
    fail(state, configuration.error().path, configuration.error().message);
    return;
  }
  state.configuration = std::move(configuration).value();
  state.configurationLoad = Load{.phase = LoadPhase::Done};
  resolveArrival(state, effects);
}

}  // namespace app
