#pragma once

#include <cstdint>

#include "risk/inputs.h"
#include "risk/model.h"

/// A man of 53 within the limits of every model, with everything known.
risk::Inputs knownMan();
/// A woman of 58, likewise.
risk::Inputs knownWoman();

/// Deterministic people, the same on every target: all inputs known, within the ranges of
/// `outcome`.
class People {
 public:
  explicit People(std::uint64_t seed) : state_(seed) {}
  risk::Inputs next(const risk::OutcomeDescription& outcome);

 private:
  double uniform();
  std::uint64_t state_;
};
