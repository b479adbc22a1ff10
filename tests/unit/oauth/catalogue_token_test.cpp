#include <gtest/gtest.h>

#include "example_sign_in.h"

// The catalogue of attacks and faults: what the token endpoint answers.
namespace {

using example::errorOf;
using example::Json;
using example::receive;
using oauth::Access;
using oauth::ErrorCode;
using oauth::Interaction;
using oauth::TokenType;

ErrorCode verdict(const net::Response& response, TokenType expected = TokenType::Bearer) {
  return errorOf(
      oauth::processTokenResponse(example::callback(), expected, response, example::at(0)));
}

TEST(Catalogue, Row19_CodeReuseRefused_LeadsToANewSignIn) {
  EXPECT_EQ(verdict(example::jsonResponse(R"({"error":"invalid_grant"})", 400)),
            ErrorCode::InvalidGrant);
}

TEST(Catalogue, Row29_TokenTypeMacOrMissing_IsRejected) {
  for (const Json& type :
       {Json("mac"), Json(nullptr), Json(""), Json(7), Json("Bearer "), Json("N_A")}) {
    EXPECT_EQ(errorOf(receive({{"token_type", type}})), ErrorCode::TokenTypeUnsupported) << type;
  }
}

TEST(Catalogue, Row30_TokenTypeInAnyCase_IsAccepted) {
  for (const char* type : {"Bearer", "bearer", "BEARER"}) {
    EXPECT_TRUE(receive({{"token_type", type}}).ok()) << type;
  }
}

TEST(Catalogue, Row31_AccessTokenThatCouldSplitAHeader_IsRejected) {
  for (const Json& token : {Json(nullptr), Json(""), Json(7), Json("a\r\nX-Evil: 1"), Json("a b"),
                            Json("a\tb"), Json("\xC3\xA9"), Json(std::string(16'385, 'x'))}) {
    EXPECT_EQ(errorOf(receive({{"access_token", token}})), ErrorCode::AccessTokenInvalid);
  }
}

TEST(Catalogue, Row32_Lifetime_IsReadTolerantlyAndDoubtfulOnesAreShort) {
  const auto seconds = [](const Json& lifetime) {
    return example::tokens({{"expires_in", lifetime}})->lifetime.count();
  };
  EXPECT_EQ(seconds(3600), 3600);
  EXPECT_EQ(seconds("3600"), 3600);
  EXPECT_EQ(seconds(59.9), 59);
  for (const Json& doubtful :
       {Json(-1), Json(0), Json(0.5), Json(1e308), Json(nullptr), Json(""), Json("-1"), Json("1e9"),
        Json("99999999999"), Json("an hour"), Json(true), Json(Json::array({3600}))}) {
    EXPECT_EQ(seconds(doubtful), oauth::kDefaultLifetime.count()) << doubtful;
  }
}

TEST(Catalogue, Row33_EachErrorOfRfc6749Section52_IsMapped) {
  const std::vector<std::pair<std::string, ErrorCode>> errors{
      {"invalid_request", ErrorCode::InvalidRequest},
      {"invalid_client", ErrorCode::InvalidClient},
      {"invalid_grant", ErrorCode::InvalidGrant},
      {"unauthorized_client", ErrorCode::UnauthorizedClient},
      {"unsupported_grant_type", ErrorCode::UnsupportedGrantType},
      {"invalid_scope", ErrorCode::InvalidScope},
      {"no_such_error", ErrorCode::TokenRequestRefused}};
  for (const auto& [name, code] : errors) {
    EXPECT_EQ(verdict(example::jsonResponse(Json{{"error", name}}.dump(), 400)), code) << name;
  }
}

TEST(Catalogue, Row34_Unauthorized_IsTheClientsErrorAndNoPrompt) {
  net::Response response = example::jsonResponse(R"({"error":"invalid_client"})", 401);
  response.headers.push_back({"www-authenticate", "Basic realm=\"x\""});
  EXPECT_EQ(verdict(response), ErrorCode::InvalidClient);
}

TEST(Catalogue, Row35_ErrorPage_IsNeverShown) {
  for (int status : {500, 502, 503, 404, 302, 204}) {
    const auto result = oauth::processTokenResponse(
        example::callback(), TokenType::Bearer,
        {.status = status, .headers = {{"content-type", "text/html"}}, .body = "<h1>Oops</h1>"},
        example::at(0));
    EXPECT_EQ(errorOf(result), ErrorCode::TokenEndpointFailed) << status;
    EXPECT_EQ(result.error().serverText, "");
  }
  EXPECT_EQ(verdict({.status = 400, .headers = {}, .body = "<h1>Oops</h1>"}),
            ErrorCode::TokenRequestRefused);
}

TEST(Catalogue, Row36_SuccessThatIsNoPlainJsonObject_IsRejected) {
  const std::string good = example::tokenBody().dump();
  for (const std::string& body :
       {std::string("[]"), std::string(), good.substr(0, good.size() - 1), std::string("null"),
        R"({"access_token":"a","access_token":"b","token_type":"Bearer"})" + std::string()}) {
    EXPECT_EQ(verdict(example::jsonResponse(body)), ErrorCode::TokenResponseMalformed) << body;
  }
  for (const char* type : {"text/html", "", "text/plain", "application/jsonp", "text/json"}) {
    EXPECT_EQ(verdict({.status = 200, .headers = {{"content-type", type}}, .body = good}),
              ErrorCode::TokenResponseMalformed)
        << type;
  }
}

TEST(Catalogue, Row36_JsonInItsOtherDresses_IsAccepted) {
  for (const char* type :
       {"application/json; charset=utf-8", "Application/JSON ;q=1", "application/problem+json"}) {
    EXPECT_TRUE(oauth::processTokenResponse(example::callback(), TokenType::Bearer,
                                            {.status = 200,
                                             .headers = {{"content-type", type}},
                                             .body = "\xEF\xBB\xBF" + example::tokenBody().dump()},
                                            example::at(0))
                    .ok())
        << type;
  }
}

TEST(Catalogue, Row37_TokenBodyTooLarge_IsCutOffAndRefused) {
  const auto request = oauth::codeTokenRequest(example::callback());
  EXPECT_EQ(request.maximumBytes, 256U * 1024U);
  EXPECT_EQ(request.timeoutMilliseconds, 20'000U);
  EXPECT_EQ(verdict(example::jsonResponse(std::string(300'000, ' '))),
            ErrorCode::TokenResponseMalformed);
}

TEST(Catalogue, Row38_NoAnswer_IsATimeoutOfItsOwn) {
  EXPECT_EQ(oauth::fromTransport(net::TransportError::Timeout), ErrorCode::TimedOut);
}

TEST(Catalogue, Row39_Row40_Redirect_IsAnErrorAndNotFollowed) {
  EXPECT_EQ(oauth::fromTransport(net::TransportError::Redirected), ErrorCode::Redirected);
  EXPECT_EQ(verdict({.status = 307, .headers = {{"location", "https://evil.example"}}, .body = ""}),
            ErrorCode::TokenEndpointFailed);
}

TEST(Catalogue, Row41_Row42_NoCors_IsNamedAsTheLikelyCause) {
  const auto code = oauth::fromTransport(net::TransportError::Unreachable);
  EXPECT_NE(oauth::describeForUser(code).find("CORS"), std::string_view::npos);
}

TEST(Catalogue, Row55_PatientMissing_StopsBeforeAnyDataIsRead) {
  const auto tokens = example::tokens({{"patient", nullptr}});
  EXPECT_EQ(errorOf(oauth::patientInContext(tokens->context)), ErrorCode::PatientMissing);
  EXPECT_EQ(*oauth::patientInContext(example::tokens()->context), "p1");
}

TEST(Catalogue, Row56_PatientThatIsNoFhirId_IsRejected) {
  for (const Json& patient : {Json("../Patient/x?y="), Json(std::string(1000, 'a')),
                              Json(Json::array({"p1"})), Json("."), Json(".."), Json(""), Json(7),
                              Json("p1/../p2"), Json("p%2f1"), Json("p_1"), Json("p1\n")}) {
    EXPECT_EQ(errorOf(receive({{"patient", patient}})), ErrorCode::PatientInvalid) << patient;
  }
  EXPECT_EQ(errorOf(receive({{"encounter", "../x"}})), ErrorCode::EncounterInvalid);
}

TEST(Catalogue, Row60_ScopeNarrowed_TakesTheFeatureAway) {
  const auto tokens = example::tokens({{"scope", "patient/Patient.r patient/Observation.rs"}});
  EXPECT_EQ(tokens->permissions.access("Observation", Interaction::Search), Access::Full);
  EXPECT_EQ(tokens->permissions.access("Condition", Interaction::Search), Access::None);
}

TEST(Catalogue, Row60_ScopeFiltered_IsNotTakenForTheWhole) {
  const auto tokens =
      example::tokens({{"scope", "patient/Condition.rs?category=problem-list-item"}});
  EXPECT_EQ(tokens->permissions.access("Condition", Interaction::Search), Access::Filtered);
}

TEST(Catalogue, Row61_ScopeWidenedOrGarbage_IsNotUsed) {
  const auto tokens = example::tokens({{"scope", "patient/*.cruds \x01 //.. ?? system/*.*"}});
  EXPECT_EQ(tokens->permissions.access("Observation", Interaction::Search), Access::Full);
  EXPECT_EQ(tokens->permissions.access("Observation", Interaction::Create), Access::None);
  EXPECT_EQ(tokens->permissions.access("Procedure", Interaction::Read), Access::None);
  EXPECT_EQ(errorOf(receive({{"scope", Json::array({"openid"})}})),
            ErrorCode::TokenResponseMalformed);
}

TEST(Catalogue, Row62_OneSyntaxAskedTheOtherGranted_MeansTheSame) {
  const auto v1Granted = example::tokens({{"scope", "patient/Observation.read"}});
  EXPECT_EQ(v1Granted->permissions.access("Observation", Interaction::Search), Access::Full);
  const oauth::Permissions v2Granted(oauth::Scopes::parse("patient/Observation.read"),
                                     oauth::Scopes::parse("patient/Observation.rs"));
  EXPECT_EQ(v2Granted.access("Observation", Interaction::Search), Access::Full);
}

TEST(Catalogue, Row102_BearerInAnswerToAProof_IsADowngrade) {
  EXPECT_EQ(verdict(example::jsonResponse(example::tokenBody().dump()), TokenType::Dpop),
            ErrorCode::TokenBindingLost);
  EXPECT_EQ(errorOf(receive({{"token_type", "DPoP"}})), ErrorCode::TokenTypeUnsupported);
}

}  // namespace
