#pragma once

namespace ui {

/// The screen's properties for one frame. Lengths are CSS pixels.
struct Viewport {
  float width = 0;
  float height = 0;
  float pixelRatio = 1;  ///< device pixels per CSS pixel, 1..3; browser zoom included
  float secondsSinceLastFrame = 0;
  bool reducedMotion = false;  ///< prefers-reduced-motion
  bool darkPreferred = false;  ///< prefers-color-scheme
  bool moreContrast = false;   ///< prefers-contrast: more, or forced colours
  bool coarsePointer = false;  ///< fingers: targets of at least 44 px
};

}  // namespace ui
