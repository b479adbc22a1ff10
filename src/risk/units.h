#pragma once

#include <compare>

/// Quantities as types. A number that carries no unit cannot be passed where a quantity is wanted,
/// and quantities of different units neither add nor compare: both are compile errors. Changing a
/// unit is done by name, in conversions.h, and nowhere else.
namespace risk {

/// A number in the unit that `Unit` names. Any double may be held, NaN and infinities included:
/// whether a value is usable is decided where it is used, against a stated range.
template <typename Unit>
class Quantity {
 public:
  constexpr Quantity() = default;
  constexpr explicit Quantity(double value) : value_(value) {}

  /// The bare number, for arithmetic whose unit no type describes (logarithms, coefficients).
  constexpr double value() const { return value_; }

  friend constexpr Quantity operator+(Quantity a, Quantity b) {
    return Quantity(a.value_ + b.value_);
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) {
    return Quantity(a.value_ - b.value_);
  }
  friend constexpr Quantity operator*(Quantity a, double factor) {
    return Quantity(a.value_ * factor);
  }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
  friend constexpr bool operator==(Quantity a, Quantity b) { return a.value_ == b.value_; }
  friend constexpr auto operator<=>(Quantity a, Quantity b) { return a.value_ <=> b.value_; }

 private:
  double value_ = 0;
};

/// Age, or a length of time, in years.
using Years = Quantity<struct YearsUnit>;
/// Blood pressure, mm[Hg].
using MmHg = Quantity<struct MmHgUnit>;
using Kilopascals = Quantity<struct KilopascalsUnit>;
/// Mass concentration, mg/dL.
using MilligramsPerDecilitre = Quantity<struct MilligramsPerDecilitreUnit>;
/// Amount concentration, mmol/L. What one of them weighs depends on the substance.
using MillimolesPerLitre = Quantity<struct MillimolesPerLitreUnit>;
/// Body-mass index, kg/m2.
using KilogramsPerSquareMetre = Quantity<struct KilogramsPerSquareMetreUnit>;
using Kilograms = Quantity<struct KilogramsUnit>;
using Pounds = Quantity<struct PoundsUnit>;
using Centimetres = Quantity<struct CentimetresUnit>;
using Inches = Quantity<struct InchesUnit>;
/// Estimated glomerular filtration rate, mL/min per 1.73 m2 of body surface.
using MillilitresPerMinutePer173 = Quantity<struct MillilitresPerMinutePer173Unit>;
/// Haemoglobin A1c in per cent of haemoglobin, NGSP scale (the one of the DCCT trial).
using PercentNgsp = Quantity<struct PercentNgspUnit>;
/// Haemoglobin A1c in mmol per mol of haemoglobin, IFCC scale.
using MillimolesPerMole = Quantity<struct MillimolesPerMoleUnit>;
/// Urine albumin to creatinine ratio, mg/g.
using MilligramsPerGram = Quantity<struct MilligramsPerGramUnit>;
/// Urine albumin to creatinine ratio, mg/mmol.
using MilligramsPerMillimole = Quantity<struct MilligramsPerMillimoleUnit>;
/// A chance as a fraction, 0 to 1.
using Probability = Quantity<struct ProbabilityUnit>;

}  // namespace risk
