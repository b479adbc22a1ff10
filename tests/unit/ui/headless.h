#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/interface.h"

namespace ui {

/// Stands in for the browser's fonts: a grey block as wide as the run has characters, and a note of
/// what was asked for.
class BlockText : public FallbackText {
 public:
  RasterisedRun rasterise(std::string_view run, float pixelSize, float ascent, bool bold) override;

  std::vector<std::string> runs;
};

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

}  // namespace ui
