#include "oauth/smart_style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "example_sign_in.h"

namespace {

using testing::ElementsAre;

std::optional<net::Request> requestFor(std::string_view url) {
  const auto tokens = example::tokens({{"smart_style_url", url}});
  return oauth::smartStyleRequest(tokens->context, example::request().server);
}

std::optional<std::uint32_t> highlight(std::string_view colour) {
  const example::Json document = {{"color_highlight", colour}, {"dim_font_size", "17px"}};
  return oauth::readHighlightColour(example::jsonResponse(document.dump()));
}

TEST(SmartStyle, IsAskedForWithoutATokenAndBounded) {
  const auto request = requestFor("https://ehr.example/style.json");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->url, "https://ehr.example/style.json");
  EXPECT_EQ(request->method, net::Method::Get);
  EXPECT_THAT(request->headers, ElementsAre(net::Header{"Accept", "application/json"}));
  EXPECT_EQ(request->maximumBytes, 64U * 1024U);
}

TEST(SmartStyle, IsAskedForOnlyWhereTheSessionConnectsAnyway) {
  EXPECT_TRUE(requestFor("https://login.example/style.json"));
  for (const char* url :
       {"https://cdn.example/style.json", "https://ehr.example:8443/style.json",
        "https://ehr.example.evil.example/style.json", "http://ehr.example/style.json"}) {
    EXPECT_FALSE(requestFor(url)) << url;
  }
  EXPECT_FALSE(oauth::smartStyleRequest(example::tokens()->context, example::request().server));
}

TEST(SmartStyle, ReadsTheHighlightColourInBothLengths) {
  EXPECT_EQ(highlight("#1f5F8b"), 0x1F5F8BU);
  EXPECT_EQ(highlight("#0a9"), 0x00AA99U);
  EXPECT_EQ(highlight("#000000"), 0x000000U);
}

TEST(SmartStyle, TakesNoOtherNotationOfColours) {
  for (const char* colour :
       {"",          "#",        "#12",     "#1234",   "#12345",     "#1234567",
        "#12345678", "123456",   "1234567", "#12345g", "#-12345",    "#+12345",
        "#0x123",    "# 12345",  "#12 456", "red",     "rgb(1,2,3)", "url(https://evil.example)",
        "#123456;}", "#12345\n", "var(--x)"}) {
    EXPECT_FALSE(highlight(colour)) << colour;
  }
}

TEST(SmartStyle, PassesOverWhatIsNoStyleDocument) {
  const std::string good = R"({"color_highlight":"#1f5f8b"})";
  const auto read = [](net::Response response) { return oauth::readHighlightColour(response); };
  EXPECT_TRUE(read(example::jsonResponse(good)));
  EXPECT_FALSE(read(example::jsonResponse(good, 404)));
  EXPECT_FALSE(read({.status = 200, .headers = {{"content-type", "text/html"}}, .body = good}));
  for (const char* body :
       {"", "[]", "null", "{", R"({"color_highlight":7})", R"({"color_highlight":["#1f5f8b"]})",
        R"("#1f5f8b")", R"({"color_highlight":"#111","color_highlight":"#222"})"}) {
    EXPECT_FALSE(read(example::jsonResponse(body))) << body;
  }
  const std::string padded = good + std::string(64UL * 1024UL, ' ');
  EXPECT_FALSE(read(example::jsonResponse(padded)));
}

}  // namespace
