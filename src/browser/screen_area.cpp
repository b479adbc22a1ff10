#include "browser/screen_area.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <utility>

extern "C" {
void screenAreaWatch(browser::ScreenArea* area);

EMSCRIPTEN_KEEPALIVE void screenAreaOnResize(browser::ScreenArea* area, double width, double height,
                                             double pixelRatio) {
  area->onResize(static_cast<float>(width), static_cast<float>(height),
                 static_cast<float>(pixelRatio));
}

EMSCRIPTEN_KEEPALIVE void screenAreaOnPreferences(browser::ScreenArea* area, int reducedMotion,
                                                  int darkPreferred, int moreContrast,
                                                  int coarsePointer) {
  area->onPreferences(reducedMotion != 0, darkPreferred != 0, moreContrast != 0,
                      coarsePointer != 0);
}
}

namespace browser {
namespace {

// Below 1 text would be unreadable, above 3 nobody sees the difference that the memory pays for.
constexpr float kSmallestPixelRatio = 1;
constexpr float kLargestPixelRatio = 3;

}  // namespace

ScreenArea::ScreenArea(std::function<void()> changed) : changed_(std::move(changed)) {
  screenAreaWatch(this);
}

void ScreenArea::onResize(float width, float height, float pixelRatio) {
  viewport_.width = width;
  viewport_.height = height;
  viewport_.pixelRatio = std::clamp(pixelRatio, kSmallestPixelRatio, kLargestPixelRatio);
  changed_();
}

void ScreenArea::onPreferences(bool reducedMotion, bool darkPreferred, bool moreContrast,
                               bool coarsePointer) {
  viewport_.reducedMotion = reducedMotion;
  viewport_.darkPreferred = darkPreferred;
  viewport_.moreContrast = moreContrast;
  viewport_.coarsePointer = coarsePointer;
  changed_();
}

}  // namespace browser
