#include "risk/competing_baseline.h"

#include <algorithm>

#include "risk/elementary.h"

namespace risk {

namespace {

constexpr double kSurvivalUnit = 1e9;

// Far beyond any person, far below overflow: at this ratio the first step alone makes the event
// certain.
constexpr double kLargestHazardRatio = 1e12;

// Below this exponent five terms of exp(-y) are exact to 2e-14.
constexpr double kSmallExponent = 1.0 / 64;

double exponentialOfSmall(double y) {
  return 1 - y * (1 - y * (1.0 / 2 - y * (1.0 / 6 - y * (1.0 / 24 - y * (1.0 / 120)))));
}

template <typename Decay>
double accumulate(const auto& events, double w, double x, Decay decay) {
  double atRisk = 1;
  double incidence = 0;
  for (const auto& event : events) {
    atRisk *= decay(w * event.previousEventHazard + x * event.deathHazard);
    incidence += atRisk * (w * event.eventHazard);
  }
  return incidence;
}

}  // namespace

CompetingBaseline::CompetingBaseline(std::span<const std::uint32_t> steps) {
  std::uint32_t survival = 1'000'000'000;
  std::uint32_t deathSurvival = 1'000'000'000;
  double logSurvival = 0;
  double logDeathSurvival = 0;
  Event next{};
  eventsBefore_.push_back(0);
  for (const std::uint32_t step : steps) {
    if ((step & 1U) != 0) {
      deathSurvival -= step / 2;
      const double logAfter = naturalLogarithm(deathSurvival / kSurvivalUnit);
      next.deathHazard += logDeathSurvival - logAfter;
      logDeathSurvival = logAfter;
    } else {
      survival -= step / 2;
      const double logAfter = naturalLogarithm(survival / kSurvivalUnit);
      next.eventHazard = logSurvival - logAfter;
      logSurvival = logAfter;
      largestEventHazard_ = std::max(largestEventHazard_, next.eventHazard);
      largestDeathHazard_ = std::max(largestDeathHazard_, next.deathHazard);
      events_.push_back(next);
      next = {.deathHazard = 0, .previousEventHazard = next.eventHazard, .eventHazard = 0};
    }
    eventsBefore_.push_back(static_cast<std::uint16_t>(events_.size()));
  }
}

double CompetingBaseline::incidence(double eventRatio, double deathRatio) const {
  return incidence(eventRatio, deathRatio, eventsBefore_.size() - 1);
}

double CompetingBaseline::incidence(double eventRatio, double deathRatio, std::size_t steps) const {
  const double w = std::min(eventRatio, kLargestHazardRatio);
  const double x = std::min(deathRatio, kLargestHazardRatio);
  const auto count = eventsBefore_[std::min(steps, eventsBefore_.size() - 1)];
  const std::span<const Event> events(events_.data(), count);
  const bool small = w * largestEventHazard_ + x * largestDeathHazard_ < kSmallExponent;
  const double incidence = small
                               ? accumulate(events, w, x, exponentialOfSmall)
                               : accumulate(events, w, x, [](double y) { return exponential(-y); });
  return std::min(incidence, 1.0);
}

}  // namespace risk
