#include "headless.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace ui {

namespace {

std::vector<std::byte> readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::vector<char> bytes((std::istreambuf_iterator<char>(file)),
                                std::istreambuf_iterator<char>());
  std::vector<std::byte> result(bytes.size());
  std::transform(bytes.begin(), bytes.end(), result.begin(),
                 [](char c) { return static_cast<std::byte>(c); });
  return result;
}

std::vector<std::byte> readFont(const std::string& name) {
  std::vector<std::byte> font = readFile(std::string(FRAMINGHAM_TEST_FONTS) + "/" + name);
  EXPECT_FALSE(font.empty()) << "no font at " << FRAMINGHAM_TEST_FONTS;
  return font;
}

/// What a renderer does with textures, without a graphics card.
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

}  // namespace

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

Headless::Headless()
    : regular_(readFont("Inter-Regular.otf")), semibold_(readFont("Inter-SemiBold.otf")) {
  interface_ = std::make_unique<Interface>(FontFiles{regular_, semibold_}, fallback);
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

Frame Headless::drawOnce(const app::State& state, std::vector<SemanticAction> actions) {
  Frame frame = interface_->draw(state, viewport, actions);
  acceptTextures();
  return frame;
}

Frame Headless::draw(const app::State& state, std::vector<SemanticAction> actions) {
  constexpr int kMostFrames = 20;
  std::vector<app::Event> events;
  Frame frame;
  for (int i = 0; i < kMostFrames; ++i) {
    frame = drawOnce(state, actions);
    events.insert(events.end(), frame.events.begin(), frame.events.end());
    actions.clear();
    if (!frame.animating) break;
  }
  EXPECT_FALSE(frame.animating) << "the picture never stands still";
  frame.events = std::move(events);
  return frame;
}

Frame Headless::press(const app::State& state, Role role, std::string_view name) {
  const Frame before = draw(state);
  const SemanticNode* node = find(before.semantics, role, name);
  if (node == nullptr) {
    ADD_FAILURE() << "nothing is called " << name;
    return before;
  }
  return draw(state, {{SemanticAction::Kind::Activate, node->id, {}, 0}});
}

const SemanticNode* find(const SemanticTree& tree, Role role, std::string_view name) {
  const auto found = std::find_if(
      tree.nodes.begin(), tree.nodes.end(),
      [&](const SemanticNode& node) { return node.role == role && node.name == name; });
  return found == tree.nodes.end() ? nullptr : &*found;
}

std::vector<const SemanticNode*> all(const SemanticTree& tree, Role role) {
  std::vector<const SemanticNode*> nodes;
  for (const SemanticNode& node : tree.nodes) {
    if (node.role == role) nodes.push_back(&node);
  }
  return nodes;
}

}  // namespace ui
