// Proof of possession (RFC 9449) as the app carries it: each request waits for its proof, a
// server's nonce is used from then on, and nothing falls back to a bearer token.
#include <gtest/gtest.h>

#include "harness.h"

namespace {

using harness::Browser;

const std::string kSignature(64, 's');

std::string smartConfigurationWithDpop() {
  std::string text = harness::smartConfigurationText();
  text.insert(1, R"("dpop_signing_alg_values_supported":["ES256"],)");
  return text;
}

std::string header(const net::Request& request, std::string_view name) {
  for (const net::Header& each : request.headers) {
    if (each.name == name) return each.value;
  }
  return "";
}

std::string boundTokens(std::string_view type = "DPoP") {
  return R"({"access_token":"token-1","token_type":")" + std::string(type) +
         R"(","expires_in":3600,"refresh_token":"refresh-1","patient":"p1"})";
}

/// A page that has come back from a server that takes proofs, and has exchanged nothing yet.
Browser returned() {
  Browser leaving;
  return harness::returned(
      harness::leaveToSignIn(leaving, app::UserKind::Patient, "", smartConfigurationWithDpop()));
}

app::SignProof sign(Browser& browser) {
  const auto asked = browser.take<app::SignProof>();
  if (!asked) {
    ADD_FAILURE() << "no proof is asked for";
    return {};
  }
  browser.happens(app::ProofSigned{asked->id, "header.payload", kSignature});
  return *asked;
}

void signAll(Browser& browser) {
  while (const auto asked = browser.take<app::SignProof>()) {
    browser.happens(app::ProofSigned{asked->id, "header.payload", kSignature});
  }
}

Browser signedIn() {
  Browser browser = returned();
  sign(browser);
  browser.answers("/token", 200, boundTokens());
  return browser;
}

std::vector<net::Header> nonceDemand(std::string nonce) {
  return {{"content-type", "application/json"},
          {"www-authenticate", R"(DPoP error="use_dpop_nonce")"},
          {"dpop-nonce", std::move(nonce)}};
}

oauth::ErrorCode signInError(const Browser& browser) {
  const auto& problem = browser.state.signIn.problem;
  if (!problem || !std::holds_alternative<oauth::ErrorCode>(problem->cause)) {
    ADD_FAILURE() << "the sign-in has not failed with an OAuth error";
    return {};
  }
  return std::get<oauth::ErrorCode>(problem->cause);
}

constexpr std::string_view kNonceWanted = R"({"error":"use_dpop_nonce"})";

TEST(Dpop, TheCodeLeavesOnlyWithItsProof) {
  Browser browser = returned();
  EXPECT_FALSE(browser.isAsked("/token"));
  const auto asked = sign(browser);
  EXPECT_EQ(asked.method, net::Method::Post);
  EXPECT_EQ(asked.url, "https://ehr.example/token");
  EXPECT_EQ(asked.accessToken, "");
  const auto request = browser.takeRequest("/token");
  ASSERT_TRUE(request);
  EXPECT_EQ(header(request->request, "DPoP").find("header.payload."), 0U);
}

TEST(Dpop, EachFhirRequestCarriesTheBoundTokenAndAProofOfItsOwn) {
  Browser browser = signedIn();
  EXPECT_FALSE(browser.isAsked("/fhir/")) << "each waits for its proof";
  const auto asked = sign(browser);
  EXPECT_EQ(asked.method, net::Method::Get);
  EXPECT_EQ(asked.accessToken, "token-1");
  const auto request = browser.takeRequest("/fhir/");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->request.url, asked.url);
  EXPECT_EQ(header(request->request, "Authorization"), "DPoP token-1");
  EXPECT_EQ(header(request->request, "DPoP").find("header.payload."), 0U);
}

TEST(Dpop, AServerThatDoesNotOfferItIsSentNone) {
  Browser browser = harness::signedInAsPatient();
  EXPECT_FALSE(browser.take<app::SignProof>());
  const auto request = browser.takeRequest("/fhir/");
  ASSERT_TRUE(request);
  EXPECT_EQ(header(request->request, "DPoP"), "");
}

TEST(Dpop, Row101ANonceDemandedWithTheCodeIsObeyedOnce) {
  Browser browser = returned();
  sign(browser);
  browser.answers("/token", 400, std::string(kNonceWanted), nonceDemand("nonce-1"));
  EXPECT_EQ(sign(browser).nonce, "nonce-1");
  browser.answers("/token", 400, std::string(kNonceWanted), nonceDemand("nonce-2"));
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::DpopNonceRepeated);
  EXPECT_FALSE(browser.take<app::SignProof>());
}

TEST(Dpop, Row101ANonceThatCorsHidesIsNamed) {
  Browser browser = returned();
  sign(browser);
  browser.answers("/token", 400, std::string(kNonceWanted));
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::DpopNonceHidden);
}

TEST(Dpop, Row101ANonceDemandedByTheFhirServerRenewsNoToken) {
  Browser browser = signedIn();
  signAll(browser);
  browser.answers("/fhir/Patient/p1", 401, "", nonceDemand("nonce-1"));
  EXPECT_FALSE(browser.isAsked("/token"));
  const auto asked = sign(browser);
  EXPECT_EQ(asked.nonce, "nonce-1");
  EXPECT_EQ(asked.accessToken, "token-1");
  EXPECT_TRUE(browser.isAsked("/fhir/Patient/p1"));
}

TEST(Dpop, Row101ANonceIsKeptForTheOriginThatGaveIt) {
  Browser browser = returned();
  sign(browser);
  browser.answers("/token", 200, boundTokens(),
                  {{"content-type", "application/json"}, {"dpop-nonce", "nonce-1"}});
  EXPECT_EQ(sign(browser).nonce, "nonce-1") << "the FHIR server has the same origin";
}

TEST(Dpop, Row102ABearerTokenInAnswerToAProofIsRefused) {
  Browser browser = returned();
  sign(browser);
  browser.answers("/token", 200, boundTokens("Bearer"));
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::TokenBindingLost);
  EXPECT_FALSE(browser.state.signedIn);
}

TEST(Dpop, TheRefreshProvesPossessionToo) {
  Browser browser = signedIn();
  signAll(browser);
  browser.answers("/fhir/Patient/p1", 401, "");
  const auto asked = sign(browser);
  EXPECT_EQ(asked.url, "https://ehr.example/token");
  EXPECT_EQ(asked.accessToken, "");
  const auto request = browser.takeRequest("/token");
  ASSERT_TRUE(request);
  EXPECT_NE(request->request.body.find("refresh-1"), std::string::npos);
  EXPECT_NE(header(request->request, "DPoP"), "");
}

TEST(Dpop, ABrowserThatCannotSignSaysSoAndSendsNothing) {
  Browser browser = returned();
  const auto asked = browser.take<app::SignProof>();
  ASSERT_TRUE(asked);
  browser.happens(app::ProofSigned{asked->id, "", ""});
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::DpopKeyInvalid);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(Dpop, AProofThatComesAfterSignOutSendsNothing) {
  Browser browser = signedIn();
  const auto late = browser.take<app::SignProof>();
  ASSERT_TRUE(late);
  browser.happens(app::SignOutPressed{});
  browser.requests.clear();
  browser.happens(app::ProofSigned{late->id, "header.payload", kSignature});
  EXPECT_TRUE(browser.requests.empty());
}

}  // namespace
