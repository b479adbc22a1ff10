#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ui/fallback_text.h"

/// What the interface needs of a browser and a graphics card, without either.
namespace ui {

/// Stands in for the browser's fonts: a grey block as wide as the run has characters, and a note of
/// what was asked for.
class BlockText : public FallbackText {
 public:
  RasterisedRun rasterise(std::string_view run, float pixelSize, float ascent, bool bold) override;

  std::vector<std::string> runs;
};

/// The font file of that name; empty when there is none.
std::vector<std::byte> readFont(const std::string& name);

/// What a renderer does with textures after each frame.
void acceptTextures();

}  // namespace ui
