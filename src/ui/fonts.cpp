#include "ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace ui {

namespace {

/// Inter's ascender and descender, 2728 and -680 of 2816 units (its hhea and head tables).
constexpr float kAscenderToDescender = (2728.0F + 680.0F) / 2816.0F;

/// The size at which ImGui first sees the font; every use names its own.
constexpr float kNominalSize = 16.0F;

const ImFontLoader& openTypeLoader() {
  return *ImFontAtlasGetFontLoaderForStbTruetype();
}

/// Large text is set tighter, as Inter's own metrics recommend.
float tracking(float imguiSize) {
  if (imguiSize < Fonts::imguiSize(26)) return 0;
  return imguiSize < Fonts::imguiSize(40) ? -0.012F : -0.02F;
}

/// Packs the browser's picture of a run of text into the atlas, as if it were one glyph.
bool loadRun(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImWchar character,
             ImFontGlyph* glyph, float* advance) {
  auto* fonts = static_cast<Fonts*>(atlas->UserData);
  const float density = baked->RasterizerDensity;
  const Weight weight =
      baked->ContainerFont == fonts->font(Weight::Semibold) ? Weight::Semibold : Weight::Regular;
  RasterisedRun run = fonts->rasterise(character, baked->Size / kAscenderToDescender * density,
                                       baked->Ascent * density, weight);
  if (advance != nullptr) {
    *advance = run.advance / density;
    return true;
  }
  glyph->Codepoint = character;
  glyph->AdvanceX = run.advance / density;
  if (run.pixels.empty()) return true;
  const ImFontAtlasRectId rectangle = ImFontAtlasPackAddRect(atlas, run.width, run.height);
  if (rectangle == ImFontAtlasRectId_Invalid) return true;
  if (!run.coloured) {
    for (std::uint32_t& pixel : run.pixels)
      pixel |= IM_COL32(255, 255, 255, 0);
  }
  glyph->X0 = run.bearingLeft / density;
  glyph->Y0 = run.bearingTop / density;
  glyph->X1 = glyph->X0 + static_cast<float>(run.width) / density;
  glyph->Y1 = glyph->Y0 + static_cast<float>(run.height) / density;
  glyph->Visible = 1;
  glyph->Colored = run.coloured ? 1 : 0;
  glyph->PackId = rectangle;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                     ImFontAtlasPackGetRect(atlas, rectangle),
                                     reinterpret_cast<const unsigned char*>(run.pixels.data()),
                                     ImTextureFormat_RGBA32, run.width * 4);
  return true;
}

bool loadGlyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data,
               ImWchar character, ImFontGlyph* glyph, float* advance) {
  if (FallbackRuns::isRun(character)) {
    return loadRun(atlas, source, baked, character, glyph, advance);
  }
  if (!openTypeLoader().FontBakedLoadGlyph(atlas, source, baked, data, character, glyph, advance)) {
    return false;
  }
  const float extra = tracking(baked->Size) * baked->Size / kAscenderToDescender;
  if (advance != nullptr) *advance += extra;
  if (glyph != nullptr) glyph->AdvanceX += extra;
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader instance = [] {
    ImFontLoader made = openTypeLoader();
    made.Name = "OpenType with the browser's fonts behind";
    made.FontBakedLoadGlyph = loadGlyph;
    return made;
  }();
  return instance;
}

}  // namespace

Fonts::Fonts(const FontFiles& files, FallbackText& fallback)
    : fallback_(fallback),
      atlas_(ImGui::GetIO().Fonts),
      regular_(add(files.regular)),
      semibold_(add(files.semibold)),
      runs_([this](char32_t c) { return regular_ != nullptr && regular_->IsGlyphInFont(c); }) {
  atlas_->UserData = this;
}

float Fonts::imguiSize(float cssSize) {
  return cssSize * kAscenderToDescender;
}

void Fonts::beforeFrame() {
  if (!runs_.isFull()) return;
  runs_.forget();
  ImFontAtlasBuildDiscardBakes(atlas_, 0);
}

RasterisedRun Fonts::rasterise(char32_t character, float pixelSize, float ascent, Weight weight) {
  RasterisedRun run =
      fallback_.rasterise(runs_.runOf(character), pixelSize, ascent, weight == Weight::Semibold);
  const auto area = static_cast<std::size_t>(run.width) * static_cast<std::size_t>(run.height);
  if (run.width <= 0 || run.height <= 0 || run.pixels.size() != area) run.pixels.clear();
  return run;
}

ImFont* Fonts::add(std::span<const std::byte> file) {
  ImFontConfig config;
  // ImGui's interface is not const-correct: a borrowed file is only read.
  config.FontData = const_cast<std::byte*>(file.data());
  config.FontDataSize = static_cast<int>(file.size());
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = kNominalSize;
  config.FontLoader = &loader();
  return atlas_->AddFont(&config);
}

}  // namespace ui
