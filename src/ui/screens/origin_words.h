#pragma once

#include <string>
#include <vector>

#include "app/assessment.h"
#include "fhir/clinical_record.h"
#include "risk/inputs.h"
#include "ui/surface.h"
#include "ui/widgets/hint.h"

namespace ui {

/// Where the value of `input` comes from: resource, code, status, the value as it was recorded and
/// as the equation of `result` takes it, why it was chosen, what was passed over, and how much of
/// the number hangs on it where it is in doubt. Empty when nothing gave it.
std::vector<HintLine> originInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                                    const app::Assessment& assessment,
                                    const risk::OutcomeResult& result, risk::Input input);

/// What the equation takes, beside what was recorded where that differs: "5.4 mmol/L = 208.8
/// mg/dL".
std::string asTaken(const Surface& surface, const fhir::ClinicalRecord& record,
                    const app::Assessment& assessment, const risk::Model& model, risk::Input input);

/// The place of the outcome among its model's.
std::size_t indexOf(const risk::OutcomeResult& result);

}  // namespace ui
