#pragma once

#include <string_view>

/// How assessments are named in FHIR: what is written, and by what earlier ones are known again.
namespace fhir {

// The systems below are random UUIDs as URNs (RFC 9562 section 4, FHIR R4 "uri"). This program is
// hosted by whoever wants to, so no web address stands for it: a domain may lapse and pass to
// somebody else, who would then own the meaning of what is in patients' records. A random UUID
// belongs to nobody else and needs no registration. They never change: by them earlier assessments
// are known again and doubles are told.

/// The system of the identifiers that this program gives its assessments.
inline constexpr std::string_view kAssessmentSystem =
    "urn:uuid:56b6c028-c7d1-48a9-929e-9b5766949691";
/// The code system of this program's model ids.
inline constexpr std::string_view kModelSystem = "urn:uuid:5f8b3dd7-4e05-43f1-932b-4ad3f62d0c5a";
/// The code system of this program's outcome ids.
inline constexpr std::string_view kOutcomeSystem = "urn:uuid:51a90f39-e1e8-4f47-8199-11870c02749d";

/// LOINC 65853-4: cardiovascular disease 10-year risk, Framingham general cardiovascular disease
/// equation (D'Agostino 2008). It fits no other model.
inline constexpr std::string_view kGeneralCvdRisk = "65853-4";

/// An Observation code that stands for a cardiovascular risk in per cent.
struct RiskObservationCode {
  std::string_view loinc;
  std::string_view title;
  std::string_view outcome;  ///< outcome id; empty when the code does not say
  int horizonYears;
};

/// The codes under which risks are found in records; null when it is none of them.
const RiskObservationCode* riskObservationCode(std::string_view loinc);

/// SNOMED CT's words for an outcome, for the coded prediction.
struct OutcomeCode {
  std::string_view outcome;  ///< outcome id
  std::string_view snomed;
  std::string_view display;
};
const OutcomeCode* outcomeCode(std::string_view outcome);

/// True when a SNOMED CT code, or words in lower case, name a disease of heart or vessels: what
/// tells others' cardiovascular assessments from those of falls, of thrombosis or of cancer.
bool isCardiovascularCode(std::string_view snomed);
bool namesCardiovascular(std::string_view lowerCaseWords);

}  // namespace fhir
