#include "fhir/code_system.h"

namespace fhir {
namespace {

struct SystemName {
  std::string_view uri;
  CodeSystem system;
};

// HL7 Terminology (terminology.hl7.org) and the national bodies' own URIs.
constexpr SystemName kSystems[] = {
    {"http://loinc.org", CodeSystem::Loinc},
    {"urn:oid:2.16.840.1.113883.6.1", CodeSystem::Loinc},
    {"http://snomed.info/sct", CodeSystem::Snomed},
    {"urn:oid:2.16.840.1.113883.6.96", CodeSystem::Snomed},
    {"http://hl7.org/fhir/sid/icd-10", CodeSystem::Icd10},
    {"http://hl7.org/fhir/sid/icd-10-cm", CodeSystem::Icd10},
    {"http://hl7.org/fhir/sid/icd-10-am", CodeSystem::Icd10},
    {"http://hl7.org/fhir/sid/icd-10-uk", CodeSystem::Icd10},
    {"http://hl7.org/fhir/sid/icd-10-gm", CodeSystem::Icd10},
    {"http://hl7.org/fhir/sid/icd-10-de", CodeSystem::Icd10},
    {"http://fhir.de/CodeSystem/bfarm/icd-10-gm", CodeSystem::Icd10},
    {"http://fhir.de/CodeSystem/dimdi/icd-10-gm", CodeSystem::Icd10},
    {"urn:oid:2.16.840.1.113883.6.90", CodeSystem::Icd10},
    {"urn:oid:2.16.840.1.113883.6.3", CodeSystem::Icd10},
    {"http://hl7.org/fhir/sid/icd-9-cm", CodeSystem::Icd9},
    {"urn:oid:2.16.840.1.113883.6.103", CodeSystem::Icd9},
    {"http://id.who.int/icd/release/11/mms", CodeSystem::Icd11},
    {"http://hl7.org/fhir/sid/icpc-2", CodeSystem::Icpc2},
    {"urn:oid:2.16.840.1.113883.6.139", CodeSystem::Icpc2},
    {"http://www.nlm.nih.gov/research/umls/rxnorm", CodeSystem::RxNorm},
    {"urn:oid:2.16.840.1.113883.6.88", CodeSystem::RxNorm},
    {"http://www.whocc.no/atc", CodeSystem::Atc},
    {"http://fhir.de/CodeSystem/bfarm/atc", CodeSystem::Atc},
    {"http://fhir.de/CodeSystem/dimdi/atc", CodeSystem::Atc},
    {"urn:oid:2.16.840.1.113883.6.73", CodeSystem::Atc},
    {"http://pbs.gov.au/code/item", CodeSystem::Pbs},
    {"http://www.ama-assn.org/go/cpt", CodeSystem::Cpt},
    {"urn:oid:2.16.840.1.113883.6.12", CodeSystem::Cpt},
    {"http://unitsofmeasure.org", CodeSystem::Ucum},
    {"urn:oid:2.16.840.1.113883.6.8", CodeSystem::Ucum},
    {"http://terminology.hl7.org/CodeSystem/data-absent-reason", CodeSystem::DataAbsentReason},
    {"http://hl7.org/fhir/data-absent-reason", CodeSystem::DataAbsentReason},
    {"http://terminology.hl7.org/CodeSystem/v3-NullFlavor", CodeSystem::DataAbsentReason},
    {"http://hl7.org/fhir/v3/NullFlavor", CodeSystem::DataAbsentReason},
    {"urn:oid:2.16.840.1.113883.5.1008", CodeSystem::DataAbsentReason},
};

constexpr std::string_view kSecure = "https://";
constexpr std::string_view kPlain = "http://";

}  // namespace

CodeSystem codeSystem(std::string_view uri) {
  if (uri.empty()) return CodeSystem::None;
  // SNOMED CT editions and versions are written behind the system's URI.
  const bool isSecure = uri.substr(0, kSecure.size()) == kSecure;
  std::string_view rest = isSecure ? uri.substr(kSecure.size()) : uri;
  if (!isSecure && rest.substr(0, kPlain.size()) == kPlain) rest.remove_prefix(kPlain.size());
  if (rest.substr(0, 16) == "snomed.info/sct/") return CodeSystem::Snomed;
  while (!rest.empty() && rest.back() == '/')
    rest.remove_suffix(1);
  for (const SystemName& each : kSystems) {
    std::string_view known = each.uri;
    if (known.substr(0, kPlain.size()) == kPlain) known.remove_prefix(kPlain.size());
    if (rest == known) return each.system;
  }
  return CodeSystem::Other;
}

std::uint64_t snomedCode(std::string_view code) {
  if (code.empty() || code.size() > 18) return 0;
  std::uint64_t number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

}  // namespace fhir
