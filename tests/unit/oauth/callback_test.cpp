#include "oauth/callback.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::errorOf;
using oauth::ErrorCode;
using oauth::PageRole;

TEST(LocationQuery, IsDecodedWithOrWithoutItsQuestionMark) {
  EXPECT_EQ(*example::query("?a=b%20c&d").find("a"), "b c");
  EXPECT_EQ(*example::query("a=b+c&d").find("a"), "b c");
  EXPECT_EQ(*example::query("?a&b=").find("a"), "");
  EXPECT_EQ(*example::query("a=b=c").find("a"), "b=c");
  EXPECT_EQ(example::query("a=b").find("c"), nullptr);
  EXPECT_EQ(example::query("").find(""), nullptr);
  EXPECT_EQ(*example::query("&&a=b&&").find("a"), "b");
}

TEST(LocationQuery, RefusesWhatIsMalformedOrTooMuch) {
  std::string many;
  for (int i = 0; i < 65; ++i)
    many += "&a" + std::to_string(i);
  for (const std::string& text : {std::string("a=%"), std::string("a=%zz"), std::string("%ff=a"),
                                  std::string("a=%00"), "a=" + std::string(32'768, 'x'), many}) {
    EXPECT_EQ(errorOf(oauth::parseLocationQuery(text)), ErrorCode::QueryMalformed)
        << text.substr(0, 20);
  }
}

TEST(LocationQuery, LetsStrangersParametersRepeat) {
  EXPECT_TRUE(oauth::parseLocationQuery("utm=1&utm=2").ok());
}

TEST(PageRole, IsDecidedByCodeOrErrorBeforeIssuerAndLaunch) {
  const auto role = [](std::string_view text) { return oauth::pageRole(example::query(text)); };
  EXPECT_EQ(role(""), PageRole::OrdinaryStart);
  EXPECT_EQ(role("?utm=1&state=x"), PageRole::OrdinaryStart);
  EXPECT_EQ(role("?iss=https://ehr.example/fhir&launch=x"), PageRole::EhrLaunch);
  EXPECT_EQ(role("?iss=https://ehr.example/fhir"), PageRole::EhrLaunch);
  EXPECT_EQ(role("?launch=x"), PageRole::EhrLaunch);
  EXPECT_EQ(role("?code=a&state=b&iss=https://login.example"), PageRole::AuthorizationResponse);
  EXPECT_EQ(role("?error=access_denied&state=b"), PageRole::AuthorizationResponse);
  EXPECT_EQ(role("?code=a&iss=https://ehr.example/fhir&launch=x"), PageRole::AuthorizationResponse);
}

TEST(TransactionKeyOfAResponse, IsEmptyForAStateThatIsNotOurs) {
  EXPECT_EQ(oauth::transactionKey(example::query("code=a&state=" + example::state())),
            example::state());
  EXPECT_EQ(oauth::transactionKey(example::query("code=a&state=x")), "");
  EXPECT_EQ(oauth::transactionKey(example::query("code=a")), "");
}

TEST(AuthorizationResponse, GivesTheCodeWithItsTransaction) {
  const auto callback = example::respond("code=abc&state=" + example::state());
  ASSERT_TRUE(callback.ok());
  EXPECT_EQ((*callback)->code, "abc");
  EXPECT_EQ((*callback)->transaction->secrets.codeVerifier, example::codeVerifier());
}

TEST(AuthorizationResponse, NeedsACodeThatCouldBeOne) {
  const std::string state = "&state=" + example::state();
  for (const std::string& code :
       {std::string("code="), std::string("code=a%20b"), std::string("code=a%0D%0Ab"),
        std::string("code=%C3%A9"), "code=" + std::string(16'385, 'x')}) {
    EXPECT_EQ(errorOf(example::respond(code + state)), ErrorCode::CodeMissing)
        << code.substr(0, 20);
  }
}

}  // namespace
