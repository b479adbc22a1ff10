#pragma once

#include <cstdint>

#include "app/settings.h"

namespace ui {

/// A colour as ImGui's draw lists take it: alpha, blue, green, red from the high byte down.
using Colour = std::uint32_t;

/// An opaque colour from the usual 0xRRGGBB.
constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000U | ((hex & 0xFFU) << 16) | (hex & 0xFF00U) | ((hex >> 16) & 0xFFU);
}

/// The same colour with `alpha` 0..255.
constexpr Colour withAlpha(Colour colour, std::uint32_t alpha) {
  return (colour & 0x00FFFFFFU) | (alpha << 24);
}

/// A foreground and the tint that it stands on.
struct Tone {
  Colour ink;
  Colour tint;
};

/// The colours of one theme. Every pair that carries text has a contrast of at least 4.5 : 1, and
/// 7 : 1 in the high-contrast theme (WCAG 2.2, 1.4.3 and 1.4.6).
struct Palette {
  Colour page;
  Colour surface;
  Colour line;         ///< hairlines
  Colour track;        ///< the empty part of bars, sliders and pictures
  Colour controlLine;  ///< edges of controls
  Colour ink;
  Colour inkSoft;
  Colour inkFaint;
  Colour accent;
  Colour accentTint;
  Colour onAccent;
  Tone low;
  Tone intermediate;
  Tone high;
  Colour backdrop;  ///< laid over the screen under a panel
};

/// What the reader's system asks for; decides what Theme::System looks like.
struct SystemLooks {
  bool dark = false;
  bool moreContrast = false;
};

const Palette& paletteOf(app::Theme theme, const SystemLooks& system);

/// `palette` with the EHR's accent, 0xRRGGBB, and a tint made of it. The palette as it is when text
/// in that colour would contrast with a ground by less than 4.5 : 1, and for the high-contrast
/// theme, which a reader chooses for their own eyes.
Palette withAccent(const Palette& palette, std::uint32_t accent);

/// Lengths in CSS pixels: an 8-px grid.
namespace space {
inline constexpr float kHair = 1;
inline constexpr float kTight = 4;
inline constexpr float kSmall = 8;
inline constexpr float kMedium = 16;
inline constexpr float kLarge = 24;
inline constexpr float kHuge = 32;
inline constexpr float kSection = 48;
}  // namespace space

namespace radius {
inline constexpr float kControl = 8;
inline constexpr float kCard = 12;
}  // namespace radius

}  // namespace ui
