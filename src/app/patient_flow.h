#pragma once

#include <string>
#include <string_view>

#include "app/calls.h"

/// Reading one patient: every kind of data in parallel, each to its last page, each with a failure
/// of its own. A kind that could not be read is unknown, never "none".
namespace app {

/// REQUIRES: `id` has passed oauth::isFhirId or came from a reader that checked it.
void openPatient(State& state, Effects& effects, const std::string& id);
void onPatientChosen(State& state, Effects& effects, const PatientChosen& event);
void onRetryPressed(State& state, Effects& effects, const RetryPressed& event);

/// Makes the record anew from what has been read, and assesses it once nothing is outstanding.
void refreshRecord(State& state);

/// Shows an assessment that the server has just stored, given as its JSON, among the earlier ones.
/// Nothing else of the record changes. Empty text changes nothing.
void addToHistory(State& state, std::string_view resource);

void onWhatIfChanged(State& state, const WhatIfChanged& event);
void onWhatIfReset(State& state);
void onWhatIfResetUndone(State& state);
/// Ends the offer to undo when its time is over, or when somebody else is on the screen.
void forgetOldReset(State& state);

void onQuestionAnswered(State& state, const QuestionAnswered& event);

void receive(State& state, Effects& effects, const ForRecord& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
