#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// Relative luminance (WCAG 2.2).
double luminance(Colour colour) {
  const auto channel = [colour](unsigned shift) {
    const double value = static_cast<double>((colour >> shift) & 0xFFU) / 255;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(Colour a, Colour b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

class ThemeTest : public testing::TestWithParam<app::Theme> {
 protected:
  const Palette& palette() const { return paletteOf(GetParam(), {}); }
  double least() const { return GetParam() == app::Theme::HighContrast ? 7.0 : 4.5; }
};

TEST_P(ThemeTest, TextStandsOutFromEveryGround) {
  const Palette& colours = palette();
  for (const Colour ground : {colours.page, colours.surface}) {
    for (const Colour ink : {colours.ink, colours.inkSoft, colours.inkFaint, colours.accent,
                             colours.low.ink, colours.intermediate.ink, colours.high.ink}) {
      EXPECT_GE(contrast(ink, ground), least()) << std::hex << ink << " on " << ground;
    }
  }
}

TEST_P(ThemeTest, TonesStandOutFromTheirTints) {
  const Palette& colours = palette();
  for (const Tone& tone :
       {colours.low, colours.intermediate, colours.high, Tone{colours.accent, colours.accentTint},
        Tone{colours.onAccent, colours.accent}}) {
    EXPECT_GE(contrast(tone.ink, tone.tint), least()) << std::hex << tone.ink;
  }
}

INSTANTIATE_TEST_SUITE_P(EveryTheme, ThemeTest,
                         testing::Values(app::Theme::Light, app::Theme::Dark,
                                         app::Theme::HighContrast));

TEST(SystemThemeTest, FollowsWhatTheSystemAsksFor) {
  EXPECT_EQ(&paletteOf(app::Theme::System, {.dark = true}), &paletteOf(app::Theme::Dark, {}));
  EXPECT_EQ(&paletteOf(app::Theme::System, {.dark = true, .moreContrast = true}),
            &paletteOf(app::Theme::HighContrast, {}));
  EXPECT_EQ(&paletteOf(app::Theme::Light, {.dark = true}), &paletteOf(app::Theme::Light, {}));
}

TEST(EhrAccentTest, IsTakenWithATintOfItsOwnWhereTextInItCanBeRead) {
  constexpr std::uint32_t kGreen = 0x0B6E4F;
  const Palette changed = withAccent(paletteOf(app::Theme::Light, {}), kGreen);
  EXPECT_EQ(changed.accent, rgb(kGreen));
  EXPECT_NE(changed.accentTint, paletteOf(app::Theme::Light, {}).accentTint);
  for (const Colour ground :
       {changed.page, changed.surface, changed.accentTint, changed.onAccent}) {
    EXPECT_GE(contrast(changed.accent, ground), 4.5) << std::hex << ground;
  }
}

TEST(EhrAccentTest, IsPassedOverWhereTextInItCouldNotBeRead) {
  const auto accentOn = [](app::Theme theme, std::uint32_t accent) {
    return withAccent(paletteOf(theme, {}), accent).accent;
  };
  for (const std::uint32_t pale : {0xFFFFFFU, 0xFFD400U, 0x777777U, 0x5F9EA0U}) {
    EXPECT_EQ(accentOn(app::Theme::Light, pale), paletteOf(app::Theme::Light, {}).accent);
  }
  for (const std::uint32_t dark : {0x000000U, 0x1F5F8BU, 0x0B6E4FU}) {
    EXPECT_EQ(accentOn(app::Theme::Dark, dark), paletteOf(app::Theme::Dark, {}).accent);
  }
  EXPECT_EQ(accentOn(app::Theme::Dark, 0x9AD0FF), rgb(0x9AD0FF));
}

TEST(EhrAccentTest, LeavesTheHighContrastThemeAlone) {
  EXPECT_EQ(withAccent(paletteOf(app::Theme::HighContrast, {}), 0xFFFF80).accent,
            paletteOf(app::Theme::HighContrast, {}).accent);
}

}  // namespace
}  // namespace ui
