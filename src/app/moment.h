#pragma once

#include <compare>
#include <cstdint>

namespace app {

/// The time of an event, read once by the shell. Pure code has no clock.
struct Moment {
  std::int64_t wallMilliseconds = 0;  ///< since 1970-01-01 UTC; may jump
  std::int64_t monotonicMilliseconds =
      0;                              ///< never goes back; stands still in sleep on some systems
  std::int32_t utcOffsetMinutes = 0;  ///< local time minus UTC: "today" is a local date
};

}  // namespace app
