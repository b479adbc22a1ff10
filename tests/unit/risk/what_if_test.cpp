#include "risk/what_if.h"

#include <gtest/gtest.h>

#include <set>

#include "people.h"

namespace {

using risk::Therapy;

const risk::Model& model() {
  return *risk::findModel("framingham-2008-lipid");
}

TEST(WhatIf, SendsChangedFactorsThroughTheModel) {
  const risk::Inputs smoker = knownMan();
  risk::Inputs stopped = smoker;
  stopped.smoking = risk::Smoking::Former;
  const auto benefit = risk::whatIf(model(), 0, smoker, stopped);
  ASSERT_TRUE(benefit.ok());
  EXPECT_EQ(benefit->before, risk::assessOutcome(model(), 0, smoker)->risk);
  EXPECT_EQ(benefit->after, risk::assessOutcome(model(), 0, stopped)->risk);
  EXPECT_EQ(benefit->absoluteReduction, benefit->before - benefit->after);
  EXPECT_DOUBLE_EQ(*benefit->numberNeededToTreat, 1 / benefit->absoluteReduction.value());
  EXPECT_EQ(benefit->horizonYears, 10);
}

TEST(WhatIf, MultipliesRelativeRisksAndDoesNotAddThem) {
  const Therapy both[] = {Therapy::ModerateIntensityStatin, Therapy::BloodPressureLowering};
  EXPECT_DOUBLE_EQ(risk::combinedRelativeRisk(both), 0.79 * 0.80);
  const risk::Inputs person = knownMan();
  const auto benefit = risk::whatIf(model(), 0, person, person, both);
  ASSERT_TRUE(benefit.ok());
  EXPECT_DOUBLE_EQ(benefit->after.value(), benefit->before.value() * (0.79 * 0.80));
}

TEST(WhatIf, CountsTheStrongerOfTwoStatinsOnce) {
  const Therapy both[] = {Therapy::ModerateIntensityStatin, Therapy::HighIntensityStatin};
  const Therapy one[] = {Therapy::HighIntensityStatin};
  EXPECT_EQ(risk::combinedRelativeRisk(both), risk::combinedRelativeRisk(one));
  const Therapy twice[] = {Therapy::Aspirin, Therapy::Aspirin};
  EXPECT_EQ(risk::combinedRelativeRisk(twice), 0.89);
}

TEST(WhatIf, NamesTheHarmOfEveryMedicineWithItsSource) {
  for (const risk::TherapyEffect& effect : risk::therapyEffects()) {
    EXPECT_FALSE(effect.citation.empty()) << effect.key;
    const bool isMedicine =
        effect.therapy != Therapy::MediterraneanDiet && effect.therapy != Therapy::PhysicalActivity;
    EXPECT_EQ(!effect.harm.empty(), isMedicine) << effect.key;
  }
}

TEST(WhatIf, StopsAtTheLowestRelativeRiskThatIsBelieved) {
  std::vector<Therapy> all;
  for (const auto& effect : risk::therapyEffects())
    all.push_back(effect.therapy);
  EXPECT_GE(risk::combinedRelativeRisk(all), risk::kLowestCombinedRelativeRisk);
  EXPECT_EQ(risk::combinedRelativeRisk({}), 1);
}

TEST(WhatIf, HasNoNumberNeededToTreatWhenNothingIsGained) {
  const risk::Inputs person = knownMan();
  risk::Inputs worse = person;
  worse.diabetes = true;
  const auto harm = risk::whatIf(model(), 0, person, worse);
  ASSERT_TRUE(harm.ok());
  EXPECT_LT(harm->absoluteReduction, risk::Probability(0));
  EXPECT_FALSE(harm->numberNeededToTreat.has_value());
}

TEST(WhatIf, RefusesAChangeOutsideTheModel) {
  const risk::Inputs person = knownMan();
  risk::Inputs changed = person;
  changed.systolicBloodPressure = risk::MmHg(60);
  const auto benefit = risk::whatIf(model(), 0, person, changed);
  ASSERT_FALSE(benefit.ok());
  EXPECT_EQ(benefit.error().reason, risk::Reason::OutOfRange);
}

TEST(WhatIf, CitesEveryTherapy) {
  std::set<std::string_view> keys;
  for (const auto& effect : risk::therapyEffects()) {
    EXPECT_TRUE(keys.insert(effect.key).second) << effect.key;
    EXPECT_FALSE(effect.citation.empty());
    EXPECT_TRUE(effect.doi.starts_with("10."));
    EXPECT_LT(effect.lower, effect.relativeRisk);
    EXPECT_GT(effect.upper, effect.relativeRisk);
  }
}

}  // namespace
