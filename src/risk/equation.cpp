#include "risk/equation.h"

#include <algorithm>

#include "risk/competing_baseline.h"
#include "risk/elementary.h"

namespace risk {

namespace {

double proportionalHazards(const Equation& equation) {
  const double hazardRatio = exponential(equation.predictor.sum() - equation.centre);
  return 1 - exponential(naturalLogarithm(equation.baselineSurvival) * hazardRatio);
}

double logistic(const Equation& equation) {
  return 1 / (1 + exponential(-equation.predictor.sum()));
}

double competingRisks(const Equation& equation) {
  return equation.baseline->incidence(
      exponential(equation.predictor.sum() - equation.centre),
      exponential(equation.competing.sum() - equation.competingCentre));
}

// ln(-ln(1 - u)) with 1 - u = S0^exp(LP - centre) is ln(-ln S0) + LP - centre: formed so, it
// neither overflows nor cancels.
double recalibratedHazards(const Equation& equation) {
  const double logHazard = naturalLogarithm(-naturalLogarithm(equation.baselineSurvival)) +
                           equation.predictor.sum() - equation.centre;
  return 1 - exponential(-exponential(equation.scale1 + equation.scale2 * logHazard));
}

}  // namespace

double LinearPredictor::sum() const {
  double total = 0;
  for (const Term& term : terms())
    total += term.product();
  return total;
}

Probability evaluate(const Equation& equation) {
  switch (equation.link) {
    case Link::ProportionalHazards:
      return Probability(proportionalHazards(equation));
    case Link::Logistic:
      return Probability(logistic(equation));
    case Link::CompetingRisks:
      return Probability(competingRisks(equation));
    case Link::RecalibratedHazards:
      return Probability(recalibratedHazards(equation));
  }
  return {};
}

}  // namespace risk
