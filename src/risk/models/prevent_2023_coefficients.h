#pragma once

#include <span>

namespace risk::prevent2023 {

/// The terms of the PREVENT equations. Ages per 10 years from 55; cholesterol in mmol/L.
enum class TermId : unsigned char {
  Age,
  AgeSquared,
  NonHdl,
  Hdl,
  SbpBelow110,
  SbpAbove110,
  Diabetes,
  Smoking,
  BmiBelow30,
  BmiAbove30,
  EgfrBelow60,
  EgfrAbove60,
  AntiHypertensive,
  Statin,
  TreatedSbp,
  TreatedNonHdl,
  AgeNonHdl,
  AgeHdl,
  AgeSbp,
  AgeDiabetes,
  AgeSmoking,
  AgeBmi,
  AgeEgfr,
  SdiMiddle,
  SdiHigh,
  LogUacr,
  Hba1cDiabetes,
  Hba1cNoDiabetes,
  Constant,
};

/// One row of a table: women's and men's coefficients for each of the three outcomes.
struct Coefficients {
  TermId term;
  double femaleTotal, maleTotal;
  double femaleAscvd, maleAscvd;
  double femaleHeartFailure, maleHeartFailure;
};

enum class Variant : unsigned char { Base, Hba1c, Uacr, Sdi, Full };

std::span<const Coefficients> tenYearCoefficients(Variant variant);
std::span<const Coefficients> thirtyYearCoefficients(Variant variant);

}  // namespace risk::prevent2023
