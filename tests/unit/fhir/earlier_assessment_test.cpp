#include <gtest/gtest.h>

#include "fhir/reader.h"

namespace {

using fhir::EarlierAssessment;
using fhir::ProbabilityRange;

std::vector<EarlierAssessment> read(const std::string& resource) {
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  EXPECT_TRUE(reader.read(resource).problems.empty()) << resource;
  return reader.record("p1", {2026, 11, 23})->assessments;
}

/// A RiskAssessment by another program, with these predictions.
std::vector<EarlierAssessment> predicting(const std::string& predictions,
                                          const std::string& more = "") {
  return read(R"({"resourceType":"RiskAssessment","id":"r1","status":"final",)" + more +
              R"("subject":{"reference":"Patient/p1"},"occurrenceDateTime":"2024-02-29",)" +
              R"("prediction":[)" + predictions + "]}");
}

EarlierAssessment one(const std::string& members) {
  const auto found = predicting(R"({"outcome":{"text":"Heart attack"},)" + members + "}");
  EXPECT_EQ(found.size(), 1U) << members;
  return found.empty() ? EarlierAssessment{} : found.front();
}

/// An Observation LOINC 65853-4 by another program, with this value.
EarlierAssessment observed(const std::string& value) {
  const auto found = read(
      R"({"resourceType":"Observation","id":"x","status":"final","code":{"coding":[)"
      R"({"system":"http://loinc.org","code":"65853-4"}]},"subject":{"reference":"Patient/p1"},)"
      R"("effectiveDateTime":"2024-01-01",)" +
      value + "}");
  EXPECT_EQ(found.size(), 1U) << value;
  return found.empty() ? EarlierAssessment{} : found.front();
}

TEST(EarlierAssessment, TakesADecimalForAFractionOrAPercentage) {
  EXPECT_EQ(one(R"("probabilityDecimal":0.02)").probability, 0.02);
  EXPECT_EQ(one(R"("probabilityDecimal":12.5)").probability, 0.125);
  EXPECT_EQ(one(R"("probabilityDecimal":100)").probability, 1);
  EXPECT_FALSE(one(R"("probabilityDecimal":101)").probability);
  EXPECT_FALSE(one(R"("probabilityDecimal":-0.1)").probability);
  EXPECT_FALSE(one(R"("probabilityDecimal":"0.1")").probability);
}

TEST(EarlierAssessment, KeepsBoundsAsBounds) {
  const std::string percent = R"("unit":"%","system":"http://unitsofmeasure.org","code":"%"})";
  const EarlierAssessment both = one(R"("probabilityRange":{"low":{"value":10,)" + percent +
                                     R"(,"high":{"value":15,)" + percent + "}");
  EXPECT_EQ(both.range, (ProbabilityRange{0.10, 0.15}));
  EXPECT_FALSE(both.probability);
  EXPECT_EQ(one(R"("probabilityRange":{"high":{"value":10}})").range, (ProbabilityRange{0, 0.1}));
  EXPECT_EQ(one(R"("probabilityRange":{"low":{"value":30}})").range, (ProbabilityRange{0.3, 1}));
  EXPECT_EQ(one(R"("probabilityRange":{"low":{"value":0.1,"code":"1"}})").range,
            (ProbabilityRange{0.1, 1}));
  EXPECT_FALSE(one(R"("probabilityRange":{"low":{"value":15},"high":{"value":10}})").range);
  EXPECT_FALSE(one(R"("probabilityRange":{"low":{"value":5,"unit":"points"}})").range);
  EXPECT_FALSE(one(R"("probabilityRange":{})").range);
}

TEST(EarlierAssessment, KeepsWordsWhereThereIsNoNumber) {
  const EarlierAssessment found = one(R"("qualitativeRisk":{"coding":[{"system":)"
                                      R"("http://terminology.hl7.org/CodeSystem/risk-probability",)"
                                      R"("code":"moderate","display":"Moderate likelihood"}]})");
  EXPECT_EQ(found.words, "Moderate likelihood");
  EXPECT_FALSE(found.probability);
  EXPECT_EQ(one(R"("probabilityDecimal":0.1,"qualitativeRisk":{"text":"low"})").words, "")
      << "the number says it";
}

TEST(EarlierAssessment, ReadsOverHowManyYears) {
  const auto horizon = [](const std::string& when) {
    return one(R"("probabilityDecimal":0.1,)" + when).horizonYears;
  };
  EXPECT_EQ(horizon(R"("whenRange":{"low":{"value":39,"unit":"years"},)"
                    R"("high":{"value":49,"unit":"years"}})"),
            10);
  EXPECT_EQ(
      horizon(R"("whenRange":{"low":{"value":0,"code":"mo"},"high":{"value":60,"code":"mo"}})"), 5);
  EXPECT_EQ(horizon(R"("whenRange":{"low":{"value":40},"high":{"value":480,"unit":"kg"}})"),
            std::nullopt);
  EXPECT_EQ(horizon(R"("whenRange":{"high":{"value":10,"code":"a"}})"), 10) << "a span";
  EXPECT_EQ(horizon(R"("whenRange":{"high":{"value":75,"code":"a"}})"), std::nullopt) << "an age";
  EXPECT_EQ(horizon(R"("whenPeriod":{"start":"2024-02-29","end":"2034-02-28"})"), 10);
  EXPECT_EQ(horizon(R"("whenPeriod":{"end":"2054-03-01"})"), 30) << "from the day of assessment";
  EXPECT_EQ(horizon(R"("whenPeriod":{"start":"2024-02-29"})"), std::nullopt);
  EXPECT_EQ(one(R"("probabilityDecimal":0.1)").horizonYears, std::nullopt) << "a lifetime (R4)";
}

TEST(EarlierAssessment, ReadsEveryPredictionOfHeartAndVessels) {
  const auto found = predicting(
      R"({"outcome":{"text":"Stroke"},"probabilityDecimal":0.1,"whenRange":{"high":{"value":10}}},)"
      R"({"outcome":{"text":"Stroke"},"probabilityDecimal":0.3,"whenRange":{"high":{"value":30}}},)"
      R"({"outcome":{"coding":[{"system":"http://snomed.info/sct","code":"22298006"}]},)"
      R"("probabilityDecimal":0.2},{"outcome":{"text":"Fall"},"probabilityDecimal":0.9})");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].horizonYears, 10);
  EXPECT_EQ(found[1].horizonYears, 30);
  EXPECT_EQ(found[2].probability, 0.2);
}

TEST(EarlierAssessment, IsNoneOfOtherRisks) {
  EXPECT_TRUE(
      predicting(R"({"outcome":{"text":"Breast cancer"},"probabilityDecimal":0.1})").empty());
  EXPECT_TRUE(
      predicting(R"({"probabilityDecimal":0.1})", R"("method":{"text":"BRCAPRO"},)").empty());
  EXPECT_EQ(predicting(R"({"probabilityDecimal":0.1})", R"("method":{"text":"QRISK3"},)").size(),
            1U);
  EXPECT_EQ(predicting(R"({"probabilityDecimal":0.1})").size(), 1U) << "it may be one";
}

TEST(EarlierAssessment, ReadsAnObservationByItsUnit) {
  EXPECT_DOUBLE_EQ(*observed(R"("valueQuantity":{"value":12,"unit":"%"})").probability, 0.12);
  EXPECT_DOUBLE_EQ(*observed(R"("valueQuantity":{"value":0.8,"code":"%"})").probability, 0.008);
  EXPECT_DOUBLE_EQ(*observed(R"("valueQuantity":{"value":0.12,"code":"1"})").probability, 0.12);
  EXPECT_DOUBLE_EQ(*observed(R"("valueQuantity":{"value":12})").probability, 0.12);
  EXPECT_EQ(observed(R"("valueQuantity":{"value":12,"unit":"%"})").horizonYears, 10);
}

TEST(EarlierAssessment, KeepsAnObservedValueInWordsWhereItsScaleCannotBeTold) {
  const EarlierAssessment scaleless = observed(R"("valueQuantity":{"value":0.8})");
  EXPECT_FALSE(scaleless.probability) << "0.8 % or 80 %";
  EXPECT_EQ(scaleless.words, "0.8");
  const EarlierAssessment below =
      observed(R"("valueQuantity":{"value":1,"unit":"%","comparator":"<"})");
  EXPECT_FALSE(below.probability);
  EXPECT_EQ(below.words, "<1 %");
  EXPECT_EQ(observed(R"("valueQuantity":{"value":14,"unit":"points"})").words, "14 points");
  EXPECT_FALSE(observed(R"("valueQuantity":{"value":14,"unit":"points"})").probability);
  EXPECT_FALSE(observed(R"("valueQuantity":{"value":140,"unit":"%"})").probability);
  EXPECT_EQ(observed(R"("valueCodeableConcept":{"text":"high"})").words, "high");
  EXPECT_EQ(observed(R"("valueString":"about 12")").words, "about 12");
}

TEST(EarlierAssessment, CountsOnlyWhenItIsFinalDatedAndNotOfTheFuture) {
  const std::string start =
      R"({"resourceType":"RiskAssessment","id":"r1","subject":)"
      R"({"reference":"Patient/p1"},"prediction":[{"probabilityDecimal":0.1}],)";
  EXPECT_EQ(read(start + R"("status":"amended","occurrenceDateTime":"2024"})").size(), 1U);
  EXPECT_TRUE(read(start + R"("status":"entered-in-error","occurrenceDateTime":"2024"})").empty());
  EXPECT_TRUE(read(start + R"("status":"preliminary","occurrenceDateTime":"2024"})").empty());
  EXPECT_TRUE(read(start + R"("status":"final"})").empty());
  EXPECT_TRUE(read(start + R"("status":"final","occurrenceDateTime":"2026-11-24"})").empty());
}

}  // namespace
