#include "browser/pointer.h"

#include <emscripten/em_macros.h>
#include <emscripten/emscripten.h>
#include <imgui.h>

#include <cfloat>
#include <cmath>
#include <utility>

using browser::Pointer;

extern "C" {
void pointerWatch(Pointer* pointer);
void pointerSetCursor(int cursor);

EMSCRIPTEN_KEEPALIVE void pointerOnMove(Pointer* pointer, int kind, double x, double y) {
  pointer->onMove(static_cast<Pointer::Kind>(kind), static_cast<float>(x), static_cast<float>(y));
}

EMSCRIPTEN_KEEPALIVE void pointerOnDown(Pointer* pointer, int kind, int grip, int button, double x,
                                        double y) {
  pointer->onDown(static_cast<Pointer::Kind>(kind), static_cast<Pointer::Grip>(grip), button,
                  static_cast<float>(x), static_cast<float>(y));
}

EMSCRIPTEN_KEEPALIVE void pointerOnUp(Pointer* pointer, int kind, int button, double x, double y) {
  pointer->onUp(static_cast<Pointer::Kind>(kind), button, static_cast<float>(x),
                static_cast<float>(y));
}

EMSCRIPTEN_KEEPALIVE void pointerOnLeave(Pointer* pointer) {
  pointer->onLeave();
}

EMSCRIPTEN_KEEPALIVE void pointerOnWheel(Pointer* pointer, double x, double y, double right,
                                         double down) {
  pointer->onWheel(static_cast<float>(x), static_cast<float>(y), static_cast<float>(right),
                   static_cast<float>(down));
}
}

namespace browser {
namespace {

/// How far a finger trembles while it presses.
constexpr float kTouchSlop = 10;
/// ImGui scrolls by this many font heights for one unit of its wheel.
constexpr float kFontHeightsPerWheelUnit = 5;

constexpr float kLongestRollSeconds = 1;
constexpr float kFrictionPerSecond = 4;
constexpr float kSlowestRoll = 30;
/// A finger that rested this long before it left the screen threw nothing.
constexpr double kRestMilliseconds = 80;

ImGuiMouseSource sourceOf(Pointer::Kind kind) {
  switch (kind) {
    case Pointer::Kind::Mouse:
      return ImGuiMouseSource_Mouse;
    case Pointer::Kind::Touch:
      return ImGuiMouseSource_TouchScreen;
    case Pointer::Kind::Pen:
      return ImGuiMouseSource_Pen;
  }
  return ImGuiMouseSource_Mouse;
}

/// The DOM numbers the buttons left, middle, right; ImGui left, right, middle.
int imguiButton(int button) {
  if (button == 1) return ImGuiMouseButton_Middle;
  return button == 2 ? ImGuiMouseButton_Right : button;
}

void moveTo(Pointer::Kind kind, float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(sourceOf(kind));
  io.AddMousePosEvent(x, y);
}

void moveAway() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

}  // namespace

Pointer::Pointer(std::function<void()> used) : used_(std::move(used)) {
  pointerWatch(this);
}

void Pointer::onMove(Kind kind, float x, float y) {
  if (kind == Kind::Touch) {
    moveTouch(x, y);
  } else {
    moveTo(kind, x, y);
  }
  used_();
}

void Pointer::onDown(Kind kind, Grip grip, int button, float x, float y) {
  rollingSeconds_ = 0;
  moveTo(kind, x, y);
  ImGui::GetIO().AddMouseButtonEvent(imguiButton(button), true);
  if (kind == Kind::Touch) {
    touch_ = {.phase = grip == Grip::Drag ? Touch::Phase::Dragging : Touch::Phase::Pressing,
              .startX = x,
              .startY = y,
              .lastX = x,
              .lastY = y,
              .lastTime = emscripten_get_now()};
  }
  used_();
}

void Pointer::onUp(Kind kind, int button, float x, float y) {
  if (kind == Kind::Touch && touch_.phase == Touch::Phase::Scrolling) {
    const bool thrown = emscripten_get_now() - touch_.lastTime < kRestMilliseconds;
    rollingX_ = thrown ? touch_.velocityX : 0;
    rollingY_ = thrown ? touch_.velocityY : 0;
    rollingSeconds_ = thrown ? kLongestRollSeconds : 0;
  } else {
    moveTo(kind, x, y);
    ImGui::GetIO().AddMouseButtonEvent(imguiButton(button), false);
  }
  touch_.phase = Touch::Phase::None;
  // No finger hovers.
  if (kind == Kind::Touch && rollingSeconds_ == 0) moveAway();
  used_();
}

void Pointer::onLeave() {
  if (touch_.phase == Touch::Phase::Pressing || touch_.phase == Touch::Phase::Dragging) {
    moveAway();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  }
  touch_.phase = Touch::Phase::None;
  moveAway();
  used_();
}

void Pointer::onWheel(float x, float y, float right, float down) {
  rollingSeconds_ = 0;
  moveTo(Kind::Mouse, x, y);
  turnWheel(right, down);
  used_();
}

void Pointer::scrollBy(float down) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  moveTo(Kind::Mouse, size.x / 2, size.y / 2);
  turnWheel(0, down);
  used_();
}

void Pointer::moveTouch(float x, float y) {
  if (touch_.phase == Touch::Phase::None) return;
  if (touch_.phase == Touch::Phase::Pressing &&
      std::hypot(x - touch_.startX, y - touch_.startY) > kTouchSlop) {
    beginScrolling();
  }
  if (touch_.phase == Touch::Phase::Dragging) moveTo(Kind::Touch, x, y);
  if (touch_.phase != Touch::Phase::Scrolling) return;
  const double now = emscripten_get_now();
  const auto seconds = static_cast<float>(std::fmax(now - touch_.lastTime, 1) / 1000);
  touch_.velocityX = (touch_.lastX - x) / seconds;
  touch_.velocityY = (touch_.lastY - y) / seconds;
  turnWheel(touch_.lastX - x, touch_.lastY - y);
  touch_.lastX = x;
  touch_.lastY = y;
  touch_.lastTime = now;
}

/// Takes the press back: away from the widget first, so that letting go there means nothing; then
/// back to where the finger began, which is what shall scroll.
void Pointer::beginScrolling() {
  touch_.phase = Touch::Phase::Scrolling;
  moveAway();
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  moveTo(Kind::Touch, touch_.startX, touch_.startY);
}

void Pointer::turnWheel(float right, float down) {
  const float unit = kFontHeightsPerWheelUnit * ImGui::GetStyle().FontSizeBase;
  ImGui::GetIO().AddMouseWheelEvent(-right / unit, -down / unit);
}

bool Pointer::advance(float seconds, bool reducedMotion) {
  if (rollingSeconds_ <= 0) return false;
  rollingSeconds_ -= seconds;
  const float slowing = std::exp(-kFrictionPerSecond * seconds);
  rollingX_ *= slowing;
  rollingY_ *= slowing;
  if (reducedMotion || rollingSeconds_ <= 0 || std::hypot(rollingX_, rollingY_) < kSlowestRoll) {
    rollingSeconds_ = 0;
    moveAway();
    return true;
  }
  turnWheel(rollingX_ * seconds, rollingY_ * seconds);
  return true;
}

void Pointer::showCursor() {
  const int cursor = ImGui::GetMouseCursor();
  if (cursor == cursor_) return;
  cursor_ = cursor;
  pointerSetCursor(cursor);
}

}  // namespace browser
