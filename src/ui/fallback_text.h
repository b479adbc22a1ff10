#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ui {

/// A run of text as the browser's own fonts draw it.
struct RasterisedRun {
  int width = 0;                      ///< device pixels
  int height = 0;                     ///< device pixels
  float bearingLeft = 0;              ///< from the pen to the left edge of the picture
  float bearingTop = 0;               ///< from the top of the line box to the top edge
  float advance = 0;                  ///< how far the pen moves
  std::vector<std::uint32_t> pixels;  ///< RGBA, straight alpha, width * height
  bool coloured = false;              ///< emoji keep their own colours; other text takes the ink's
};

/// Draws text that our own font has no glyphs for: shaped, joined and in the right direction, which
/// only the browser can do for every script. Runs are whole words, so that Arabic joins and
/// Devanagari forms its clusters. The native build has a stand-in.
class FallbackText {
 public:
  virtual ~FallbackText() = default;
  /// Rasterises `run` (UTF-8) for a font of `pixelSize` device pixels, `bold` for semibold.
  virtual RasterisedRun rasterise(std::string_view run, float pixelSize, float ascent,
                                  bool bold) = 0;
};

}  // namespace ui
