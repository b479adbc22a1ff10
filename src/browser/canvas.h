#pragma once

#include <functional>

#include "ui/interface.h"

namespace browser {

/// The WebGL 2 surface that the interface is drawn on.
class Canvas {
 public:
  /// `restored` is called when the graphics processor came back after a loss: draw again.
  explicit Canvas(std::function<void()> restored);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// False where WebGL 2 is missing; nothing else may then be called.
  bool start();

  /// To be called before the interface draws a frame. False while the graphics processor is gone:
  /// no frame can be drawn then. REQUIRES: an ImGui context.
  bool beginFrame(const ui::Viewport& viewport);

  /// Shows what the interface has drawn.
  void endFrame();

  /// For the boundary only.
  void onContextLost();
  void onContextRestored();

 private:
  std::function<void()> restored_;
  bool rendererReady_ = false;
  bool contextLost_ = false;
  int width_ = 0;   ///< device pixels
  int height_ = 0;  ///< device pixels
};

}  // namespace browser
