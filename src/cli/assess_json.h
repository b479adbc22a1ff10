#pragma once

#include <span>
#include <string>

#include "fhir/clinical_record.h"
#include "risk/assess.h"

namespace cli {

/// One patient's line of output, without the line break.
std::string assessmentLine(const fhir::ClinicalRecord& record,
                           std::span<const risk::OutcomeResult> results);

}  // namespace cli
