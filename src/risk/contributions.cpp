#include "risk/contributions.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "risk/peers.h"

namespace risk {

namespace {

// Age, sex and the group a person belongs to are the peer's too: nothing is attributed to them.
bool isShared(Input input) {
  switch (input) {
    case Input::Sex:
    case Input::Age:
    case Input::Race:
    case Input::Region:
    case Input::Ethnicity:
    case Input::SdiDecile:
    case Input::NzDepQuintile:
      return true;
    default:
      return false;
  }
}

bool isModifiable(Input input) {
  switch (input) {
    case Input::Diabetes:
    case Input::AtrialFibrillation:
    case Input::FamilyHistory:
      return false;
    default:
      return true;
  }
}

std::vector<Input> factorsThatDiffer(const OutcomeDescription& outcome, const Inputs& person,
                                     const Inputs& peer) {
  std::vector<Input> factors;
  for (const InputUse& use : outcome.inputs) {
    if (isShared(use.input)) continue;
    Inputs exchanged = peer;
    copyInput(exchanged, person, use.input);
    if (exchanged != peer) factors.push_back(use.input);
  }
  return factors;
}

// The risk for every subset of factors taken from the person, the rest from the peer; bit i of the
// index is factor i. With eleven factors, the most any model has, 2048 risks.
std::vector<double> risksOfSubsets(const Model& model, std::size_t outcome, const Inputs& person,
                                   const Inputs& peer, const std::vector<Input>& factors) {
  std::vector<double> risks(std::size_t{1} << factors.size());
  for (std::size_t subset = 0; subset < risks.size(); ++subset) {
    Inputs mixed = peer;
    for (std::size_t i = 0; i < factors.size(); ++i) {
      if ((subset >> i & 1U) != 0) copyInput(mixed, person, factors[i]);
    }
    risks[subset] = evaluate(model.equation(outcome, mixed)).value();
  }
  return risks;
}

// The share of the orders of n factors in which exactly k particular ones come before a given
// factor and the others after it: k! (n - 1 - k)! / n!.
std::vector<double> orderWeights(std::size_t n) {
  std::vector<double> weights(n);
  double weight = 1.0 / static_cast<double>(n);
  for (std::size_t k = 0; k < n; ++k) {
    weights[k] = weight;
    if (k + 1 < n) weight *= static_cast<double>(k + 1) / static_cast<double>(n - 1 - k);
  }
  return weights;
}

double shapleyValue(const std::vector<double>& risks, const std::vector<double>& weights,
                    std::size_t factor) {
  const std::size_t bit = std::size_t{1} << factor;
  double value = 0;
  for (std::size_t subset = 0; subset < risks.size(); ++subset) {
    if ((subset & bit) != 0) continue;
    const auto others = static_cast<std::size_t>(std::popcount(subset));
    value += weights[others] * (risks[subset | bit] - risks[subset]);
  }
  return value;
}

}  // namespace

std::vector<Contribution> shares(const Model& model, std::size_t outcome, const Inputs& person,
                                 const Inputs& peer) {
  const std::vector<Input> factors = factorsThatDiffer(model.outcomes[outcome], person, peer);
  const std::vector<double> risks = risksOfSubsets(model, outcome, person, peer, factors);
  const std::vector<double> weights = orderWeights(factors.size());
  std::vector<Contribution> parts;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    parts.push_back(
        {factors[i], Probability(shapleyValue(risks, weights, i)), isModifiable(factors[i])});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Contribution& a, const Contribution& b) {
    return a.amount > b.amount;
  });
  return parts;
}

base::Result<Contributions, NotAssessed> contributions(const Model& model, std::size_t outcome,
                                                       const Inputs& inputs) {
  if (auto reason = obstacles(model.outcomes[outcome], inputs)) {
    return base::failure(*std::move(reason));
  }
  const Inputs peer = peerOf(inputs, Peer::Ideal);
  const auto risk = [&](const Inputs& person) {
    return Probability(evaluate(model.equation(outcome, person)).value());
  };
  return Contributions{risk(peer), risk(inputs), shares(model, outcome, inputs, peer)};
}

}  // namespace risk
