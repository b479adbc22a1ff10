#include "app/discovery_flow.h"

#include <algorithm>
#include <utility>

#include "app/discovery.h"
#include "app/sign_in_flow.h"

namespace app {
namespace {

const EhrConfiguration& chosenEhr(const State& state) {
  return state.configuration.ehrs[state.signIn.ehr];
}

/// The FHIR base as the EHR wrote it when it launched the app, else as configured: the text is sent
/// as `aud`, which some servers compare letter by letter.
const std::string& audience(const State& state) {
  return state.signIn.launch ? state.signIn.launch->server->audience : chosenEhr(state).audience;
}

void ask(State& state, Effects& effects, const oauth::FhirBase& base, ForDiscovery purpose) {
  const net::Request request = discoveryRequest(chosenEhr(state), base, purpose.source);
  send(state, effects, std::move(purpose), request);
}

/// A connection that broke may hold at the next attempt; what a server answered stays.
bool isWorthAnother(const Answer& answer) {
  const auto* cause = std::get_if<oauth::ErrorCode>(&answer.error().cause);
  return cause != nullptr && *cause == oauth::ErrorCode::Unreachable;
}

bool isOpen(const State& state, const std::string& origin) {
  const auto& locked = state.lockedOrigins;
  return locked.empty() || std::find(locked.begin(), locked.end(), origin) != locked.end();
}

}  // namespace

void discover(State& state, Effects& effects) {
  state.signIn.step = SignInStep::Discovering;
  state.screen = Screen::SigningIn;
  const EhrConfiguration& ehr = chosenEhr(state);
  const auto base = oauth::parseFhirBase(audience(state));
  if (!base.ok()) {
    failSignIn(state, Problem{base.error().code, ehr.fhirBase.host, ""});
  } else if (namesEndpoints(ehr)) {
    onServerFound(state, effects, configuredServer(ehr, *base));
  } else {
    ask(state, effects, *base, {.fhirBase = audience(state), .source = firstSource(ehr)});
  }
}

void receive(State& state, Effects& effects, const ForDiscovery& purpose, const Call& /*call*/,
             const Answer& answer) {
  // What one server says is never taken for what another one says: the user may have gone back and
  // chosen again before it answered.
  const bool isAwaited =
      state.signIn.step == SignInStep::Discovering && purpose.fhirBase == audience(state);
  if (!isAwaited) return;
  const auto base = oauth::parseFhirBase(purpose.fhirBase);
  ForDiscovery next = purpose;
  if (!answer.ok()) {
    if (purpose.again || !isWorthAnother(answer)) return failSignIn(state, answer.error());
    next.again = true;
    return ask(state, effects, *base, std::move(next));
  }
  const auto fallback = sourceAfter(purpose.source);
  if (answer->status == 404 && fallback) {
    next.source = *fallback;
    return ask(state, effects, *base, std::move(next));
  }
  onServerFound(state, effects, processDiscovery(chosenEhr(state), *base, purpose.source, *answer));
}

std::string pressText(Task task, std::size_t ehr) {
  return std::to_string(static_cast<int>(task)) + " " + std::to_string(ehr);
}

bool canAskFromHere(State& state, Effects& effects, std::size_t ehr, Task task) {
  const EhrConfiguration& asked = state.configuration.ehrs[ehr];
  const auto issuer = net::parseUrl(asked.issuer);
  if (isOpen(state, asked.fhirBase.origin()) && (!issuer || isOpen(state, issuer->origin()))) {
    return true;
  }
  effects.emplace_back(StoreAuthorization{std::string(kPressKey), pressText(task, ehr)});
  effects.emplace_back(Navigate{state.pageUrl->text()});
  return false;
}

}  // namespace app
