#include "oauth/transaction.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::errorOf;
using example::Json;
using oauth::ErrorCode;

std::string record() {
  return oauth::serialise(example::transaction());
}

oauth::Result<oauth::Transaction> readChanged(const Json& changes) {
  return oauth::parseTransaction(example::changed(Json::parse(record()), changes));
}

TEST(Client, HasAPlainRedirectUri) {
  EXPECT_TRUE(oauth::validateClient("app", "https://app.example/").ok());
  EXPECT_TRUE(oauth::validateClient("app", "http://localhost:8000/").ok());
  for (const char* uri : {"http://app.example/", "https://app.example/?a", "https://app.example/#",
                          "app.example", "", "custom:/callback"}) {
    EXPECT_EQ(errorOf(oauth::validateClient("app", uri)), ErrorCode::ClientInvalid) << uri;
  }
  EXPECT_EQ(errorOf(oauth::validateClient("", "https://app.example/")), ErrorCode::ClientInvalid);
  EXPECT_EQ(errorOf(oauth::validateClient("a\nb", "https://app.example/")),
            ErrorCode::ClientInvalid);
}

TEST(Transaction, ComesBackFromStorageAsItWas) {
  const auto before = example::transaction(
      example::request({{"authorization_response_iss_parameter_supported", true},
                        {"end_session_endpoint", "https://login.example/end"}},
                       oauth::LaunchKind::Ehr));
  const auto after = oauth::parseTransaction(oauth::serialise(before));
  ASSERT_TRUE(after.ok());
  const oauth::AuthorizationRequest& request = (*after)->request;
  EXPECT_EQ(request.server.issuer, example::kIssuer);
  EXPECT_TRUE(request.server.namesIssuerInResponses);
  EXPECT_EQ(request.server.tokenEndpoint.text(), "https://login.example/token");
  EXPECT_EQ(request.server.endSessionEndpoint->text(), "https://login.example/end");
  EXPECT_EQ(request.kind, oauth::LaunchKind::Ehr);
  EXPECT_EQ(request.scopes, before->request.scopes);
  EXPECT_EQ(request.client->redirectUri, example::kRedirectUri);
  EXPECT_EQ((*after)->secrets.codeVerifier, example::codeVerifier());
  EXPECT_EQ((*after)->createdAt, before->createdAt);
  EXPECT_EQ(oauth::serialise(*after), oauth::serialise(before));
}

TEST(Transaction, RemembersWhereToGoOnAfterAFurtherAuthorization) {
  const auto first = example::transaction();
  EXPECT_FALSE((*oauth::parseTransaction(oauth::serialise(first)))->continuation);
  for (const oauth::Intention intention :
       {oauth::Intention::Read, oauth::Intention::Save, oauth::Intention::AddDemonstrationData}) {
    const oauth::Continuation where{.patient = "p1",
                                    .encounter = "e1",
                                    .subject = "u1",
                                    .intention = intention,
                                    .work = "answer.smoker=0&tried.x=1.5"};
    const auto further =
        oauth::beginTransaction(first->request, first->secrets, first->createdAt, where);
    ASSERT_TRUE(further.ok());
    EXPECT_EQ((*oauth::parseTransaction(oauth::serialise(*further)))->continuation, where);
  }
}

TEST(Transaction, RefusesARecordWithAMemberMissingAddedOrOfAnotherType) {
  const Json whole = Json::parse(record());
  for (const auto& [key, value] : whole.items()) {
    EXPECT_EQ(errorOf(readChanged({{key, nullptr}})), ErrorCode::TransactionMalformed) << key;
    EXPECT_EQ(errorOf(readChanged({{key, {{"x", 1}}}})), ErrorCode::TransactionMalformed) << key;
  }
  EXPECT_EQ(errorOf(readChanged({{"extra", "x"}})), ErrorCode::TransactionMalformed);
}

TEST(Transaction, RefusesARecordThatNoValidatorWouldHaveMade) {
  const std::string tooMuchWork(1025, 'a');
  for (const Json& change : {Json{{"version", "2"}},
                             Json{{"fhirBase", "http://ehr.example/fhir"}},
                             Json{{"tokenEndpoint", "http://login.example/token"}},
                             Json{{"tokenEndpoint", "javascript:alert(1)"}},
                             Json{{"tokenEndpoint", ""}},
                             Json{{"tokenEndpoint", "http://localhost/token"}},
                             Json{{"fhirBase", "http://localhost/fhir"},
                                  {"tokenEndpoint", "http://login.example/token"}},
                             Json{{"revocationEndpoint", "https://login.example/revoke#x"}},
                             Json{{"issuer", "http://login.example"}},
                             Json{{"clientId", ""}},
                             Json{{"redirectUri", "https://app.example/?x"}},
                             Json{{"kind", "other"}},
                             Json{{"scopes", Json::array()}},
                             Json{{"scopes", {"openid", 7}}},
                             Json{{"scopes", {"openid", "openid"}}},
                             Json{{"scopes", {"open id"}}},
                             Json{{"state", "short"}},
                             Json{{"nonce", example::state()}},
                             Json{{"codeVerifier", std::string(43, '!')}},
                             Json{{"intention", "other"}},
                             Json{{"intention", "save"}},
                             Json{{"patient", "p1"}},
                             Json{{"intention", "save"}, {"patient", "../p1"}},
                             Json{{"intention", "save"}, {"patient", "p1"}, {"encounter", "a/b"}},
                             Json{{"work", "answer.smoker=0"}},
                             Json{{"intention", "save"}, {"patient", "p1"}, {"work", "a b"}},
                             Json{{"intention", "save"}, {"patient", "p1"}, {"work", tooMuchWork}},
                             Json{{"createdAt", -1}},
                             Json{{"createdAt", 1e300}}}) {
    EXPECT_EQ(errorOf(readChanged(change)), ErrorCode::TransactionMalformed) << change;
  }
}

TEST(Transaction, RefusesWhatIsNoRecordAtAll) {
  for (const std::string& text :
       {std::string(), std::string("null"), std::string("[]"), std::string("{}"),
        record().substr(1), std::string(100'000, ' '), std::string(50, '[')}) {
    EXPECT_EQ(errorOf(oauth::parseTransaction(text)), ErrorCode::TransactionMalformed);
  }
}

TEST(Transaction, NeedsThreeDifferentSecretsOfThirtyTwoBytes) {
  const auto begin = [](std::string state, std::string nonce, std::string verifier) {
    return oauth::beginTransaction(
        example::request(),
        {.state = std::move(state), .nonce = std::move(nonce), .codeVerifier = std::move(verifier)},
        example::at(0).wall);
  };
  const std::string a = example::secret(1);
  const std::string b = example::secret(2);
  const std::string c = example::secret(3);
  EXPECT_TRUE(begin(a, b, c).ok());
  EXPECT_FALSE(begin(a, a, c).ok());
  EXPECT_FALSE(begin(a, b, a).ok());
  EXPECT_FALSE(begin(a, b, b).ok());
  EXPECT_FALSE(begin("", b, c).ok());
  EXPECT_FALSE(begin(a, b.substr(1), c).ok());
  EXPECT_FALSE(begin(a, b, c + "A").ok());
}

TEST(TransactionKey, IsTheStateAndNothingThatCouldBeAnotherKey) {
  EXPECT_EQ(oauth::transactionKey(example::state()), example::state());
  for (const char* state : {"", "__proto__", "../x", "state"}) {
    EXPECT_EQ(oauth::transactionKey(std::string_view(state)), "") << state;
  }
}

}  // namespace
