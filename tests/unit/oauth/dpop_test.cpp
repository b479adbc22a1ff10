#include "oauth/dpop.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::errorOf;
using example::Json;
using oauth::ErrorCode;
using oauth::NonceDemand;
using oauth::NonceRetry;

Json jwk() {
  return {
      {"kty", "EC"}, {"crv", "P-256"},       {"x", example::secret(1)}, {"y", example::secret(2)},
      {"ext", true}, {"key_ops", {"verify"}}};
}

oauth::DpopKey key() {
  return oauth::parseDpopKey(jwk().dump()).value();
}

Json part(const std::string& signingInput, std::size_t index) {
  const std::size_t dot = signingInput.find('.');
  const std::string text = index == 0 ? signingInput.substr(0, dot) : signingInput.substr(dot + 1);
  return Json::parse(oauth::decodeBase64Url(text).value());
}

net::Response demand(int status, std::string nonce) {
  net::Response response = example::jsonResponse(R"({"error":"use_dpop_nonce"})", status);
  if (status == 401) {
    response.headers.push_back({"www-authenticate", "DPoP error=\"use_dpop_nonce\""});
  }
  if (!nonce.empty()) response.headers.push_back({"dpop-nonce", std::move(nonce)});
  return response;
}

TEST(DpopKey, IsAPublicKeyOfP256) {
  for (const Json& change : {Json{{"d", example::secret(3)}}, Json{{"kty", "RSA"}},
                             Json{{"crv", "P-384"}}, Json{{"x", "short"}}, Json{{"y", nullptr}}}) {
    EXPECT_EQ(errorOf(oauth::parseDpopKey(example::changed(jwk(), change))),
              ErrorCode::DpopKeyInvalid)
        << change;
  }
  EXPECT_EQ(errorOf(oauth::parseDpopKey("x")), ErrorCode::DpopKeyInvalid);
}

// RFC 9449 section 4.2.
TEST(DpopProof, NamesMethodAddressTimeAndTokenOfItsRequest) {
  oauth::Bytes32 digest{};
  digest.fill(7);
  const std::string input = oauth::dpopSigningInput(
      key(), {.method = net::Method::Post, .url = "https://ehr.example/fhir/Observation?a=b#c"},
      {.now = example::at(5).wall, .nonce = "n-1", .accessTokenDigest = digest});
  EXPECT_EQ(part(input, 0), (Json{{"typ", "dpop+jwt"},
                                  {"alg", "ES256"},
                                  {"jwk",
                                   {{"kty", "EC"},
                                    {"crv", "P-256"},
                                    {"x", example::secret(1)},
                                    {"y", example::secret(2)}}}}));
  EXPECT_EQ(part(input, 1), (Json{{"jti", example::secret(0)},
                                  {"htm", "POST"},
                                  {"htu", "https://ehr.example/fhir/Observation"},
                                  {"iat", 1'700'000'005},
                                  {"nonce", "n-1"},
                                  {"ath", example::secret(7)}}));
}

TEST(DpopProof, WithoutNonceAndTokenLeavesTheirClaimsOut) {
  const std::string input = oauth::dpopSigningInput(key(), {.url = "https://login.example/token"},
                                                    {.now = example::at(0).wall, .nonce = {}});
  EXPECT_FALSE(part(input, 1).contains("nonce"));
  EXPECT_FALSE(part(input, 1).contains("ath"));
}

TEST(DpopProof, GoesIntoItsHeaderWithASignatureOfTheRightLength) {
  const auto request =
      oauth::addDpopProof({.url = "https://a.example"}, "h.p", std::string(64, 's'));
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request->headers.back().name, "DPoP");
  EXPECT_EQ(request->headers.back().value, "h.p." + oauth::encodeBase64Url(std::string(64, 's')));
  EXPECT_EQ(errorOf(oauth::addDpopProof({.url = "https://a.example"}, "h.p", std::string(71, 's'))),
            ErrorCode::DpopKeyInvalid);
}

TEST(DpopNonces, AreKeptForEachOrigin) {
  oauth::DpopNonces nonces;
  nonces.remember("https://login.example/token", demand(400, "n-1"));
  nonces.remember("https://ehr.example/fhir", demand(401, "n-2"));
  nonces.remember("https://ehr.example/fhir", example::jsonResponse("{}"));
  EXPECT_EQ(nonces.find("https://login.example/other"), "n-1");
  EXPECT_EQ(nonces.find("https://ehr.example/fhir/Patient/1"), "n-2");
  EXPECT_EQ(nonces.find("https://other.example"), "");
}

TEST(DpopNonces, KeepNothingThatCouldNotBeANonce) {
  oauth::DpopNonces nonces;
  for (const std::string& nonce :
       {std::string("a b"), std::string("a\"b"), std::string("a\nb"), std::string(1'025, 'a')}) {
    nonces.remember("https://login.example/", demand(400, nonce));
    EXPECT_EQ(nonces.find("https://login.example/"), "");
  }
}

TEST(DpopNonces, AreKeptForSixteenOriginsAtMost) {
  oauth::DpopNonces nonces;
  const auto address = [](int server) {
    return "https://s" + std::to_string(server) + ".example/";
  };
  for (int server = 1; server <= 17; ++server)
    nonces.remember(address(server), demand(400, "n-1"));
  EXPECT_EQ(nonces.find(address(16)), "n-1");
  EXPECT_EQ(nonces.find(address(17)), "");
  nonces.remember(address(1), demand(400, "n-2"));
  EXPECT_EQ(nonces.find(address(1)), "n-2") << "those that are kept can still change";
}

TEST(Catalogue, Row101_NonceDemanded_IsAnsweredOnce) {
  for (int status : {400, 401}) {
    EXPECT_EQ(*oauth::judgeNonceDemand(demand(status, "n"), NonceRetry::First),
              NonceDemand::Demanded);
    EXPECT_EQ(errorOf(oauth::judgeNonceDemand(demand(status, "n"), NonceRetry::Second)),
              ErrorCode::DpopNonceRepeated);
    EXPECT_EQ(errorOf(oauth::judgeNonceDemand(demand(status, ""), NonceRetry::First)),
              ErrorCode::DpopNonceHidden);
  }
  EXPECT_EQ(*oauth::judgeNonceDemand(example::jsonResponse(R"({"error":"invalid_grant"})", 400),
                                     NonceRetry::First),
            NonceDemand::None);
}

}  // namespace
