#include "headless.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

std::vector<std::byte> fontNamed(const std::string& name) {
  std::vector<std::byte> font = readFont(name);
  EXPECT_FALSE(font.empty()) << "no font at " << FRAMINGHAM_TEST_FONTS;
  return font;
}

}  // namespace

Headless::Headless()
    : regular_(fontNamed("Inter-Regular.otf")), semibold_(fontNamed("Inter-SemiBold.otf")) {
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

std::string spoken(const SemanticTree& tree) {
  std::string text;
  for (const SemanticNode& node : tree.nodes)
    text += node.name + "\n" + node.value + "\n" + node.description + "\n";
  return text;
}

bool says(const SemanticTree& tree, std::string_view words) {
  return spoken(tree).find(words) != std::string::npos;
}

}  // namespace ui
