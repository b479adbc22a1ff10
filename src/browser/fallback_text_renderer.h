#pragma once

#include "ui/fallback_text.h"

namespace browser {

/// Draws runs of text with the fonts of the browser and the device, on a canvas of its own.
class FallbackTextRenderer : public ui::FallbackText {
 public:
  ui::RasterisedRun rasterise(std::string_view run, float pixelSize, float ascent,
                              bool bold) override;
};

}  // namespace browser
