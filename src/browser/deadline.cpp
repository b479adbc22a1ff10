#include "browser/deadline.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <utility>

#include "browser/clock.h"

extern "C" {
int deadlineStartTimer(browser::Deadline* deadline, double milliseconds);
void deadlineStopTimer(int timer);

EMSCRIPTEN_KEEPALIVE void deadlineOnTimer(browser::Deadline* deadline) {
  deadline->onTimer();
}
}

namespace browser {
namespace {

// setTimeout counts in 32 bits: a longer wait would be over at once.
constexpr std::int64_t kLongestWaitMilliseconds = 24LL * 60 * 60 * 1000;

}  // namespace

Deadline::Deadline(std::function<void()> reached) : reached_(std::move(reached)) {
}

void Deadline::set(std::int64_t monotonicMilliseconds) {
  time_ = monotonicMilliseconds;
  if (timer_ != 0) deadlineStopTimer(std::exchange(timer_, 0));
  if (time_ != 0) arm();
}

void Deadline::arm() {
  const std::int64_t wait = time_ - browser::monotonicMilliseconds();
  timer_ = deadlineStartTimer(
      this, static_cast<double>(std::clamp<std::int64_t>(wait, 0, kLongestWaitMilliseconds)));
}

void Deadline::onTimer() {
  timer_ = 0;
  if (browser::monotonicMilliseconds() < time_) return arm();
  time_ = 0;
  reached_();
}

}  // namespace browser
