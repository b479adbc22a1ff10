#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "risk/inputs.h"
#include "risk/units.h"

/// The arithmetic of a published equation, kept as a value: what is computed is what is explained.
namespace risk {

/// One line of an explanation: coefficient x value. `name` is the paper's own term ("ln age").
struct Term {
  std::string_view name;
  /// The input it comes from; an interaction with age carries the other input.
  Input input;
  double coefficient;
  /// The transformed value: ln(age), (SBP - 120) / 20, 1 for a smoker.
  double value;

  double product() const { return coefficient * value; }
};

/// A sum of terms, in the order in which the paper prints them. No allocation.
class LinearPredictor {
 public:
  static constexpr std::size_t kCapacity = 36;

  // The storage stays uninitialised on purpose: an equation is built for every assessment, and a
  // defaulted constructor would let `LinearPredictor{}` clear it.
  LinearPredictor() {}  // NOLINT(modernize-use-equals-default)

  /// REQUIRES: fewer than `kCapacity` terms.
  void add(std::string_view name, Input input, double coefficient, double value) {
    if (size_ == kCapacity) __builtin_trap();
    terms_[size_++] = {name, input, coefficient, value};
  }

  std::span<const Term> terms() const { return {terms_.data(), size_}; }
  double sum() const;

 private:
  std::array<Term, kCapacity> terms_;
  std::size_t size_ = 0;
};

/// Baseline survival from the event and from competing death as steps, for the 30-year model.
class CompetingBaseline;

/// How a linear predictor becomes a probability.
enum class Link : unsigned char {
  /// 1 - S0^exp(LP - centre)
  ProportionalHazards,
  /// 1 / (1 + exp(-LP))
  Logistic,
  /// Sum over the event times of both baselines (Pencina 2009).
  CompetingRisks,
  /// ProportionalHazards, then 1 - exp(-exp(scale1 + scale2 ln(-ln(1 - risk)))) (SCORE2).
  RecalibratedHazards,
};

/// An equation with its terms filled in for one person. Fields that the link does not use are zero.
struct Equation {
  Link link = Link::ProportionalHazards;
  LinearPredictor predictor;
  /// The cohort's mean linear predictor, subtracted from the sum.
  double centre = 0;
  /// Event-free survival of the average person at the horizon.
  double baselineSurvival = 0;
  /// Regional recalibration (SCORE2).
  double scale1 = 0;
  double scale2 = 0;
  /// Non-cardiovascular death (CompetingRisks).
  LinearPredictor competing;
  double competingCentre = 0;
  const CompetingBaseline* baseline = nullptr;
};

/// The probability, 0 to 1. Any finite predictor gives one; no rounding on the way.
Probability evaluate(const Equation& equation);

}  // namespace risk
