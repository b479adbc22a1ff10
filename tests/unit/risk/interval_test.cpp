#include "risk/interval.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people.h"

namespace {

using risk::Input;

const risk::Model& lipidModel() {
  return *risk::findModel("framingham-2008-lipid");
}

TEST(RiskInterval, IsTheRiskItselfWhenNothingIsMissing) {
  const auto interval = risk::riskInterval(lipidModel(), 0, knownMan());
  ASSERT_TRUE(interval.ok());
  EXPECT_EQ(interval->lowest, interval->highest);
  EXPECT_TRUE(interval->narrowing.empty());
}

TEST(RiskInterval, RunsBetweenTheAnswersToAQuestion) {
  risk::Inputs person = knownMan();
  const auto smoker = risk::assessOutcome(lipidModel(), 0, person);
  person.smoking = risk::Smoking::Never;
  const auto nonSmoker = risk::assessOutcome(lipidModel(), 0, person);
  person.smoking.reset();
  const auto interval = risk::riskInterval(lipidModel(), 0, person);
  ASSERT_TRUE(interval.ok());
  EXPECT_EQ(interval->lowest, nonSmoker->risk);
  EXPECT_EQ(interval->highest, smoker->risk);
  ASSERT_EQ(interval->narrowing.size(), 1U);
  EXPECT_EQ(interval->narrowing[0].remainingWidth, risk::Probability(0));
}

TEST(RiskInterval, HoldsEveryRiskBetweenThePlausibleEnds) {
  risk::Inputs person = knownWoman();
  person.systolicBloodPressure.reset();
  for (const char* id : {"framingham-2008-lipid", "prevent-2023-base", "pce-2013"}) {
    const risk::Model& model = *risk::findModel(id);
    const auto interval = risk::riskInterval(model, 0, person);
    ASSERT_TRUE(interval.ok());
    for (double pressure = 105; pressure <= 150; pressure += 5) {
      risk::Inputs measured = person;
      measured.systolicBloodPressure = risk::MmHg(pressure);
      const auto result = risk::assessOutcome(model, 0, measured);
      EXPECT_GE(result->risk, interval->lowest) << id << pressure;
      EXPECT_LE(result->risk, interval->highest) << id << pressure;
    }
  }
}

TEST(RiskInterval, NamesTheInputThatWouldNarrowItMostFirst) {
  risk::Inputs person = knownMan();
  person.totalCholesterol.reset();
  person.systolicBloodPressure.reset();
  person.diabetes.reset();
  const auto interval = risk::riskInterval(lipidModel(), 0, person);
  ASSERT_TRUE(interval.ok());
  const risk::Probability whole = interval->highest - interval->lowest;
  ASSERT_EQ(interval->narrowing.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_LT(interval->narrowing[i].remainingWidth, whole);
    if (i > 0) {
      EXPECT_GE(interval->narrowing[i].remainingWidth, interval->narrowing[i - 1].remainingWidth);
    }
  }
}

TEST(RiskInterval, ExistsForEveryModelWithAgeAndSexAlone) {
  risk::Inputs person;
  person.sex = risk::Sex::Female;
  person.age = risk::Years(55);
  for (const char* id : {"framingham-2008-lipid", "framingham-2008-bmi", "framingham-1998-ldl",
                         "atp3-2001", "pce-2013", "score2-2021"}) {
    const auto interval = risk::riskInterval(*risk::findModel(id), 0, person);
    ASSERT_TRUE(interval.ok()) << id;
    EXPECT_LT(interval->lowest, interval->highest);
  }
}

TEST(RiskInterval, FillsInTheRatioByItsParts) {
  risk::Inputs person = knownMan();
  person.hdlCholesterol.reset();
  const auto interval = risk::riskInterval(*risk::findModel("predict-nz-2018"), 0, person);
  ASSERT_TRUE(interval.ok());
  ASSERT_EQ(interval->narrowing.size(), 1U);
  EXPECT_EQ(interval->narrowing[0].input, Input::HdlCholesterol);
  EXPECT_LT(interval->lowest, interval->highest);
}

TEST(RiskInterval, NeedsAgeAndSexAndValuesInRange) {
  risk::Inputs person = knownMan();
  person.age.reset();
  EXPECT_FALSE(risk::riskInterval(lipidModel(), 0, person).ok());
  person = knownMan();
  person.sex.reset();
  EXPECT_FALSE(risk::riskInterval(lipidModel(), 0, person).ok());
  person = knownMan();
  person.smoking.reset();
  person.age = risk::Years(80);
  const auto interval = risk::riskInterval(lipidModel(), 0, person);
  ASSERT_FALSE(interval.ok());
  EXPECT_EQ(interval.error().reason, risk::Reason::OutOfRange);
}

}  // namespace
