#pragma once

#include <functional>

#include "ui/interface.h"

namespace browser {

/// The size, pixel density and preferences under which the app is drawn, kept up to date.
class ScreenArea {
 public:
  /// Calls `changed` after every change. Lives as long as the page.
  explicit ScreenArea(std::function<void()> changed);
  ScreenArea(const ScreenArea&) = delete;
  ScreenArea& operator=(const ScreenArea&) = delete;

  const ui::Viewport& viewport() const { return viewport_; }

  /// For the boundary only.
  void onResize(float width, float height, float pixelRatio);
  void onPreferences(bool reducedMotion, bool darkPreferred, bool moreContrast, bool coarsePointer);

 private:
  std::function<void()> changed_;
  ui::Viewport viewport_;
};

}  // namespace browser
