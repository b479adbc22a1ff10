// The connection check: what an integrator is told of servers that are right, wrong or silent.
#include <gtest/gtest.h>

#include <algorithm>

#include "harness.h"

namespace {

using app::CheckFinding;
using app::CheckSubject;
using app::CheckVerdict;
using harness::Browser;

constexpr std::string_view kDiscovery = ".well-known/smart-configuration";

std::string discoveryText(std::string_view members = "") {
  return R"({"issuer":"https://ehr.example","authorization_endpoint":"https://ehr.example/auth",
    "token_endpoint":"https://ehr.example/token",)" +
         std::string(members) +
         R"("capabilities":["launch-standalone","client-public","permission-user",
    "permission-patient","context-standalone-patient","permission-v2"]})";
}

std::string metadataText(std::string_view version = "4.0.1", bool creates = true) {
  return R"({"resourceType":"CapabilityStatement","fhirVersion":")" + std::string(version) +
         R"(","rest":[{"resource":[{"type":"RiskAssessment","interaction":[{"code":")" +
         (creates ? "create" : "read") + R"("}]}]}]})";
}

Browser pressed() {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  browser.happens(app::ConnectionCheckPressed{0});
  return browser;
}

app::CheckLine lineOf(const Browser& browser, CheckSubject subject) {
  const auto& report = browser.state.connectionCheck->report;
  const auto found = std::find_if(report.begin(), report.end(), [&](const app::CheckLine& each) {
    return each.subject == subject;
  });
  if (found == report.end()) {
    ADD_FAILURE() << "the report has no such line";
    return {};
  }
  return *found;
}

Browser checked(const std::string& discovery, const std::string& metadata = metadataText()) {
  Browser browser = pressed();
  browser.answers(kDiscovery, 200, discovery);
  browser.answers("/metadata", 200, metadata);
  return browser;
}

TEST(ConnectionCheck, OfAServerThatIsNotConfiguredAsksNothing) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  browser.happens(app::ConnectionCheckPressed{1});
  EXPECT_FALSE(browser.state.connectionCheck);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(ConnectionCheck, BegunAnewTakesNoAnswerOfTheOneBefore) {
  Browser browser = pressed();
  const auto before = browser.takeRequest(kDiscovery);
  ASSERT_TRUE(before);
  browser.happens(app::ConnectionCheckPressed{0});
  browser.happens(app::ResponseReceived{before->id, {.status = 404}});
  EXPECT_FALSE(browser.state.connectionCheck->discovery);
  EXPECT_EQ(browser.requests.size(), 2U);
}

TEST(ConnectionCheck, AsksForTwoPublicDocumentsAndNothingElse) {
  Browser browser = pressed();
  ASSERT_EQ(browser.requests.size(), 2U);
  for (const auto& each : browser.requests) {
    EXPECT_EQ(each.request.method, net::Method::Get);
    for (const auto& header : each.request.headers)
      EXPECT_EQ(header.name, "Accept");
  }
  EXPECT_FALSE(browser.take<app::LockConnections>());
  EXPECT_EQ(browser.state.screen, app::Screen::ConnectionCheck);
}

TEST(ConnectionCheck, FindsNothingWrongWithAServerThatIsRight) {
  const Browser browser = checked(discoveryText(R"("code_challenge_methods_supported":["S256"],
                       "scopes_supported":["openid","fhirUser","launch/patient","user/*.rs",
                                           "patient/*.rs"],)"));
  for (const app::CheckLine& line : browser.state.connectionCheck->report) {
    EXPECT_NE(line.verdict, CheckVerdict::Wrong) << static_cast<int>(line.subject);
  }
  EXPECT_EQ(lineOf(browser, CheckSubject::Scopes).finding, CheckFinding::ScopesListed);
  EXPECT_EQ(lineOf(browser, CheckSubject::RedirectUri).value, "https://risk.example/");
  EXPECT_EQ(lineOf(browser, CheckSubject::FhirVersion).value, "4.0.1");
}

TEST(ConnectionCheck, WaitsForBothDocuments) {
  Browser browser = pressed();
  browser.answers(kDiscovery, 200, discoveryText());
  EXPECT_TRUE(browser.state.connectionCheck->report.empty());
}

TEST(ConnectionCheck, NamesAServerWithoutCors) {
  Browser browser = pressed();
  browser.fails(kDiscovery, net::TransportError::Unreachable);
  browser.fails("/metadata", net::TransportError::Unreachable);
  const auto line = lineOf(browser, CheckSubject::Discovery);
  EXPECT_EQ(line.verdict, CheckVerdict::Wrong);
  ASSERT_TRUE(line.problem);
  EXPECT_EQ(std::get<oauth::ErrorCode>(line.problem->cause), oauth::ErrorCode::Unreachable);
  EXPECT_EQ(lineOf(browser, CheckSubject::Pkce).verdict, CheckVerdict::CannotTell);
}

TEST(ConnectionCheck, PutsEachErrorOfTheDocumentOnItsOwnLine) {
  const Browser plain = checked(discoveryText(R"("code_challenge_methods_supported":["plain"],)"));
  EXPECT_EQ(lineOf(plain, CheckSubject::Pkce).verdict, CheckVerdict::Wrong);
  EXPECT_EQ(lineOf(plain, CheckSubject::Discovery).verdict, CheckVerdict::Right);
  const Browser insecure = checked(
      R"({"authorization_endpoint":"http://ehr.example/auth","token_endpoint":"https://ehr.example/token"})");
  EXPECT_EQ(lineOf(insecure, CheckSubject::Endpoints).verdict, CheckVerdict::Wrong);
  const Browser page = checked("<!doctype html>");
  EXPECT_EQ(lineOf(page, CheckSubject::Discovery).verdict, CheckVerdict::Wrong);
}

TEST(ConnectionCheck, SaysWhichCapabilitiesAndScopesAreMissing) {
  const Browser browser = checked(R"({"authorization_endpoint":"https://ehr.example/auth",
                  "token_endpoint":"https://ehr.example/token",
                  "scopes_supported":["openid","fhirUser","launch/patient","patient/*.rs"],
                  "capabilities":["launch-standalone","client-public","permission-patient",
                                  "context-standalone-patient","permission-v2"]})");
  EXPECT_EQ(lineOf(browser, CheckSubject::Capabilities).value, "permission-user");
  const auto scopes = lineOf(browser, CheckSubject::Scopes);
  EXPECT_EQ(scopes.verdict, CheckVerdict::CannotTell);
  EXPECT_NE(scopes.value.find("user/Patient.rs"), std::string::npos);
  EXPECT_EQ(scopes.value.find("patient/Patient.r"), std::string::npos);
}

TEST(ConnectionCheck, TellsAVersionThatIsNotRead) {
  const Browser browser = checked(discoveryText(), metadataText("3.0.2"));
  EXPECT_EQ(lineOf(browser, CheckSubject::FhirVersion).finding, CheckFinding::VersionUnsupported);
}

TEST(ConnectionCheck, TellsAServerThatTakesNoAssessments) {
  const Browser browser = checked(discoveryText(), metadataText("4.0.1", false));
  EXPECT_EQ(lineOf(browser, CheckSubject::Saving).finding, CheckFinding::SavingNotOffered);
}

TEST(ConnectionCheck, TellsWhetherTokensWillBeBoundToAKey) {
  EXPECT_EQ(lineOf(checked(discoveryText()), CheckSubject::Possession).finding,
            CheckFinding::PossessionNotOffered);
  const Browser browser =
      checked(discoveryText(R"("dpop_signing_alg_values_supported":["ES256"],)"));
  EXPECT_EQ(lineOf(browser, CheckSubject::Possession).finding, CheckFinding::PossessionOffered);
}

TEST(ConnectionCheck, IsNotRunDuringASession) {
  Browser browser = harness::signedInAsPatient();
  browser.happens(app::ConnectionCheckPressed{0});
  EXPECT_TRUE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.connectionCheck);
}

}  // namespace
