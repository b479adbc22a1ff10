#include "app/assessment.h"

#include <algorithm>
#include <string_view>

#include "fhir/inputs.h"
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

}  // namespace

const risk::OutcomeResult* Assessment::find(std::string_view modelId, risk::Outcome outcome) const {
  const auto found =
      std::find_if(results.begin(), results.end(), [&](const risk::OutcomeResult& each) {
        return each.model->id == modelId && each.outcome->outcome == outcome;
      });
  return found == results.end() ? nullptr : &*found;
}

Assessment assess(const fhir::ClinicalRecord& record) {
  Assessment assessment{.inputs = fhir::riskInputs(record)};
  assessment.results = risk::assessAll(assessment.inputs);
  const auto* lipid = assessment.find(kLipidModel, risk::Outcome::GeneralCvd);
  const auto* bodyMassIndex = assessment.find(kBodyMassIndexModel, risk::Outcome::GeneralCvd);
  assessment.withoutLipids =
      lacksOnlyLipids(*lipid) && bodyMassIndex != nullptr && bodyMassIndex->result.ok();
  const auto* headline = assessment.withoutLipids ? bodyMassIndex : lipid;
  assessment.headline = static_cast<std::size_t>(headline - assessment.results.data());
  if (auto parts = risk::contributions(*headline->model, 0, assessment.inputs); parts.ok()) {
    assessment.contributions = *std::move(parts);
  }
  if (auto interval = risk::riskInterval(*lipid->model, 0, assessment.inputs);
      !lipid->result.ok() && interval.ok()) {
    assessment.interval = *std::move(interval);
  }
  return assessment;
}

}  // namespace app
