#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/event.h"
#include "app/state.h"
#include "ui/fallback_text.h"
#include "ui/fonts.h"
#include "ui/semantics.h"
#include "ui/viewport.h"

namespace ui {

/// What one frame gives back.
struct Frame {
  std::vector<app::Event> events;  ///< what the user asked for, in order
  SemanticTree semantics;
  /// True while something moves (at most a second; never under reduced motion): draw again at the
  /// next animation frame. Otherwise nothing is drawn until an event arrives.
  bool animating = false;
};

/// Draws the whole app with Dear ImGui. Owns the ImGui context; pointer and wheel input reaches it
/// through ImGuiIO, everything else through `actions`. Holds only what concerns looks (scroll
/// places, focus, running transitions): what the app knows lives in app::State.
class Interface {
 public:
  Interface(const FontFiles& fonts, FallbackText& fallback);
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  /// Runs one ImGui frame, NewFrame to Render. The caller draws ImGui::GetDrawData().
  Frame draw(const app::State& state, const Viewport& viewport,
             std::span<const SemanticAction> actions);

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace ui
