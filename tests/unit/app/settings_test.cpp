#include "app/settings.h"

#include <gtest/gtest.h>

namespace {

using app::parseSettings;
using app::serialiseSettings;
using app::Settings;

TEST(Settings, SurviveBeingStored) {
  const Settings chosen{.theme = app::Theme::HighContrast,
                        .cholesterolUnit = app::CholesterolUnit::MilligramsPerDecilitre,
                        .language = app::Language::Spanish,
                        .textPercent = 150};
  EXPECT_EQ(parseSettings(serialiseSettings(chosen)), chosen);
}

TEST(Settings, AreTheDefaultsWhenNothingReadableIsStored) {
  for (const char* text : {"", "{", "[]", "null", R"({"theme":"<b>","textPercent":1e9})"}) {
    EXPECT_EQ(parseSettings(text), Settings{}) << text;
  }
}

TEST(Settings, KeepWhatIsReadableBesideWhatIsNot) {
  const Settings read = parseSettings(R"({"theme":"dark","textPercent":"big"})");
  EXPECT_EQ(read.theme, app::Theme::Dark);
  EXPECT_EQ(read.textPercent, 100);
}

}  // namespace
