#pragma once

#include "risk/units.h"

/// Every change of unit, with its factor and where the factor is from. Nothing else in the project
/// converts clinical quantities.
namespace risk {

/// Grams per decilitre times mmol: molar mass of cholesterol 386.65 g/mol. The PREVENT equations
/// (Khan 2024) and the laboratories' convention give 0.02586 mmol/L for 1 mg/dL.
inline constexpr double kCholesterolMmolPerLitrePerMgPerDecilitre = 0.02586;
/// Triglycerides, as triolein (885.4 g/mol).
inline constexpr double kTriglyceridesMmolPerLitrePerMgPerDecilitre = 0.01129;
/// One kilopascal in mm[Hg]: 1 / 0.133322387415 (UCUM's definition of m[Hg]), to six figures.
inline constexpr double kMmHgPerKilopascal = 7.50062;
/// NGSP master equation: NGSP % = 0.09148 x IFCC mmol/mol + 2.152 (Hoelzel 2004, ngsp.org).
inline constexpr double kNgspSlope = 0.09148;
inline constexpr double kNgspIntercept = 2.152;
/// Creatinine 113.12 g/mol: 1 mg/mmol = 8.84 mg/g.
inline constexpr double kMgPerGramPerMgPerMillimole = 8.84;
/// International yard and pound agreement, 1959: exact.
inline constexpr double kKilogramsPerPound = 0.45359237;
inline constexpr double kCentimetresPerInch = 2.54;

constexpr MilligramsPerDecilitre cholesterolToMass(MillimolesPerLitre amount) {
  return MilligramsPerDecilitre(amount.value() / kCholesterolMmolPerLitrePerMgPerDecilitre);
}
constexpr MillimolesPerLitre cholesterolToAmount(MilligramsPerDecilitre mass) {
  return MillimolesPerLitre(mass.value() * kCholesterolMmolPerLitrePerMgPerDecilitre);
}
constexpr MilligramsPerDecilitre triglyceridesToMass(MillimolesPerLitre amount) {
  return MilligramsPerDecilitre(amount.value() / kTriglyceridesMmolPerLitrePerMgPerDecilitre);
}
constexpr MmHg toMmHg(Kilopascals pressure) {
  return MmHg(pressure.value() * kMmHgPerKilopascal);
}
constexpr PercentNgsp toNgsp(MillimolesPerMole ifcc) {
  return PercentNgsp(kNgspSlope * ifcc.value() + kNgspIntercept);
}
constexpr MilligramsPerGram toMilligramsPerGram(MilligramsPerMillimole ratio) {
  return MilligramsPerGram(ratio.value() * kMgPerGramPerMgPerMillimole);
}
constexpr Kilograms toKilograms(Pounds weight) {
  return Kilograms(weight.value() * kKilogramsPerPound);
}
constexpr Pounds toPounds(Kilograms weight) {
  return Pounds(weight.value() / kKilogramsPerPound);
}
constexpr Centimetres toCentimetres(Inches height) {
  return Centimetres(height.value() * kCentimetresPerInch);
}

/// Weight over the square of the height (Quetelet).
constexpr KilogramsPerSquareMetre bodyMassIndex(Kilograms weight, Centimetres height) {
  const double metres = height.value() / 100;
  return KilogramsPerSquareMetre(weight.value() / (metres * metres));
}

/// A cholesterol concentration in the unit in which it was measured. Equations written in mg/dL and
/// equations written in mmol/L each ask for theirs, and a value is converted only when it must be,
/// so that SCORE2 sees the laboratory's own 5.2 mmol/L and not 5.2 / 0.02586 x 0.02586.
class Cholesterol {
 public:
  // Implicit on purpose: a measured concentration is a cholesterol, whichever unit it has.
  constexpr Cholesterol(MilligramsPerDecilitre mass) : value_(mass.value()), unit_(Unit::Mass) {}
  constexpr Cholesterol(MillimolesPerLitre amount) : value_(amount.value()), unit_(Unit::Amount) {}

  constexpr MilligramsPerDecilitre mass() const {
    return unit_ == Unit::Mass ? MilligramsPerDecilitre(value_)
                               : cholesterolToMass(MillimolesPerLitre(value_));
  }
  constexpr MillimolesPerLitre amount() const {
    return unit_ == Unit::Amount ? MillimolesPerLitre(value_)
                                 : cholesterolToAmount(MilligramsPerDecilitre(value_));
  }
  friend constexpr bool operator==(const Cholesterol&, const Cholesterol&) = default;

 private:
  enum class Unit : unsigned char { Mass, Amount };
  double value_;
  Unit unit_;
};

}  // namespace risk
