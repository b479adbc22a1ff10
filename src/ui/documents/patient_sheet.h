#pragma once

#include <string_view>

#include "app/document.h"
#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// One page for the patient: the number in people, what would help most, where the numbers come
/// from, the warning signs. Plain words; black and white will do.
/// REQUIRES: `patient` has a record and an assessment.
app::Document patientSheet(const Surface& surface, const app::PatientView& patient,
                           std::string_view emergencyNumber);

}  // namespace ui
