#include "risk/interval.h"

#include <algorithm>
#include <limits>

#include "risk/plausible.h"

namespace risk {

namespace {

/// Lowest and highest risk seen so far.
struct Extent {
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -std::numeric_limits<double>::infinity();

  void include(double risk) {
    lowest = std::min(lowest, risk);
    highest = std::max(highest, risk);
  }
  double width() const { return highest - lowest; }
};

/// A missing input, the values to try, and the extent of the risk while it has each of them.
struct Unknown {
  Input input;
  PlausibleValues plausible;
  std::vector<Extent> extents;
};

std::vector<Unknown> unknowns(const OutcomeDescription& outcome, const NotAssessed& reason,
                              const Inputs& inputs) {
  std::vector<Unknown> result;
  for (const Obstacle& obstacle : reason.obstacles) {
    // A part of the ratio is no input of its own: it has no use to take a range from.
    InputUse use{obstacle.input, {}, {}};
    for (const InputUse& each : outcome.inputs) {
      if (each.input == obstacle.input) use = each;
    }
    const PlausibleValues plausible = plausibleValues(use, *inputs.sex, *inputs.age);
    result.push_back({obstacle.input, plausible, std::vector<Extent>(plausible.values().size())});
  }
  return result;
}

// Goes to the next combination of values, as an odometer does; false after the last.
bool nextCombination(const std::vector<Unknown>& unknowns, std::vector<std::size_t>& choice) {
  for (std::size_t i = 0; i < choice.size(); ++i) {
    if (++choice[i] < unknowns[i].plausible.values().size()) return true;
    choice[i] = 0;
  }
  return false;
}

Extent tryAll(const Model& model, std::size_t outcome, const Inputs& inputs,
              std::vector<Unknown>& unknowns) {
  Extent whole;
  std::vector<std::size_t> choice(unknowns.size(), 0);
  do {
    Inputs filled = inputs;
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
      setNumber(filled, unknowns[i].input, unknowns[i].plausible.values()[choice[i]]);
    }
    const double risk = evaluate(model.equation(outcome, filled)).value();
    whole.include(risk);
    for (std::size_t i = 0; i < unknowns.size(); ++i)
      unknowns[i].extents[choice[i]].include(risk);
  } while (nextCombination(unknowns, choice));
  return whole;
}

Narrowing narrowing(const Unknown& unknown) {
  double widths = 0;
  for (const Extent& extent : unknown.extents)
    widths += extent.width();
  return {unknown.input, Probability(widths / static_cast<double>(unknown.extents.size()))};
}

bool isMissing(const NotAssessed& reason, Input input) {
  return std::any_of(reason.obstacles.begin(), reason.obstacles.end(),
                     [input](const Obstacle& each) { return each.input == input; });
}

}  // namespace

base::Result<RiskInterval, NotAssessed> riskInterval(const Model& model, std::size_t outcome,
                                                     const Inputs& inputs) {
  const OutcomeDescription& description = model.outcomes[outcome];
  auto reason = obstacles(description, inputs);
  if (!reason.has_value()) {
    const Probability risk = evaluate(model.equation(outcome, inputs));
    return RiskInterval{risk, risk, {}};
  }
  if (reason->reason != Reason::Missing || isMissing(*reason, Input::Age)) {
    return base::failure(std::move(*reason));
  }
  std::vector<Unknown> missing = unknowns(description, *reason, inputs);
  const Extent whole = tryAll(model, outcome, inputs, missing);
  RiskInterval interval{Probability(whole.lowest), Probability(whole.highest), {}};
  for (const Unknown& unknown : missing)
    interval.narrowing.push_back(narrowing(unknown));
  std::stable_sort(
      interval.narrowing.begin(), interval.narrowing.end(),
      [](const Narrowing& a, const Narrowing& b) { return a.remainingWidth < b.remainingWidth; });
  return interval;
}

}  // namespace risk
