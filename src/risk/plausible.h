#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "risk/inputs.h"
#include "risk/model.h"

namespace risk {

/// A few values of one input, in `unit(input)`.
class PlausibleValues {
 public:
  /// REQUIRES: fewer than five values so far.
  constexpr void add(double value) { values_[size_++] = value; }
  constexpr std::span<const double> values() const { return {values_.data(), size_}; }

 private:
  std::array<double, 5> values_{};
  std::size_t size_ = 0;
};

/// The values to try for an input that is not known, for a person of this sex and age: the ends of
/// the range in which about nine in ten such adults lie, within what the model accepts, and the
/// points between them where an equation bends (SBP 110, BMI 30, eGFR 60 in PREVENT). Answers and
/// choices: all of them. Risk is monotone between neighbouring values, so the extremes lie among
/// them.
PlausibleValues plausibleValues(const InputUse& use, Sex sex, Years age);

}  // namespace risk
