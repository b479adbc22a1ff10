#include "fhir/capability.h"

#include <algorithm>

#include "fhir/answer.h"
#include "fhir/operation_outcome.h"

namespace fhir {
namespace {

bool contains(const std::vector<std::string>& types, std::string_view type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

void readInteractions(const json::Value& resource, Capability& capability) {
  const std::string type(json::text(resource, "type"));
  for (const json::Value& each : json::array(resource, "interaction")) {
    const std::string_view code = json::text(each, "code");
    const bool isRead = code == "search-type" || code == "read";
    if (isRead && !contains(capability.readable, type)) capability.readable.push_back(type);
    if (code == "create") capability.creatable.push_back(type);
  }
}

}  // namespace

bool Capability::canRead(std::string_view type) const {
  return contains(readable, type);
}

bool Capability::canCreate(std::string_view type) const {
  return contains(creatable, type);
}

base::Result<Capability, AnswerError> readCapability(std::string_view text) {
  // Before STU3 the resource was called Conformance.
  const auto answer = parseAnswer(text, {"CapabilityStatement", "Conformance"});
  if (!answer.ok()) return base::failure(answer.error());
  Capability capability;
  capability.versionText = inertText(json::text(*answer, "fhirVersion"));
  capability.version = fhirVersion(capability.versionText);
  if (json::text(*answer, "resourceType") == "Conformance") capability.version = FhirVersion::Dstu2;
  if (capability.version == FhirVersion::Dstu2) {
    return base::failure(
        AnswerError{AnswerErrorCode::UnsupportedVersion, std::string(name(capability.version))});
  }
  if (const json::Value* software = json::member(*answer, "software")) {
    capability.software = inertText(json::text(*software, "name"));
  }
  for (const json::Value& rest : json::array(*answer, "rest")) {
    for (const json::Value& resource : json::array(rest, "resource")) {
      readInteractions(resource, capability);
    }
  }
  return capability;
}

}  // namespace fhir
