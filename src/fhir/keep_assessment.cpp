#include <cmath>

#include "fhir/assessment_codes.h"
#include "fhir/kept.h"

namespace fhir {
namespace {

const Coding* codingOf(const Concept& code, std::string_view system) {
  for (const Coding& each : code.codings) {
    if (each.system == system) return &each;
  }
  return nullptr;
}

bool carriesOurIdentifier(const json::Value& resource) {
  for (const json::Value& each : json::array(resource, "identifier")) {
    if (json::text(each, "system") == kAssessmentSystem) return true;
  }
  return false;
}

bool counts(std::string_view status) {
  return status == "final" || status == "amended" || status == "corrected";
}

void readPerformer(const json::Value& resource, EarlierAssessment& found) {
  const json::Value* performer = json::member(resource, "performer");
  if (performer == nullptr) return;
  if (performer->is_array()) {
    if (performer->empty()) return;
    performer = &performer->front();
  }
  found.performer = json::text(*performer, "display");
  if (found.performer.empty()) found.performer = json::text(*performer, "reference");
}

/// The years between the ages or dates of `whenRange`; empty when it is not a whole number of
/// years.
std::optional<int> horizonOf(const json::Value& prediction) {
  const json::Value* range = json::member(prediction, "whenRange");
  if (range == nullptr) return std::nullopt;
  const json::Value* low = json::member(*range, "low");
  const json::Value* high = json::member(*range, "high");
  const auto from = low == nullptr ? std::nullopt : json::number(*low, "value");
  const auto to = high == nullptr ? std::nullopt : json::number(*high, "value");
  if (!to) return std::nullopt;
  const double years = *to - from.value_or(0);
  constexpr double kLongest = 100;
  if (years <= 0 || years > kLongest || std::floor(years) != years) return std::nullopt;
  return static_cast<int>(years);
}

std::optional<EarlierAssessment> keepRiskAssessment(const json::Value& resource) {
  constexpr double kPercent = 100;
  const auto& predictions = json::array(resource, "prediction");
  if (predictions.empty()) return std::nullopt;
  EarlierAssessment found;
  const json::Value& prediction = predictions.front();
  const Concept method = readConcept(resource, "method");
  const Concept outcome = readConcept(prediction, "outcome");
  if (const Coding* model = codingOf(method, kModelSystem)) found.modelId = model->code;
  const Coding* ours = codingOf(outcome, kOutcomeSystem);
  found.outcome = ours == nullptr ? outcome.words() : ours->code;
  found.title = method.words();
  // STU3 and R4 give a fraction as probabilityDecimal; STU3 says it is a percentage.
  found.probability = json::number(prediction, "probabilityDecimal");
  if (found.probability && *found.probability > 1) *found.probability /= kPercent;
  if (found.probability && (*found.probability < 0 || *found.probability > 1)) {
    found.probability.reset();
  }
  found.horizonYears = horizonOf(prediction);
  if (const auto when = occurrence(resource, "occurrence")) found.date = when->date;
  return found;
}

std::optional<EarlierAssessment> keepRiskObservation(const json::Value& resource) {
  constexpr double kPercent = 100;
  const RiskObservationCode* known = nullptr;
  const Concept code = readConcept(resource, "code");
  for (const Coding& each : code.codings) {
    if (known == nullptr && codeSystem(each.system) == CodeSystem::Loinc) {
      known = riskObservationCode(each.code);
    }
  }
  if (known == nullptr) return std::nullopt;
  EarlierAssessment found;
  found.title = known->title;
  found.outcome = known->outcome;
  found.horizonYears = known->horizonYears;
  const Concept method = readConcept(resource, "method");
  if (const Coding* model = codingOf(method, kModelSystem)) {
    found.modelId = model->code;
  }
  const json::Value* quantity = json::member(resource, "valueQuantity");
  const auto value = quantity == nullptr ? std::nullopt : json::number(*quantity, "value");
  const bool isRisk =
      value && *value >= 0 && *value <= kPercent && json::text(*quantity, "comparator").empty();
  if (isRisk) found.probability = *value / kPercent;
  if (const auto when = occurrence(resource, "effective")) found.date = when->date;
  return found;
}

}  // namespace

std::optional<EarlierAssessment> keepAssessment(const json::Value& resource) {
  if (!counts(json::text(resource, "status"))) return std::nullopt;
  auto found = json::text(resource, "resourceType") == "RiskAssessment"
                   ? keepRiskAssessment(resource)
                   : keepRiskObservation(resource);
  if (!found || found->date.year == 0) return std::nullopt;
  found->ours = carriesOurIdentifier(resource);
  readPerformer(resource, *found);
  return found;
}

}  // namespace fhir
