#include "app/risk_trend.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "fhir/risk_inputs.h"

namespace app {
namespace {

using fhir::Answer;
using fhir::Fact;
using fhir::FindingCode;

/// A trend over less is the scatter of single readings.
constexpr int kLeastDaysBeforeToday = 180;
/// Readings of one check-up lie within this of each other.
constexpr int kLeastDaysApart = 90;
/// Each costs the making of a record.
constexpr std::size_t kMostDays = 24;
/// How far a saved number may be from the one computed anew, for it to be of the same values: saved
/// ones are rounded, often to whole per cents.
constexpr double kSameRisk = 0.0051;
constexpr int kYears = 10;

/// Whether the headline's model asks for it; facts and inputs are known by the same key.
bool isUsed(const Assessment& assessment, Fact fact) {
  const auto& inputs = assessment.headlineResult().outcome->inputs;
  return std::any_of(inputs.begin(), inputs.end(), [fact](const risk::InputUse& use) {
    const bool isOfRatio = use.input == risk::Input::TotalToHdlRatio &&
                           (fact == Fact::TotalCholesterol || fact == Fact::HdlCholesterol);
    return isOfRatio || risk::key(use.input) == fhir::key(fact);
  });
}

template <typename Facts>
std::vector<Fact> usedOf(const Facts& facts, const Assessment& assessment) {
  std::vector<Fact> used;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(used),
               [&](Fact fact) { return fact != Fact::Age && isUsed(assessment, fact); });
  return used;
}

bool isYes(const fhir::AnswerFact* answer) {
  return answer != nullptr && answer->answer == Answer::Yes;
}

/// Smoking is measured: what was said on that day stands. The others last: what began before that
/// day and is still in force was in force on it; their absence then is known by their absence now.
bool isAnswerKnown(Fact fact, const fhir::ClinicalRecord& then, const fhir::ClinicalRecord& now) {
  const fhir::AnswerFact* past = then.answer(fact);
  const fhir::AnswerFact* present = now.answer(fact);
  if (past == nullptr || past->answer == Answer::Question) return false;
  if (fact != Fact::Smoker && isYes(past) && isYes(present)) return true;
  if (past->origin.has(FindingCode::Stale)) return false;
  if (fact == Fact::Smoker || isYes(past)) return true;
  const bool isStillAbsent = past->assumed && present != nullptr && present->assumed;
  const bool hasEnded = fact == Fact::BloodPressureTreated && now.hasEndedBloodPressureTreatment;
  return isStillAbsent && !hasEnded;
}

bool isKnown(const fhir::ClinicalRecord& then, const fhir::ClinicalRecord& now,
             const Assessment& assessment) {
  for (const Fact fact : usedOf(fhir::kNumberFacts, assessment)) {
    const fhir::NumberFact* number = then.number(fact);
    if (number == nullptr || number->origin.has(FindingCode::Stale)) return false;
  }
  const std::vector<Fact> answers = usedOf(fhir::kAnswerFacts, assessment);
  return std::all_of(answers.begin(), answers.end(),
                     [&](Fact fact) { return isAnswerKnown(fact, then, now); });
}

struct Day {
  fhir::PartialDate date;
  std::optional<double> saved;  ///< the risk that an assessment of that day found
};

/// Assessments first: a day of their own is better than one of a measurement near by.
std::vector<Day> daysToTry(const fhir::ClinicalRecord& now, const Assessment& assessment) {
  std::vector<Day> days;
  for (const fhir::EarlierAssessment& each : now.assessments) {
    const bool isOfOtherModel =
        !each.modelId.empty() && each.modelId != assessment.headlineResult().model->id;
    if (!each.probability || isOfOtherModel || each.horizonYears.value_or(kYears) != kYears)
      continue;
    days.push_back({each.date, each.probability});
  }
  const std::size_t assessments = days.size();
  for (const Fact fact : usedOf(fhir::kNumberFacts, assessment)) {
    const fhir::NumberFact* number = now.number(fact);
    if (number == nullptr) continue;
    for (const fhir::HistoryPoint& point : number->history)
      days.push_back({point.date, std::nullopt});
  }
  std::sort(days.begin() + static_cast<std::ptrdiff_t>(assessments), days.end(),
            [](const Day& a, const Day& b) { return a.date.first() > b.date.first(); });
  return days;
}

bool areNear(const fhir::Date& a, const fhir::Date& b, int days) {
  return fhir::addDays(std::min(a, b), days) > std::max(a, b);
}

std::optional<PastRisk> riskOn(const Day& day, const fhir::RecordReader& reader,
                               const fhir::ClinicalRecord& now, const Assessment& assessment) {
  const auto then = reader.record(now.patient.id, day.date.first());
  if (!then || !isKnown(*then, now, assessment)) return std::nullopt;
  const risk::Inputs inputs = fhir::toInputs(*then);
  auto change =
      risk::changeBetween(*assessment.headlineResult().model, 0, inputs, assessment.inputs);
  if (!change.ok()) return std::nullopt;
  if (day.saved && std::abs(*day.saved - change->before.value()) > kSameRisk) return std::nullopt;
  return PastRisk{day.date, inputs, *std::move(change), day.saved.has_value()};
}

}  // namespace

std::vector<PastRisk> pastRisks(const fhir::RecordReader& reader, const fhir::ClinicalRecord& now,
                                const Assessment& assessment) {
  std::vector<PastRisk> found;
  if (!assessment.headlineResult().result.ok() || !assessment.answered.empty()) return found;
  if (now.isPartial()) return found;
  std::vector<fhir::Date> settled;
  std::set<fhir::Date> tried;
  for (const Day& day : daysToTry(now, assessment)) {
    const fhir::Date date = day.date.first();
    const auto isNear = [&](const fhir::Date& other) {
      return areNear(date, other, kLeastDaysApart);
    };
    if (!day.date.isWhole() || areNear(date, now.asOf, kLeastDaysBeforeToday)) continue;
    if (std::any_of(settled.begin(), settled.end(), isNear)) continue;
    if (tried.size() == kMostDays) break;
    if (!tried.insert(date).second) continue;
    auto risk = riskOn(day, reader, now, assessment);
    // A day of a measurement on which something else was not yet known says nothing of its
    // neighbours; a day of an assessment that was made of other values does.
    if (risk || day.saved) settled.push_back(date);
    if (risk) found.push_back(*std::move(risk));
  }
  std::sort(found.begin(), found.end(),
            [](const PastRisk& a, const PastRisk& b) { return a.date.first() < b.date.first(); });
  return found;
}

}  // namespace app
