// The panel that explains a number, and the card of the other models that leads to it.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <variant>

#include "app/assessment.h"
#include "examples.h"
#include "headless.h"
#include "risk/interval.h"
#include "ui/format.h"

namespace ui {
namespace {

/// Mārama with her cholesterol as the laboratory wrote it.
app::State inMillimoles() {
  app::State state = patientState();
  fhir::NumberFact& total = *state.patient->record->numbers[1];
  total.value = 5.4 / 0.02586;
  total.original = fhir::Quantity{5.4, "mmol/L"};
  state.patient->assessment = app::assess(*state.patient->record);
  state.panel = app::Panel::Explain;
  return state;
}

/// Somebody whom every model that asks no record for more can assess.
app::State forEveryModel() {
  app::State state = patientState();
  fhir::ClinicalRecord& record = *state.patient->record;
  const auto set = [&record](fhir::Fact fact, double value) {
    const auto place = std::find(fhir::kNumberFacts.begin(), fhir::kNumberFacts.end(), fact);
    record.numbers[static_cast<std::size_t>(place - fhir::kNumberFacts.begin())] =
        fhir::NumberFact{.value = value};
  };
  set(fhir::Fact::LdlCholesterol, 130);
  set(fhir::Fact::DiastolicBloodPressure, 82);
  set(fhir::Fact::BodyMassIndex, 27);
  set(fhir::Fact::Egfr, 90);
  set(fhir::Fact::Hba1c, 5.6);
  set(fhir::Fact::UrineAlbuminCreatinineRatio, 12);
  state.settings.riskRegion = risk::Region::Moderate;
  state.patient->assessment = app::assess(record, state.settings);
  state.panel = app::Panel::Explain;
  return state;
}

/// As names in the tree are written: without the spaces that only keep lines together.
std::string asNamed(std::string words) {
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (std::size_t at = 0; (at = words.find(kNoBreakSpace, at)) != std::string::npos;)
    words.replace(at, kNoBreakSpace.size(), " ");
  return words;
}

const SemanticNode* cell(const SemanticTree& tree, std::string_view name) {
  return find(tree, Role::Cell, name);
}

TEST(Explanation, ShowsWhatWasRecordedBesideWhatTheEquationTakes) {
  Headless headless;
  const SemanticTree tree = headless.draw(inMillimoles()).semantics;
  EXPECT_NE(cell(tree, "5.4 mmol/L = 208.8 mg/dL"), nullptr);
  EXPECT_NE(cell(tree, "136 mmHg"), nullptr);
  EXPECT_TRUE(says(tree, "Recorded as: 5.4 mmol/L"));
  EXPECT_TRUE(says(tree, "Used as: 208.8 mg/dL (÷ 0.02586)"));
  EXPECT_TRUE(says(tree, "Used as: 50 mg/dL\n")) << "nothing was converted";
}

TEST(Explanation, ShowsAnswersAsOneAndNought) {
  Headless headless;
  const SemanticTree tree = headless.draw(inMillimoles()).semantics;
  EXPECT_NE(cell(tree, "1"), nullptr);
  EXPECT_NE(cell(tree, "0"), nullptr);
  EXPECT_EQ(cell(tree, "1.0000"), nullptr);
}

// By hand, with 51 years, 208.8 and 50 mg/dL, 136 mm[Hg] treated, a smoker:
// 9.1568 + 6.4580 - 2.7710 + 13.8666 + 0.5287 - 26.1931 = 1.0460.
TEST(Explanation, SpeaksTheExponentInPlainLetters) {
  Headless headless;
  const SemanticTree tree = headless.draw(inMillimoles()).semantics;
  EXPECT_TRUE(says(tree, "1 − 0.95012^exp(1.0460"));
}

TEST(Explanation, SaysHowMuchHangsOnAnOldValue) {
  Headless headless;
  const app::State state = inMillimoles();
  const app::Assessment& assessment = *state.patient->assessment;
  risk::Inputs unknown = assessment.inputs;
  unknown.totalCholesterol.reset();
  const auto range = risk::riskInterval(*assessment.headlineResult().model, 0, unknown);
  ASSERT_TRUE(range.ok());
  const Words words{stringsFor(app::Language::English), state.settings};
  const std::string sentence =
      asNamed("Doubt: Recorded 5 years ago: between " + formatRisk(range->lowest, words) + " and " +
              formatRisk(range->highest, words));
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_TRUE(says(tree, sentence)) << sentence;
  EXPECT_FALSE(says(tree, "Doubt: Recorded 12 days ago"));
}

TEST(Explanation, IsThereForEveryNumberAndEndsInIt) {
  Headless headless;
  app::State state = forEveryModel();
  const app::Assessment& assessment = *state.patient->assessment;
  const Words words{stringsFor(app::Language::English), state.settings};
  std::size_t explained = 0;
  for (std::size_t i = 0; i < assessment.results.size(); ++i) {
    const risk::OutcomeResult& result = assessment.results[i];
    if (!result.result.ok()) continue;
    ++explained;
    state.explained = i;
    const SemanticTree tree = headless.draw(state).semantics;
    const std::string risk = formatNumber(result.result->risk.value() * 100, 2, words);
    EXPECT_TRUE(says(tree, "= " + risk + " %")) << result.model->id;
    EXPECT_TRUE(says(tree, result.model->citation)) << result.model->id;
    EXPECT_EQ(says(tree, "Points on the printed sheet"), result.result->points.has_value())
        << result.model->id;
  }
  // All but those that need a deprivation index or an ethnicity.
  EXPECT_EQ(explained, 2U + 4U + 2U + 1U + 1U + 3U * 6U + 1U);
}

TEST(Explanation, OfScore2TakesMillimoles) {
  Headless headless;
  app::State state = forEveryModel();
  const auto& results = state.patient->assessment->results;
  state.explained = static_cast<std::size_t>(
      std::find_if(results.begin(), results.end(),
                   [](const auto& each) { return each.model->id == "score2-2021"; }) -
      results.begin());
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_TRUE(says(tree, "Used as: 5.405 mmol/L (× 0.02586)"));
  EXPECT_TRUE(says(tree, "Recalibrated for the risk region"));
}

TEST(OtherModels, LeadToTheirExplanation) {
  Headless headless;
  app::State state = forEveryModel();
  state.panel = app::Panel::None;
  const Frame frame = headless.press(
      state, Role::Button, "Explain Framingham 2008, BMI, any cardiovascular event, 10 years");
  ASSERT_EQ(frame.events.size(), 1U);
  const auto* asked = std::get_if<app::ExplanationRequested>(&frame.events.front());
  ASSERT_NE(asked, nullptr);
  EXPECT_EQ(state.patient->assessment->results[asked->result].model->id, "framingham-2008-bmi");
}

TEST(OtherModels, SayInShortWhyTheyHaveNoNumber) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  EXPECT_NE(cell(tree, "input missing: BMI"), nullptr);
  EXPECT_NE(cell(tree, "region needed"), nullptr);
  app::State old = patientState();
  old.patient->record->numbers[0]->value = 80;
  assess(*old.patient);
  EXPECT_NE(cell(headless.draw(old).semantics, "out of range: age"), nullptr);
}

}  // namespace
}  // namespace ui
