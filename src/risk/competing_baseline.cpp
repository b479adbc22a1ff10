#include "risk/competing_baseline.h"

#include <algorithm>
#include <array>

#include "risk/elementary.h"

namespace risk {

namespace {

constexpr double kSurvivalUnit = 1e9;

// Far beyond any person, far below overflow: at this ratio the first step alone makes the event
// certain.
constexpr double kLargestHazardRatio = 1e12;

// Below this exponent eight terms of exp(-y) are exact to 2e-14. Hardly anybody's is above: a step
// is a small one even for ten times the average hazard.
constexpr double kSmallExponent = 1.0 / 8;

// The Taylor series, highest power first.
double exponentialOfSmall(double y) {
  constexpr std::array kReciprocalFactorials = {1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24,
                                                1.0 / 6,    1.0 / 2,   1.0,       1.0};
  double sum = 1.0 / 40320;
  for (const double factor : kReciprocalFactorials)
    sum = factor - y * sum;
  return sum;
}

// Events are taken in blocks: the decays of a block do not depend on each other and are formed side
// by side, before the products that do.
constexpr std::size_t kBlock = 32;

template <typename Decay>
double accumulate(const std::vector<CompetingBaseline::Event>& events, std::size_t count, double w,
                  double x, Decay decay) {
  double atRisk = 1;
  double incidence = 0;
  std::array<double, kBlock> decays;
  for (std::size_t begin = 0; begin < count; begin += kBlock) {
    const std::size_t size = std::min(kBlock, count - begin);
    const CompetingBaseline::Event* block = events.data() + begin;
    for (std::size_t i = 0; i < size; ++i) {
      decays[i] = decay(w * block[i].previousEventHazard + x * block[i].deathHazard);
    }
    for (std::size_t i = 0; i < size; ++i) {
      atRisk *= decays[i];
      incidence += atRisk * (w * block[i].eventHazard);
    }
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
  const bool small = w * largestEventHazard_ + x * largestDeathHazard_ < kSmallExponent;
  const double incidence =
      small ? accumulate(events_, count, w, x, exponentialOfSmall)
            : accumulate(events_, count, w, x, [](double y) { return exponential(-y); });
  return std::min(incidence, 1.0);
}

}  // namespace risk
