#include <gtest/gtest.h>

#include "harness.h"

namespace {

using app::Screen;
using harness::Browser;
using std::chrono::minutes;
using std::chrono::seconds;

/// A patient session whose token can be renewed.
Browser withRefreshToken() {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, app::UserKind::Patient));
  browser.answers("/token", 200,
                  harness::tokenText(R"("patient":"p1","refresh_token":"refresh-1",)",
                                     harness::kPatientScopes));
  return browser;
}

std::string newToken(const char* name) {
  return R"({"access_token":")" + std::string(name) +
         R"(","token_type":"Bearer","expires_in":3600,"refresh_token":"refresh-2"})";
}

TEST(Session, RenewsTheTokenOnceForFiveCallsThatAreRefusedAtATime) {
  Browser browser = withRefreshToken();
  const std::size_t calls = browser.requests.size();
  ASSERT_GE(calls, 5U);
  for (std::size_t i = 0; i < calls; ++i)
    browser.answers("/fhir/", 401, "");
  ASSERT_EQ(browser.requests.size(), 1U);
  EXPECT_TRUE(browser.answers("/token", 200, newToken("token-2")));
  EXPECT_EQ(browser.requests.size(), calls) << "each refused call goes out once more";
  for (const auto& each : browser.requests) {
    EXPECT_EQ(each.request.headers.back().value, "Bearer token-2");
  }
}

TEST(Session, EndsWhenTheServerRefusesARenewedTokenToo) {
  Browser browser = withRefreshToken();
  browser.answers("/fhir/Patient", 401, "");
  browser.answers("/token", 200, newToken("token-2"));
  browser.answers("/fhir/Patient", 401, "");
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_EQ(browser.state.screen, Screen::Start);
  ASSERT_TRUE(browser.state.sessionProblem);
  EXPECT_EQ(std::get<oauth::SessionEnd>(browser.state.sessionProblem->cause),
            oauth::SessionEnd::Refused);
}

TEST(Session, EndsAndWipesWhenATokenCannotBeRenewed) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/fhir/Patient", 401, "");
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.patient);
  EXPECT_TRUE(browser.requests.empty());
  EXPECT_GT(browser.cancellations, 0);
}

TEST(Session, IsOverAfterTheTokensLifeAndSaysSo) {
  Browser browser = harness::signedInAsPatient();
  browser.happens(app::UserActive{});
  ASSERT_TRUE(browser.take<app::SetDeadline>()) << "one timer, for the session's expiry";
  browser.passes(minutes(61));
  browser.happens(app::DeadlineReached{});
  EXPECT_FALSE(browser.state.signedIn);
  ASSERT_TRUE(browser.state.sessionProblem);
}

TEST(Session, Row63SaysWhenItEndsBeforeItDoes) {
  Browser browser = harness::signedInAsPatient();
  browser.now.utcOffsetMinutes = 60;
  browser.passes(minutes(14));
  browser.happens(app::UserActive{});
  browser.passes(minutes(14));
  browser.happens(app::UserActive{});
  browser.passes(minutes(14));
  browser.happens(app::UserActive{});
  browser.passes(minutes(12));
  browser.happens(app::DeadlineReached{});
  ASSERT_TRUE(browser.state.signedIn);
  EXPECT_EQ(browser.state.signedIn->endsAt, "") << "six minutes are left";
  browser.passes(minutes(2));
  browser.happens(app::DeadlineReached{});
  ASSERT_TRUE(browser.state.signedIn);
  // 1,795,000,000 s after the epoch is 11:06:40 UTC.
  EXPECT_EQ(browser.state.signedIn->endsAt, "13:06");
}

TEST(Session, LocksWhenNobodyTouchesTheApp) {
  Browser browser = withRefreshToken();
  browser.passes(minutes(16));
  browser.happens(app::PageShown{});
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_EQ(std::get<oauth::SessionEnd>(browser.state.sessionProblem->cause),
            oauth::SessionEnd::Idle);
}

TEST(Session, WipesTheMemoryBeforeItTellsTheServerOfASignOut) {
  Browser browser = withRefreshToken();
  browser.happens(app::SignOutPressed{});
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.patient);
  EXPECT_EQ(browser.state.screen, Screen::Start);
  const auto revocation = browser.takeRequest("/revoke");
  ASSERT_TRUE(revocation);
  EXPECT_NE(revocation->request.body.find("refresh-1"), std::string::npos);
}

TEST(Session, StaysSignedOutWhateverTheRevocationAnswers) {
  Browser browser = withRefreshToken();
  browser.happens(app::SignOutPressed{});
  while (browser.fails("/revoke", net::TransportError::Unreachable)) {
  }
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.sessionProblem);
}

TEST(Session, IgnoresAnswersThatArriveAfterSignOut) {
  Browser browser = harness::signedInAsPatient();
  const auto late = browser.takeRequest("/fhir/Patient");
  ASSERT_TRUE(late);
  browser.happens(app::SignOutPressed{});
  browser.happens(app::ResponseReceived{late->id, {.status = 200, .headers = {}, .body = "{}"}});
  EXPECT_FALSE(browser.state.patient);
}

TEST(Session, WaitsAsLongAsABusyServerAsks) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/fhir/Patient", 429, "", {{"retry-after", "7"}});
  EXPECT_FALSE(browser.isAsked("/fhir/Patient"));
  browser.passes(seconds(6));
  browser.happens(app::DeadlineReached{});
  EXPECT_FALSE(browser.isAsked("/fhir/Patient"));
  browser.passes(seconds(1));
  browser.happens(app::DeadlineReached{});
  EXPECT_TRUE(browser.isAsked("/fhir/Patient"));
}

TEST(Session, NamesABusyServerAfterTwoWaits) {
  Browser browser = harness::signedInAsPatient();
  for (int wait = 0; wait < 2; ++wait) {
    browser.answers("/fhir/Observation", 503, "");
    browser.passes(seconds(30));
    browser.happens(app::DeadlineReached{});
  }
  browser.answers("/fhir/Observation", 503, "");
  EXPECT_EQ(browser.state.patient->kind(fhir::RecordKind::Observation).load.phase,
            app::LoadPhase::Failed);
}

}  // namespace
