#include "app/answers.h"

#include <gtest/gtest.h>

#include <algorithm>

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

Browser opened(const std::string& more = "") {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  browser.happens(app::FileOpened{"ana.ndjson", smokingUnknown() + more});
  return browser;
}

std::string resource(std::string_view type, std::string_view members) {
  return R"({"resourceType":")" + std::string(type) +
         R"(","subject":{"reference":"Patient/ana"},)" + std::string(members) + "}\n";
}

std::string smoking(std::string_view id, std::string_view snomed, std::string_view day) {
  return resource("Observation",
                  R"("id":")" + std::string(id) + R"(","status":"final","effectiveDateTime":")" +
                      std::string(day) +
                      R"(","code":{"coding":[{"system":"http://loinc.org","code":"72166-2"}]},)"
                      R"("valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct",)"
                      R"("code":")" +
                      std::string(snomed) + R"("}]})");
}

/// On the list of medicines, and said not to be taken.
std::string deniedMedicine(std::string_view name) {
  const std::string drug =
      R"("medicationCodeableConcept":{"text":")" + std::string(name) + R"("},)";
  return resource("MedicationRequest", R"("id":"m1","status":"active","intent":"order",)" + drug +
                                           R"("authoredOn":"2026-01-01")") +
         resource("MedicationStatement", R"("id":"s1","status":"not-taken",)" + drug +
                                             R"("effectiveDateTime":"2026-10-01")");
}

struct Guard {
  const char* name;
  std::string record;  ///< beside what the model needs
  Input asked;
};

std::vector<Guard> guards() {
  constexpr const char* kNever = "266919005";
  constexpr const char* kDaily = "449868002";
  const std::string never = smoking("k1", kNever, "2026-10-01");
  const std::string hba1c = resource(
      "Observation",
      R"("id":"a1c","status":"final","effectiveDateTime":"2026-10-01","code":{"coding":[)"
      R"({"system":"http://loinc.org","code":"4548-4"}]},"valueQuantity":{"value":7.1,"unit":"%"})");
  const std::string stopped = resource(
      "Condition", R"("id":"c1","onsetDateTime":"2026-10-15","code":{"coding":[{"system":)"
                   R"("http://snomed.info/sct","code":"8517006","display":"Ex-smoker"}]})");
  return {
      {"HbA1c in the range of diabetes, and no diagnosis", never + hba1c, Input::Diabetes},
      {"antihypertensive on the list, and not taken", never + deniedMedicine("Lisinopril 10 mg"),
       Input::BloodPressureTreated},
      {"statin on the list, and not taken", never + deniedMedicine("Simvastatin 20 mg"),
       Input::Statin},
      {"smoker, and stopped since", smoking("k1", kDaily, "2026-10-01") + stopped, Input::Smoker},
      {"two answers at one instant", never + smoking("k2", kDaily, "2026-10-01"), Input::Smoker},
  };
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

TEST(Question, CorrectsANoThatIsOnlyAssumed) {
  Browser browser = opened(smoking("k1", "266919005", "2026-10-01"));
  const auto riskNow = [&browser] {
    return browser.state.patient->assessment->headlineResult().result->risk;
  };
  const risk::Probability assumed = riskNow();
  EXPECT_TRUE(browser.state.patient->questions.empty()) << "a silent record is no question";
  const auto assumptions = app::assumptionsOf(*browser.state.patient->record);
  ASSERT_EQ(std::count(assumptions.begin(), assumptions.end(), Input::BloodPressureTreated), 1);

  browser.happens(app::QuestionAnswered{Input::BloodPressureTreated, 1});
  EXPECT_GT(riskNow(), assumed);
  EXPECT_TRUE(browser.state.patient->assessment->isAnswered(Input::BloodPressureTreated));
  ASSERT_EQ(browser.state.patient->questions.size(), 1U) << "so that it can be taken back";
  const auto left = app::assumptionsOf(*browser.state.patient->record);
  EXPECT_EQ(left.size(), assumptions.size() - 1);

  browser.happens(app::QuestionAnswered{Input::BloodPressureTreated, std::nullopt});
  EXPECT_EQ(riskNow(), assumed);
  EXPECT_EQ(app::assumptionsOf(*browser.state.patient->record), assumptions);
}

TEST(Question, IsMadeOfFactsThatDisagreeAndCanBeAnswered) {
  for (const Guard& guard : guards()) {
    for (const bool isYes : {true, false}) {
      Browser browser = opened(guard.record);
      const auto& questions = browser.state.patient->questions;
      ASSERT_EQ(questions.size(), 1U) << guard.name;
      EXPECT_EQ(questions[0].input, guard.asked) << guard.name;
      const auto isGiven = [&browser] {
        return browser.state.patient->assessment->headlineResult().result.ok();
      };
      // The general CVD model does not ask about statins.
      EXPECT_EQ(isGiven(), guard.asked == Input::Statin) << guard.name;
      browser.happens(app::QuestionAnswered{guard.asked, isYes ? 1.0 : 0.0});
      EXPECT_TRUE(isGiven()) << guard.name;
      EXPECT_EQ(risk::number(browser.state.patient->assessment->inputs, guard.asked), isYes)
          << guard.name;
    }
  }
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
