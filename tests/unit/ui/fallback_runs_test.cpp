#include "ui/fallback_runs.h"

#include <gtest/gtest.h>

#include "ui/utf8.h"

namespace ui {
namespace {

/// Has Latin letters only.
FallbackRuns latinOnly() {
  return FallbackRuns([](char32_t c) { return c < 0x0250; });
}

/// What the prepared text says, with each run in brackets.
std::string bracketed(FallbackRuns& runs, std::string_view text) {
  const std::string prepared = runs.prepare(text, 1000);
  std::string result;
  for (std::size_t position = 0; position < prepared.size();) {
    const char32_t character = decodeUtf8(prepared, position);
    if (FallbackRuns::isRun(character)) {
      result += "[" + std::string(runs.runOf(character)) + "]";
    } else {
      appendUtf8(result, character);
    }
  }
  return result;
}

TEST(FallbackRunsTest, TextOfOurOwnFontIsLeftAlone) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "Mārama Ngata, 51 %s%n ##"), "Mārama Ngata, 51 %s%n ##");
}

TEST(FallbackRunsTest, AWordWithOneForeignCharacterIsDrawnAsAWhole) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "Petrov, Иван (M)"), "Petrov, [Иван] (M)");
}

TEST(FallbackRunsTest, RightToLeftWordsStayOneRunSoThatTheirOrderIsRight) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "Dr محمد علي F"), "Dr [محمد علي] F");
}

TEST(FallbackRunsTest, ScriptsWithoutSpacesMayBreakAfterEveryCharacter) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "王丽"), "[王][丽]");
}

TEST(FallbackRunsTest, CombiningMarksStayWithTheirLetter) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "Nguye\u0302\u0303n Hoa"), "[Nguye\u0302\u0303n] Hoa");
}

TEST(FallbackRunsTest, TheSameWordIsTheSameCharacter) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(runs.prepare("Иван", 100), runs.prepare("Иван", 100));
}

TEST(FallbackRunsTest, TextThatAlreadyUsesThePrivateAreaIsNotMistakenForARun) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "\uE000"), "[\uE000]");
}

TEST(FallbackRunsTest, DirectionOverridesAndControlsDoNotReachTheScreen) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, std::string_view("a\0b\u202Ec\nd", 9)), "a b c d");
}

TEST(FallbackRunsTest, AnyBytesBecomeValidText) {
  FallbackRuns runs = latinOnly();
  EXPECT_EQ(bracketed(runs, "\xFF\xC0\x80 ok"), "[\uFFFD\uFFFD\uFFFD] ok");
}

TEST(FallbackRunsTest, LongTextIsCutWithAnEllipsis) {
  FallbackRuns runs([](char32_t) { return true; });
  EXPECT_EQ(runs.prepare("abcdef", 3), "abc…");
}

TEST(FallbackRunsTest, EveryRunGetsACharacterOrAQuestionMark) {
  FallbackRuns runs = latinOnly();
  for (int i = 0; i < 8000; ++i)
    runs.prepare("я" + std::to_string(i), 100);
  EXPECT_TRUE(runs.isFull());
  EXPECT_EQ(runs.prepare("ещё", 100), "?");
  runs.forget();
  EXPECT_EQ(bracketed(runs, "ещё"), "[ещё]");
}

}  // namespace
}  // namespace ui
