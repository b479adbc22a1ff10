#include "app/connection_check_flow.h"

#include "app/navigation.h"
#include "oauth/discovery.h"
#include "oauth/fhir_base.h"

namespace app {
namespace {

const EhrConfiguration& checkedEhr(const State& state) {
  return state.configuration.ehrs[state.connectionCheck->ehr];
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
  send(state, effects, ForCheckedDiscovery{}, oauth::smartConfigurationRequest(*base));
  send(state, effects, ForCheckedCapability{}, oauth::capabilityStatementRequest(*base));
}

void receive(State& state, Effects& /*effects*/, const ForCheckedDiscovery& /*purpose*/,
             const Call& /*call*/, const Answer& answer) {
  if (!state.connectionCheck) return;
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
