#include "app/assessment.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "fhir/risk_inputs.h"
#include "risk/model.h"

namespace app {
namespace {

constexpr std::string_view kLipidModel = "framingham-2008-lipid";
constexpr std::string_view kBodyMassIndexModel = "framingham-2008-bmi";

bool isLipid(risk::Input input) {
  return input == risk::Input::TotalCholesterol || input == risk::Input::HdlCholesterol;
}

/// True when cholesterol, and nothing else, keeps the model from giving a number.
bool lacksOnlyLipids(const risk::OutcomeResult& result) {
  if (result.result.ok() || result.result.error().reason != risk::Reason::Missing) return false;
  const auto& obstacles = result.result.error().obstacles;
  return std::all_of(obstacles.begin(), obstacles.end(),
                     [](const risk::Obstacle& each) { return isLipid(each.input); });
}

/// What the model's risk could be while something is missing; empty where that is not the
/// reason, or where even the interval rests on something unread.
std::optional<risk::RiskInterval> intervalOf(const Assessment& assessment,
                                             const risk::OutcomeResult& result) {
  if (result.result.ok() || result.result.error().reason != risk::Reason::Missing) return {};
  for (const risk::Obstacle& each : result.result.error().obstacles) {
    if (each.input == risk::Input::PriorCardiovascularDisease) return {};
  }
  auto interval = risk::riskInterval(*result.model, 0, assessment.inputs);
  if (!interval.ok()) return {};
  return *std::move(interval);
}

/// The result that stands at the top, and whether it had to do without cholesterol.
const risk::OutcomeResult& chooseHeadline(Assessment& assessment, const Settings& settings) {
  const auto chosen = std::find_if(
      assessment.results.begin(), assessment.results.end(),
      [&](const risk::OutcomeResult& each) { return each.model->id == settings.model; });
  if (chosen != assessment.results.end()) return *chosen;
  const auto* lipid = assessment.find(kLipidModel, risk::Outcome::GeneralCvd);
  const auto* bodyMassIndex = assessment.find(kBodyMassIndexModel, risk::Outcome::GeneralCvd);
  assessment.withoutLipids = lacksOnlyLipids(*lipid) && bodyMassIndex->result.ok();
  return assessment.withoutLipids ? *bodyMassIndex : *lipid;
}

/// Whether the models apply at all is not known: what would be a number becomes a question for the
/// record of earlier disease.
void withholdNumbers(std::vector<risk::OutcomeResult>& results) {
  const risk::NotAssessed unknown{
      risk::Reason::Missing,
      {{risk::Input::PriorCardiovascularDisease, std::nullopt, std::nullopt}}};
  for (risk::OutcomeResult& each : results) {
    if (each.result.ok()) each.result = base::failure(unknown);
  }
}

}  // namespace

bool Assessment::isAnswered(risk::Input input) const {
  return std::find(answered.begin(), answered.end(), input) != answered.end();
}

const risk::OutcomeResult* Assessment::find(std::string_view modelId, risk::Outcome outcome) const {
  const auto found =
      std::find_if(results.begin(), results.end(), [&](const risk::OutcomeResult& each) {
        return each.model->id == modelId && each.outcome->outcome == outcome;
      });
  return found == results.end() ? nullptr : &*found;
}

WhatIf beginWhatIf(const Assessment& assessment) {
  return tryValues(assessment, assessment.inputs, {});
}

WhatIf tryValues(const Assessment& assessment, const risk::Inputs& inputs,
                 std::vector<risk::Therapy> therapies) {
  WhatIf tried{.inputs = inputs, .therapies = std::move(therapies)};
  if (!assessment.headlineResult().result.ok()) return tried;
  auto benefit = risk::whatIf(*assessment.headlineResult().model, 0, assessment.inputs,
                              tried.inputs, tried.therapies);
  if (benefit.ok()) tried.benefit = *benefit;
  return tried;
}

Assessment assess(const fhir::ClinicalRecord& record, const Settings& settings) {
  Assessment assessment{.inputs = fhir::toInputs(record)};
  assessment.inputs.region = settings.riskRegion;
  assessment.results = risk::assessAll(assessment.inputs);
  if (fhir::isPriorDiseaseUnread(record)) withholdNumbers(assessment.results);
  const risk::OutcomeResult& headline = chooseHeadline(assessment, settings);
  assessment.headline = static_cast<std::size_t>(&headline - assessment.results.data());
  if (!headline.result.ok()) {
    assessment.interval = intervalOf(assessment, headline);
    return assessment;
  }
  if (auto parts = risk::contributions(*headline.model, 0, assessment.inputs); parts.ok()) {
    assessment.contributions = *std::move(parts);
  }
  if (assessment.withoutLipids) {
    assessment.interval =
        intervalOf(assessment, *assessment.find(kLipidModel, risk::Outcome::GeneralCvd));
  }
  return assessment;
}

}  // namespace app
