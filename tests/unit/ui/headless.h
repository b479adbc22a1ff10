#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "null_renderer.h"
#include "ui/interface.h"

namespace ui {

/// The whole interface without a browser: draws frames until nothing moves, as the shell would.
class Headless {
 public:
  Headless();

  Frame drawOnce(const app::State& state, std::vector<SemanticAction> actions = {});
  /// Draws until the picture stands still; the events are those of all the frames.
  Frame draw(const app::State& state, std::vector<SemanticAction> actions = {});
  /// Presses what has this role and name; the frame holds the events.
  Frame press(const app::State& state, Role role, std::string_view name);

  Viewport viewport{.width = 1440, .height = 900, .reducedMotion = true};
  BlockText fallback;

 private:
  std::vector<std::byte> regular_;
  std::vector<std::byte> semibold_;
  std::unique_ptr<Interface> interface_;
};

/// The first node with this role and name; null when there is none.
const SemanticNode* find(const SemanticTree& tree, Role role, std::string_view name);
std::vector<const SemanticNode*> all(const SemanticTree& tree, Role role);

/// The names, values and descriptions of all nodes, line by line.
std::string spoken(const SemanticTree& tree);
bool says(const SemanticTree& tree, std::string_view words);

/// The one event of a frame; empty when there is another, or not exactly one.
template <typename EventType>
std::optional<EventType> only(const Frame& frame) {
  EXPECT_EQ(frame.events.size(), 1U);
  if (frame.events.empty()) return std::nullopt;
  const auto* event = std::get_if<EventType>(&frame.events.front());
  return event == nullptr ? std::nullopt : std::optional<EventType>(*event);
}

}  // namespace ui
