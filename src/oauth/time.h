#pragma once

#include <chrono>

namespace oauth {

/// Time of day (Date.now). It jumps when someone sets the clock, and goes on while a laptop sleeps.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

struct MonotonicClock;
/// Time since the page was opened (performance.now). It never goes back, and may stand still while
/// a laptop sleeps.
using MonotonicTime = std::chrono::time_point<MonotonicClock, std::chrono::milliseconds>;

/// Both clocks at one moment. Durations are judged by whichever says that more time has passed.
struct Now {
  WallTime wall;
  MonotonicTime monotonic;
};

}  // namespace oauth
