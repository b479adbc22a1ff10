#pragma once

#include <string_view>

/// How assessments are named in FHIR: what is written, and by what earlier ones are known again.
namespace fhir {

/// The system of the identifiers that this program gives its assessments.
inline constexpr std::string_view kAssessmentSystem =
    "https://framingham-on-fhir.example/NamingSystem/assessment";
/// The code system of this program's model and outcome ids.
inline constexpr std::string_view kModelSystem =
    "https://framingham-on-fhir.example/CodeSystem/risk-model";
inline constexpr std::string_view kOutcomeSystem =
    "https://framingham-on-fhir.example/CodeSystem/risk-outcome";

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

}  // namespace fhir
