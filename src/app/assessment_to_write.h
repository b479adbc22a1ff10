#pragma once

#include "app/state.h"
#include "fhir/write.h"

namespace app {

/// True when there is a record with a number: nothing that was typed by hand is written.
bool canWriteAssessment(const State& state);

/// The headline of the patient on the screen, ready to be written: as the record gives it, never as
/// tried in a what-if. Without a session it names neither encounter nor performer.
/// REQUIRES: canWriteAssessment(state).
fhir::AssessmentToWrite assessmentToWrite(const State& state);

}  // namespace app
