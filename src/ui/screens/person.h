#pragma once

#include <string>

#include "fhir/date.h"
#include "fhir/patient.h"
#include "ui/format.h"
#include "ui/surface.h"

namespace ui {

Words wordsOf(const Surface& surface);

/// "Ngata, Mārama": family name first, as lists are sorted.
std::string listName(const Surface& surface, const fhir::Patient& patient);
/// "Mārama Ngata".
std::string fullName(const Surface& surface, const fhir::Patient& patient);
std::string sexInWords(const Surface& surface, fhir::Sex sex);

/// Completed years; empty where the birth date is unknown.
std::optional<int> ageOf(const fhir::Patient& patient, const fhir::Date& asOf);

/// The first identifier with its type, or empty.
std::string identifierOf(const fhir::Patient& patient);

/// "Female · born 14 Mar 1975 · 51 years · NHI ZAC5361".
std::string particulars(const Surface& surface, const fhir::Patient& patient,
                        const fhir::Date& asOf);

/// "Female · 51 years".
std::string sexAndAge(const Surface& surface, const fhir::Patient& patient, const fhir::Date& asOf);

/// "Female · 51": so short that a badge has room beside it.
std::string sexAndYears(const Surface& surface, const fhir::Patient& patient,
                        const fhir::Date& asOf);

/// "Female · 51 years · NHI ZAC5361".
std::string particularsInShort(const Surface& surface, const fhir::Patient& patient,
                               const fhir::Date& asOf);

/// "born 14 Mar 1975 · NHI ZAC5361".
std::string birthAndIdentifier(const Surface& surface, const fhir::Patient& patient);

}  // namespace ui
