#include "oauth/revocation.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

// RFC 7009 section 2.1.
TEST(Revocation, GivesBackTheRefreshTokenFirst) {
  const auto requests = oauth::revocationRequests(example::request(), example::tokens());
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests[0].url, "https://login.example/revoke");
  EXPECT_EQ(requests[0].body, "token=refresh-1&token_type_hint=refresh_token&client_id=framingham");
  EXPECT_EQ(requests[1].body, "token=access-1&token_type_hint=access_token&client_id=framingham");
}

TEST(Revocation, HasOneRequestWithoutARefreshTokenAndNoneWithoutAnEndpoint) {
  EXPECT_EQ(
      oauth::revocationRequests(example::request(), example::tokens({{"refresh_token", nullptr}}))
          .size(),
      1U);
  EXPECT_TRUE(oauth::revocationRequests(example::request({{"revocation_endpoint", nullptr}}),
                                        example::tokens())
                  .empty());
}

TEST(EndSession, SendsTheUserThereOnlyWhereTheServerHasSuchAPlace) {
  EXPECT_FALSE(oauth::endSessionUrl(example::request(), "idt"));
  const auto request =
      example::request({{"end_session_endpoint", "https://login.example/end?a=b"}});
  EXPECT_EQ(oauth::endSessionUrl(request, "idt"),
            "https://login.example/end?a=b&client_id=framingham&post_logout_redirect_uri="
            "https%3A%2F%2Fapp.example%2F&id_token_hint=idt");
}

TEST(EndSession, TellsNoOtherServerWhoWasSignedIn) {
  const auto request = example::request({{"end_session_endpoint", "https://evil.example/end"}});
  EXPECT_FALSE(oauth::endSessionUrl(request, "idt"));
}

}  // namespace
