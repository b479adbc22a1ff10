#pragma once

#include <functional>

namespace browser {

/// Brings mouse, touch and pen to ImGui. A finger that moves scrolls, with momentum; one that does
/// not presses.
class Pointer {
 public:
  /// `used` is called after each movement, press or turn of the wheel.
  explicit Pointer(std::function<void()> used);
  Pointer(const Pointer&) = delete;
  Pointer& operator=(const Pointer&) = delete;

  /// To be called before each frame: moves on what is still rolling. True while something is.
  bool advance(float seconds, bool reducedMotion);

  /// To be called after each frame: shows the cursor that the widget under the pointer wants.
  void showCursor();

  /// Scrolls what lies under the middle of the screen; in CSS pixels.
  void scrollBy(float down);

  /// For the boundary only; places in CSS pixels from the top left of the canvas.
  enum class Kind { Mouse, Touch, Pen };
  enum class Grip { Press, Drag };  ///< what a finger does to the element that it lands on
  void onMove(Kind kind, float x, float y);
  void onDown(Kind kind, Grip grip, int button, float x, float y);
  void onUp(Kind kind, int button, float x, float y);
  void onLeave();
  void onWheel(float x, float y, float right, float down);

 private:
  /// A finger on the screen.
  struct Touch {
    enum class Phase { None, Pressing, Dragging, Scrolling };
    Phase phase = Phase::None;
    float startX = 0, startY = 0;
    float lastX = 0, lastY = 0;
    double lastTime = 0;
    float velocityX = 0, velocityY = 0;  ///< CSS pixels a second
  };

  void moveTouch(float x, float y);
  void beginScrolling();
  void turnWheel(float right, float down);

  std::function<void()> used_;
  Touch touch_;
  float rollingX_ = 0, rollingY_ = 0;  ///< what is left of the momentum, CSS pixels a second
  float rollingSeconds_ = 0;
  int cursor_ = 0;
};

}  // namespace browser
