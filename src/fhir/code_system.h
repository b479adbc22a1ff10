#pragma once

#include <cstdint>
#include <string_view>

/// The terminologies whose codes are read.
namespace fhir {

enum class CodeSystem {
  Other,
  None,  ///< no system given
  Loinc,
  Snomed,
  Icd10,  ///< WHO and the national modifications
  Icd9,
  Icd11,
  Icpc2,
  RxNorm,
  Atc,
  Pbs,
  Cpt,
  Ucum,
  DataAbsentReason,
};

/// The system by its URI, by OID where it has one, whatever edition or trailing slash.
CodeSystem codeSystem(std::string_view uri);

/// A SNOMED CT identifier as a number; 0 when the text is none.
std::uint64_t snomedCode(std::string_view code);

}  // namespace fhir
