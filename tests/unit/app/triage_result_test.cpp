// What the assessment of a list says of each patient.
#include <gtest/gtest.h>

#include "triage_journey.h"

namespace {

using app::TriagePhase;
using namespace harness;

TEST(Triage, AssessesEveryPatientOfTheList) {
  Browser browser = withOpenList(ids(40));
  answerAll(browser);
  EXPECT_EQ(triage(browser).phase, TriagePhase::Done);
  ASSERT_EQ(triage(browser).results.size(), 40U);
  for (const auto& [id, summary] : triage(browser).results) {
    ASSERT_TRUE(summary.risk) << id;
    EXPECT_NEAR(*summary.risk, kExampleRisk, 1e-9) << id;
    EXPECT_FALSE(summary.partial) << id;
  }
}

TEST(Triage, GivesTheNumberThatThePatientsOwnScreenGives) {
  Browser browser = withOpenList(ids(1));
  answerAll(browser);
  browser.happens(app::PatientChosen{"p0x"});
  answerAll(browser);
  EXPECT_EQ(*triage(browser).results.at("p0x").risk,
            browser.state.patient->assessment->headlineResult().result->risk.value());
}

TEST(Triage, NeverShowsANumberOfAPartlyReadRecordAsWhole) {
  Browser browser = withOpenList(ids(1));
  while (!browser.requests.empty()) {
    const auto request = browser.takeRequest("");
    const bool fails = request->request.url.find("/Condition?") != std::string::npos;
    browser.happens(app::ResponseReceived{
        request->id, fails ? net::Response{.status = 403, .headers = {}, .body = ""}
                           : answerTo(request->request.url)});
  }
  const app::PatientSummary& summary = triage(browser).results.at("p0x");
  EXPECT_TRUE(summary.partial);
  EXPECT_TRUE(summary.problem);
  EXPECT_FALSE(summary.risk)
      << "earlier disease was not read, so whether the model applies is open";
}

TEST(Triage, BeginsAnewWithAnotherModelAndNeverMixesTwo) {
  Browser browser = withOpenList(ids(3));
  answerAll(browser);
  app::Settings settings = browser.state.settings;
  settings.theme = app::Theme::Dark;
  browser.happens(app::SettingsChanged{settings});
  EXPECT_EQ(triage(browser).phase, TriagePhase::Done) << "looks change no number";
  settings.model = "pce-2013";
  browser.happens(app::SettingsChanged{settings});
  EXPECT_EQ(triage(browser).phase, TriagePhase::Running);
  EXPECT_TRUE(triage(browser).results.empty());
  answerAll(browser);
  for (const auto& [id, summary] : triage(browser).results) {
    ASSERT_TRUE(summary.risk) << id;
    EXPECT_NE(*summary.risk, kExampleRisk) << id;
    EXPECT_EQ(summary.model, "pce-2013") << id;
  }
  settings.model = "prevent-2023-base";
  browser.happens(app::SettingsChanged{settings});
  answerAll(browser);
  const app::PatientSummary& summary = triage(browser).results.at("p0x");
  EXPECT_FALSE(summary.risk) << "without eGFR there is no number, and no other model's either";
  EXPECT_EQ(summary.missing, std::vector{risk::Input::Egfr});
  EXPECT_LT(summary.lowest.value_or(1), summary.highest.value_or(0));
}

TEST(Triage, CallsOldWhatTheConfigurationCallsOld) {
  Browser browser = withOpenList(ids(1));
  browser.state.configuration.ageLimits.bloodPressureYears = 5;
  while (!browser.requests.empty()) {
    const auto request = browser.takeRequest("");
    net::Response answer = answerTo(request->request.url);
    if (request->request.url.find("/Observation?") != std::string::npos) {
      std::string old = observationOf("p0x", "8480-6", quantity("124", "mm[Hg]"));
      old.replace(old.find("2026"), 4, "2022");
      answer.body = searchsetOf({old});
    }
    browser.happens(app::ResponseReceived{request->id, answer});
  }
  EXPECT_TRUE(triage(browser).results.at("p0x").stale.empty());
}

TEST(Triage, SaysWhatIsMissingAndWhatIsOld) {
  Browser browser = withOpenList(ids(1));
  while (!browser.requests.empty()) {
    const auto request = browser.takeRequest("");
    net::Response answer = answerTo(request->request.url);
    if (request->request.url.find("/Observation?") != std::string::npos) {
      std::string old = observationOf("p0x", "8480-6", quantity("124", "mm[Hg]"));
      old.replace(old.find("2026"), 4, "2022");
      answer.body = searchsetOf({old, observationOf("p0x", "2093-3", quantity("180", "mg/dL"))});
    }
    browser.happens(app::ResponseReceived{request->id, answer});
  }
  const app::PatientSummary& summary = triage(browser).results.at("p0x");
  EXPECT_FALSE(summary.risk);
  EXPECT_EQ(summary.reason, risk::Reason::Missing);
  EXPECT_TRUE(summary.isMissingSomething());
  ASSERT_EQ(summary.stale.size(), 1U);
  EXPECT_EQ(summary.stale.front().fact, fhir::Fact::SystolicBloodPressure);
  EXPECT_EQ(summary.stale.front().years, 4);
  EXPECT_LT(summary.lowest.value_or(1), summary.highest.value_or(0));
}

}  // namespace
