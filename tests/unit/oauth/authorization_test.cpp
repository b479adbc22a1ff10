#include "oauth/authorization.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::errorOf;
using oauth::ErrorCode;
using oauth::LaunchKind;

const std::string kChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

std::string urlFor(const oauth::AuthorizationRequest& request, const std::string& launch = "") {
  return oauth::authorizationUrl(example::transaction(request), kChallenge, launch).value();
}

/// The decoded parameter of the URL; empty when it is not there.
std::string parameter(const std::string& url, std::string_view name) {
  const std::string query = net::parseUrl(url).value().query;
  const std::string sought = "&" + std::string(name) + "=";
  const std::size_t at = ("&" + query).find(sought);
  if (at == std::string::npos) return {};
  const std::string rest = query.substr(at + sought.size() - 1);
  return net::formDecode(rest.substr(0, rest.find('&'))).value();
}

TEST(AuthorizationUrl, CarriesWhatRfc6749Rfc7636AndSmartAskFor) {
  const std::string url = urlFor(example::request());
  EXPECT_EQ(url.rfind("https://login.example/authorize?", 0), 0U);
  EXPECT_EQ(parameter(url, "response_type"), "code");
  EXPECT_EQ(parameter(url, "client_id"), example::kClientId);
  EXPECT_EQ(parameter(url, "redirect_uri"), example::kRedirectUri);
  EXPECT_EQ(parameter(url, "scope"),
            "openid fhirUser launch/patient patient/Patient.r patient/Observation.rs "
            "patient/Condition.rs");
  EXPECT_EQ(parameter(url, "state"), example::state());
  EXPECT_EQ(parameter(url, "nonce"), example::nonce());
  EXPECT_EQ(parameter(url, "aud"), example::kBase);
  EXPECT_EQ(parameter(url, "code_challenge"), kChallenge);
  EXPECT_EQ(parameter(url, "code_challenge_method"), "S256");
  EXPECT_EQ(parameter(url, "launch"), "");
}

TEST(AuthorizationUrl, NeverCarriesTheVerifier) {
  EXPECT_EQ(urlFor(example::request()).find(example::codeVerifier()), std::string::npos);
}

// RFC 6749 section 3.1.
TEST(AuthorizationUrl, KeepsTheQueryThatTheEndpointHasAlready) {
  const std::string url = urlFor(example::request(
      {{"authorization_endpoint", "https://login.example/authorize?tenant=a%20b"}}));
  EXPECT_EQ(url.rfind("https://login.example/authorize?tenant=a%20b&response_type=code&", 0), 0U);
}

TEST(AuthorizationUrl, SendsNoNonceWithoutOpenIdAndNoAudienceWithoutSmart) {
  auto request = example::request({}, LaunchKind::PlainOAuth);
  request.scopes = {"user/Patient.rs"};
  const std::string url = urlFor(request);
  EXPECT_EQ(parameter(url, "nonce"), "");
  EXPECT_EQ(parameter(url, "aud"), "");
}

TEST(AuthorizationUrl, CarriesALaunchInAnEhrLaunchAndOnlyThere) {
  const auto ehr = example::transaction(example::request({}, LaunchKind::Ehr));
  EXPECT_EQ(parameter(oauth::authorizationUrl(ehr, kChallenge, "xyz").value(), "launch"), "xyz");
  EXPECT_EQ(errorOf(oauth::authorizationUrl(ehr, kChallenge, "")),
            ErrorCode::AuthorizationRequestInvalid);
  EXPECT_EQ(errorOf(oauth::authorizationUrl(example::transaction(), kChallenge, "xyz")),
            ErrorCode::AuthorizationRequestInvalid);
}

TEST(AuthorizationUrl, IsNoLongerThanServersTake) {
  const std::string longest(8'000, 'a');
  const auto ehr = example::transaction(
      example::request({{"authorization_endpoint", "https://login.example/authorize?a=" + longest}},
                       LaunchKind::Ehr));
  EXPECT_TRUE(oauth::authorizationUrl(ehr, kChallenge, longest).ok());
  EXPECT_EQ(errorOf(oauth::authorizationUrl(ehr, kChallenge, std::string(8'192, '&'))),
            ErrorCode::AuthorizationRequestInvalid)
      << "each of them is three characters once it is encoded";
}

TEST(AuthorizationUrl, RefusesAChallengeThatIsNoDigest) {
  for (const char* challenge : {"", "abc", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c="}) {
    EXPECT_EQ(errorOf(oauth::authorizationUrl(example::transaction(), challenge, "")),
              ErrorCode::AuthorizationRequestInvalid);
  }
}

}  // namespace
