#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ui {

namespace {

constexpr double kLeastContrast = 4.5;  // WCAG 2.2, 1.4.3

constexpr Palette kLight{
    .page = rgb(0xF5F7FA),
    .surface = rgb(0xFFFFFF),
    .line = rgb(0xE2E7EE),
    .track = rgb(0xE2E7EE),
    .controlLine = rgb(0xD3DAE3),
    .ink = rgb(0x14202B),
    .inkSoft = rgb(0x4A5B6C),
    .inkFaint = rgb(0x5C6B7A),
    .accent = rgb(0x1F5FBF),
    .accentTint = rgb(0xE8F0FC),
    .onAccent = rgb(0xFFFFFF),
    .low = {rgb(0x0F766E), rgb(0xE3F3F1)},
    .intermediate = {rgb(0x985400), rgb(0xFCF1E0)},
    .high = {rgb(0xB42318), rgb(0xFCE9E7)},
    .backdrop = withAlpha(rgb(0x14202B), 0x66),
};

constexpr Palette kDark{
    .page = rgb(0x0F151B),
    .surface = rgb(0x18212B),
    .line = rgb(0x2B3845),
    .track = rgb(0x2B3845),
    .controlLine = rgb(0x3A4957),
    .ink = rgb(0xE8EEF4),
    .inkSoft = rgb(0xA9B8C6),
    .inkFaint = rgb(0x93A3B2),
    .accent = rgb(0x7FB0FF),
    .accentTint = rgb(0x1D2E48),
    .onAccent = rgb(0x0B1622),
    .low = {rgb(0x4FC3B5), rgb(0x14312F)},
    .intermediate = {rgb(0xF0B45A), rgb(0x3A2C14)},
    .high = {rgb(0xFF9A91), rgb(0x41201E)},
    .backdrop = withAlpha(rgb(0x000000), 0x99),
};

constexpr Palette kHighContrast{
    .page = rgb(0x000000),
    .surface = rgb(0x000000),
    .line = rgb(0xFFFFFF),
    .track = rgb(0x5C5C5C),
    .controlLine = rgb(0xFFFFFF),
    .ink = rgb(0xFFFFFF),
    .inkSoft = rgb(0xFFFFFF),
    .inkFaint = rgb(0xFFFFFF),
    .accent = rgb(0xFFE14D),
    .accentTint = rgb(0x1A1A1A),
    .onAccent = rgb(0x000000),
    .low = {rgb(0x5FF0DC), rgb(0x000000)},
    .intermediate = {rgb(0xFFC966), rgb(0x000000)},
    .high = {rgb(0xFFB0A8), rgb(0x000000)},
    .backdrop = withAlpha(rgb(0x000000), 0xCC),
};

constexpr std::uint32_t channelOf(Colour colour, unsigned shift) {
  return (colour >> shift) & 0xFFU;
}

/// Relative luminance (WCAG 2.2).
double luminance(Colour colour) {
  const auto linear = [colour](unsigned shift) {
    const double value = channelOf(colour, shift) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

double contrast(Colour a, Colour b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

/// A tenth of `colour` on `ground`.
Colour tintOf(Colour colour, Colour ground) {
  const auto mixed = [=](unsigned shift) {
    return ((channelOf(colour, shift) + 9 * channelOf(ground, shift)) / 10) << shift;
  };
  return 0xFF000000U | mixed(16) | mixed(8) | mixed(0);
}

}  // namespace

const Palette& paletteOf(app::Theme theme, const SystemLooks& system) {
  switch (theme) {
    case app::Theme::Light:
      return kLight;
    case app::Theme::Dark:
      return kDark;
    case app::Theme::HighContrast:
      return kHighContrast;
    case app::Theme::System:
      break;
  }
  if (system.moreContrast) return kHighContrast;
  return system.dark ? kDark : kLight;
}

Palette withAccent(const Palette& palette, std::uint32_t accent) {
  if (&palette == &kHighContrast) return palette;
  Palette changed = palette;
  changed.accent = rgb(accent);
  changed.accentTint = tintOf(changed.accent, palette.surface);
  const Colour grounds[] = {palette.page, palette.surface, changed.accentTint, palette.onAccent};
  const bool isLegible = std::all_of(std::begin(grounds), std::end(grounds), [&](Colour ground) {
    return contrast(changed.accent, ground) >= kLeastContrast;
  });
  return isLegible ? changed : palette;
}

}  // namespace ui
