#include "app/triage.h"

#include <algorithm>

namespace app {
namespace {

using fhir::Fact;
using fhir::FindingCode;

void noteAge(std::vector<StaleFact>& stale, Fact fact, const fhir::Origin& origin,
             const fhir::Date& asOf) {
  if (!origin.has(FindingCode::Stale)) return;
  const int years = origin.date ? fhir::completedYears(origin.date->first(), asOf) : 0;
  stale.push_back({fact, years});
}

/// True when the headline's model asks for the fact; both are known by the same key.
bool isUsed(const Assessment& assessment, Fact fact) {
  const auto inputs = assessment.headlineResult().outcome->inputs;
  return std::any_of(inputs.begin(), inputs.end(), [fact](const risk::InputUse& use) {
    return risk::key(use.input) == fhir::key(fact);
  });
}

std::vector<StaleFact> staleFacts(const fhir::ClinicalRecord& record,
                                  const Assessment& assessment) {
  std::vector<StaleFact> stale;
  for (const Fact fact : fhir::kNumberFacts) {
    const auto* number = record.number(fact);
    if (number != nullptr && isUsed(assessment, fact)) {
      noteAge(stale, fact, number->origin, record.asOf);
    }
  }
  for (const Fact fact : fhir::kAnswerFacts) {
    const auto* answer = record.answer(fact);
    if (answer != nullptr && isUsed(assessment, fact)) {
      noteAge(stale, fact, answer->origin, record.asOf);
    }
  }
  std::stable_sort(stale.begin(), stale.end(),
                   [](const StaleFact& a, const StaleFact& b) { return a.years > b.years; });
  return stale;
}

std::vector<Fact> questionsIn(const fhir::ClinicalRecord& record) {
  std::vector<Fact> questions;
  for (const Fact fact : {Fact::Smoker, Fact::BloodPressureTreated, Fact::Diabetes,
                          Fact::PriorCardiovascularDisease}) {
    const auto* answer = record.answer(fact);
    if (answer != nullptr && answer->answer == fhir::Answer::Question) questions.push_back(fact);
  }
  return questions;
}

std::optional<SavedRisk> lastSavedOf(const fhir::ClinicalRecord& record) {
  constexpr int kYears = 10;
  for (const fhir::EarlierAssessment& each : record.assessments) {
    if (each.probability && each.horizonYears == kYears) {
      return SavedRisk{each.date, each.probability};
    }
  }
  if (record.assessments.empty()) return std::nullopt;
  return SavedRisk{record.assessments.front().date, std::nullopt};
}

void explainAbsence(PatientSummary& summary, const fhir::ClinicalRecord& record,
                    const risk::NotAssessed& why) {
  summary.reason = why.reason;
  for (const risk::Obstacle& each : why.obstacles) {
    (each.value ? summary.outOfRange : summary.missing).push_back(each.input);
  }
  const auto* prior = record.answer(Fact::PriorCardiovascularDisease);
  if (why.reason == risk::Reason::PriorCardiovascularDisease && prior != nullptr) {
    summary.priorDisease = prior->words;
  }
}

}  // namespace

PatientSummary summarise(const fhir::ClinicalRecord& record, const Assessment& assessment) {
  PatientSummary summary{.model = assessment.headlineResult().model->id};
  const auto& headline = assessment.headlineResult().result;
  if (headline.ok()) {
    summary.risk = headline->risk.value();
    if (headline->band != nullptr) summary.band = headline->band->level;
  } else {
    explainAbsence(summary, record, headline.error());
  }
  if (assessment.interval) {
    summary.lowest = assessment.interval->lowest.value();
    summary.highest = assessment.interval->highest.value();
  }
  if (assessment.withoutLipids && assessment.interval) {
    for (const risk::Narrowing& each : assessment.interval->narrowing)
      summary.missing.push_back(each.input);
  }
  summary.stale = staleFacts(record, assessment);
  summary.questions = questionsIn(record);
  summary.contradictions = static_cast<std::size_t>(std::count_if(
      record.findings.begin(), record.findings.end(),
      [](const auto& finding) { return finding.code == FindingCode::Contradiction; }));
  summary.partial = record.isPartial();
  summary.lastSaved = lastSavedOf(record);
  return summary;
}

}  // namespace app
