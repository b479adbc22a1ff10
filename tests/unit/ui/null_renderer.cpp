#include "null_renderer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace ui {

RasterisedRun BlockText::rasterise(std::string_view run, float pixelSize, float ascent,
                                   bool /*bold*/) {
  runs.emplace_back(run);
  const auto characters = static_cast<float>(std::count_if(run.begin(), run.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
  RasterisedRun block;
  block.width = static_cast<int>(std::ceil(characters * pixelSize * 0.6F));
  block.height = static_cast<int>(std::ceil(pixelSize * 0.7F));
  block.bearingTop = ascent - static_cast<float>(block.height);
  block.advance = static_cast<float>(block.width);
  block.pixels.assign(
      static_cast<std::size_t>(block.width) * static_cast<std::size_t>(block.height), 0xC0000000U);
  return block;
}

std::vector<std::byte> readFont(const std::string& name) {
  std::ifstream file(std::string(FRAMINGHAM_TEST_FONTS) + "/" + name, std::ios::binary);
  const std::vector<char> bytes((std::istreambuf_iterator<char>(file)),
                                std::istreambuf_iterator<char>());
  std::vector<std::byte> result(bytes.size());
  std::transform(bytes.begin(), bytes.end(), result.begin(),
                 [](char c) { return static_cast<std::byte>(c); });
  return result;
}

void acceptTextures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_OK) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace ui
