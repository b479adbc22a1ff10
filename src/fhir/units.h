#pragma once

#include <optional>
#include <string_view>

#include "fhir/observation_codes.h"

/// Units as laboratories write them: UCUM codes and the spellings that occur in their place.
namespace fhir {

enum class Unit {
  MilligramsPerDecilitre,
  MillimolesPerLitre,
  GramsPerLitre,
  MmHg,
  Kilopascals,
  Percent,
  MillimolesPerMole,
  KilogramsPerSquareMetre,
  Kilograms,
  Grams,
  Pounds,
  Ounces,
  Centimetres,
  Metres,
  Millimetres,
  Inches,
  Feet,
  MillilitresPerMinutePer173,
  MillilitresPerSecondPer173,
  MillilitresPerMinute,
  MilligramsPerGram,
  MilligramsPerMillimole,
  MicrogramsPerMillimole,
  MilligramsPerMilligram,
};

/// The unit that `spelling` means; case, spaces and UCUM annotations do not matter.
std::optional<Unit> unitOf(std::string_view spelling);

/// `value` in the unit in which the fact of `analyte` is kept: mg/dL, mm[Hg], kg/m2, kg (weight),
/// cm (height), mL/min per 1.73 m2, % (NGSP), mg/g. Empty when the unit does not fit the analyte.
std::optional<double> convert(Analyte analyte, double value, Unit unit);

/// True when a living adult can have this value, given in the fact's unit.
bool isPlausible(Analyte analyte, double value);

}  // namespace fhir
