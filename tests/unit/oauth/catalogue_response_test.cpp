#include <gtest/gtest.h>

#include "example_sign_in.h"

// The catalogue of attacks and faults: what comes back from the authorization server.
namespace {

using example::errorOf;
using example::respond;
using oauth::ErrorCode;

const std::string kState = "&state=" + example::state();

TEST(Catalogue, Row01_StateMissing_IsRejected) {
  EXPECT_EQ(errorOf(respond("code=x")), ErrorCode::StateMissing);
  EXPECT_EQ(errorOf(respond("code=x&state=")), ErrorCode::StateMissing);
}

TEST(Catalogue, Row02_StateWrong_FindsNoRecordAndTouchesNone) {
  const auto query = example::query("code=x&state=attacker");
  EXPECT_EQ(oauth::transactionKey(query), "");
  EXPECT_EQ(errorOf(oauth::validateAuthorizationResponse(query, std::nullopt, example::at(1).wall)),
            ErrorCode::StateUnknown);
  EXPECT_EQ(errorOf(respond("code=x&state=" + example::secret(9))), ErrorCode::StateUnknown);
}

TEST(Catalogue, Row03_StateReplayed_IsUnknownOnceItsRecordIsGone) {
  const auto again = oauth::validateAuthorizationResponse(example::query("code=x" + kState),
                                                          std::nullopt, example::at(1).wall);
  EXPECT_EQ(errorOf(again), ErrorCode::StateUnknown);
  EXPECT_NE(oauth::describeForUser(ErrorCode::StateUnknown).find("used already"),
            std::string_view::npos);
}

TEST(Catalogue, Row04_StateExpired_AfterTenMinutes) {
  EXPECT_TRUE(respond("code=x" + kState, example::transaction(), example::at(600)).ok());
  EXPECT_EQ(errorOf(respond("code=x" + kState, example::transaction(), example::at(601))),
            ErrorCode::TransactionExpired);
}

TEST(Catalogue, Row04_StateExpired_WhenTheClockWasSetBackBeforeIt) {
  EXPECT_EQ(errorOf(respond("code=x" + kState, example::transaction(), example::at(-1))),
            ErrorCode::TransactionExpired);
}

TEST(Catalogue, Row05_RepeatedParameter_IsRejectedWhicheverItIs) {
  for (const char* name :
       {"code", "state", "iss", "error", "error_description", "error_uri", "launch"}) {
    const std::string twice = std::string(name) + "=a&" + name + "=b";
    EXPECT_EQ(errorOf(oauth::parseLocationQuery(twice)), ErrorCode::ParameterRepeated) << name;
  }
  EXPECT_EQ(errorOf(oauth::parseLocationQuery("state=a&st%61te=b")), ErrorCode::ParameterRepeated);
}

TEST(Catalogue, Row06_StateOfAnotherTab_HasNoRecordHere) {
  const auto here = oauth::validateAuthorizationResponse(example::query("code=x" + kState),
                                                         std::nullopt, example::at(1).wall);
  EXPECT_EQ(errorOf(here), ErrorCode::StateUnknown);
}

TEST(Catalogue, Row07_LoginCsrf_AttackersCodeAndStateAreRejected) {
  EXPECT_EQ(errorOf(respond("code=attackers&state=" + example::secret(66))),
            ErrorCode::StateUnknown);
}

TEST(Catalogue, Row09_MixUp_AnotherServersIssuerIsRejected) {
  EXPECT_EQ(errorOf(respond("code=x&iss=https%3A%2F%2Fevil.example" + kState)),
            ErrorCode::ResponseIssuerWrong);
}

TEST(Catalogue, Row10_IssuerMissingThoughAdvertised_IsRejectedAlsoForErrors) {
  const auto pending = example::transaction(
      example::request({{"authorization_response_iss_parameter_supported", true}}));
  EXPECT_EQ(errorOf(respond("code=x" + kState, pending)), ErrorCode::ResponseIssuerMissing);
  EXPECT_EQ(errorOf(respond("error=access_denied" + kState, pending)),
            ErrorCode::ResponseIssuerMissing);
  EXPECT_TRUE(respond("code=x&iss=https://login.example/oauth" + kState, pending).ok());
}

TEST(Catalogue, Row11_IssuerPresentThoughNotAdvertised_IsComparedAndNeverTakenForALaunch) {
  const std::string text = "code=x&iss=https://login.example/oauth" + kState;
  EXPECT_TRUE(respond(text).ok());
  EXPECT_EQ(oauth::pageRole(example::query(text)), oauth::PageRole::AuthorizationResponse);
  const auto nameless = example::transaction(example::request({{"issuer", nullptr}}));
  EXPECT_TRUE(respond("code=x&iss=https://any.example" + kState, nameless).ok());
}

TEST(Catalogue, Row12_IssuerDiffersBySlashOrCase_IsRejected) {
  for (const char* issuer :
       {"https://login.example/oauth/", "https://LOGIN.example/oauth",
        "https://login.example:443/oauth", "https://login.example/OAUTH", ""}) {
    EXPECT_EQ(errorOf(respond("code=x&iss=" + std::string(issuer) + kState)),
              ErrorCode::ResponseIssuerWrong)
        << issuer;
  }
}

TEST(Catalogue, Row13_AccessDenied_IsSaidInPlainWords) {
  const auto verdict = respond("error=access_denied&error_description=User+declined" + kState);
  EXPECT_EQ(errorOf(verdict), ErrorCode::AccessDenied);
  EXPECT_EQ(verdict.error().serverText, "User declined");
}

TEST(Catalogue, Row14_ErrorAndCode_TheErrorWins) {
  EXPECT_EQ(errorOf(respond("code=x&error=server_error" + kState)), ErrorCode::ServerError);
  EXPECT_EQ(errorOf(respond("error=&code=x" + kState)), ErrorCode::AuthorizationRefused);
}

TEST(Catalogue, Row15_ErrorDescription_IsCleanedAndCut) {
  const auto text = [](const std::string& description) {
    return respond("error=access_denied&error_description=" + net::percentEncode(description) +
                   kState)
        .error()
        .serverText;
  };
  EXPECT_EQ(text("<img src=x onerror=alert(1)>"), "<img src=x onerror=alert(1)>");
  EXPECT_EQ(text(std::string(10'240, 'a')).size(), 200U);
  EXPECT_EQ(text("abc\xE2\x80\xAE"
                 "def"),
            "abcdef");
  EXPECT_EQ(errorOf(oauth::parseLocationQuery("error=x&error_description=a%00b")),
            ErrorCode::QueryMalformed);
}

TEST(Catalogue, Row16_ErrorWithoutState_IsNotAttributedToAnyFlow) {
  const auto query = example::query("error=access_denied");
  EXPECT_EQ(oauth::transactionKey(query), "");
  EXPECT_EQ(errorOf(respond("error=access_denied")), ErrorCode::StateMissing);
}

TEST(Catalogue, Row17_Reload_FindsTheRecordUsed) {
  EXPECT_EQ(errorOf(oauth::validateAuthorizationResponse(example::query("code=x" + kState),
                                                         std::nullopt, example::at(2).wall)),
            ErrorCode::StateUnknown);
}

TEST(Catalogue, Row54_LaunchExpired_SendsTheUserBackToTheChart) {
  const auto ehr = example::transaction(example::request({}, oauth::LaunchKind::Ehr));
  EXPECT_EQ(errorOf(respond("error=invalid_request" + kState, ehr)), ErrorCode::LaunchRefused);
  EXPECT_EQ(errorOf(respond("error=invalid_request" + kState)), ErrorCode::InvalidRequest);
}

TEST(Catalogue, Row98_DuplicatedTab_ItsCopyOfTheRecordLeadsToOneRefusedPost) {
  const auto first = respond("code=x" + kState);
  const auto copy = respond("code=x" + kState);
  ASSERT_TRUE(first.ok() && copy.ok());
  EXPECT_EQ(errorOf(oauth::processTokenResponse(
                *copy, oauth::TokenType::Bearer,
                example::jsonResponse(R"({"error":"invalid_grant"})", 400), example::at(61))),
            ErrorCode::InvalidGrant);
  EXPECT_EQ(oauth::remedy(ErrorCode::InvalidGrant), oauth::Remedy::SignInAgain);
}

}  // namespace
