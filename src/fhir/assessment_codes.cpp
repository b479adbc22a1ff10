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

// Source: SNOMED CT, international edition; beside the outcomes above, those that others predict.
constexpr std::string_view kCardiovascular[] = {
    "22298006",   // Myocardial infarction
    "56265001",   // Heart disease
    "194828000",  // Angina pectoris
    "230690007",  // Cerebrovascular accident
    "414545008",  // Ischemic heart disease
};

constexpr std::string_view kCardiovascularWords[] = {
    "cardi", "heart",   "coronar", "cvd",    "chd",        "stroke",         "infarct", "vascular",
    "angin", "cerebro", "qrisk",   "score2", "framingham", "coraz\xC3\xB3n", "ictus",
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

bool isCardiovascularCode(std::string_view snomed) {
  return std::find(std::begin(kCardiovascular), std::end(kCardiovascular), snomed) !=
             std::end(kCardiovascular) ||
         std::any_of(std::begin(kOutcomes), std::end(kOutcomes),
                     [&](const OutcomeCode& each) { return each.snomed == snomed; });
}

bool namesCardiovascular(std::string_view lowerCaseWords) {
  return std::any_of(
      std::begin(kCardiovascularWords), std::end(kCardiovascularWords),
      [&](std::string_view each) { return lowerCaseWords.find(each) != std::string_view::npos; });
}

}  // namespace fhir
