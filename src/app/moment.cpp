#include "app/moment.h"

#include <chrono>

namespace app {

fhir::Date today(const Moment& moment) {
  constexpr fhir::Date kEpoch{1970, 1, 1};
  const auto local = moment.clocks.wall + std::chrono::minutes(moment.utcOffsetMinutes);
  const auto days = std::chrono::floor<std::chrono::days>(local).time_since_epoch();
  return fhir::addDays(kEpoch, static_cast<int>(days.count()));
}

}  // namespace app
