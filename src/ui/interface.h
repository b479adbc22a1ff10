#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/event.h"
#include "app/state.h"
#include "ui/fallback_text.h"
#include "ui/semantics.h"

namespace ui {

/// The screen's properties for one frame. Lengths are CSS pixels.
struct Viewport {
  float width = 0;
  float height = 0;
  float pixelRatio = 1;  ///< device pixels per CSS pixel, 1..3; browser zoom included
  float secondsSinceLastFrame = 0;
  bool reducedMotion = false;  ///< prefers-reduced-motion
  bool darkPreferred = false;  ///< prefers-color-scheme
  bool moreContrast = false;   ///< prefers-contrast: more, or forced colours
  bool coarsePointer = false;  ///< fingers: targets of at least 44 px
};

/// What one frame gives back.
struct Frame {
  std::vector<app::Event> events;  ///< what the user asked for, in order
  SemanticTree semantics;
  /// True while something moves (at most a second; never under reduced motion): draw again at the
  /// next animation frame. Otherwise nothing is drawn until an event arrives.
  bool animating = false;
};

/// The font files the interface draws with: OpenType bytes, borrowed for the interface's lifetime.
struct FontFiles {
  std::span<const std::byte> regular;
  std::span<const std::byte> semibold;
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
