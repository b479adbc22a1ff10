#include "app/moment.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace app {

fhir::Date today(const Moment& moment) {
  constexpr fhir::Date kEpoch{1970, 1, 1};
  const auto local = moment.clocks.wall + std::chrono::minutes(moment.utcOffsetMinutes);
  const auto days = std::chrono::floor<std::chrono::days>(local).time_since_epoch();
  return fhir::addDays(kEpoch, static_cast<int>(days.count()));
}

std::string localClock(const Moment& moment, std::chrono::milliseconds later) {
  const auto local = moment.clocks.wall + later + std::chrono::minutes(moment.utcOffsetMinutes);
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::minutes>(local - midnight));
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()));
  return text.data();
}

std::string localDateTime(const Moment& moment) {
  constexpr int kMinutesPerHour = 60;
  const auto local = moment.clocks.wall + std::chrono::minutes(moment.utcOffsetMinutes);
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(local - midnight));
  const int offset = std::abs(moment.utcOffsetMinutes);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d%c%02d:%02d",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()), moment.utcOffsetMinutes < 0 ? '-' : '+',
                offset / kMinutesPerHour, offset % kMinutesPerHour);
  return fhir::format(today(moment)) + text.data();
}

}  // namespace app
