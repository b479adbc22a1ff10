#include <gtest/gtest.h>

#include "app/demonstration_flow.h"
#include "save_journey.h"

namespace {

using app::DemonstrationStep;
using harness::Browser;

const std::string kWritingScopes = std::string(harness::kPatientScopes) + " patient/Observation.c";

void markAsDemonstration(Browser& browser) {
  browser.state.configuration.ehrs[0].demonstration = true;
}

/// Allowed to write; the question is shown.
Browser asked() {
  Browser leaving = harness::readingPatient();
  markAsDemonstration(leaving);
  leaving.happens(app::DemonstrationDataPressed{});
  leaving.happens(app::DemonstrationDataConfirmed{});
  Browser browser = harness::returned(harness::leaveToAllow(leaving));
  markAsDemonstration(browser);
  browser.answers("/token", 200, harness::tokenText(R"("patient":"p1",)", kWritingScopes));
  harness::answerTheRecord(browser);
  return browser;
}

TEST(DemonstrationData, IsForServersThatTheConfigurationMarks) {
  Browser browser = harness::readingPatient();
  EXPECT_FALSE(app::canAddDemonstrationData(browser.state));
  browser.happens(app::DemonstrationDataPressed{});
  EXPECT_EQ(browser.state.panel, app::Panel::None);
  markAsDemonstration(browser);
  EXPECT_TRUE(app::canAddDemonstrationData(browser.state));
}

TEST(DemonstrationData, IsWrittenAfterAQuestionAndThenTheRecordIsReadAnew) {
  Browser browser = asked();
  EXPECT_EQ(browser.state.panel, app::Panel::DemonstrationData);
  EXPECT_TRUE(browser.requests.empty());
  browser.happens(app::DemonstrationDataConfirmed{});
  browser.happens(app::DemonstrationDataConfirmed{});
  ASSERT_EQ(browser.requests.size(), 1U) << "one request for a double click";
  const auto& request = browser.requests[0].request;
  EXPECT_EQ(request.url, harness::kFhirBase);
  EXPECT_NE(request.body.find("Patient/p1"), std::string::npos);
  browser.answers("/fhir", 200, R"({"resourceType":"Bundle","type":"transaction-response"})");
  EXPECT_TRUE(browser.isAsked("/Patient/p1"));
  EXPECT_TRUE(browser.isAsked("Observation?"));
  EXPECT_EQ(browser.state.panel, app::Panel::None);
}

TEST(DemonstrationData, SaysWhyItWasNotWritten) {
  Browser browser = asked();
  browser.happens(app::DemonstrationDataConfirmed{});
  browser.answers("/fhir", 422, "");
  const auto& demonstration = *browser.state.patient->demonstration;
  EXPECT_EQ(demonstration.step, DemonstrationStep::Failed);
  EXPECT_EQ(std::get<app::ProblemCode>(demonstration.problem->cause),
            app::ProblemCode::ServerRefused);
}

}  // namespace
