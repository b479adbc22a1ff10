#include "app/patient_flow.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/navigation.h"
#include "fhir/search.h"
#include "oauth/scopes.h"

namespace app {
namespace {

using fhir::Completeness;
using fhir::RecordKind;

std::string_view resourceType(RecordKind kind) {
  switch (kind) {
    case RecordKind::Patient:
      return "Patient";
    case RecordKind::Observation:
      return "Observation";
    case RecordKind::Condition:
      return "Condition";
    case RecordKind::MedicationRequest:
      return "MedicationRequest";
    case RecordKind::MedicationStatement:
      return "MedicationStatement";
    case RecordKind::Procedure:
      return "Procedure";
    case RecordKind::RiskAssessment:
      return "RiskAssessment";
  }
  return "";
}

/// Kinds that many servers do not have at all: their absence is no failure.
bool isOptional(RecordKind kind) {
  return kind == RecordKind::MedicationStatement || kind == RecordKind::RiskAssessment;
}

bool isSettled(const KindLoad& kind) {
  return kind.load.phase == LoadPhase::Done || kind.load.phase == LoadPhase::Failed;
}

void settle(State& state, RecordKind kind, LoadPhase phase, Completeness completeness,
            std::optional<Problem> problem = std::nullopt) {
  Load& load = state.patient->kind(kind).load;
  load.phase = phase;
  load.problem = std::move(problem);
  state.patient->reader.setCompleteness(kind, completeness);
  refreshRecord(state);
}

void fail(State& state, RecordKind kind, Problem problem) {
  settle(state, kind, LoadPhase::Failed, Completeness::Failed, std::move(problem));
}

void request(State& state, Effects& effects, RecordKind kind, std::string url) {
  state.patient->kind(kind).load.phase = LoadPhase::Loading;
  readFromEhr(state, effects, ForRecord{state.patient->id, kind}, std::move(url));
}

/// Sends the first page of a search.
void begin(State& state, Effects& effects, fhir::Search search) {
  const oauth::NamedFhirBase& base = *state.signedIn->request.server.fhirBase;
  KindLoad& load = state.patient->kind(search.kind);
  const std::string url = base.below(search.url);
  load.load = Load{};
  load.paging.emplace(base.url.text(), url);
  load.search = std::move(search);
  request(state, effects, load.search.kind, url);
}

void load(State& state, Effects& effects, RecordKind kind) {
  const auto& permissions = state.signedIn->life.tokens()->permissions;
  const auto interaction =
      kind == RecordKind::Patient ? oauth::Interaction::Read : oauth::Interaction::Search;
  const auto access = permissions.access(resourceType(kind), interaction);
  if (access == oauth::Access::None) {
    if (isOptional(kind)) {
      settle(state, kind, LoadPhase::Done, Completeness::NotOffered);
    } else {
      fail(state, kind, Problem{ProblemCode::NotPermitted, "", ""});
    }
    return;
  }
  begin(state, effects, fhir::searchFor(kind, state.patient->id));
}

std::string hostOf(const Call& call) {
  const auto url = net::parseUrl(call.request.url);
  return url ? url->host : std::string{};
}

/// An answer with an error status: a simpler search, an absence that is no failure, or a failure.
void receiveRefusal(State& state, Effects& effects, RecordKind kind, const Call& call,
                    const net::Response& response) {
  const KindLoad& load = state.patient->kind(kind);
  if (load.load.pages == 0 && fhir::isWorthSimplerSearch(response.status)) {
    if (auto simpler = fhir::simplerSearch(load.search, state.patient->id)) {
      begin(state, effects, *std::move(simpler));
      return;
    }
    if (isOptional(kind)) {
      settle(state, kind, LoadPhase::Done, Completeness::NotOffered);
      return;
    }
  }
  if (load.load.pages > 0) {
    settle(state, kind, LoadPhase::Done, Completeness::CutShort, problemOf(response, hostOf(call)));
  } else {
    fail(state, kind, problemOf(response, hostOf(call)));
  }
}

/// A page that was read: goes on to the next, or settles the kind.
void receivePage(State& state, Effects& effects, RecordKind kind, const net::Response& response,
                 const fhir::DocumentOutcome& outcome) {
  KindLoad& load = state.patient->kind(kind);
  ++load.load.pages;
  if (!outcome.problems.empty()) {
    settle(state, kind, LoadPhase::Done, Completeness::CutShort,
           Problem{outcome.problems.front().code, "", outcome.problems.front().message});
    return;
  }
  if (!outcome.next) {
    settle(state, kind, LoadPhase::Done, Completeness::Complete);
    return;
  }
  auto next = load.paging->follow(*outcome.next, outcome.resources, response.body.size());
  if (!next.ok()) {
    settle(state, kind, LoadPhase::Done, Completeness::CutShort, Problem{next.error(), "", ""});
    return;
  }
  request(state, effects, kind, *std::move(next));
  refreshRecord(state);
}

/// The server answered with somebody else: nothing of what it sent may stay on the screen.
void closeForWrongPatient(State& state, Effects& effects, std::string host) {
  const std::string id = state.patient->id;
  cancelAll(state, effects);
  state.patient = PatientView{.id = id, .reader = fhir::RecordReader({.patientId = id})};
  for (KindLoad& kind : state.patient->kinds)
    kind.load.phase = LoadPhase::Failed;
  state.patient->kind(RecordKind::Patient).load.problem =
      Problem{fhir::AnswerErrorCode::WrongPatient, std::move(host), ""};
}

}  // namespace

void refreshRecord(State& state) {
  PatientView& view = *state.patient;
  view.record = view.reader.record(view.id, today(state.now));
  view.assessment.reset();
  view.whatIf.reset();
  const bool settled = std::all_of(view.kinds.begin(), view.kinds.end(), isSettled);
  if (!view.record || !settled) return;
  view.assessment = assess(*view.record);
  view.whatIf = beginWhatIf(*view.assessment);
}

void openPatient(State& state, Effects& effects, const std::string& id) {
  const std::string base = state.signedIn->request.server.fhirBase->url.text();
  state.patient =
      PatientView{.id = id, .reader = fhir::RecordReader({.patientId = id, .base = base})};
  showScreen(state, effects, Screen::Patient);
  for (const RecordKind kind : fhir::kRecordKinds) {
    load(state, effects, kind);
    // Loading ends the session when its token has run out.
    if (!state.signedIn) return;
  }
}

void onPatientChosen(State& state, Effects& effects, const PatientChosen& event) {
  if (state.signedIn && fhir::isResourceId(event.id)) openPatient(state, effects, event.id);
}

void onRetryPressed(State& state, Effects& effects, const RetryPressed& event) {
  if (!state.signedIn || !state.patient) return;
  if (event.kind == RecordKind::Patient) {
    openPatient(state, effects, std::string(state.patient->id));
    return;
  }
  state.patient->assessment.reset();
  state.patient->whatIf.reset();
  load(state, effects, event.kind);
}

void onWhatIfChanged(State& state, const WhatIfChanged& event) {
  if (!state.patient || !state.patient->assessment) return;
  state.patient->whatIf = tryValues(*state.patient->assessment, event.inputs, event.therapies);
}

void onWhatIfReset(State& state) {
  if (!state.patient || !state.patient->assessment) return;
  state.patient->whatIf = beginWhatIf(*state.patient->assessment);
}

void receive(State& state, Effects& effects, const ForRecord& purpose, const Call& call,
             const Answer& answer) {
  if (!state.patient || state.patient->id != purpose.patient) return;
  if (!answer.ok()) {
    const bool some = state.patient->kind(purpose.kind).load.pages > 0;
    settle(state, purpose.kind, some ? LoadPhase::Done : LoadPhase::Failed,
           some ? Completeness::CutShort : Completeness::Failed, answer.error());
    return;
  }
  if (answer->status != 200) {
    receiveRefusal(state, effects, purpose.kind, call, *answer);
    return;
  }
  const auto outcome = state.patient->reader.readPage(purpose.kind, answer->body);
  if (outcome.error && outcome.error->code == fhir::AnswerErrorCode::WrongPatient) {
    closeForWrongPatient(state, effects, hostOf(call));
  } else if (outcome.error) {
    fail(state, purpose.kind, Problem{outcome.error->code, hostOf(call), outcome.error->detail});
  } else {
    receivePage(state, effects, purpose.kind, *answer, outcome);
  }
}

}  // namespace app
