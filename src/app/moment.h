#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "fhir/date.h"
#include "oauth/time.h"

namespace app {

/// What the shell knows at the time of an event. Pure code has neither clock nor chance.
struct Moment {
  oauth::Now clocks;
  std::int32_t utcOffsetMinutes = 0;  ///< local time minus UTC: "today" is a local date
  double chance = 0;                  ///< drawn anew for each event, 0 to 1: jitter of back-offs
};

/// The local calendar day.
fhir::Date today(const Moment& moment);

/// The local time of day, "14:35", so much later.
std::string localClock(const Moment& moment, std::chrono::milliseconds later);

/// Local date and time with its zone, to the second, as a FHIR dateTime:
/// "2026-11-23T10:00:00+13:00".
std::string localDateTime(const Moment& moment);

}  // namespace app
