#include <algorithm>
#include <cstdint>
#include <iterator>

#include "fhir/condition_codes.h"

// Sources: SNOMED CT and CPT, as they occur in public synthetic records and published value sets.

namespace fhir {
namespace {

// Revascularisation (SNOMED CT): bypass, percutaneous intervention, stent, carotid surgery.
constexpr std::uint64_t kRevascularisation[] = {
    36969009,   // Placement of stent in coronary artery
    66951008,   // Carotid endarterectomy
    174911007,  // Carotid endarterectomy and patch
    175021005,  // Allograft replacement of one coronary artery
    232717009,  // Coronary artery bypass grafting
    233258006,  // Carotid artery angioplasty
    397193006,  // Percutaneous transluminal coronary angioplasty by rotoablation
    397431004,  // Percutaneous transluminal coronary angioplasty with rotoablation and stent
    414089002,  // Emergency percutaneous coronary intervention
    415070008,  // Percutaneous coronary intervention
    418285008,  // Angioplasty of blood vessel of heart
    418824004,  // Off-pump coronary artery bypass
    428488008,  // Placement of stent in anterior descending branch of left coronary artery
    429499003,  // Placement of stent in circumflex branch of left coronary artery
    429639007,  // Balloon angioplasty of coronary artery
};

// CPT: bypass with veins, with arteries and veins, with arteries; percutaneous coronary procedures;
// carotid endarterectomy and stenting.
struct CptRange {
  int first;
  int last;
};
constexpr CptRange kRevascularisationCpt[] = {
    {33510, 33536}, {35301, 35301}, {37215, 37217}, {92920, 92944}, {92980, 92984},
};

static_assert(std::is_sorted(std::begin(kRevascularisation), std::end(kRevascularisation)));

}  // namespace

bool isRevascularisation(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Snomed) {
    return std::binary_search(std::begin(kRevascularisation), std::end(kRevascularisation),
                              snomedCode(code));
  }
  if (system != CodeSystem::Cpt || code.size() != 5) return false;
  int number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  return std::any_of(
      std::begin(kRevascularisationCpt), std::end(kRevascularisationCpt),
      [&](const CptRange& range) { return number >= range.first && number <= range.last; });
}

}  // namespace fhir
