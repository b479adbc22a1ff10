#pragma once

#include "fhir/clinical_record.h"
#include "risk/inputs.h"

namespace fhir {

/// The record's facts as the risk models take them. Questions and unknown facts stay empty; a
/// cholesterol keeps the unit in which it was measured.
risk::Inputs toInputs(const ClinicalRecord& record);

/// True when Conditions were not read to their end and no cardiovascular disease was found in them:
/// whether a primary-prevention model applies is then unknown, and no risk may be given.
bool isPriorDiseaseUnread(const ClinicalRecord& record);

}  // namespace fhir
