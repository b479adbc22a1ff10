#include "oauth/errors.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "oauth/refusal.h"

namespace {

using oauth::ErrorCode;

constexpr int kCount = static_cast<int>(ErrorCode::Cancelled) + 1;

TEST(Errors, EachHasASentenceForTheUserAndALineOfItsOwnForTheLog) {
  std::set<std::string_view> lines;
  for (int i = 0; i < kCount; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    const std::string_view user = oauth::describeForUser(code);
    ASSERT_FALSE(user.empty());
    EXPECT_EQ(user.back(), '.') << user;
    EXPECT_TRUE(lines.insert(oauth::describeForLog(code)).second) << oauth::describeForLog(code);
  }
}

TEST(Errors, SpareTheUserTheWordsOfTheProtocol) {
  for (int i = 0; i < kCount; ++i) {
    const std::string_view user = oauth::describeForUser(static_cast<ErrorCode>(i));
    for (const char* word :
         {"token", "OAuth", "PKCE", "RFC", "nonce", "scope", "redirect", "JSON"}) {
      EXPECT_EQ(user.find(word), std::string_view::npos) << user;
    }
  }
}

TEST(Errors, SendTheUserBackToTheChartWhenOnlyANewLaunchHelps) {
  EXPECT_EQ(oauth::remedy(ErrorCode::PatientMissing), oauth::Remedy::RelaunchFromEhr);
  EXPECT_EQ(oauth::remedy(ErrorCode::LaunchRefused), oauth::Remedy::RelaunchFromEhr);
  EXPECT_EQ(oauth::remedy(ErrorCode::InvalidGrant), oauth::Remedy::SignInAgain);
  EXPECT_EQ(oauth::remedy(ErrorCode::Offline), oauth::Remedy::Retry);
}

TEST(CleanServerText, KeepsOrdinaryTextInAnyScript) {
  const std::string text = "Zugriff verweigert: 拒絶 \xF0\x9F\x9A\xAB <b>";
  EXPECT_EQ(oauth::cleanServerText(text), text);
}

TEST(CleanServerText, RemovesWhatIsNotSeen) {
  EXPECT_EQ(oauth::cleanServerText(std::string("a\0b\r\n\tc\x1B\x7F", 9)), "abc");
  EXPECT_EQ(oauth::cleanServerText("a\xE2\x80\xAE"
                                   "b\xE2\x81\xA6"
                                   "c\xE2\x80\x8B"
                                   "d"),
            "abcd");
  EXPECT_EQ(oauth::cleanServerText("a\xC2\x85"
                                   "b\xE2\x80\xA8"
                                   "c\xEF\xBB\xBF"
                                   "d"),
            "abcd");
  EXPECT_EQ(oauth::cleanServerText("a\xF3\xA0\x81\x81"
                                   "b"),
            "ab");
}

TEST(CleanServerText, ReplacesMalformedBytesAndCutsAtTwoHundredCharacters) {
  EXPECT_EQ(oauth::cleanServerText("a\xFF"
                                   "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(oauth::cleanServerText(std::string(10'000, 'x')), std::string(200, 'x'));
  std::string euros;
  for (int i = 0; i < 201; ++i)
    euros += "\xE2\x82\xAC";
  EXPECT_EQ(oauth::cleanServerText(euros).size(), 600U);
}

TEST(Refusal, OffersAFurtherPageOnlyByHttps) {
  const auto page = [](std::string_view url) {
    return oauth::refusal("access_denied", "", url, ErrorCode::AuthorizationRefused).serverPage;
  };
  EXPECT_EQ(page("https://login.example/help"), "https://login.example/help");
  for (const char* url : {"http://login.example/", "javascript:alert(1)", "help", ""}) {
    EXPECT_EQ(page(url), "") << url;
  }
}

}  // namespace
