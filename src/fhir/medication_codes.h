#pragma once

#include <string_view>

#include "fhir/code_system.h"

/// What a medicine is for, as far as risk models ask.
namespace fhir {

/// A set of the classes below. ATC C02 without C02KX, C03, C07, C08, C09; statins alone or
/// combined; ATC A10.
using MedicationClasses = unsigned;
inline constexpr MedicationClasses kNoClass = 0;
inline constexpr MedicationClasses kAntihypertensive = 1;
inline constexpr MedicationClasses kStatin = 2;
inline constexpr MedicationClasses kGlucoseLowering = 4;

struct MedicationMeaning {
  bool isKnown = false;  ///< the code is in the tables
  bool isLocal = false;  ///< a form that acts where it is applied: eye drops, creams
  MedicationClasses classes = kNoClass;
};

/// A medicine by its code.
MedicationMeaning medicationMeaning(CodeSystem system, std::string_view code);

/// The classes of all ingredients and brands named in `words`; whole words only.
MedicationClasses classesNamed(std::string_view words);

/// True when `words` say no more than that a medicine is masked or unknown.
bool namesNothing(std::string_view words);

/// True when words in lower case name a local form: eye, ear, skin or rectal.
bool namesLocalForm(std::string_view words);

/// True for SNOMED CT routes of that kind.
bool isLocalRoute(CodeSystem system, std::string_view code);

}  // namespace fhir
