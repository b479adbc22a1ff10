// Who signed in: the name that is shown, and how little depends on it.
#include <gtest/gtest.h>

#include "harness.h"

namespace {

using harness::Browser;

/// A clinician who signed in at a server without published keys.
Browser signedIn(std::string_view members) {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, app::UserKind::Clinician));
  const std::string token = harness::idToken(browser.now, "u1", members);
  browser.answers("/token", 200,
                  harness::tokenText(R"("id_token":")" + token + "\",", harness::kClinicianScopes));
  return browser;
}

constexpr std::string_view kPractitioner =
    R"("fhirUser":"https://ehr.example/fhir/Practitioner/d1",)";

TEST(Identity, ReadsTheUsersNameFromTheirOwnResource) {
  Browser browser = signedIn(kPractitioner);
  ASSERT_TRUE(browser.answers("/fhir/Practitioner/d1", 200,
                              R"({"resourceType":"Practitioner","id":"d1",
                                  "name":[{"prefix":["Dr"],"given":["Aroha"],"family":"W"}]})"));
  ASSERT_TRUE(browser.state.signedIn);
  EXPECT_EQ(browser.state.signedIn->userName, "Dr Aroha W");
}

TEST(Identity, AsksNobodyForANameThatTheIdTokenSays) {
  Browser browser = signedIn(R"("name":"Dr One",)" + std::string(kPractitioner));
  EXPECT_EQ(browser.state.signedIn->userName, "Dr One");
  EXPECT_FALSE(browser.isAsked("/Practitioner/"));
}

TEST(Identity, Row86AForeignFhirUserIsNeverFetched) {
  for (const char* user :
       {"https://evil.example/fhir/Practitioner/d1", "https://ehr.example/other/Practitioner/d1",
        "https://ehr.example/fhir/../Practitioner/d1", "//evil.example/Practitioner/d1",
        "Practitioner/../d1", "Device/d1"}) {
    Browser browser = signedIn(R"("fhirUser":")" + std::string(user) + "\",");
    ASSERT_TRUE(browser.state.signedIn) << user;
    EXPECT_FALSE(browser.isAsked("d1")) << user;
    EXPECT_EQ(browser.state.signedIn->userName, "") << user;
  }
}

TEST(Identity, ANameThatCannotBeReadCostsNothingElse) {
  for (const int status : {401, 403, 404, 500, 503}) {
    Browser browser = signedIn(kPractitioner);
    ASSERT_TRUE(browser.answers("/fhir/Practitioner/d1", status, ""));
    EXPECT_TRUE(browser.state.signedIn) << status;
    EXPECT_FALSE(browser.isAsked("/token")) << status;
    EXPECT_TRUE(browser.isAsked("/fhir/List")) << status;
  }
}

/// A server that publishes its keys, before it has been asked for them.
Browser beforeTheKeys() {
  Browser leaving;
  std::string configuration = harness::smartConfigurationText();
  configuration.insert(1, R"("jwks_uri":"https://ehr.example/keys",)");
  Browser browser = harness::returned(
      harness::leaveToSignIn(leaving, app::UserKind::Clinician, "", std::move(configuration)));
  const std::string token = harness::idToken(browser.now, "u1");
  browser.answers("/token", 200,
                  harness::tokenText(R"("id_token":")" + token + "\",", harness::kClinicianScopes));
  return browser;
}

TEST(Identity, Row27AKeyThatIsUnknownIsAskedForOnceMoreWhateverBecomesOfIt) {
  Browser refused = beforeTheKeys();
  ASSERT_TRUE(refused.answers("/keys", 200, R"({"keys":[]})"));
  ASSERT_TRUE(refused.answers("/keys", 200, R"({"keys":[]})"));
  EXPECT_FALSE(refused.state.signedIn);
  EXPECT_FALSE(refused.isAsked("/keys"));

  Browser silent = beforeTheKeys();
  silent.answers("/keys", 200, R"({"keys":[]})");
  ASSERT_TRUE(silent.answers("/keys", 503, ""));
  EXPECT_FALSE(silent.state.signedIn) << "silence does not mend an unknown key";

  Browser broken = beforeTheKeys();
  broken.answers("/keys", 200, R"({"keys":[]})");
  ASSERT_TRUE(broken.fails("/keys", net::TransportError::Unreachable));
  EXPECT_FALSE(broken.state.signedIn);
}

TEST(Identity, KeysThatCannotBeHadLeaveTheNameUnchecked) {
  Browser browser = beforeTheKeys();
  ASSERT_TRUE(browser.fails("/keys", net::TransportError::Unreachable));
  EXPECT_FALSE(browser.state.signedIn) << "asked for once more";
  ASSERT_TRUE(browser.fails("/keys", net::TransportError::Unreachable));
  ASSERT_TRUE(browser.state.signedIn);
  EXPECT_FALSE((*browser.state.signedIn->identity)->signatureChecked);
}

TEST(Identity, Row27ASignatureThatIsWrongOpensNoRecord) {
  Browser browser = beforeTheKeys();
  const std::string modulus(342, 'A');
  ASSERT_TRUE(browser.answers("/keys", 200,
                              R"({"keys":[{"kty":"RSA","n":")" + modulus + R"(","e":"AQAB"}]})"));
  ASSERT_TRUE(browser.take<app::VerifySignature>());
  browser.happens(app::SignatureVerified{oauth::SignatureVerdict::Wrong});
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(Identity, AnotherPersonsResourceGivesNoName) {
  Browser browser = signedIn(kPractitioner);
  browser.answers("/fhir/Practitioner/d1", 200,
                  R"({"resourceType":"Practitioner","id":"d2","name":[{"text":"Somebody else"}]})");
  EXPECT_EQ(browser.state.signedIn->userName, "");
}

TEST(Identity, AnAnswerAfterSignOutNamesNobody) {
  Browser browser = signedIn(kPractitioner);
  const auto late = browser.takeRequest("/fhir/Practitioner/d1");
  ASSERT_TRUE(late);
  browser.happens(app::SignOutPressed{});
  browser.happens(app::ResponseReceived{late->id, {.status = 200, .headers = {}, .body = "{}"}});
  EXPECT_FALSE(browser.state.signedIn);
}

}  // namespace
