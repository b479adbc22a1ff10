#include "fhir/smoking_codes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

// Sources: the US Core smoking status value set (SNOMED CT) and LOINC answer list LL2201-3; further
// SNOMED CT concepts of tobacco smoking behaviour as used in the UK, Australia and New Zealand.

namespace fhir {
namespace {

struct SnomedAnswer {
  std::uint64_t code;
  SmokingAnswer answer;
};

constexpr SnomedAnswer kSnomed[] = {
    {8392000, SmokingAnswer::NotCurrent},  // non-smoker
    {8517006, SmokingAnswer::Former},      // ex-smoker
    {56578002, SmokingAnswer::Current},    // moderate smoker
    {56771006, SmokingAnswer::Current},    // heavy smoker
    {59978006, SmokingAnswer::Current},    // cigar smoker
    {65568007, SmokingAnswer::Current},    // cigarette smoker
    {77176002,
     SmokingAnswer::CurrentUncertain},          // smoker; the US list says: current status unknown
    {82302008, SmokingAnswer::Current},         // pipe smoker
    {160603005, SmokingAnswer::Current},        // light cigarette smoker
    {160604004, SmokingAnswer::Current},        // moderate cigarette smoker
    {160605003, SmokingAnswer::Current},        // heavy cigarette smoker
    {160606002, SmokingAnswer::Current},        // very heavy cigarette smoker
    {160612007, SmokingAnswer::Current},        // keeps trying to stop smoking
    {160617001, SmokingAnswer::Former},         // stopped smoking
    {230059006, SmokingAnswer::Current},        // occasional cigarette smoker
    {230060001, SmokingAnswer::Current},        // light cigarette smoker
    {266919005, SmokingAnswer::Never},          // never smoked tobacco
    {266920004, SmokingAnswer::Former},         // ex-trivial cigarette smoker
    {266921000, SmokingAnswer::Former},         // ex-trivial smoker
    {266922007, SmokingAnswer::Former},         // ex-light cigarette smoker
    {266923002, SmokingAnswer::Former},         // ex-moderate cigarette smoker
    {266924008, SmokingAnswer::Former},         // ex-heavy cigarette smoker
    {266925009, SmokingAnswer::Former},         // ex-very heavy cigarette smoker
    {266927001, SmokingAnswer::Unknown},        // tobacco smoking consumption unknown
    {281018007, SmokingAnswer::Former},         // ex-cigarette smoker
    {405746006, SmokingAnswer::NotCurrent},     // current non-smoker
    {449868002, SmokingAnswer::Current},        // smokes tobacco daily
    {221000119102, SmokingAnswer::Never},       // never smoked any substance
    {428041000124106, SmokingAnswer::Current},  // occasional tobacco smoker
    {428061000124105, SmokingAnswer::Current},  // light tobacco smoker
    {428071000124103, SmokingAnswer::Current},  // heavy tobacco smoker
};

struct LoincAnswer {
  std::string_view code;
  SmokingAnswer answer;
};

constexpr LoincAnswer kLoinc[] = {
    {"LA15920-4", SmokingAnswer::Former},            // former smoker
    {"LA18976-3", SmokingAnswer::Current},           // every day
    {"LA18977-1", SmokingAnswer::Current},           // some days
    {"LA18978-9", SmokingAnswer::Never},             // never smoker
    {"LA18979-7", SmokingAnswer::CurrentUncertain},  // smoker, current status unknown
    {"LA18980-5", SmokingAnswer::Unknown},           // unknown if ever smoked
    {"LA18981-3", SmokingAnswer::Current},           // heavy
    {"LA18982-1", SmokingAnswer::Current},           // light
};

struct QuestionCode {
  CodeSystem system;
  std::string_view code;
};

constexpr QuestionCode kQuestions[] = {
    {CodeSystem::Loinc, "72166-2"},            // tobacco smoking status
    {CodeSystem::Snomed, "229819007"},         // tobacco use and exposure
    {CodeSystem::Snomed, "365981007"},         // finding of tobacco smoking behaviour
    {CodeSystem::Snomed, "1747861000168109"},  // smoking status (Australia)
};

struct DiagnosisPrefix {
  CodeSystem system;
  std::string_view prefix;
  SmokingAnswer answer;
};

constexpr DiagnosisPrefix kDiagnoses[] = {
    {CodeSystem::Icd10, "F1721", SmokingAnswer::Current},  // dependence, cigarettes (CM)
    {CodeSystem::Icd10, "Z720", SmokingAnswer::Current},   // tobacco use
    {CodeSystem::Icd10, "Z87891", SmokingAnswer::Former},  // history of dependence (CM)
    {CodeSystem::Icd9, "V1582", SmokingAnswer::Former},    // history of tobacco use
};

constexpr bool byCode(const SnomedAnswer& a, const SnomedAnswer& b) {
  return a.code < b.code;
}
static_assert(std::is_sorted(std::begin(kSnomed), std::end(kSnomed), byCode));

}  // namespace

std::optional<SmokingAnswer> smokingAnswer(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Snomed) {
    const std::uint64_t number = snomedCode(code);
    for (const SnomedAnswer& each : kSnomed) {
      if (each.code == number) return each.answer;
    }
  } else if (system == CodeSystem::Loinc) {
    for (const LoincAnswer& each : kLoinc) {
      if (each.code == code) return each.answer;
    }
  }
  return std::nullopt;
}

bool asksForSmoking(CodeSystem system, std::string_view code) {
  return std::any_of(std::begin(kQuestions), std::end(kQuestions), [&](const QuestionCode& each) {
    return each.system == system && each.code == code;
  });
}

std::vector<std::string> smokingCodes(CodeSystem system) {
  std::vector<std::string> codes;
  for (const QuestionCode& each : kQuestions) {
    if (each.system == system) codes.emplace_back(each.code);
  }
  if (system != CodeSystem::Snomed) return codes;
  for (const SnomedAnswer& each : kSnomed)
    codes.push_back(std::to_string(each.code));
  return codes;
}

std::optional<SmokingAnswer> smokingDiagnosis(CodeSystem system, std::string_view code) {
  if (system == CodeSystem::Snomed) return smokingAnswer(system, code);
  std::string stem;
  for (const char c : code) {
    if (c != '.') stem.push_back(c);
  }
  for (const DiagnosisPrefix& each : kDiagnoses) {
    if (each.system == system && stem.substr(0, each.prefix.size()) == each.prefix) {
      return each.answer;
    }
  }
  return std::nullopt;
}

}  // namespace fhir
