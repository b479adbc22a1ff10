#pragma once

#include <vector>

#include "base/result.h"
#include "risk/assess.h"

namespace risk {

/// What one factor adds to (or takes from) the risk of the ideal peer.
struct Contribution {
  Input input;
  /// A change of probability; may be negative.
  Probability amount;
  /// False for what nobody can change (family history, an established diabetes).
  bool modifiable;
};

struct Contributions {
  /// Risk of the ideal peer (peers.h).
  Probability ideal;
  /// `ideal` + the sum of `parts` = `total`, but for rounding in the last bits.
  Probability total;
  /// Largest first. Inputs that do not differ from the peer's are left out.
  std::vector<Contribution> parts;
};

/// Splits the distance between `peer` and `person` into the factors' shares, largest first; what
/// does not differ has none. Nothing is attributed to age, sex and group.
/// REQUIRES: nothing stands in the way of assessing either.
std::vector<Contribution> shares(const Model& model, std::size_t outcome, const Inputs& person,
                                 const Inputs& peer);

/// Splits the distance between a person and the ideal peer into the factors' shares: the Shapley
/// value (Shapley 1953), that is each factor's effect averaged over all orders in which the factors
/// of the peer could be exchanged for the person's. It is the only split that adds up to the whole,
/// gives equals equal shares and nothing to what has no effect, and it needs nothing but the model
/// itself, interactions included.
base::Result<Contributions, NotAssessed> contributions(const Model& model, std::size_t outcome,
                                                       const Inputs& inputs);

}  // namespace risk
