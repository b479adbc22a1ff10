#pragma once

#include <cstdint>

#include "app/moment.h"

namespace browser {

/// The monotonic clock.
std::int64_t monotonicMilliseconds();

/// What the device's clocks say now, and a random number.
app::Moment readMoment();

}  // namespace browser
