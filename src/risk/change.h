#pragma once

#include <vector>

#include "base/result.h"
#include "risk/contributions.h"

namespace risk {

/// How one person's risk came to be another than it was: how much by age alone, how much by what
/// else changed.
struct Change {
  Probability before;
  /// The person of then at the age of now, nothing else changed.
  Probability aged;
  Probability now;
  /// `aged` + the sum of `parts` = `now`, but for rounding in the last bits. Largest first; factors
  /// that did not change are left out.
  std::vector<Contribution> parts;

  Probability total() const { return now - before; }
  Probability byAge() const { return aged - before; }
  Probability byFactors() const { return now - aged; }
};

/// Ageing first, then the factors: the first step is what nobody can help, and can be drawn as the
/// way on which the person of then was. The factors' steps are shared out among them as in
/// contributions.h. Fails when any of the three risks cannot be assessed.
base::Result<Change, NotAssessed> changeBetween(const Model& model, std::size_t outcome,
                                                const Inputs& before, const Inputs& now);

}  // namespace risk
