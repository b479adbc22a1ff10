#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "ui/fallback_runs.h"
#include "ui/fallback_text.h"
#include "ui/text_style.h"

struct ImFont;
struct ImFontAtlas;

namespace ui {

/// The font files the interface draws with: OpenType bytes, borrowed for the interface's lifetime.
struct FontFiles {
  std::span<const std::byte> regular;
  std::span<const std::byte> semibold;
};

/// Inter in two weights, baked on demand at the size and pixel density of each use, and the
/// browser's fonts for what it lacks.
class Fonts {
 public:
  /// Adds the fonts to the current ImGui context's atlas, which must not outlive this.
  Fonts(const FontFiles& files, FallbackText& fallback);
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  ImFont* font(Weight weight) const { return weight == Weight::Semibold ? semibold_ : regular_; }

  /// ImGui's font size for a CSS font size: ImGui counts from ascender to descender.
  static float imguiSize(float cssSize);

  /// Text of any origin in a form that ImGui draws right (see FallbackRuns::prepare).
  std::string prepare(std::string_view text, std::size_t maximumCharacters) {
    return runs_.prepare(text, maximumCharacters);
  }

  /// To be called between frames: makes room for new runs of fallback text.
  void beforeFrame();

  /// The picture of the run behind a private-use character; empty if there is none.
  RasterisedRun rasterise(char32_t character, float pixelSize, float ascent, Weight weight);

 private:
  ImFont* add(std::span<const std::byte> file);

  FallbackText& fallback_;
  ImFontAtlas* atlas_;
  ImFont* regular_;
  ImFont* semibold_;
  FallbackRuns runs_;
};

}  // namespace ui
