#pragma once

namespace ui {

enum class Weight { Regular, Semibold };

/// One step of the type scale, in CSS pixels at 100 % text size.
struct TextStyle {
  float size;
  float lineHeight;
  Weight weight;
};

namespace type {
inline constexpr TextStyle kCaption{14, 20, Weight::Regular};
inline constexpr TextStyle kCaptionStrong{14, 20, Weight::Semibold};
inline constexpr TextStyle kBody{16, 24, Weight::Regular};
inline constexpr TextStyle kBodyStrong{16, 24, Weight::Semibold};
inline constexpr TextStyle kLead{18, 28, Weight::Regular};
inline constexpr TextStyle kSubheading{18, 26, Weight::Semibold};
inline constexpr TextStyle kTitle{28, 36, Weight::Semibold};
inline constexpr TextStyle kSmallDisplay{34, 42, Weight::Semibold};
inline constexpr TextStyle kDisplay{44, 54, Weight::Semibold};
inline constexpr TextStyle kFigure{56, 64, Weight::Semibold};
}  // namespace type

}  // namespace ui
