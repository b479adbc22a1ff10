#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness.h"

namespace {

using namespace harness;
using testing::Each;
using testing::Field;

Browser signedInWithStyle(std::string_view styleUrl) {
  Browser leaving;
  Browser browser = returned(leaveToSignIn(leaving, app::UserKind::Patient));
  const std::string members =
      R"("patient":"p1","smart_style_url":")" + std::string(styleUrl) + "\",";
  browser.answers("/token", 200, tokenText(members, kPatientScopes));
  return browser;
}

constexpr std::string_view kStyleUrl = "https://ehr.example/style.json";

TEST(Style, OfTheEhrIsReadWithoutTheTokenAndGivesTheAccent) {
  Browser browser = signedInWithStyle(kStyleUrl);
  const auto request = browser.takeRequest("style.json");
  ASSERT_TRUE(request);
  EXPECT_THAT(request->request.headers, Each(Field(&net::Header::name, "Accept")));
  browser.happens(app::ResponseReceived{request->id,
                                        {.status = 200,
                                         .headers = {{"content-type", "application/json"}},
                                         .body = R"({"color_highlight":"#1f5f8b"})"}});
  EXPECT_EQ(browser.state.signedIn->accent, 0x1F5F8BU);
}

TEST(Style, ElsewhereIsNotAskedFor) {
  Browser browser = signedInWithStyle("https://cdn.example/style.json");
  EXPECT_FALSE(browser.isAsked("style.json"));
  EXPECT_TRUE(browser.isAsked("Patient/p1"));
}

TEST(Style, ThatCannotBeHadChangesNothing) {
  for (const int status : {401, 404, 429, 503}) {
    Browser browser = signedInWithStyle(kStyleUrl);
    ASSERT_TRUE(browser.answers("style.json", status, "{}"));
    ASSERT_TRUE(browser.state.signedIn) << status;
    EXPECT_FALSE(browser.state.signedIn->accent);
    EXPECT_FALSE(browser.isAsked("style.json")) << status;
    EXPECT_FALSE(browser.state.sessionProblem);
  }
  Browser browser = signedInWithStyle(kStyleUrl);
  ASSERT_TRUE(browser.fails("style.json", net::TransportError::TooLarge));
  ASSERT_TRUE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.signedIn->accent);
}

TEST(Style, GoesWithTheSession) {
  Browser browser = signedInWithStyle(kStyleUrl);
  browser.happens(app::SignOutPressed{});
  EXPECT_FALSE(browser.isAsked("style.json"));
}

}  // namespace
