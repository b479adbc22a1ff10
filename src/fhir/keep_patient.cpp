#include <algorithm>

#include "fhir/kept.h"
#include "fhir/person_name.h"
#include "fhir/words.h"

namespace fhir {
namespace {

std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!joined.empty()) joined += ' ';
    joined += part;
  }
  return joined;
}

void readName(const json::Value& resource, Patient& patient) {
  const json::Value* name = chooseName(resource);
  if (name == nullptr) return;
  for (const json::Value& each : json::array(*name, "given")) {
    if (const std::string* given = json::string(each)) patient.givenNames.push_back(*given);
  }
  // DSTU2 has a list of family names.
  std::vector<std::string> parts = patient.givenNames;
  patient.familyName = json::text(*name, "family");
  for (const json::Value& each : json::array(*name, "family")) {
    const std::string* family = json::string(each);
    if (family == nullptr) continue;
    if (!patient.familyName.empty()) patient.familyName += ' ';
    patient.familyName += *family;
  }
  parts.push_back(patient.familyName);
  patient.name = join(parts);
  if (patient.name.empty()) patient.name = json::text(*name, "text");
}

constexpr std::string_view kRaceExtensions[] = {
    "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race",
    "http://hl7.org/fhir/StructureDefinition/us-core-race",
    "http://fhir.org/guides/argonaut/StructureDefinition/argo-race",
};

/// "Black or African American" and what the CDC race code set places below it.
constexpr std::string_view kBlackCodes[] = {
    "2054-5", "2056-0", "2058-6", "2060-2", "2061-0", "2062-8", "2063-6",
    "2064-4", "2065-1", "2066-9", "2067-7", "2068-5", "2069-3", "2070-1",
    "2071-9", "2072-7", "2073-5", "2074-3", "2075-0",
};

Race raceOf(const json::Value& coding) {
  const std::string_view code = json::text(coding, "code");
  if (code.empty() || codeSystem(json::text(coding, "system")) == CodeSystem::DataAbsentReason) {
    return Race::NotRecorded;
  }
  const bool isBlack =
      std::find(std::begin(kBlackCodes), std::end(kBlackCodes), code) != std::end(kBlackCodes);
  return isBlack ? Race::Black : Race::Other;
}

/// The stronger of two statements: one Black among several decides.
Race together(Race a, Race b) {
  if (a == Race::Black || b == Race::Black) return Race::Black;
  return a == Race::Other || b == Race::Other ? Race::Other : Race::NotRecorded;
}

Race readRace(const json::Value& resource) {
  Race race = Race::NotRecorded;
  for (const json::Value& extension : json::array(resource, "extension")) {
    const std::string_view url = json::text(extension, "url");
    if (std::find(std::begin(kRaceExtensions), std::end(kRaceExtensions), url) ==
        std::end(kRaceExtensions)) {
      continue;
    }
    for (const json::Value& part : json::array(extension, "extension")) {
      const json::Value* coding = json::member(part, "valueCoding");
      if (coding != nullptr) race = together(race, raceOf(*coding));
      if (json::text(part, "url") != "text" || race != Race::NotRecorded) continue;
      const std::string text = lowerCase(json::text(part, "valueString"));
      if (text == "black or african american" || text == "black") race = Race::Black;
      if (text == "white") race = Race::Other;
    }
    // STU3's first profile held one CodeableConcept.
    if (const json::Value* value = json::member(extension, "valueCodeableConcept")) {
      for (const json::Value& coding : json::array(*value, "coding")) {
        race = together(race, raceOf(coding));
      }
    }
  }
  return race;
}

}  // namespace

Patient readPatient(const json::Value& resource) {
  constexpr std::size_t kMaximumIdentifiers = 50;
  Patient patient;
  patient.id = json::text(resource, "id");
  readName(resource, patient);
  patient.gender = json::text(resource, "gender");
  if (patient.gender == "male") patient.sex = Sex::Male;
  if (patient.gender == "female") patient.sex = Sex::Female;
  patient.birthDate = parsePartialDate(json::text(resource, "birthDate"));
  patient.race = readRace(resource);
  for (const json::Value& each : json::array(resource, "identifier")) {
    if (patient.identifiers.size() == kMaximumIdentifiers) break;
    if (json::text(each, "value").empty()) continue;
    patient.identifiers.push_back({std::string(json::text(each, "system")),
                                   std::string(json::text(each, "value")),
                                   readConcept(each, "type").words()});
  }
  if (const auto deceased = json::boolean(resource, "deceasedBoolean")) {
    patient.deceased = *deceased;
  } else if (const auto date = timestamp(resource, "deceasedDateTime")) {
    patient.deceasedDate = date->date;
    patient.deceased = true;
  } else {
    patient.deceased = json::member(resource, "deceasedDateTime") != nullptr;
  }
  return patient;
}

}  // namespace fhir
