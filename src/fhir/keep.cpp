#include <algorithm>
#include <iterator>

#include "fhir/kept.h"

namespace fhir {
namespace {

/// "Observation/o1"; the entry's URL where the resource has no id of its own.
std::string sourceOf(const json::Value& resource, std::string_view fullUrl) {
  const std::string type(json::text(resource, "resourceType"));
  const std::string_view id = json::text(resource, "id");
  if (!id.empty()) return type + "/" + std::string(id);
  const Reference url = parseReference(fullUrl);
  return url.isEmpty() ? type : url.local;
}

template <typename Kept>
void hold(KeptResource& result, std::optional<Kept> kept) {
  if (kept) result.content = *std::move(kept);
}

/// True for a focus that may be somebody else: a person, or one that is only named ("Fetus").
/// Conditions and procedures in focus are the patient's.
bool mayBePerson(const Reference& focus) {
  const std::string type = focus.local.substr(0, focus.local.find('/'));
  return focus.isEmpty() || type == "RelatedPerson" || type == "Patient" || type == "Group";
}

/// Whom an Observation is about: its focus, where that is somebody else than the patient in whose
/// record it stands (FHIR R4: a spouse, parent, fetus or donor).
Reference focusOf(const json::Value& resource, const Reference& subject) {
  for (const json::Value& each : json::array(resource, "focus")) {
    const Reference focus = parseReference(json::text(each, "reference"));
    if (mayBePerson(focus) && !mayBeSame(focus, subject)) return focus;
  }
  return subject;
}

void keepContent(const json::Value& resource, std::string_view type, KeptResource& result) {
  if (type == "Patient") {
    result.content = readPatient(resource);
  } else if (type == "Medication") {
    result.content = keepDrug(resource);
  } else if (type == "Observation") {
    hold(result, keepObservation(resource));
    if (std::holds_alternative<KeptNothing>(result.content)) hold(result, keepAssessment(resource));
  } else if (type == "Condition") {
    hold(result, keepCondition(resource));
  } else if (type == "Procedure") {
    hold(result, keepProcedure(resource));
  } else if (type == "RiskAssessment") {
    hold(result, keepAssessment(resource));
  } else {
    hold(result, keepPrescription(resource));
  }
}

}  // namespace

bool holdsFacts(std::string_view type) {
  // MedicationOrder is DSTU2's MedicationRequest.
  constexpr std::string_view kTypes[] = {
      "Patient",           "Observation",         "Condition",       "Procedure",      "Medication",
      "MedicationRequest", "MedicationStatement", "MedicationOrder", "RiskAssessment",
  };
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

KeptResource keep(const json::Value& resource, std::string_view fullUrl) {
  KeptResource result;
  const std::string_view type = json::text(resource, "resourceType");
  result.source = sourceOf(resource, fullUrl);
  result.self = parseReference(fullUrl);
  result.lastUpdated = lastUpdated(resource);
  if (const json::Value* meta = json::member(resource, "meta")) {
    result.isFirstVersion = json::text(*meta, "versionId") == "1";
  }
  result.subject = reference(resource, "subject");
  if (result.subject.isEmpty()) result.subject = reference(resource, "patient");  // DSTU2
  result.subject = focusOf(resource, result.subject);
  // A relative reference is relative to the server that the entry is from (FHIR R4 2.36.4).
  if (result.subject.base.empty() && result.subject.local.substr(0, 4) != "urn:") {
    result.subject.base = result.self.base;
  }
  result.hasModifier = !json::array(resource, "modifierExtension").empty();
  keepContent(resource, type, result);
  if (auto* earlier = std::get_if<KeptAssessments>(&result.content)) {
    for (EarlierAssessment& each : earlier->predictions)
      each.source = result.source;
  }
  return result;
}

}  // namespace fhir
