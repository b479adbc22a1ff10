#pragma once

#include "app/state.h"
#include "fhir/write.h"

namespace app {

/// The headline of the patient on the screen, ready to be written: as the record gives it, never as
/// tried in a what-if.
/// REQUIRES: canSave(state).
fhir::AssessmentToWrite assessmentToWrite(const State& state);

}  // namespace app
