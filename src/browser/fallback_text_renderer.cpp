#include "browser/fallback_text_renderer.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <cstddef>

extern "C" {
void fallbackTextDraw(ui::RasterisedRun* result, const char* run, std::size_t size,
                      double pixelSize, double ascent, int bold);

/// Makes room for the picture of a run, and says where its pixels go.
EMSCRIPTEN_KEEPALIVE void* fallbackTextOnMeasured(ui::RasterisedRun* result, int width, int height,
                                                  double left, double top, double advance) {
  result->width = width;
  result->height = height;
  result->bearingLeft = static_cast<float>(left);
  result->bearingTop = static_cast<float>(top);
  result->advance = static_cast<float>(advance);
  result->pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  return result->pixels.data();
}
}

namespace browser {
namespace {

/// Runs are drawn in white: what is not a shade of grey has colours of its own.
bool isColoured(std::uint32_t pixel) {
  const std::uint32_t red = pixel & 0xFF;
  const std::uint32_t green = pixel >> 8 & 0xFF;
  const std::uint32_t blue = pixel >> 16 & 0xFF;
  const std::uint32_t alpha = pixel >> 24;
  constexpr std::uint32_t kFaint = 64;  // Faint pixels are rounded so far that any colour shows.
  constexpr std::uint32_t kTolerance = 24;
  return alpha > kFaint && std::max({red, green, blue}) - std::min({red, green, blue}) > kTolerance;
}

}  // namespace

ui::RasterisedRun FallbackTextRenderer::rasterise(std::string_view run, float pixelSize,
                                                  float ascent, bool bold) {
  ui::RasterisedRun result;
  fallbackTextDraw(&result, run.data(), run.size(), static_cast<double>(pixelSize),
                   static_cast<double>(ascent), bold ? 1 : 0);
  result.coloured = std::any_of(result.pixels.begin(), result.pixels.end(), isColoured);
  return result;
}

}  // namespace browser
