// Renewal, sleep, several tabs and the way out; the rows are those of the fault catalogue.
#include <gtest/gtest.h>

#include "harness.h"

namespace {

using harness::Browser;
using std::chrono::hours;
using std::chrono::minutes;

std::string smartConfigurationWith(std::string_view members) {
  std::string text = harness::smartConfigurationText();
  text.insert(1, members);
  return text;
}

constexpr std::string_view kEndSession = R"("end_session_endpoint":"https://ehr.example/logout",)";

/// A patient's session with a refresh token and, where given, an id_token.
Browser signedIn(std::string_view smartMembers = "", std::string_view subject = "") {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, app::UserKind::Patient, "",
                                                             smartConfigurationWith(smartMembers)));
  std::string members = R"("patient":"p1","refresh_token":"refresh-1",)";
  if (!subject.empty()) {
    members += R"("id_token":")" + harness::idToken(browser.now, subject) + "\",";
  }
  browser.answers("/token", 200, harness::tokenText(members, harness::kPatientScopes));
  return browser;
}

/// Lets the token be refused and renewed with these members.
void renew(Browser& browser, const std::string& members) {
  browser.answers("/fhir/Patient", 401, "");
  browser.answers(
      "/token", 200,
      R"({"access_token":"token-2","token_type":"Bearer","expires_in":3600)" + members + "}");
}

oauth::ErrorCode sessionError(const Browser& browser) {
  const auto& problem = browser.state.sessionProblem;
  if (!problem || !std::holds_alternative<oauth::ErrorCode>(problem->cause)) {
    ADD_FAILURE() << "the session has not ended with an OAuth error";
    return {};
  }
  return std::get<oauth::ErrorCode>(problem->cause);
}

TEST(SessionLife, Row17TheSecondArrivalWithACodeFindsNoRecordAndSendsNothing) {
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, app::UserKind::Patient);
  Browser reloaded;
  reloaded.happens(
      app::Started{.pageUrl = std::string(harness::kAppUrl), .query = harness::codeResponse(back)});
  reloaded.answers("config.json", 200, harness::configurationText());
  EXPECT_FALSE(reloaded.isAsked("/token"));
  EXPECT_TRUE(reloaded.state.signIn.problem);
}

TEST(SessionLife, Row18APageFromTheBackForwardCacheIsJudgedByTheTimeThatHasPassed) {
  Browser browser = signedIn();
  browser.passes(minutes(20));
  browser.happens(app::PageShown{});
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.patient) << "nothing of the patient is shown again";
}

TEST(SessionLife, Row59AnotherPatientAfterARenewalWipesAndEnds) {
  Browser browser = signedIn();
  renew(browser, R"(,"patient":"p2")");
  EXPECT_EQ(sessionError(browser), oauth::ErrorCode::ContextChanged);
  EXPECT_FALSE(browser.state.patient);
  EXPECT_FALSE(browser.isAsked("/fhir/"));
}

TEST(SessionLife, ARenewalThatNamesTheSamePersonGoesOn) {
  Browser browser = signedIn("", "u1");
  renew(browser, R"(,"id_token":")" + harness::idToken(browser.now, "u1") + "\"");
  EXPECT_TRUE(browser.state.signedIn);
  EXPECT_TRUE(browser.isAsked("/fhir/Patient"));
}

TEST(SessionLife, ARenewalThatNamesAnotherPersonEndsTheSession) {
  Browser browser = signedIn("", "u1");
  renew(browser, R"(,"id_token":")" + harness::idToken(browser.now, "u2") + "\"");
  EXPECT_EQ(sessionError(browser), oauth::ErrorCode::IdTokenSubjectChanged);
  EXPECT_FALSE(browser.state.signedIn);
}

TEST(SessionLife, ARenewalWithoutIdTokenKeepsTheOldOneUnjudged) {
  Browser browser = signedIn("", "u1");
  browser.passes(minutes(14));  // the id_token has expired; it has done its work
  renew(browser, "");
  ASSERT_TRUE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.signedIn->life.tokens()->idToken.empty());
}

TEST(SessionLife, Row70EachTabHasTokensOfItsOwnSoNoneIsSentTwice) {
  Browser first = signedIn();
  first.answers("/fhir/Patient", 401, "");
  first.answers("/fhir/Observation", 401, "");
  EXPECT_TRUE(first.takeRequest("/token"));
  EXPECT_FALSE(first.takeRequest("/token")) << "one renewal for both";
}

TEST(SessionLife, Row72TwoHoursOfSleepEndASessionWhoseMonotonicClockStoodStill) {
  Browser browser = signedIn();
  browser.now.clocks.wall += hours(2);
  browser.happens(app::PageShown{});
  EXPECT_FALSE(browser.state.signedIn);
}

TEST(SessionLife, Row72AClockThatIsSetBackProlongsNothing) {
  Browser browser = signedIn();
  browser.now.clocks.wall -= hours(24);
  browser.now.clocks.monotonic += minutes(16);
  browser.happens(app::PageShown{});
  EXPECT_FALSE(browser.state.signedIn);
}

TEST(SessionLife, Row97ARenewalWhileOfflineIsTriedAgainAndNothingIsLost) {
  Browser browser = signedIn();
  browser.answers("/fhir/Patient", 401, "");
  ASSERT_TRUE(browser.fails("/token", net::TransportError::Offline));
  ASSERT_TRUE(browser.state.signedIn);
  browser.passes(std::chrono::seconds(2));
  browser.happens(app::DeadlineReached{});
  EXPECT_TRUE(browser.isAsked("/token"));
  EXPECT_TRUE(browser.state.patient);
}

TEST(SessionLife, Row98ADuplicatedTabUsesTheRecordButTheServerHasSeenTheCode) {
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, app::UserKind::Patient);
  Browser duplicate = harness::returned(back);
  duplicate.answers("/token", 400, R"({"error":"invalid_grant"})");
  ASSERT_TRUE(duplicate.state.signIn.problem);
  EXPECT_EQ(std::get<oauth::ErrorCode>(duplicate.state.signIn.problem->cause),
            oauth::ErrorCode::InvalidGrant);
  EXPECT_TRUE(duplicate.requests.empty()) << "no second attempt with the same code";
}

TEST(SignOut, OffersToEndTheSessionAtTheServerToo) {
  Browser browser = signedIn(kEndSession, "u1");
  browser.happens(app::SignOutPressed{});
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_FALSE(browser.take<app::Navigate>()) << "only when the user says so";
  browser.happens(app::ServerSignOutPressed{});
  const auto leaving = browser.take<app::Navigate>();
  ASSERT_TRUE(leaving);
  EXPECT_EQ(leaving->url.find("https://ehr.example/logout?"), 0U);
  EXPECT_NE(leaving->url.find("id_token_hint="), std::string::npos);
  EXPECT_NE(leaving->url.find("post_logout_redirect_uri=https%3A%2F%2Frisk.example%2F"),
            std::string::npos);
  EXPECT_FALSE(browser.state.signedOut);
}

TEST(SignOut, WithoutSuchAPageThereIsNothingToPress) {
  Browser browser = signedIn();
  browser.happens(app::SignOutPressed{});
  browser.happens(app::ServerSignOutPressed{});
  EXPECT_FALSE(browser.take<app::Navigate>());
}

TEST(SignOut, Row103ARevocationThatFailsIsSaidAndChangesNothingElse) {
  for (const int status : {404, 500, 503}) {
    Browser browser = signedIn();
    browser.happens(app::SignOutPressed{});
    ASSERT_TRUE(browser.answers("/revoke", status, ""));
    ASSERT_TRUE(browser.state.signedOut);
    EXPECT_TRUE(browser.state.signedOut->serverNotTold) << status;
    EXPECT_FALSE(browser.state.signedIn);
  }
}

TEST(SignOut, Row104NeitherTokensNorIdTokenGoToAForeignOrigin) {
  Browser browser = signedIn(R"("end_session_endpoint":"https://evil.example/logout",)", "u1");
  browser.happens(app::SignOutPressed{});
  ASSERT_TRUE(browser.state.signedOut);
  EXPECT_EQ(browser.state.signedOut->endSessionUrl, "");
  EXPECT_FALSE(browser.isAsked("evil.example"));
}

TEST(SignOut, TheNextSignInForgetsTheLastOne) {
  Browser browser = signedIn(kEndSession, "u1");
  browser.happens(app::SignOutPressed{});
  browser.happens(app::SignInPressed{0, app::UserKind::Patient});
  EXPECT_FALSE(browser.state.signedOut);
}

}  // namespace
