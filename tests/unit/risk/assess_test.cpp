#include "risk/assess.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "people.h"

namespace {

using risk::Input;
using risk::Inputs;
using risk::Reason;
using testing::ElementsAre;

const risk::Model& model(const char* id) {
  return *risk::findModel(id);
}

risk::NotAssessed reasonFor(const char* id, std::size_t outcome, const Inputs& inputs) {
  const auto result = risk::assessOutcome(model(id), outcome, inputs);
  EXPECT_FALSE(result.ok());
  return result.ok() ? risk::NotAssessed{} : result.error();
}

std::vector<Input> inputsOf(const risk::NotAssessed& reason) {
  std::vector<Input> inputs;
  for (const auto& obstacle : reason.obstacles)
    inputs.push_back(obstacle.input);
  return inputs;
}

TEST(Assess, GivesOneResultForEachOutcomeOfEachModel) {
  std::size_t outcomes = 0;
  for (const risk::Model* each : risk::models())
    outcomes += each->outcomes.size();
  const auto results = risk::assessAll(knownMan());
  EXPECT_EQ(results.size(), outcomes);
  for (const auto& each : results) {
    EXPECT_TRUE(each.result.ok()) << each.model->id << ' ' << risk::key(each.outcome->outcome);
  }
}

TEST(Assess, NamesEveryMissingInput) {
  Inputs inputs = knownWoman();
  inputs.totalCholesterol.reset();
  inputs.smoking.reset();
  const auto reason = reasonFor("framingham-2008-lipid", 0, inputs);
  EXPECT_EQ(reason.reason, Reason::Missing);
  EXPECT_THAT(inputsOf(reason), ElementsAre(Input::TotalCholesterol, Input::Smoker));
}

TEST(Assess, NamesTheInputOutOfRangeItsValueAndTheRange) {
  Inputs inputs = knownMan();
  inputs.age = risk::Years(75);
  const auto reason = reasonFor("framingham-2008-lipid", 0, inputs);
  EXPECT_EQ(reason.reason, Reason::OutOfRange);
  ASSERT_EQ(reason.obstacles.size(), 1U);
  EXPECT_EQ(reason.obstacles[0].input, Input::Age);
  EXPECT_EQ(reason.obstacles[0].value, 75);
  EXPECT_EQ(reason.obstacles[0].allowed->highest, 74);
}

TEST(Assess, NeverClamps) {
  Inputs inputs = knownMan();
  inputs.age = risk::Years(74);
  EXPECT_TRUE(risk::assessOutcome(model("framingham-2008-lipid"), 0, inputs).ok());
  inputs.age = risk::Years(std::nextafter(74.0, 75.0));
  EXPECT_FALSE(risk::assessOutcome(model("framingham-2008-lipid"), 0, inputs).ok());
}

TEST(Assess, GivesTheFirstReasonThatHolds) {
  Inputs inputs = knownMan();
  inputs.smoking.reset();
  EXPECT_EQ(reasonFor("framingham-2008-lipid", 0, inputs).reason, Reason::Missing);
  inputs.age = risk::Years(20);
  EXPECT_EQ(reasonFor("framingham-2008-lipid", 0, inputs).reason, Reason::OutOfRange);
  inputs.sex.reset();
  EXPECT_EQ(reasonFor("framingham-2008-lipid", 0, inputs).reason, Reason::SexUnknown);
  inputs.priorCardiovascularDisease = true;
  EXPECT_EQ(reasonFor("framingham-2008-lipid", 0, inputs).reason,
            Reason::PriorCardiovascularDisease);
  inputs.deceased = true;
  EXPECT_EQ(reasonFor("framingham-2008-lipid", 0, inputs).reason, Reason::Deceased);
}

TEST(Assess, DiabetesIsOutOfRangeWhereAModelIsNotForPeopleWithDiabetes) {
  Inputs inputs = knownMan();
  inputs.diabetes = true;
  EXPECT_THAT(inputsOf(reasonFor("atp3-2001", 0, inputs)), ElementsAre(Input::Diabetes));
  EXPECT_EQ(reasonFor("score2-2021", 0, inputs).reason, Reason::OutOfRange);
  inputs.diabetes.reset();
  EXPECT_EQ(reasonFor("atp3-2001", 0, inputs).reason, Reason::Missing);
  EXPECT_EQ(reasonFor("score2-2021", 0, inputs).reason, Reason::Missing);
}

TEST(Assess, BodyMassIndexConcernsOnlyHeartFailureInPrevent) {
  Inputs inputs = knownWoman();
  inputs.bodyMassIndex.reset();
  const auto results = risk::assess(model("prevent-2023-base"), inputs);
  for (const auto& each : results) {
    EXPECT_EQ(each.result.ok(), each.outcome->outcome != risk::Outcome::HeartFailure);
  }
}

TEST(Assess, ThirtyYearsOfPreventEndAt59WhileTenGoOnTo79) {
  Inputs inputs = knownWoman();
  inputs.age = risk::Years(60);
  for (const auto& each : risk::assess(model("prevent-2023-base"), inputs)) {
    EXPECT_EQ(each.result.ok(), each.outcome->horizonYears == 10);
  }
}

TEST(Assess, PreventWantsTheOptionalPredictorOfItsVariant) {
  Inputs inputs = knownWoman();
  inputs.hba1c.reset();
  inputs.sdiDecile.reset();
  EXPECT_TRUE(risk::assessOutcome(model("prevent-2023-uacr"), 0, inputs).ok());
  EXPECT_THAT(inputsOf(reasonFor("prevent-2023-hba1c", 0, inputs)), ElementsAre(Input::Hba1c));
  EXPECT_THAT(inputsOf(reasonFor("prevent-2023-full", 0, inputs)),
              ElementsAre(Input::Hba1c, Input::SdiDecile));
}

TEST(Assess, RegionDeprivationAndEthnicityAreMissingWhenNotGiven) {
  Inputs inputs = knownMan();
  inputs.region.reset();
  inputs.nzDepQuintile.reset();
  inputs.ethnicity.reset();
  EXPECT_THAT(inputsOf(reasonFor("score2-2021", 0, inputs)), ElementsAre(Input::Region));
  EXPECT_THAT(inputsOf(reasonFor("predict-nz-2018", 0, inputs)),
              ElementsAre(Input::Ethnicity, Input::NzDepQuintile));
}

TEST(Assess, AMissingRatioIsMissedAsThePartsItIsFormedFrom) {
  Inputs inputs = knownMan();
  inputs.hdlCholesterol.reset();
  EXPECT_THAT(inputsOf(reasonFor("predict-nz-2018", 0, inputs)),
              ElementsAre(Input::HdlCholesterol));
}

TEST(Assess, PooledCohortTakesTheEquationsOfEverybodyElseWithoutARace) {
  Inputs inputs = knownMan();
  inputs.race = risk::Race::Other;
  const auto other = risk::assessOutcome(model("pce-2013"), 0, inputs);
  inputs.race.reset();
  const auto none = risk::assessOutcome(model("pce-2013"), 0, inputs);
  ASSERT_TRUE(other.ok() && none.ok());
  EXPECT_EQ(other->risk, none->risk);
}

TEST(Assess, IgnoringRangesStillRefusesWhatCannotBeComputed) {
  Inputs inputs = knownMan();
  inputs.age = risk::Years(95);
  EXPECT_TRUE(
      risk::assessOutcome(model("framingham-2008-lipid"), 0, inputs, risk::Ranges::Ignored).ok());
  for (const double bad : {0.0, -1.0, 1e300, std::numeric_limits<double>::quiet_NaN(),
                           std::numeric_limits<double>::infinity()}) {
    inputs.age = risk::Years(bad);
    const auto result =
        risk::assessOutcome(model("framingham-2008-lipid"), 0, inputs, risk::Ranges::Ignored);
    ASSERT_FALSE(result.ok()) << bad;
    EXPECT_EQ(result.error().reason, Reason::OutOfRange);
  }
}

TEST(Assess, ExplainsTheRiskTermByTerm) {
  for (const risk::Model* each : risk::models()) {
    const auto equation = risk::explain(*each, 0, knownWoman());
    ASSERT_TRUE(equation.ok()) << each->id;
    double sum = 0;
    for (const risk::Term& term : equation->predictor.terms()) {
      EXPECT_FALSE(term.name.empty());
      sum += term.coefficient * term.value;
    }
    EXPECT_DOUBLE_EQ(sum, equation->predictor.sum());
    EXPECT_EQ(risk::evaluate(*equation), risk::assessOutcome(*each, 0, knownWoman())->risk);
  }
}

TEST(Assess, TheCurveRisesFromNothingToTheRisk) {
  for (const char* id : {"framingham-2008-bmi", "framingham-2009-lipid", "framingham-2009-bmi"}) {
    const auto curve = risk::riskCurve(model(id), 0, knownWoman());
    ASSERT_FALSE(curve.empty()) << id;
    EXPECT_EQ(curve.front().risk, risk::Probability(0));
    for (std::size_t i = 1; i < curve.size(); ++i) {
      EXPECT_GT(curve[i].risk, curve[i - 1].risk);
      EXPECT_EQ(curve[i].time, risk::Years(static_cast<double>(i)));
    }
    EXPECT_EQ(curve.back().risk, risk::assessOutcome(model(id), 0, knownWoman())->risk);
  }
}

TEST(Assess, ThereIsNoCurveWhereNoBaselineOverTimeIsPublished) {
  EXPECT_TRUE(risk::riskCurve(model("framingham-2008-lipid"), 0, knownWoman()).empty());
  EXPECT_TRUE(risk::riskCurve(model("framingham-2009-lipid"), 1, knownWoman()).empty());
}

TEST(Assess, RiskByAgeEndsWhereTheModelDoes) {
  const auto points = risk::riskByAge(model("framingham-2008-lipid"), 0, knownMan());
  ASSERT_EQ(points.size(), 74U - 53U + 1U);
  EXPECT_EQ(points.back().time, risk::Years(74));
  EXPECT_EQ(points.front().risk,
            risk::assessOutcome(model("framingham-2008-lipid"), 0, knownMan())->risk);
}

TEST(Assess, BandsBeginAtTheirThreshold) {
  const risk::BandScheme& scheme = model("pce-2013").outcomes[0].bands[0];
  EXPECT_EQ(risk::classify(scheme, risk::Probability(0.0499)).level, risk::BandLevel::Low);
  EXPECT_EQ(risk::classify(scheme, risk::Probability(0.05)).level, risk::BandLevel::Borderline);
  EXPECT_EQ(risk::classify(scheme, risk::Probability(0.075)).level, risk::BandLevel::Intermediate);
  EXPECT_EQ(risk::classify(scheme, risk::Probability(0.2)).level, risk::BandLevel::High);
}

}  // namespace
