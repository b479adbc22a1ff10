#pragma once

#include <string>

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// The assessment as plain text for the clinical note: result with endpoint, horizon, band and
/// model, every input with its date, and what was assumed, missing, stale or answered. No name: the
/// note stands in the patient's record already. Lines end with '\n'.
/// REQUIRES: `patient` has a record and an assessment.
std::string clinicalNote(const Surface& surface, const app::PatientView& patient);

}  // namespace ui
