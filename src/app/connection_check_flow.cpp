#include "app/connection_check_flow.h"

#include "app/discovery.h"
#include "app/discovery_flow.h"
#include "app/navigation.h"
#include "app/sign_in_flow.h"
#include "oauth/fhir_base.h"

namespace app {
namespace {

const EhrConfiguration& checkedEhr(const State& state) {
  return state.configuration.ehrs[state.connectionCheck->ehr];
}

void ask(State& state, Effects& effects, const oauth::FhirBase& base,
         oauth::DiscoverySource source) {
  send(state, effects, ForCheckedDiscovery{source},
       discoveryRequest(checkedEhr(state), base, source));
}

void reportWhenAnswered(State& state) {
  ConnectionCheck& check = *state.connectionCheck;
  if (!check.discovery || !check.capability) return;
  check.report = reportConnection(checkedEhr(state), state.configuration.redirectUri,
                                  *check.discovery, *check.capability);
}

}  // namespace

void onConnectionCheckPressed(State& state, Effects& effects, const ConnectionCheckPressed& event) {
  if (event.ehr >= state.configuration.ehrs.size() || state.signedIn) return;
  if (!canAskFromHere(state, effects, event.ehr, Task::CheckConnection)) return;
  cancelAll(state, effects);
  state.signIn = SignIn{.ehr = event.ehr};
  state.connectionCheck = ConnectionCheck{.ehr = event.ehr};
  showScreen(state, effects, Screen::ConnectionCheck);
  const auto base = oauth::parseFhirBase(checkedEhr(state).audience);
  if (!base.ok()) {
    const Answer refused = base::failure(Problem{base.error().code, "", ""});
    state.connectionCheck->report =
        reportConnection(checkedEhr(state), state.configuration.redirectUri, refused, refused);
    return;
  }
  ask(state, effects, *base, firstSource(checkedEhr(state)));
  send(state, effects, ForCheckedCapability{}, oauth::capabilityStatementRequest(*base));
}

void receive(State& state, Effects& effects, const ForCheckedDiscovery& purpose,
             const Call& /*call*/, const Answer& answer) {
  if (!state.connectionCheck) return;
  // The CapabilityStatement is asked for anyway.
  const auto fallback = sourceAfter(purpose.source);
  const bool isMissing = answer.ok() && answer->status == 404;
  if (isMissing && fallback == oauth::DiscoverySource::OpenIdConfiguration) {
    const auto base = oauth::parseFhirBase(checkedEhr(state).audience);
    ask(state, effects, *base, *fallback);
    return;
  }
  state.connectionCheck->discovery = answer;
  reportWhenAnswered(state);
}

void receive(State& state, Effects& /*effects*/, const ForCheckedCapability& /*purpose*/,
             const Call& /*call*/, const Answer& answer) {
  if (!state.connectionCheck) return;
  state.connectionCheck->capability = answer;
  reportWhenAnswered(state);
}

}  // namespace app
