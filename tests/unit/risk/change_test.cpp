#include "risk/change.h"

#include <gtest/gtest.h>

#include "people.h"

namespace {

const risk::Model& lipidModel() {
  return *risk::findModel("framingham-2008-lipid");
}

/// What the model of 2008 asks for, worked out by hand below.
risk::Inputs woman(double age, double systolic) {
  risk::Inputs inputs;
  inputs.sex = risk::Sex::Female;
  inputs.age = risk::Years(age);
  inputs.totalCholesterol = risk::Cholesterol(risk::MilligramsPerDecilitre(209));
  inputs.hdlCholesterol = risk::Cholesterol(risk::MilligramsPerDecilitre(50));
  inputs.systolicBloodPressure = risk::MmHg(systolic);
  inputs.smoking = risk::Smoking::Current;
  inputs.diabetes = false;
  inputs.bloodPressureTreated = true;
  return inputs;
}

risk::Inputs man(double age, double totalCholesterol, risk::Smoking smoking) {
  risk::Inputs inputs = woman(age, 140);
  inputs.sex = risk::Sex::Male;
  inputs.totalCholesterol = risk::Cholesterol(risk::MilligramsPerDecilitre(totalCholesterol));
  inputs.hdlCholesterol = risk::Cholesterol(risk::MilligramsPerDecilitre(45));
  inputs.bloodPressureTreated = false;
  inputs.smoking = smoking;
  return inputs;
}

// By hand, with the women's coefficients of table 2 (D'Agostino 2008), S0 = 0.95012:
//   ln age 2.32888, ln TC 1.20904, ln HDL -0.70833, ln treated SBP 2.82263, smoker 0.52873
//   48 years, SBP 150: 1 - 0.95012^exp(27.3756 - 26.1931) = 0.15374
//   51 years, SBP 150: 0.17489; 51 years, SBP 136: 0.13566
TEST(ChangeBetween, TellsAgeingFromTheOneFactorThatChanged) {
  const auto change = risk::changeBetween(lipidModel(), 0, woman(48, 150), woman(51, 136));
  ASSERT_TRUE(change.ok());
  EXPECT_NEAR(change->before.value(), 0.153738, 1e-6);
  EXPECT_NEAR(change->aged.value(), 0.174890, 1e-6);
  EXPECT_NEAR(change->now.value(), 0.135662, 1e-6);
  EXPECT_NEAR(change->byAge().value(), 0.021152, 2e-6);
  EXPECT_NEAR(change->byFactors().value(), -0.039228, 2e-6);
  EXPECT_NEAR(change->total().value(), -0.018076, 2e-6);
  ASSERT_EQ(change->parts.size(), 1U);
  EXPECT_EQ(change->parts[0].input, risk::Input::SystolicBloodPressure);
  EXPECT_NEAR(change->parts[0].amount.value(), change->byFactors().value(), 1e-12);
}

// By hand, with the men's coefficients: 50 years, TC 240, HDL 45, SBP 140 untreated, smoking:
// 0.231782; at 55 years 0.297431; then TC 200 and not smoking: 0.138839. The two factors' shares
// are the means over both orders: TC -0.038128, smoking -0.120465.
TEST(ChangeBetween, SharesOutWhatSeveralFactorsChanged) {
  const auto change = risk::changeBetween(lipidModel(), 0, man(50, 240, risk::Smoking::Current),
                                          man(55, 200, risk::Smoking::Former));
  ASSERT_TRUE(change.ok());
  EXPECT_NEAR(change->before.value(), 0.231782, 1e-6);
  EXPECT_NEAR(change->byAge().value(), 0.065649, 2e-6);
  EXPECT_NEAR(change->byFactors().value(), -0.158592, 2e-6);
  ASSERT_EQ(change->parts.size(), 2U);
  EXPECT_EQ(change->parts[0].input, risk::Input::TotalCholesterol);
  EXPECT_NEAR(change->parts[0].amount.value(), -0.038128, 2e-6);
  EXPECT_EQ(change->parts[1].input, risk::Input::Smoker);
  EXPECT_NEAR(change->parts[1].amount.value(), -0.120465, 2e-6);
}

TEST(ChangeBetween, IsAllOfAgeWhereNothingElseChanged) {
  const auto change = risk::changeBetween(lipidModel(), 0, woman(48, 150), woman(51, 150));
  ASSERT_TRUE(change.ok());
  EXPECT_TRUE(change->parts.empty());
  EXPECT_EQ(change->byFactors().value(), 0);
  EXPECT_GT(change->byAge().value(), 0);
}

TEST(ChangeBetween, AddsUpForEveryModelAndOutcome) {
  risk::Inputs before = knownMan();
  before.age = risk::Years(before.age->value() - 4);
  before.systolicBloodPressure = risk::MmHg(before.systolicBloodPressure->value() + 9);
  before.smoking = risk::Smoking::Current;
  for (const risk::Model* model : risk::models()) {
    for (std::size_t i = 0; i < model->outcomes.size(); ++i) {
      const auto change = risk::changeBetween(*model, i, before, knownMan());
      ASSERT_TRUE(change.ok()) << model->id;
      double sum = change->aged.value();
      for (const auto& part : change->parts)
        sum += part.amount.value();
      EXPECT_NEAR(sum, change->now.value(), 1e-12) << model->id;
      EXPECT_EQ(change->now, risk::assessOutcome(*model, i, knownMan())->risk);
    }
  }
}

TEST(ChangeBetween, GivesNoNumbersWhereOneOfThemCannotBeHad) {
  risk::Inputs unknown = woman(48, 150);
  unknown.smoking.reset();
  EXPECT_FALSE(risk::changeBetween(lipidModel(), 0, unknown, woman(51, 136)).ok());
  EXPECT_FALSE(risk::changeBetween(lipidModel(), 0, woman(48, 150), unknown).ok());
  EXPECT_FALSE(risk::changeBetween(lipidModel(), 0, woman(28, 150), woman(51, 136)).ok())
      << "the model begins at 30";
}

}  // namespace
