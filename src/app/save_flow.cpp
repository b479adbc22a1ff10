#include "app/save_flow.h"

#include <utility>

#include "app/assessment_to_write.h"
#include "app/patient_flow.h"
#include "app/sign_in_flow.h"

namespace app {
namespace {

using fhir::WrittenKind;

std::string_view typeOf(WrittenKind kind) {
  return kind == WrittenKind::RiskAssessment ? "RiskAssessment" : "Observation";
}

Permission permissionToCreate(const State& state, WrittenKind kind) {
  return app::permissionToCreate(state.signedIn->life.tokens()->permissions, typeOf(kind));
}

void fail(Save& save, SaveFailureCode code, std::string detail = {}) {
  save.step = SaveStep::Failed;
  save.failure = SaveFailure{code, std::move(detail)};
}

std::string fhirBase(const State& state) {
  return state.signedIn->request.server.fhirBase->url.text();
}

void write(State& state, Effects& effects, WrittenKind kind) {
  Save& save = *state.patient->save;
  save.step = SaveStep::Saving;
  save.kind = kind;
  save.acknowledged.reset();
  save.failure.reset();
  requestFromEhr(state, effects, ForSave{state.patient->id, kind},
                 fhir::createRequest(fhirBase(state), kind, save.resource(kind),
                                     fhir::assessmentIdentifier(save.assessment)));
}

/// Asks the server what it holds: under the name that it gave, else under our identifier.
void look(State& state, Effects& effects) {
  Save& save = *state.patient->save;
  save.step = SaveStep::Looking;
  save.failure.reset();
  const bool isNamed = save.acknowledged && !save.acknowledged->reference.empty();
  requestFromEhr(state, effects, ForSaveSearch{state.patient->id, save.kind},
                 isNamed ? fhir::readBackRequest(fhirBase(state), save.acknowledged->reference)
                         : fhir::findRequest(fhirBase(state), save.kind,
                                             fhir::assessmentIdentifier(save.assessment)));
}

/// The kind to begin with, or the step that has to come first.
struct Plan {
  SaveStep step = SaveStep::Saving;
  WrittenKind kind = WrittenKind::RiskAssessment;
};

Plan planFor(const State& state) {
  const Save& save = *state.patient->save;
  const Permission assessment = permissionToCreate(state, WrittenKind::RiskAssessment);
  const Permission observation =
      save.observation ? permissionToCreate(state, WrittenKind::Observation) : Permission::Withheld;
  if (assessment == Permission::NotAsked) return {SaveStep::AskingPermission};
  if (save.alsoObservation && observation == Permission::NotAsked) {
    return {SaveStep::AskingPermission};
  }
  if (assessment == Permission::Granted) return {};
  if (observation == Permission::Granted) return {SaveStep::Saving, WrittenKind::Observation};
  return {SaveStep::Failed};
}

/// The server has no place for a RiskAssessment, or its authorization server does not know the
/// scope: the Observation takes its place where the model may carry its code.
void writeObservationInstead(State& state, Effects& effects, std::string detail) {
  Save& save = *state.patient->save;
  if (!save.observation) {
    fail(save, SaveFailureCode::NotOffered, std::move(detail));
    return;
  }
  save.needsObservation = true;
  switch (permissionToCreate(state, WrittenKind::Observation)) {
    case Permission::Granted:
      write(state, effects, WrittenKind::Observation);
      return;
    case Permission::NotAsked:
      save.step = SaveStep::AskingPermission;
      return;
    case Permission::Withheld:
      fail(save, SaveFailureCode::PermissionWithheld);
      return;
  }
}

/// One resource is stored: shows it in the history, and goes on to the next one.
void stored(State& state, Effects& effects, fhir::Saved saved) {
  PatientView& patient = *state.patient;
  Save& save = *patient.save;
  addToHistory(state, saved.resource);
  const bool wasFirst = save.kind == WrittenKind::RiskAssessment;
  save.saved.push_back(std::move(saved));
  save.step = SaveStep::Saved;
  const bool observationFollows =
      wasFirst && save.alsoObservation &&
      permissionToCreate(state, WrittenKind::Observation) == Permission::Granted;
  if (observationFollows) write(state, effects, WrittenKind::Observation);
}

void refused(State& state, Effects& effects, const fhir::SaveError& error) {
  Save& save = *state.patient->save;
  switch (error.code) {
    case fhir::SaveErrorCode::NotPermitted:
      fail(save, SaveFailureCode::NotPermitted, error.detail);
      return;
    case fhir::SaveErrorCode::NotOffered:
      if (save.kind == WrittenKind::RiskAssessment) {
        writeObservationInstead(state, effects, error.detail);
      } else if (!save.saved.empty()) {
        save.step = SaveStep::Saved;
      } else {
        fail(save, SaveFailureCode::NotOffered, error.detail);
      }
      return;
    case fhir::SaveErrorCode::Refused:
      fail(save, SaveFailureCode::Refused, error.detail);
      return;
    case fhir::SaveErrorCode::WrongSubject:
      fail(save, SaveFailureCode::WrongSubject);
      return;
    case fhir::SaveErrorCode::ServerFailed:
      look(state, effects);
      return;
  }
}

/// The save that an answer belongs to; null when the user has gone on.
Save* saveOf(State& state, const std::string& patient, WrittenKind kind, SaveStep step) {
  if (!state.signedIn || !state.patient || state.patient->id != patient) return nullptr;
  auto& save = state.patient->save;
  return save && save->kind == kind && save->step == step ? &*save : nullptr;
}

/// The answer to look().
base::Result<std::optional<fhir::Saved>, fhir::SaveError> readLook(const Save& save,
                                                                   const Answer& answer) {
  if (!answer.ok()) return base::failure(fhir::SaveError{});
  const bool isNamed = save.acknowledged && !save.acknowledged->reference.empty();
  if (!isNamed) return fhir::readFindAnswer(save.kind, *answer, save.assessment);
  auto read = fhir::readBackAnswer(save.kind, *answer, save.assessment);
  if (!read.ok()) return base::failure(read.error());
  return std::optional(*std::move(read));
}

}  // namespace

Permission permissionToCreate(const oauth::Permissions& permissions,
                              std::string_view resourceType) {
  constexpr auto kCreate = oauth::Interaction::Create;
  if (permissions.access(resourceType, kCreate) != oauth::Access::None) return Permission::Granted;
  return permissions.asked().access(resourceType, kCreate) == oauth::Access::None
             ? Permission::NotAsked
             : Permission::Withheld;
}

bool canSave(const State& state) {
  return state.signedIn && !state.local && canWriteAssessment(state);
}

void onSavePressed(State& state) {
  if (!canSave(state)) return;
  PatientView& patient = *state.patient;
  state.panel = Panel::Save;
  if (patient.save && patient.save->isUnderWay()) return;
  Save save{.assessment = assessmentToWrite(state)};
  save.riskAssessment = fhir::riskAssessment(save.assessment);
  save.observation = fhir::riskObservation(save.assessment, *patient.record);
  save.alsoObservation =
      save.observation && state.configuration.ehrs[state.signedIn->ehr].saveObservation;
  save.performerName = state.signedIn->userName;
  patient.save = std::move(save);
}

void onSaveConfirmed(State& state, Effects& effects) {
  if (!canSave(state) || !state.patient->save) return;
  Save& save = *state.patient->save;
  if (save.step != SaveStep::Preview) return;  // a second press of the same button
  const Plan plan = planFor(state);
  if (plan.step == SaveStep::Saving) {
    write(state, effects, plan.kind);
  } else if (plan.step == SaveStep::Failed) {
    fail(save, SaveFailureCode::PermissionWithheld);
  } else {
    save.step = plan.step;
  }
}

void onSaveRetried(State& state, Effects& effects) {
  if (!canSave(state) || !state.patient->save) return;
  Save& save = *state.patient->save;
  if (save.step != SaveStep::Failed) return;
  switch (save.failure->code) {
    case SaveFailureCode::OutcomeUnknown:
      look(state, effects);
      return;
    case SaveFailureCode::PermissionWithheld:
      save.failure.reset();
      save.step = SaveStep::AskingPermission;
      return;
    case SaveFailureCode::NotPermitted:
    case SaveFailureCode::Refused:
    case SaveFailureCode::NotStored:
      write(state, effects, save.kind);
      return;
    case SaveFailureCode::NotOffered:
    case SaveFailureCode::WrongSubject:
      return;
  }
}

void onSaveResourceToggled(State& state) {
  if (!state.patient || !state.patient->save) return;
  state.patient->save->showsResource = !state.patient->save->showsResource;
}

void onSavePermissionAccepted(State& state, Effects& effects) {
  if (!canSave(state) || !state.patient->save) return;
  const Save& save = *state.patient->save;
  if (save.step != SaveStep::AskingPermission) return;
  std::vector<std::string> creates{"RiskAssessment"};
  const bool withheld =
      permissionToCreate(state, WrittenKind::RiskAssessment) == Permission::Withheld;
  if (save.observation && (save.alsoObservation || save.needsObservation || withheld)) {
    creates.emplace_back("Observation");
  }
  beginFurtherAuthorization(state, effects, std::move(creates), oauth::Intention::Save);
}

void resumeSave(State& state) {
  onSavePressed(state);
  if (!state.patient->save) return;
  if (planFor(state).step == SaveStep::Failed) {
    fail(*state.patient->save, SaveFailureCode::PermissionWithheld);
  }
}

void receive(State& state, Effects& effects, const ForSave& purpose, const Call& /*call*/,
             const Answer& answer) {
  if (saveOf(state, purpose.patient, purpose.kind, SaveStep::Saving) == nullptr) return;
  if (!answer.ok()) {
    look(state, effects);
    return;
  }
  auto saved = fhir::readCreateAnswer(purpose.kind, *answer, state.patient->save->assessment);
  if (!saved.ok()) {
    refused(state, effects, saved.error());
  } else if (saved->resource.empty()) {
    // A success that does not say what was stored: it is read from the server.
    state.patient->save->acknowledged = *std::move(saved);
    look(state, effects);
  } else {
    stored(state, effects, *std::move(saved));
  }
}

void receive(State& state, Effects& effects, const ForSaveSearch& purpose, const Call& /*call*/,
             const Answer& answer) {
  Save* save = saveOf(state, purpose.patient, purpose.kind, SaveStep::Looking);
  if (save == nullptr) return;
  const auto read = readLook(*save, answer);
  if (!read.ok() && read.error().code == fhir::SaveErrorCode::WrongSubject) {
    fail(*save, SaveFailureCode::WrongSubject);
    return;
  }
  std::optional<fhir::Saved> found = read.ok() ? *read : std::nullopt;
  if (found) {
    // That it is there now does not say that it was there before.
    found->alreadyStored = save->acknowledged && save->acknowledged->alreadyStored;
    stored(state, effects, *std::move(found));
  } else if (save->acknowledged) {
    stored(state, effects, fhir::Saved(*save->acknowledged));
  } else {
    fail(*save, read.ok() ? SaveFailureCode::NotStored : SaveFailureCode::OutcomeUnknown);
  }
}

}  // namespace app
