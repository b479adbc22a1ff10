#include "app/answers.h"

#include <gtest/gtest.h>

#include "app/entered_values.h"
#include "harness.h"

namespace {

using harness::Browser;
using risk::Input;

/// A file with everything that the lipid model needs but a smoking status.
std::string smokingUnknown() {
  const auto observation = [](const char* id, const char* code, const char* value) {
    return std::string(R"({"resourceType":"Observation","id":")") + id +
           R"(","status":"final","subject":{"reference":"Patient/ana"},)" +
           R"("effectiveDateTime":"2026-11-01","code":{"coding":[{"system":"http://loinc.org",)" +
           R"("code":")" + code + R"("}]},"valueQuantity":)" + value + "}\n";
  };
  return R"({"resourceType":"Patient","id":"ana","gender":"female","birthDate":"1975-03-14"})"
         "\n" +
         observation("tc", "2093-3", R"({"value":209,"unit":"mg/dL"})") +
         observation("hdl", "2085-9", R"({"value":50,"unit":"mg/dL"})") +
         observation("sbp", "8480-6", R"({"value":136,"unit":"mm[Hg]"})");
}

Browser opened() {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  browser.happens(app::FileOpened{"ana.ndjson", smokingUnknown()});
  return browser;
}

TEST(Question, IsAskedAboutWhatTheRecordDoesNotSay) {
  const Browser browser = opened();
  const auto& questions = browser.state.patient->questions;
  ASSERT_EQ(questions.size(), 1U);
  EXPECT_EQ(questions[0].input, Input::Smoker);
  ASSERT_EQ(questions[0].options.size(), 2U);
  EXPECT_GT(*questions[0].options[0].risk, *questions[0].options[1].risk) << "yes above no";
}

TEST(Question, AnsweredGivesTheRiskThatWasForetold) {
  Browser browser = opened();
  EXPECT_FALSE(browser.state.patient->assessment->headlineResult().result.ok());
  const auto foretold = browser.state.patient->questions[0].options[0].risk;
  browser.happens(app::QuestionAnswered{Input::Smoker, 1});
  const app::Assessment& assessment = *browser.state.patient->assessment;
  ASSERT_TRUE(assessment.headlineResult().result.ok());
  EXPECT_EQ(assessment.headlineResult().result->risk, foretold);
  EXPECT_TRUE(assessment.isAnswered(Input::Smoker));
  EXPECT_TRUE(browser.state.patient->record->answer(fhir::Fact::Smoker)->origin.sources.empty());
}

TEST(Question, CanBeTakenBack) {
  Browser browser = opened();
  browser.happens(app::QuestionAnswered{Input::Smoker, 1});
  browser.happens(app::QuestionAnswered{Input::Smoker, std::nullopt});
  EXPECT_FALSE(browser.state.patient->assessment->headlineResult().result.ok());
  EXPECT_TRUE(browser.state.patient->assessment->answered.empty());
  EXPECT_EQ(browser.state.patient->questions.size(), 1U);
}

TEST(Answer, DoesNotOverruleTheRecord) {
  app::EnteredValues values;
  values.answers[1] = true;
  fhir::ClinicalRecord record = app::recordOf(values, {2026, 11, 23});
  EXPECT_TRUE(app::applyAnswers(record, {{Input::Smoker, 0}}).empty());
  EXPECT_EQ(record.isTrue(fhir::Fact::Smoker), true);
}

TEST(Answer, OfSexChoosesTheEquations) {
  fhir::ClinicalRecord record;
  app::applyAnswers(record, {{Input::Sex, 1}});
  EXPECT_EQ(record.patient.sex, fhir::Sex::Male);
}

TEST(Answer, IsForgottenWithThePatient) {
  Browser browser = opened();
  browser.happens(app::QuestionAnswered{Input::Smoker, 1});
  browser.happens(app::FileOpened{"ana.ndjson", smokingUnknown()});
  EXPECT_TRUE(browser.state.patient->answers.empty());
}

}  // namespace
