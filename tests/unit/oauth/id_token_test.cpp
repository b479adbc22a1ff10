#include "oauth/id_token.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::errorOf;
using example::idToken;
using example::Json;
using example::judge;
using oauth::ErrorCode;
using oauth::SignatureAlgorithm;
using oauth::SignatureVerdict;

oauth::UnverifiedIdToken parsed(const Json& header) {
  return oauth::parseIdToken(example::jwt(header, example::claims().dump(), "sig")).value();
}

Json rsaKey(const char* kid) {
  return {{"kty", "RSA"},
          {"kid", kid},
          {"n", oauth::encodeBase64Url(std::string(256, 'n'))},
          {"e", "AQAB"}};
}

Json ecKey(const char* kid) {
  const std::string coordinate = oauth::encodeBase64Url(std::string(32, 'x'));
  return {{"kty", "EC"}, {"crv", "P-256"}, {"kid", kid}, {"x", coordinate}, {"y", coordinate}};
}

oauth::Result<oauth::SignatureCheck> check(const Json& header, const Json& keys) {
  return oauth::prepareSignatureCheck(parsed(header),
                                      example::jsonResponse(Json{{"keys", keys}}.dump()));
}

TEST(IdToken, IsTakenApartIntoWhatIsSignedAndTheSignature) {
  const auto token = parsed({{"alg", "ES256"}, {"kid", "k1"}});
  EXPECT_EQ(token.algorithm, SignatureAlgorithm::Es256);
  EXPECT_EQ(token.keyId, "k1");
  EXPECT_EQ(token.signature, "sig");
  EXPECT_EQ(token.signingInput + "." + oauth::encodeBase64Url("sig"),
            example::jwt({{"alg", "ES256"}, {"kid", "k1"}}, example::claims().dump(), "sig"));
}

TEST(IdToken, WithACriticalExtensionOrWithoutASignatureIsMalformed) {
  EXPECT_EQ(errorOf(oauth::parseIdToken(example::jwt({{"alg", "RS256"}, {"crit", {"b64"}}}, "{}"))),
            ErrorCode::IdTokenMalformed);
  EXPECT_EQ(errorOf(oauth::parseIdToken(example::jwt({{"alg", "RS256"}}, "{}", ""))),
            ErrorCode::IdTokenMalformed);
  EXPECT_EQ(errorOf(oauth::parseIdToken(example::jwt({{"alg", "RS256"}}, "[]"))),
            ErrorCode::IdTokenMalformed);
}

TEST(IdTokenClaims, NeedTimesAndASubject) {
  for (const char* claim : {"exp", "iat"}) {
    for (const Json& value : {Json(nullptr), Json("1700000600"), Json(-1), Json(1e300)}) {
      EXPECT_EQ(errorOf(judge(idToken({{claim, value}}))), ErrorCode::IdTokenMalformed) << claim;
    }
  }
  for (const Json& subject : {Json(nullptr), Json(""), Json(7), Json(std::string(256, 'a'))}) {
    EXPECT_EQ(errorOf(judge(idToken({{"sub", subject}}))), ErrorCode::IdTokenSubjectMissing);
  }
}

TEST(IdTokenClaims, AtARefreshMustBeAboutTheSamePerson) {
  const auto refreshed = [](const Json& changes) {
    return oauth::validateRefreshedClaims(*oauth::parseIdToken(idToken(changes)),
                                          example::transaction(), *judge(idToken()),
                                          example::at(60).wall);
  };
  EXPECT_TRUE(refreshed({}).ok());
  EXPECT_TRUE(refreshed({{"nonce", nullptr}}).ok());
  EXPECT_EQ(errorOf(refreshed({{"nonce", "other"}})), ErrorCode::IdTokenNonceWrong);
  EXPECT_EQ(errorOf(refreshed({{"sub", "dr-2"}})), ErrorCode::IdTokenSubjectChanged);
  EXPECT_EQ(errorOf(refreshed({{"iss", "https://other.example"}})), ErrorCode::IdTokenIssuerWrong);
  EXPECT_EQ(errorOf(refreshed({{"aud", "other"}})), ErrorCode::IdTokenAudienceWrong);
}

TEST(SignatureCheck, PicksTheKeyByItsId) {
  const auto found = check({{"alg", "RS256"}, {"kid", "k2"}}, {rsaKey("k1"), rsaKey("k2")});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->algorithm, SignatureAlgorithm::Rs256);
  EXPECT_EQ(Json::parse(found->publicKey),
            (Json{{"kty", "RSA"}, {"n", rsaKey("k")["n"]}, {"e", "AQAB"}}));
}

TEST(SignatureCheck, WithoutAnIdNeedsExactlyOneKeyThatFits) {
  EXPECT_TRUE(check({{"alg", "RS256"}}, {rsaKey("k1"), ecKey("k2")}).ok());
  EXPECT_EQ(errorOf(check({{"alg", "RS256"}}, {rsaKey("k1"), rsaKey("k2")})),
            ErrorCode::IdTokenKeyUnknown);
}

TEST(SignatureCheck, RefusesKeysThatDoNotFit) {
  const Json header = {{"alg", "RS256"}, {"kid", "k1"}};
  ASSERT_TRUE(check(header, Json::array({rsaKey("k1")})).ok());
  for (const Json& change :
       {Json{{"kid", "k2"}}, Json{{"kty", "oct"}}, Json{{"use", "enc"}}, Json{{"alg", "RS384"}},
        Json{{"key_ops", {"encrypt"}}}, Json{{"n", "AQAB"}}, Json{{"n", nullptr}},
        Json{{"e", "=="}}, Json{{"crv", "P-256"}}}) {
    EXPECT_EQ(
        errorOf(check(header, Json::array({Json::parse(example::changed(rsaKey("k1"), change))}))),
        ErrorCode::IdTokenKeyUnknown)
        << change;
  }
  EXPECT_EQ(errorOf(check(header, {rsaKey("k1"), rsaKey("k1")})), ErrorCode::IdTokenKeyUnknown);
  EXPECT_EQ(errorOf(check({{"alg", "ES384"}, {"kid", "k1"}}, Json::array({ecKey("k1")}))),
            ErrorCode::IdTokenKeyUnknown);
}

TEST(SignatureCheck, NeverPassesOnPrivateMembers) {
  Json key = ecKey("k1");
  key["d"] = "secret";
  EXPECT_EQ(check({{"alg", "ES256"}}, Json::array({key}))->publicKey.find("secret"),
            std::string::npos);
}

TEST(SignatureCheck, RefusesWhatIsNoKeySet) {
  const auto token = parsed({{"alg", "RS256"}});
  for (const char* body : {"", "[]", "{}", R"({"keys":7})", R"({"keys":[null,7,"x"]})", "<html>"}) {
    EXPECT_EQ(errorOf(oauth::prepareSignatureCheck(token, example::jsonResponse(body))),
              ErrorCode::IdTokenKeyUnknown)
        << body;
  }
  EXPECT_EQ(errorOf(oauth::prepareSignatureCheck(token, example::jsonResponse("{}", 500))),
            ErrorCode::IdTokenKeyUnknown);
}

TEST(Identity, IsFitForAnAuthorOnlyIfItsSignatureWasChecked) {
  const auto claims = judge(idToken({{"name", "Dr\xE2\x80\xAE One"}}));
  const auto checked = oauth::acceptIdentity(*claims, SignatureVerdict::Valid, example::fhirBase());
  EXPECT_TRUE((*checked)->signatureChecked);
  EXPECT_EQ((*checked)->claims.displayName, "Dr One");
  const auto unchecked =
      oauth::acceptIdentity(*claims, SignatureVerdict::NotChecked, example::fhirBase());
  EXPECT_FALSE((*unchecked)->signatureChecked);
}

}  // namespace
