#include "fhir/assessment_codes.h"

#include <algorithm>
#include <iterator>

namespace fhir {
namespace {

// Source: LOINC.
constexpr RiskObservationCode kRiskObservations[] = {
    {kGeneralCvdRisk, "Framingham general cardiovascular disease, 10 years", "general-cvd", 10},
    {"79423-0", "Atherosclerotic cardiovascular disease, pooled cohort equations", "ascvd", 10},
};

// Source: SNOMED CT, international edition. Framingham's "hard" endpoints have no concept of their
// own; the nearest broader one is coded and the text says the rest.
constexpr OutcomeCode kOutcomes[] = {
    {"general-cvd", "49601007", "Disorder of cardiovascular system"},
    {"full-cvd", "49601007", "Disorder of cardiovascular system"},
    {"hard-cvd", "49601007", "Disorder of cardiovascular system"},
    {"total-cvd", "49601007", "Disorder of cardiovascular system"},
    {"cvd", "49601007", "Disorder of cardiovascular system"},
    {"chd", "53741008", "Coronary arteriosclerosis"},
    {"hard-chd", "53741008", "Coronary arteriosclerosis"},
    {"ascvd", "49601007", "Disorder of cardiovascular system"},
    {"heart-failure", "84114007", "Heart failure"},
};

}  // namespace

const RiskObservationCode* riskObservationCode(std::string_view loinc) {
  const auto found =
      std::find_if(std::begin(kRiskObservations), std::end(kRiskObservations),
                   [&](const RiskObservationCode& each) { return each.loinc == loinc; });
  return found == std::end(kRiskObservations) ? nullptr : &*found;
}

const OutcomeCode* outcomeCode(std::string_view outcome) {
  const auto found = std::find_if(std::begin(kOutcomes), std::end(kOutcomes),
                                  [&](const OutcomeCode& each) { return each.outcome == outcome; });
  return found == std::end(kOutcomes) ? nullptr : &*found;
}

}  // namespace fhir
