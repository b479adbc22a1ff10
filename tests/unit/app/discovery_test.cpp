// Where a sign-in takes place: which documents are asked for, of whom, and whose answer counts.
#include <gtest/gtest.h>

#include "harness.h"

namespace {

using app::SignInStep;
using app::UserKind;
using harness::Browser;

constexpr std::string_view kSmart = "/fhir/.well-known/smart-configuration";

/// The page with a configuration whose EHRs are `ehrs`, opened by `query`.
Browser opened(const std::string& ehrs, std::string query = "",
               std::vector<app::StoredRecord> pending = {}) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                               .query = std::move(query),
                               .pendingAuthorizations = std::move(pending)});
  browser.answers("config.json", 200, R"({"emergencyNumber":"111","ehrs":[)" + ehrs + "]}");
  return browser;
}

std::string ehr(std::string_view host, std::string_view members = "",
                std::string_view clientId = "framingham",
                std::string_view users = R"("clinician","patient")") {
  return R"({"name":"EHR","fhirBase":"https://)" + std::string(host) + R"(/fhir",)" +
         std::string(members) + R"("clientId":")" + std::string(clientId) + R"(","users":[)" +
         std::string(users) + "]}";
}

std::string metadata(std::string_view issuer) {
  const std::string text(issuer);
  return R"({"issuer":")" + text + R"(","authorization_endpoint":")" + text +
         R"(/auth","token_endpoint":")" + text +
         R"(/token","code_challenge_methods_supported":["S256"]})";
}

/// Goes on from a discovery that succeeded to the server's page, and returns its address.
std::string left(Browser& browser) {
  browser.happens(app::AuthorizationSecretsMade{harness::secret('v'), harness::secret('c'),
                                                harness::secret('s'), harness::secret('n')});
  browser.happens(app::AuthorizationStored{true});
  const auto leaving = browser.take<app::Navigate>();
  return leaving ? leaving->url : std::string();
}

oauth::ErrorCode signInError(const Browser& browser) {
  const auto& problem = browser.state.signIn.problem;
  if (!problem) {
    ADD_FAILURE() << "the sign-in has not failed";
    return {};
  }
  return std::get<oauth::ErrorCode>(problem->cause);
}

TEST(Discovery, WhatOneServerSaysIsNotTakenForWhatAnotherSays) {
  Browser browser = opened(ehr("a.example") + "," + ehr("b.example"));
  browser.happens(app::SignInPressed{0, UserKind::Clinician});
  browser.happens(app::HistoryMoved{app::Screen::Start});
  browser.happens(app::SignInPressed{1, UserKind::Clinician});
  ASSERT_TRUE(browser.answers("https://a.example/fhir/", 200, metadata("https://a.example")));
  EXPECT_EQ(browser.state.signIn.step, SignInStep::Discovering) << "b.example has yet to answer";
  ASSERT_TRUE(browser.answers("https://b.example/fhir/", 200, metadata("https://b.example")));
  EXPECT_EQ(left(browser).find("https://b.example/auth?"), 0U);
}

TEST(Discovery, ABrokenConnectionIsTriedOnceMore) {
  Browser browser = opened(ehr("ehr.example"));
  browser.happens(app::SignInPressed{0, UserKind::Clinician});
  ASSERT_TRUE(browser.fails(kSmart, net::TransportError::Unreachable));
  EXPECT_FALSE(browser.state.signIn.problem);
  ASSERT_TRUE(browser.fails(kSmart, net::TransportError::Unreachable));
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::Unreachable);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(Discovery, WhatIsNoBrokenConnectionIsNotTriedAgain) {
  for (const auto error : {net::TransportError::TooLarge, net::TransportError::Redirected,
                           net::TransportError::Offline, net::TransportError::Timeout}) {
    Browser browser = opened(ehr("ehr.example"));
    browser.happens(app::SignInPressed{0, UserKind::Clinician});
    ASSERT_TRUE(browser.fails(kSmart, error));
    EXPECT_TRUE(browser.state.signIn.problem);
    EXPECT_TRUE(browser.requests.empty());
  }
}

TEST(Discovery, AnIssuerIsAskedByItsOwnDocumentsOneAfterTheOther) {
  Browser browser = opened(ehr("ehr.example", R"("issuer":"https://login.example/realms/a",)"));
  browser.happens(app::SignInPressed{0, UserKind::Clinician});
  EXPECT_FALSE(browser.isAsked(kSmart));
  ASSERT_TRUE(browser.answers(
      "https://login.example/.well-known/oauth-authorization-server/realms/a", 404, ""));
  ASSERT_TRUE(browser.answers("https://login.example/realms/a/.well-known/openid-configuration",
                              200, metadata("https://login.example/realms/a")));
  EXPECT_EQ(left(browser).find("https://login.example/realms/a/auth?"), 0U);
}

TEST(Discovery, AnIssuerThatCallsItselfOtherwiseIsRefused) {
  Browser browser = opened(ehr("ehr.example", R"("issuer":"https://login.example",)"));
  browser.happens(app::SignInPressed{0, UserKind::Clinician});
  ASSERT_TRUE(browser.answers("oauth-authorization-server", 200, metadata("https://evil.example")));
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::IssuerMismatch);
}

TEST(Discovery, AServerWithoutSmartIsAskedInPlainOAuth) {
  Browser browser = opened(
      ehr("ehr.example",
          R"("smart":false,"authorizationEndpoint":"https://login.example/auth",)"
          R"("tokenEndpoint":"https://login.example/token","issuer":"https://login.example",)",
          "framingham", R"("clinician")"));
  browser.happens(app::SignInPressed{0, UserKind::Clinician});
  EXPECT_TRUE(browser.requests.empty()) << "the configuration says it all";
  const std::string url = left(browser);
  EXPECT_EQ(url.find("https://login.example/auth?"), 0U);
  EXPECT_NE(url.find("user%2FObservation.read"), std::string::npos);
  EXPECT_EQ(url.find("aud="), std::string::npos);
  EXPECT_EQ(url.find("launch"), std::string::npos);
}

TEST(Discovery, AServerWithoutSmartOpensTheListsOfAClinician) {
  const std::string plain = ehr("ehr.example", R"("smart":false,"issuer":"https://login.example",)",
                                "framingham", R"("clinician")");
  Browser leaving = opened(plain);
  leaving.happens(app::SignInPressed{0, UserKind::Clinician});
  leaving.answers("oauth-authorization-server", 200, metadata("https://login.example"));
  ASSERT_FALSE(left(leaving).empty());
  const auto record = leaving.take<app::StoreAuthorization>();
  ASSERT_TRUE(record);
  Browser browser =
      opened(plain, "code=abc&state=" + harness::secret('s'), {{record->key, record->record}});
  ASSERT_TRUE(
      browser.answers("https://login.example/token", 200, harness::tokenText("", "user/*.read")));
  EXPECT_TRUE(browser.isAsked("https://ehr.example/fhir/List?"));
}

TEST(Launch, Row52AnIssWithoutALaunchIsASignInByOneselfThatTakesAPress) {
  Browser browser =
      opened(ehr("a.example") + "," + ehr("ehr.example"), "iss=https%3A%2F%2Fehr.example%2Ffhir");
  EXPECT_TRUE(browser.requests.empty()) << "anybody can write a link";
  EXPECT_EQ(browser.state.screen, app::Screen::Start);
  EXPECT_EQ(browser.state.invitedTo, 1U);
  browser.happens(app::SignInPressed{1, UserKind::Clinician});
  EXPECT_FALSE(browser.state.invitedTo);
  ASSERT_TRUE(browser.answers(kSmart, 200, metadata("https://ehr.example")));
  const std::string url = left(browser);
  EXPECT_EQ(url.find("https://ehr.example/auth?"), 0U);
  EXPECT_EQ(url.find("launch"), std::string::npos);
  EXPECT_NE(url.find("user%2FPatient"), std::string::npos);
}

TEST(Launch, ByAnEhrNeedsNoPress) {
  Browser browser = opened(ehr("ehr.example"), "launch=x&iss=https%3A%2F%2Fehr.example%2Ffhir");
  EXPECT_TRUE(browser.isAsked(kSmart));
}

TEST(Launch, TellsTheServerItsAddressAsItWroteItItself) {
  Browser browser = opened(ehr("ehr.example"), "launch=x&iss=https%3A%2F%2FEHR.example%2Ffhir%2F");
  ASSERT_TRUE(browser.answers(kSmart, 200, metadata("https://ehr.example")));
  EXPECT_NE(left(browser).find("aud=https%3A%2F%2FEHR.example%2Ffhir%2F&"), std::string::npos);
}

/// A page whose connections are locked to a.example, and nobody signed in any more.
Browser lockedToTheFirst() {
  const std::string ehrs = ehr("a.example") + "," + ehr("b.example");
  Browser leaving = opened(ehrs);
  leaving.happens(app::SignInPressed{0, UserKind::Clinician});
  leaving.answers("https://a.example/fhir/", 200, metadata("https://a.example"));
  left(leaving);
  const auto record = leaving.take<app::StoreAuthorization>();
  Browser browser = opened(ehrs, "code=abc&state=" + harness::secret('s'),
                           {{record ? record->key : "", record ? record->record : ""}});
  browser.answers("https://a.example/token", 200,
                  harness::tokenText("", harness::kClinicianScopes));
  EXPECT_TRUE(browser.state.signedIn);
  browser.happens(app::SignOutPressed{});
  return browser;
}

TEST(LockedConnections, AnotherServerIsAskedFromAFreshPage) {
  Browser browser = lockedToTheFirst();
  browser.happens(app::SignInPressed{1, UserKind::Patient});
  EXPECT_FALSE(browser.isAsked("b.example")) << "the page's own policy would refuse it";
  const auto leaving = browser.take<app::Navigate>();
  ASSERT_TRUE(leaving);
  EXPECT_EQ(leaving->url, harness::kAppUrl);
  const auto press = browser.take<app::StoreAuthorization>();
  ASSERT_TRUE(press);

  Browser fresh =
      opened(ehr("a.example") + "," + ehr("b.example"), "", {{press->key, press->record}});
  const auto removed = fresh.take<app::RemoveAuthorization>();
  ASSERT_TRUE(removed) << "a press counts once";
  EXPECT_EQ(removed->key, press->key);
  ASSERT_TRUE(fresh.answers("https://b.example/fhir/", 200, metadata("https://b.example")));
  EXPECT_NE(left(fresh).find("launch%2Fpatient"), std::string::npos);
}

TEST(LockedConnections, APressThatIsNoneOfOursBeginsNothing) {
  for (const char* press : {"", "0", "1 2", "3 1", "1 1 ", "-1 0"}) {
    Browser browser = opened(ehr("a.example") + "," + ehr("b.example"), "", {{"pressed", press}});
    EXPECT_TRUE(browser.requests.empty()) << press;
    EXPECT_TRUE(browser.take<app::RemoveAuthorization>()) << press;
  }
}

TEST(LockedConnections, TheSameServerIsAskedFromHere) {
  Browser browser = lockedToTheFirst();
  browser.happens(app::SignInPressed{0, UserKind::Clinician});
  EXPECT_TRUE(browser.isAsked("https://a.example/fhir/.well-known"));
  EXPECT_FALSE(browser.take<app::Navigate>());
}

TEST(LockedConnections, AnotherServerIsCheckedFromAFreshPage) {
  Browser browser = lockedToTheFirst();
  browser.happens(app::ConnectionCheckPressed{1});
  EXPECT_FALSE(browser.isAsked("b.example"));
  EXPECT_TRUE(browser.take<app::Navigate>());
  const auto press = browser.take<app::StoreAuthorization>();
  ASSERT_TRUE(press);
  Browser fresh =
      opened(ehr("a.example") + "," + ehr("b.example"), "", {{press->key, press->record}});
  EXPECT_EQ(fresh.state.screen, app::Screen::ConnectionCheck);
  EXPECT_TRUE(fresh.isAsked("https://b.example/fhir/metadata"));
}

}  // namespace
