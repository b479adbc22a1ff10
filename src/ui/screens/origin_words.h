#pragma once

#include <vector>

#include "fhir/clinical_record.h"
#include "risk/inputs.h"
#include "ui/surface.h"
#include "ui/widgets/hint.h"

namespace ui {

/// Where the value of `input` comes from: resource, code, status, the value as it was recorded and
/// as it is used, why it was chosen and what was passed over. Empty when nothing gave it.
std::vector<HintLine> originInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                                    risk::Input input);

}  // namespace ui
