#include <gtest/gtest.h>

#include "example_sign_in.h"

// The catalogue of attacks and faults: who is said to have signed in.
namespace {

using example::errorOf;
using example::idToken;
using example::Json;
using example::judge;
using oauth::ErrorCode;

TEST(Catalogue, Row23_Row24_NonceWrongOrMissing_RejectsTheSession) {
  EXPECT_TRUE(judge(idToken()).ok());
  EXPECT_EQ(errorOf(judge(idToken({{"nonce", example::secret(9)}}))), ErrorCode::IdTokenNonceWrong);
  EXPECT_EQ(errorOf(judge(idToken({{"nonce", nullptr}}))), ErrorCode::IdTokenNonceWrong);
  EXPECT_EQ(errorOf(judge(idToken({{"nonce", Json::array({example::nonce()})}}))),
            ErrorCode::IdTokenNonceWrong);
}

TEST(Catalogue, Row25_AudienceOtherOrSharedWithoutAzp_IsRejected) {
  for (const Json& change :
       {Json{{"aud", "other"}}, Json{{"aud", nullptr}}, Json{{"aud", 7}}, Json{{"aud", {"other"}}},
        Json{{"aud", Json::array()}}, Json{{"aud", {"framingham", "other"}}},
        Json{{"aud", {"framingham", "other"}}, {"azp", "other"}}, Json{{"azp", "other"}},
        Json{{"azp", 7}}, Json{{"aud", {"framingham", 7}}, {"azp", "framingham"}},
        Json{{"aud", {{"framingham", true}}}}}) {
    EXPECT_EQ(errorOf(judge(idToken(change))), ErrorCode::IdTokenAudienceWrong) << change;
  }
  EXPECT_TRUE(judge(idToken({{"aud", {"framingham"}}})).ok());
  EXPECT_TRUE(judge(idToken({{"aud", {"framingham", "other"}}, {"azp", "framingham"}})).ok());
}

TEST(Catalogue, Row26_IssuerOther_IsRejected) {
  for (const Json& issuer : {Json("https://evil.example"), Json("https://login.example/oauth/"),
                             Json(nullptr), Json("")}) {
    EXPECT_EQ(errorOf(judge(idToken({{"iss", issuer}}))), ErrorCode::IdTokenIssuerWrong);
  }
}

TEST(Catalogue, Row26_ExpiredOrFromTheFuture_IsRejectedBeyondTheTolerance) {
  EXPECT_TRUE(judge(idToken(), example::at(600 + 119)).ok());
  EXPECT_EQ(errorOf(judge(idToken(), example::at(600 + 120))), ErrorCode::IdTokenExpired);
  EXPECT_TRUE(judge(idToken(), example::at(50 - 120)).ok());
  EXPECT_EQ(errorOf(judge(idToken(), example::at(50 - 121))), ErrorCode::IdTokenFromTheFuture);
  const Json later = {{"nbf", 1'700'000'300}};
  EXPECT_TRUE(judge(idToken(later), example::at(300 - 120)).ok());
  EXPECT_EQ(errorOf(judge(idToken(later), example::at(300 - 121))),
            ErrorCode::IdTokenFromTheFuture);
  EXPECT_EQ(errorOf(judge(idToken({{"nbf", "soon"}}))), ErrorCode::IdTokenMalformed);
}

TEST(Catalogue, Row27_AlgorithmNoneOrSymmetric_IsRefused) {
  for (const char* algorithm :
       {"none", "None", "NONE", "HS256", "HS384", "HS512", "rs256", "RS1", "", "ES256K"}) {
    EXPECT_EQ(
        errorOf(oauth::parseIdToken(example::jwt({{"alg", algorithm}}, example::claims().dump()))),
        ErrorCode::IdTokenAlgorithmRefused)
        << algorithm;
  }
}

TEST(Catalogue, Row27_UnknownKey_IsAskedForOnceMoreAndThenRefused) {
  const auto token = oauth::parseIdToken(idToken());
  EXPECT_EQ(errorOf(oauth::prepareSignatureCheck(*token, example::jsonResponse(R"({"keys":[]})"))),
            ErrorCode::IdTokenKeyUnknown);
}

TEST(Catalogue, Row27_BadSignature_IsRefused) {
  EXPECT_EQ(errorOf(oauth::acceptIdentity(*judge(idToken()), oauth::SignatureVerdict::Wrong,
                                          example::fhirBase())),
            ErrorCode::IdTokenSignatureWrong);
}

TEST(Catalogue, Row28_WhatIsNoJwt_IsRejected) {
  const std::string good = idToken();
  for (const std::string& token : {std::string(), std::string("a"), std::string("a.b"),
                                   std::string(".."), std::string("a.b.c"), good + ".x", good + "=",
                                   good.substr(1), "x" + good, std::string(1'000'000, 'a'),
                                   std::string(1'000'000, '.'), good + std::string(16'384, 'a')}) {
    EXPECT_EQ(errorOf(oauth::parseIdToken(token)), ErrorCode::IdTokenMalformed);
  }
}

TEST(Catalogue, Row86_FhirUserElsewhere_IsNotReadWithAToken) {
  const auto user = [](const char* fhirUser) {
    return (*oauth::acceptIdentity(*judge(idToken({{"fhirUser", fhirUser}})),
                                   oauth::SignatureVerdict::Valid, example::fhirBase()))
        ->fhirUser;
  };
  EXPECT_EQ(user("https://ehr.example/fhir/Practitioner/dr-1")->id, "dr-1");
  EXPECT_EQ(user("Practitioner/dr-1")->type, "Practitioner");
  for (const char* foreign :
       {"https://evil.example/fhir/Practitioner/dr-1", "https://foe.example/fhir/Practitioner/dr-1",
        "//evil.example/Practitioner/1", "https://ehr.example/fhir-evil/Practitioner/1",
        "http://ehr.example/fhir/Practitioner/1", "https://ehr.example/fhir/Practitioner/..",
        "https://ehr.example/fhir/Device/1", "https://ehr.example/fhir/Practitioner/1?x",
        "/Practitioner/1", "Practitioner/1/_history/2", "javascript:alert(1)",
        "https://ehr.example/fhir", ""}) {
    EXPECT_FALSE(user(foreign)) << foreign;
  }
}

}  // namespace
