#include "browser/clock.h"

#include <emscripten/emscripten.h>

#include <chrono>

extern "C" int clockUtcOffsetMinutes();

namespace browser {

std::int64_t monotonicMilliseconds() {
  return static_cast<std::int64_t>(emscripten_get_now());
}

app::Moment readMoment() {
  using std::chrono::milliseconds;
  return {
      .clocks = {.wall =
                     std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()),
                 .monotonic = oauth::MonotonicTime(milliseconds(monotonicMilliseconds()))},
      .utcOffsetMinutes = clockUtcOffsetMinutes(),
      .chance = static_cast<double>(emscripten_random()),
  };
}

}  // namespace browser
