// The patient's screen with its tabs: what it says, and what its controls ask for.
#include <gtest/gtest.h>

#include <string>

#include "app/assessment.h"
#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

TEST(PatientScreen, DoesNotTakeWhatIsSaidOfThePersonForARemarkOnTheAge) {
  app::State state = patientState();
  state.patient->record->findings = {
      {fhir::Severity::Warning, fhir::FindingCode::Race, "Patient/p1", "Race is not recorded."}};
  state.patient->record->numbers[static_cast<std::size_t>(fhir::Fact::Age)]->origin.sources = {
      "Patient/p1"};
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_NE(find(tree, Role::ListItem, "Race is not recorded."), nullptr);
}

TEST(PatientScreen, GathersEveryAssumedNoInOneRemark) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const auto items = all(tree, Role::ListItem);
  const auto assumed = [](const SemanticNode* item) {
    return item->name.find("\"no\" is assumed") != std::string::npos;
  };
  ASSERT_EQ(std::count_if(items.begin(), items.end(), assumed), 1);
  const std::string& words = (*std::find_if(items.begin(), items.end(), assumed))->name;
  for (const std::string_view fact : {"Diabetes", "Statin", "Prior cardiovascular disease"})
    EXPECT_NE(words.find(fact), std::string::npos) << fact << " in: " << words;
}

TEST(PatientScreen, SaysNothingOfAssumptionsWhereNoneWasMade) {
  app::State state = patientState();
  for (auto& answer : state.patient->record->answers) {
    if (answer) answer->assumed = false;
  }
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  for (const SemanticNode* item : all(tree, Role::ListItem))
    EXPECT_EQ(item->name.find("is assumed"), std::string::npos) << item->name;
}

TEST(PatientScreen, NameIsTheHeadingAndTheRiskIsAStatus) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const SemanticNode* name = find(tree, Role::Heading, "Mārama Ngata");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->level, 1);
  const SemanticNode* risk = find(tree, Role::Status, "10-year risk");
  ASSERT_NE(risk, nullptr);
  // D'Agostino 2008, women, lipids: 51 years, TC 209, HDL 50, SBP 136 treated, smoker: 13.6 %.
  EXPECT_TRUE(risk->value.starts_with("14 %")) << risk->value;
}

TEST(PatientScreen, SaysOfWhatAndForHowLongTheRiskIs) {
  Headless headless;
  std::string words;
  for (const SemanticNode& node : headless.draw(patientState()).semantics.nodes) {
    words += node.name + "\n";
  }
  EXPECT_NE(words.find("Framingham general CVD, with lipids (2008): any cardiovascular event, 10 "
                       "years."),
            std::string::npos);
  EXPECT_NE(words.find("not a certified medical device"), std::string::npos);
}

TEST(PatientScreen, EveryPictureHasWords) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const auto pictures = all(tree, Role::Image);
  EXPECT_GE(pictures.size(), 3U);
  for (const SemanticNode* picture : pictures)
    EXPECT_FALSE(picture->name.empty());
}

TEST(PatientScreen, WithoutANumberSaysWhatIsMissingAndTheRange) {
  app::State state = patientState();
  state.patient->record->numbers[2].reset();
  assess(*state.patient);
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* status = find(tree, Role::Status, "10-year risk");
  ASSERT_NE(status, nullptr);
  EXPECT_EQ(status->value.find('%'), std::string::npos);
  EXPECT_NE(find(tree, Role::Text, "• HDL cholesterol: missing"), nullptr);
  EXPECT_FALSE(says(tree, "What would narrow this most"));
}

TEST(PatientScreen, SaysWhichOfSeveralMissingWouldNarrowTheRangeMost) {
  app::State state = patientState();
  for (const fhir::Fact fact : {fhir::Fact::HdlCholesterol, fhir::Fact::SystolicBloodPressure})
    state.patient->record->numbers[static_cast<std::size_t>(fact)].reset();
  assess(*state.patient);
  Headless headless;
  EXPECT_TRUE(says(headless.draw(state).semantics,
                   "What would narrow this most: systolic blood pressure."));
}

TEST(PatientScreen, NamesWhatCouldNotBeReadAndRetriesIt) {
  Headless headless;
  const SemanticTree tree = headless.draw(partialState()).semantics;
  ASSERT_EQ(all(tree, Role::Alert).size(), 1U);
  EXPECT_TRUE(all(tree, Role::Alert).front()->name.starts_with("Conditions could not be read"));
  const auto retry = only<app::RetryPressed>(headless.press(partialState(), Role::Button, "Retry"));
  ASSERT_TRUE(retry.has_value());
  EXPECT_EQ(retry->kind, fhir::RecordKind::Condition);
}

TEST(PatientScreen, TabsAreChosen) {
  Headless headless;
  const Frame frame = headless.press(patientState(), Role::Tab, "What if");
  const auto chosen = only<app::PatientTabChosen>(frame);
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->tab, app::PatientTab::WhatIf);
}

TEST(WhatIfTab, MovesOneValueAndLeavesTheOthers) {
  app::State state = patientState();
  state.patient->tab = app::PatientTab::WhatIf;
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* slider = find(tree, Role::Slider, "Systolic blood pressure");
  ASSERT_NE(slider, nullptr);
  const Frame frame =
      headless.draw(state, {{SemanticAction::Kind::SetNumber, slider->id, {}, 125}});
  const auto changed = only<app::WhatIfChanged>(frame);
  ASSERT_TRUE(changed.has_value());
  EXPECT_EQ(changed->inputs.systolicBloodPressure, risk::MmHg(125));
  EXPECT_EQ(changed->inputs.totalCholesterol, state.patient->assessment->inputs.totalCholesterol);
}

TEST(WhatIfTab, NamesTheHarmAndTheSourceOfATreatmentThatIsTried) {
  Headless headless;
  app::State state = patientState();
  state.patient->tab = app::PatientTab::WhatIf;
  EXPECT_FALSE(says(headless.draw(state).semantics, "Known harm"));
  state.patient->whatIf->therapies = {risk::Therapy::ModerateIntensityStatin};
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_TRUE(says(tree, "Known harm: Muscle pain or weakness"));
  EXPECT_TRUE(says(tree, "Source: Cholesterol Treatment Trialists' Collaborators"));
}

TEST(PatientScreen, NamesTheEventOfAChosenModel) {
  Headless headless;
  app::State state = patientState();
  state.settings.model = "pce-2013";
  state.patient->assessment = app::assess(*state.patient->record, state.settings);
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_TRUE(says(tree, "Risk of a heart attack, stroke or coronary death in the next 10 years"));
  EXPECT_TRUE(says(tree, "ACC/AHA pooled cohort equations (2013)"));
  EXPECT_FALSE(says(tree, "heart failure or other cardiovascular event"));
}

TEST(FactorsTable, TellsWhereEachValueComesFrom) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const SemanticNode* origin = find(tree, Role::Button, "Where this comes from: Total cholesterol");
  ASSERT_NE(origin, nullptr);
  EXPECT_NE(origin->description.find("Observation/14647-2 · final · LOINC 14647-2"),
            std::string::npos)
      << origin->description;
}

}  // namespace
}  // namespace ui
