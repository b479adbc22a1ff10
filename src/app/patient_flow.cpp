#include "app/patient_flow.h"

#include <chrono>
#include <utility>

#include "app/demonstration_flow.h"
#include "app/navigation.h"
#include "app/save_flow.h"
#include "app/triage_flow.h"
#include "fhir/search.h"

namespace app {
namespace {

/// Long enough to read the offer and to reach its button.
constexpr std::chrono::seconds kUndoIsOffered{8};

using fhir::RecordKind;

void ask(State& state, Effects& effects, PageRequest page) {
  readFromEhr(state, effects, ForRecord{state.patient->id, page.kind}, std::move(page.url));
}

void load(State& state, Effects& effects, RecordKind kind) {
  if (auto page = beginKind(*state.patient, kind, *state.signedIn)) {
    ask(state, effects, *std::move(page));
  } else {
    refreshRecord(state);
  }
}

/// What was said, and what the user was at, counts for the same patient read anew.
void takeOverVisit(PatientView& view, const PatientView& before) {
  view.answers = before.answers;
  view.leftWith = before.leftWith;
  view.intention = before.intention;
}

/// Goes on where the user left for the record system.
void takeUpIntention(State& state) {
  const auto intention = std::exchange(state.patient->intention, std::nullopt);
  if (intention == oauth::Intention::Save) resumeSave(state);
  if (intention == oauth::Intention::AddDemonstrationData) onDemonstrationDataPressed(state);
}

}  // namespace

void refreshRecord(State& state) {
  PatientView& view = *state.patient;
  view.record = view.reader.record(view.id, today(state.now), state.configuration.ageLimits);
  view.assessment.reset();
  view.whatIf.reset();
  view.pastRisks.clear();
  if (!view.record || !view.isSettled()) return;
  view.questions = questionsOf(*view.record, view.answers, state.settings);
  const std::vector<risk::Input> answered = applyAnswers(*view.record, view.answers);
  view.assessment = assess(*view.record, state.settings);
  view.assessment->answered = answered;
  const auto tried = std::exchange(view.leftWith, std::nullopt);
  view.whatIf = tried ? tryAgain(*tried, *view.assessment) : beginWhatIf(*view.assessment);
  view.pastRisks = pastRisks(view.reader, *view.record, *view.assessment);
  noteAssessment(state);
  takeUpIntention(state);
}

void addToHistory(State& state, std::string_view resource) {
  PatientView& view = *state.patient;
  if (resource.empty() || !view.record) return;
  view.reader.read(resource);
  if (auto anew = view.reader.record(view.id, view.record->asOf, state.configuration.ageLimits)) {
    view.record->assessments = std::move(anew->assessments);
  }
}

void openPatient(State& state, Effects& effects, const std::string& id) {
  state.patient = PatientView(newReading(id, *state.signedIn));
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
    const PatientView before = *std::exchange(state.patient, std::nullopt);
    openPatient(state, effects, before.id);
    if (state.patient) takeOverVisit(*state.patient, before);
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
  if (state.patient->whatIf) {
    state.undoableReset = UndoableReset{.patient = state.patient->id,
                                        .values = *state.patient->whatIf,
                                        .until = state.now.clocks.monotonic + kUndoIsOffered};
  }
  state.patient->whatIf = beginWhatIf(*state.patient->assessment);
}

void onWhatIfResetUndone(State& state) {
  if (!state.undoableReset || !state.patient || !state.patient->assessment) return;
  state.patient->whatIf = std::exchange(state.undoableReset, std::nullopt)->values;
}

void forgetOldReset(State& state) {
  if (!state.undoableReset) return;
  const UndoableReset& reset = *state.undoableReset;
  if (state.now.clocks.monotonic >= reset.until || !state.patient || !state.patient->whatIf ||
      state.patient->id != reset.patient) {
    state.undoableReset.reset();
  }
}

void onQuestionAnswered(State& state, const QuestionAnswered& event) {
  if (!state.patient || !state.patient->assessment) return;
  state.patient->answers.erase(event.input);
  if (event.value) state.patient->answers.emplace(event.input, *event.value);
  refreshRecord(state);
}

void receive(State& state, Effects& effects, const ForRecord& purpose, const Call& call,
             const Answer& answer) {
  if (!state.signedIn || !state.patient || state.patient->id != purpose.patient) return;
  auto next = takeAnswer(*state.patient, purpose.kind, call, answer, *state.signedIn);
  if (isOfWrongPatient(*state.patient)) {
    // Nothing of what the server sent may stay on the screen.
    state.patient = PatientView(std::move(static_cast<PatientReading&>(*state.patient)));
    cancelAll(state, effects);
    restartReadings(state);
    return;
  }
  if (next) ask(state, effects, *std::move(next));
  // Asking ends the session when its token has run out.
  if (state.patient) refreshRecord(state);
}

}  // namespace app
