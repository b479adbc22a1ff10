#include "browser/frame_loop.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <utility>

extern "C" {
void frameLoopSchedule(browser::FrameLoop* loop);
void frameLoopWatchPresses(browser::FrameLoop* loop);

EMSCRIPTEN_KEEPALIVE void frameLoopOnFrame(browser::FrameLoop* loop, double milliseconds) {
  loop->onAnimationFrame(milliseconds);
}

EMSCRIPTEN_KEEPALIVE void frameLoopOnPress(browser::FrameLoop* loop) {
  loop->onPress();
}
}

namespace browser {
namespace {

constexpr int kSettlingFrames = 3;
// Down, up, and what they did.
constexpr int kFramesOfPress = 3;
// A frame after a pause continues from where things stood; nothing jumps.
constexpr double kLongestStepMilliseconds = 50;

}  // namespace

FrameLoop::FrameLoop(Draw draw, std::function<void()> rested)
    : draw_(std::move(draw)), rested_(std::move(rested)) {
}

void FrameLoop::watchPresses() {
  frameLoopWatchPresses(this);
}

void FrameLoop::request() {
  framesToSettle_ = kSettlingFrames;
  schedule();
}

void FrameLoop::schedule() {
  if (scheduled_) return;
  scheduled_ = true;
  frameLoopSchedule(this);
}

void FrameLoop::onAnimationFrame(double milliseconds) {
  const double step = std::min(milliseconds - lastFrame_, kLongestStepMilliseconds);
  lastFrame_ = milliseconds;
  --framesToSettle_;
  scheduled_ = false;
  const bool moving = draw_(static_cast<float>(std::max(step, 0.0) / 1000));
  if (moving || framesToSettle_ > 0) schedule();
  if (!scheduled_) rested_();
}

void FrameLoop::onPress() {
  for (int i = 0; scheduled_ && i < kFramesOfPress; ++i)
    draw_(0);
}

}  // namespace browser
