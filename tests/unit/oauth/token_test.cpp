#include "oauth/token.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::errorOf;
using oauth::ErrorCode;

// RFC 6749 section 4.1.3, RFC 7636 section 4.5.
TEST(CodeTokenRequest, PostsTheCodeWithItsVerifierToThePinnedEndpoint) {
  const auto request = oauth::codeTokenRequest(example::callback());
  EXPECT_EQ(request.method, net::Method::Post);
  EXPECT_EQ(request.url, "https://login.example/token");
  EXPECT_EQ(request.body,
            "grant_type=authorization_code&code=abc&redirect_uri=https%3A%2F%2Fapp.example%2F"
            "&client_id=framingham&code_verifier=" +
                example::codeVerifier());
  EXPECT_EQ(request.headers,
            (std::vector<net::Header>{{"Accept", "application/json"},
                                      {"Content-Type", "application/x-www-form-urlencoded"}}));
}

// RFC 6749 section 6.
TEST(RefreshTokenRequest, PostsTheRefreshTokenAndNoScope) {
  const auto request = oauth::refreshTokenRequest(example::request(), example::tokens());
  EXPECT_EQ(request.url, "https://login.example/token");
  EXPECT_EQ(request.body, "grant_type=refresh_token&refresh_token=refresh-1&client_id=framingham");
}

TEST(TokenResponse, GivesTokensPermissionsAndContext) {
  const auto tokens = example::tokens({{"id_token", "a.b.c"}, {"need_patient_banner", false}});
  EXPECT_EQ(tokens->accessToken, "access-1");
  EXPECT_EQ(tokens->refreshToken, "refresh-1");
  EXPECT_EQ(tokens->idToken, "a.b.c");
  EXPECT_EQ(tokens->lifetime, std::chrono::hours(1));
  EXPECT_EQ(tokens->context.patient, "p1");
  EXPECT_FALSE(tokens->missingNoStore);
}

// RFC 6749 section 5.1.
TEST(TokenResponse, WithoutScopeGrantsWhatWasAsked) {
  EXPECT_TRUE(example::tokens({{"scope", nullptr}})->permissions.contains("openid"));
}

TEST(TokenResponse, KeepsAnIdTokenOnlyIfItWasAskedForAndCanBeJudged) {
  auto withoutOpenId = example::request();
  withoutOpenId.scopes = {"patient/Patient.r"};
  const example::Json idToken = {{"id_token", "a.b.c"}};
  EXPECT_EQ((*example::receive(idToken, example::transaction(withoutOpenId)))->idToken, "");
  const auto nameless = example::transaction(example::request({{"issuer", nullptr}}));
  EXPECT_EQ((*example::receive(idToken, nameless))->idToken, "");
}

TEST(TokenResponse, RejectsTokensOfAnotherType) {
  for (const char* member : {"refresh_token", "id_token"}) {
    EXPECT_EQ(errorOf(example::receive({{member, 7}})), ErrorCode::TokenResponseMalformed);
    EXPECT_EQ(errorOf(example::receive({{member, "a b"}})), ErrorCode::TokenResponseMalformed);
  }
}

TEST(TokenResponse, NotesThatItMayBeCached) {
  auto response = example::jsonResponse(example::tokenBody().dump());
  response.headers.pop_back();
  EXPECT_TRUE((*oauth::processTokenResponse(example::callback(), oauth::TokenType::Bearer, response,
                                            example::at(0)))
                  ->missingNoStore);
}

TEST(RefreshResponse, KeepsContextAndPermissionsThatItDoesNotRepeat) {
  const auto previous = example::tokens({{"scope", "openid patient/Patient.r"}});
  const auto tokens = example::refresh(previous, {}, example::at(100));
  ASSERT_TRUE(tokens.ok());
  EXPECT_EQ((*tokens)->accessToken, "access-2");
  EXPECT_EQ((*tokens)->context.patient, "p1");
  EXPECT_EQ((*tokens)->permissions.granted().text(), "openid patient/Patient.r");
  EXPECT_TRUE(example::refresh(previous, {{"patient", "p1"}}, example::at(100)).ok());
}

TEST(RefreshResponse, CannotChangeTheTypeOfToken) {
  EXPECT_EQ(errorOf(example::refresh(example::tokens(), {{"token_type", "DPoP"}}, example::at(1))),
            ErrorCode::TokenTypeUnsupported);
}

}  // namespace
