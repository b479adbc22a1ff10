#include "app/demonstration_flow.h"

#include <cstdint>
#include <utility>

#include "app/patient_flow.h"
#include "app/save_flow.h"
#include "app/sign_in_flow.h"
#include "fhir/operation_outcome.h"
#include "fhir/write.h"

namespace app {
namespace {

void fail(Demonstration& demonstration, Problem problem) {
  demonstration.step = DemonstrationStep::Failed;
  demonstration.problem = std::move(problem);
}

std::uint64_t seedOf(const Moment& moment) {
  constexpr double kSpread = 9007199254740992.0;  // 2^53: every double between 0 and 1 counts
  return static_cast<std::uint64_t>(moment.chance * kSpread);
}

net::Request transactionRequest(const State& state) {
  net::Request request;
  request.method = net::Method::Post;
  request.url = state.signedIn->request.server.fhirBase->url.text();
  request.headers = {{"Content-Type", "application/fhir+json"},
                     {"Accept", "application/fhir+json"}};
  request.body = fhir::demonstrationData(state.patient->id, today(state.now), seedOf(state.now));
  return request;
}

}  // namespace

bool canAddDemonstrationData(const State& state) {
  return state.signedIn && !state.local && state.patient && state.patient->record &&
         state.configuration.ehrs[state.signedIn->ehr].demonstration;
}

void onDemonstrationDataPressed(State& state) {
  if (!canAddDemonstrationData(state)) return;
  state.panel = Panel::DemonstrationData;
  auto& demonstration = state.patient->demonstration;
  if (demonstration && demonstration->step == DemonstrationStep::Writing) return;
  demonstration = Demonstration{};
}

void onDemonstrationDataConfirmed(State& state, Effects& effects) {
  if (!canAddDemonstrationData(state) || !state.patient->demonstration) return;
  Demonstration& demonstration = *state.patient->demonstration;
  if (demonstration.step != DemonstrationStep::Question) return;
  switch (permissionToCreate(state.signedIn->life.tokens()->permissions, "Observation")) {
    case Permission::Granted:
      demonstration.step = DemonstrationStep::Writing;
      requestFromEhr(state, effects, ForDemonstrationData{state.patient->id},
                     transactionRequest(state));
      return;
    case Permission::NotAsked:
      demonstration.step = DemonstrationStep::AskingPermission;
      return;
    case Permission::Withheld:
      fail(demonstration, Problem{ProblemCode::NotPermitted, "", ""});
      return;
  }
}

void onDemonstrationPermissionAccepted(State& state, Effects& effects) {
  if (!canAddDemonstrationData(state) || !state.patient->demonstration) return;
  if (state.patient->demonstration->step != DemonstrationStep::AskingPermission) return;
  beginFurtherAuthorization(state, effects, {"Observation"},
                            oauth::Intention::AddDemonstrationData);
}

void receive(State& state, Effects& effects, const ForDemonstrationData& purpose,
             const Call& /*call*/, const Answer& answer) {
  if (!state.signedIn || !state.patient || state.patient->id != purpose.patient) return;
  auto& demonstration = state.patient->demonstration;
  if (!demonstration || demonstration->step != DemonstrationStep::Writing) return;
  if (!answer.ok()) {
    fail(*demonstration, answer.error());
  } else if (answer->status < 200 || answer->status > 299) {
    Problem problem = problemOf(*answer, state.signedIn->request.server.fhirBase->url.host);
    if (auto issue = fhir::readOperationOutcome(answer->body)) problem.detail = issue->text;
    fail(*demonstration, std::move(problem));
  } else {
    openPatient(state, effects, purpose.patient);
  }
}

}  // namespace app
