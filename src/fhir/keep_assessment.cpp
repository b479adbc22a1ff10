#include <algorithm>
#include <cmath>
#include <utility>

#include "fhir/assessment_codes.h"
#include "fhir/kept.h"
#include "fhir/operation_outcome.h"
#include "fhir/words.h"

namespace fhir {
namespace {

constexpr double kPercent = 100;

const Coding* codingOf(const Concept& code, std::string_view system) {
  for (const Coding& each : code.codings) {
    if (each.system == system) return &each;
  }
  return nullptr;
}

const RiskObservationCode* riskCodeOf(const Concept& code) {
  for (const Coding& each : code.codings) {
    if (codeSystem(each.system) != CodeSystem::Loinc) continue;
    if (const RiskObservationCode* known = riskObservationCode(each.code)) return known;
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

std::string performerOf(const json::Value& resource) {
  const json::Value* performer = json::member(resource, "performer");
  if (performer == nullptr) return {};
  if (performer->is_array()) {
    if (performer->empty()) return {};
    performer = &performer->front();
  }
  const std::string_view display = json::text(*performer, "display");
  return std::string(display.empty() ? json::text(*performer, "reference") : display);
}

/// The unit of a quantity in lower case: its code, else its text.
std::string unitOf(const json::Value& quantity) {
  const std::string_view code = json::text(quantity, "code");
  return lowerCase(code.empty() ? json::text(quantity, "unit") : code);
}

bool isPercent(std::string_view unit) {
  return unit == "%" || unit == "percent" || unit == "per cent";
}

/// A probability of 0..1 from a number that is one, or that is a percentage.
std::optional<double> probabilityFrom(double value, bool isPercentage) {
  if (isPercentage) value /= kPercent;
  return value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// FHIR R4 says that probabilityDecimal is a percentage, and its own examples give a fraction, as
/// this program does. What is above one can only be a percentage.
std::optional<double> probabilityOf(const json::Value& prediction) {
  const auto value = json::number(prediction, "probabilityDecimal");
  return value ? probabilityFrom(*value, *value > 1) : std::nullopt;
}

/// A probability as a quantity: in per cent, or as a fraction where UCUM's "1" says so. Without a
/// unit, what is above one can only be a percentage; what is not could be either.
std::optional<double> probabilityOfQuantity(const json::Value& quantity) {
  const auto value = json::number(quantity, "value");
  if (!value || !json::text(quantity, "comparator").empty()) return std::nullopt;
  const std::string unit = unitOf(quantity);
  if (isPercent(unit) || (unit.empty() && *value > 1)) return probabilityFrom(*value, true);
  return unit == "1" ? probabilityFrom(*value, false) : std::nullopt;
}

/// The bounds of probabilityRange: per cent, also where they do not say so (FHIR R4 ras-2).
std::optional<ProbabilityRange> rangeOf(const json::Value& prediction) {
  const json::Value* range = json::member(prediction, "probabilityRange");
  if (range == nullptr) return std::nullopt;
  const auto bound = [range](std::string_view key) -> std::optional<double> {
    const json::Value* quantity = json::member(*range, key);
    if (quantity == nullptr) return std::nullopt;
    const std::string unit = unitOf(*quantity);
    const auto value = json::number(*quantity, "value");
    if (!value || !(unit.empty() || unit == "1" || isPercent(unit))) return std::nullopt;
    return probabilityFrom(*value, unit != "1");
  };
  const auto lowest = bound("low");
  const auto highest = bound("high");
  const ProbabilityRange found{lowest.value_or(0), highest.value_or(1)};
  if ((!lowest && !highest) || found.lowest > found.highest) return std::nullopt;
  return found;
}

std::optional<double> yearsOf(const json::Value& quantity) {
  struct Unit {
    std::string_view name;
    double perYear;
  };
  constexpr Unit kUnits[] = {{"", 1},         {"a", 1},        {"y", 1},      {"yr", 1},
                             {"year", 1},     {"years", 1},    {"yrs", 1},    {"mo", 12},
                             {"month", 12},   {"months", 12},  {"wk", 52.18}, {"d", 365.25},
                             {"day", 365.25}, {"days", 365.25}};
  const auto value = json::number(quantity, "value");
  const std::string unit = unitOf(quantity);
  const auto* found = std::find_if(std::begin(kUnits), std::end(kUnits),
                                   [&](const Unit& each) { return each.name == unit; });
  if (!value || found == std::end(kUnits)) return std::nullopt;
  return *value / found->perYear;
}

/// A whole number of years; a calendar's leap days do not make it anything else.
std::optional<int> wholeYears(double years) {
  constexpr double kLongest = 100;
  constexpr double kTolerance = 0.02;
  if (!(years > kTolerance && years <= kLongest)) return std::nullopt;
  const double nearest = std::round(years);
  if (std::abs(years - nearest) > kTolerance) return std::nullopt;
  return static_cast<int>(nearest);
}

/// The years between the ages of `whenRange`. One bound alone is a span of time as long as it is no
/// age of somebody who is assessed.
std::optional<int> yearsOfRange(const json::Value& range) {
  constexpr double kLongestSpan = 30;
  const json::Value* low = json::member(range, "low");
  const json::Value* high = json::member(range, "high");
  const auto to = high == nullptr ? std::nullopt : yearsOf(*high);
  if (!to) return std::nullopt;
  if (low == nullptr) return *to <= kLongestSpan ? wholeYears(*to) : std::nullopt;
  const auto from = yearsOf(*low);
  return from ? wholeYears(*to - *from) : std::nullopt;
}

std::optional<int> yearsOfPeriod(const json::Value& period, const Timestamp& assessed) {
  constexpr double kMicrosecondsPerYear = 365.25 * 24 * 3600 * 1e6;
  const auto end = timestamp(period, "end");
  if (!end) return std::nullopt;
  const Timestamp start = timestamp(period, "start").value_or(assessed);
  const auto span = static_cast<double>(end->microsecondsOfEpoch - start.microsecondsOfEpoch);
  return wholeYears(span / kMicrosecondsPerYear);
}

std::optional<int> horizonOf(const json::Value& prediction, const Timestamp& assessed) {
  if (const auto* range = json::member(prediction, "whenRange")) return yearsOfRange(*range);
  const auto* period = json::member(prediction, "whenPeriod");
  return period == nullptr ? std::nullopt : yearsOfPeriod(*period, assessed);
}

bool isEmpty(const Concept& code) {
  return code.codings.empty() && code.text.empty();
}

bool isCardiovascular(const Concept& code) {
  if (namesCardiovascular(code.allWords())) return true;
  return std::any_of(code.codings.begin(), code.codings.end(), [](const Coding& each) {
    return each.system == kModelSystem || each.system == kOutcomeSystem ||
           (codeSystem(each.system) == CodeSystem::Snomed && isCardiovascularCode(each.code));
  });
}

/// One prediction; empty when it is about something else than heart and vessels.
std::optional<EarlierAssessment> keepPrediction(const json::Value& resource,
                                                const json::Value& prediction,
                                                const Timestamp& when) {
  const Concept method = readConcept(resource, "method");
  const Concept code = readConcept(resource, "code");
  const Concept outcome = readConcept(prediction, "outcome");
  const RiskObservationCode* known = riskCodeOf(code);
  // The outcome decides; where it is not named, what the assessment is called.
  const bool isWanted = isEmpty(outcome) ? (isEmpty(method) && isEmpty(code)) || known != nullptr ||
                                               isCardiovascular(method) || isCardiovascular(code)
                                         : isCardiovascular(outcome) || isCardiovascular(method);
  if (!isWanted) return std::nullopt;
  EarlierAssessment found;
  if (const Coding* model = codingOf(method, kModelSystem)) found.modelId = model->code;
  const Coding* ours = codingOf(outcome, kOutcomeSystem);
  found.outcome = ours == nullptr ? outcome.words() : ours->code;
  if (found.outcome.empty() && known != nullptr) found.outcome = known->outcome;
  found.title = isEmpty(method) ? code.words() : method.words();
  found.probability = probabilityOf(prediction);
  if (!found.probability) found.range = rangeOf(prediction);
  if (!found.probability && !found.range) {
    found.words = inertText(readConcept(prediction, "qualitativeRisk").words());
  }
  found.horizonYears = horizonOf(prediction, when);
  return found;
}

KeptAssessments keepRiskAssessment(const json::Value& resource, const Timestamp& when) {
  KeptAssessments kept;
  for (const json::Value& each : json::array(resource, "prediction")) {
    if (auto found = keepPrediction(resource, each, when)) {
      kept.predictions.push_back(*std::move(found));
    }
  }
  return kept;
}

/// The value as the record writes it, where it is no probability.
std::string valueInWords(const json::Value& resource) {
  const json::Value* quantity = json::member(resource, "valueQuantity");
  if (quantity == nullptr) {
    const std::string words = readConcept(resource, "valueCodeableConcept").words();
    return inertText(words.empty() ? json::text(resource, "valueString") : words);
  }
  const json::Value* value = json::member(*quantity, "value");
  if (value == nullptr || !value->is_number()) return {};
  std::string words(json::text(*quantity, "comparator"));
  words += value->dump();
  const std::string_view unit = json::text(*quantity, "unit");
  if (!unit.empty()) words += " " + std::string(unit);
  return inertText(words);
}

KeptAssessments keepRiskObservation(const json::Value& resource) {
  const RiskObservationCode* known = riskCodeOf(readConcept(resource, "code"));
  if (known == nullptr) return {};
  EarlierAssessment found;
  found.title = known->title;
  found.outcome = known->outcome;
  found.horizonYears = known->horizonYears;
  const Concept method = readConcept(resource, "method");
  if (const Coding* model = codingOf(method, kModelSystem)) found.modelId = model->code;
  if (const json::Value* quantity = json::member(resource, "valueQuantity")) {
    found.probability = probabilityOfQuantity(*quantity);
  }
  if (!found.probability) found.words = valueInWords(resource);
  return {{std::move(found)}};
}

}  // namespace

std::optional<KeptAssessments> keepAssessment(const json::Value& resource) {
  if (!counts(json::text(resource, "status"))) return std::nullopt;
  const bool isRiskAssessment = json::text(resource, "resourceType") == "RiskAssessment";
  const auto when = occurrence(resource, isRiskAssessment ? "occurrence" : "effective");
  if (!when) return std::nullopt;
  KeptAssessments kept =
      isRiskAssessment ? keepRiskAssessment(resource, *when) : keepRiskObservation(resource);
  if (kept.predictions.empty()) return std::nullopt;
  for (EarlierAssessment& each : kept.predictions) {
    each.date = when->date;
    each.ours = carriesOurIdentifier(resource);
    each.performer = performerOf(resource);
  }
  return kept;
}

}  // namespace fhir
