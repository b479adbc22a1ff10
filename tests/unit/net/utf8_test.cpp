#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace {

using base::isUtf8;
using base::takeCodePoint;

TEST(Utf8, TakesOneCodePointAfterAnother) {
  std::string_view text = "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\xAB\x80";
  std::vector<char32_t> codePoints;
  while (const auto codePoint = takeCodePoint(text))
    codePoints.push_back(*codePoint);
  EXPECT_EQ(codePoints, (std::vector<char32_t>{0x41, 0xE9, 0x20AC, 0x1FAC0}));
  EXPECT_TRUE(text.empty());
}

TEST(Utf8, AcceptsTheEdgesOfEachLength) {
  for (const char* text : {"\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(isUtf8(text)) << text;
  }
}

TEST(Utf8, RefusesOverlongSurrogateOversizedAndTruncatedSequences) {
  for (const char* text :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82",
        "\xF0\x9F\xAB", "\xC3(", "\xE2\x28\xA1"}) {
    EXPECT_FALSE(isUtf8(text));
  }
}

TEST(Utf8, LeavesTheTextInPlaceWhereItIsMalformed) {
  std::string_view text = "\xFFrest";
  EXPECT_EQ(takeCodePoint(text), std::nullopt);
  EXPECT_EQ(text.size(), 5U);
}

}  // namespace
