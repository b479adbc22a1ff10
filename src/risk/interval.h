#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "risk/assess.h"

/// Ranges instead of refusals: what the risk could be while something is not known.
namespace risk {

/// How much would be known if one missing input were measured.
struct Narrowing {
  Input input;
  /// Width of the interval that remains, averaged over the plausible answers.
  Probability remainingWidth;
};

struct RiskInterval {
  Probability lowest;
  Probability highest;
  /// Every missing input, the one that narrows the interval most first.
  std::vector<Narrowing> narrowing;
};

/// The lowest and highest risk over the plausible values (plausible.h) of all missing inputs, for a
/// person of this sex and age. When nothing is missing both are the risk itself. Fails when sex or
/// age is missing, or for any reason other than Missing.
base::Result<RiskInterval, NotAssessed> riskInterval(const Model& model, std::size_t outcome,
                                                     const Inputs& inputs);

}  // namespace risk
