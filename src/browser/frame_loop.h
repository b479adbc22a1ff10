#pragma once

#include <functional>

namespace browser {

/// Draws only when something asks for it. An idle app has no frame scheduled and polls nothing.
class FrameLoop {
 public:
  /// Draws one frame, `seconds` after the one before (0 after a rest); true while something still
  /// moves, so that another frame must follow.
  using Draw = std::function<bool(float seconds)>;

  /// `rested` is called when nothing more is going to be drawn.
  FrameLoop(Draw draw, std::function<void()> rested);

  /// Something changed: draws the next frame and two more, in which hover and layout settle.
  void request();

  /// Draws within each press on the page, not only after it: some browsers lend the clipboard and
  /// new windows to a page only while it handles a press.
  void watchPresses();

  /// For the boundary only.
  void onPress();
  /// For the boundary only: the browser is about to paint.
  void onAnimationFrame(double milliseconds);

 private:
  void schedule();

  Draw draw_;
  std::function<void()> rested_;
  int framesToSettle_ = 0;
  bool scheduled_ = false;
  double lastFrame_ = 0;
};

}  // namespace browser
