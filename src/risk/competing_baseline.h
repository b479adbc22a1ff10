#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace risk {

/// Two baseline survival curves as step functions, of the event and of competing death, and the
/// cumulative incidence of the event under them (Pencina 2009).
class CompetingBaseline {
 public:
  /// One event, with the deaths since the one before it.
  struct Event {
    /// Cumulative hazard of competing death between the previous event and this one.
    double deathHazard;
    /// Hazard of the event before this one, which thins out those who are still at risk.
    double previousEventHazard;
    double eventHazard;
  };

  /// `steps`, in order of time: the decrease of one of the two survivals in units of 1e-9, times
  /// two, plus one where it is survival from competing death.
  explicit CompetingBaseline(std::span<const std::uint32_t> steps);

  /// The chance of the event before death from another cause, for a person whose hazards are
  /// `eventRatio` and `deathRatio` times the average:
  ///
  ///     sum over events i of  E[i-1]^w J[i-1]^x w (ln E[i-1] - ln E[i])
  ///
  /// over the first `steps` steps. The published sum takes each step's hazard at its beginning and
  /// so can pass 1, by 1 % at the very corner of the model's ranges; the result stops at 1.
  double incidence(double eventRatio, double deathRatio) const;
  double incidence(double eventRatio, double deathRatio, std::size_t steps) const;

 private:
  std::vector<Event> events_;
  /// How many events the first n steps hold.
  std::vector<std::uint16_t> eventsBefore_;
  double largestEventHazard_ = 0;
  double largestDeathHazard_ = 0;
};

}  // namespace risk
