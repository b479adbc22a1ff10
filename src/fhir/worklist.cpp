#include "fhir/worklist.h"

#include <set>
#include <utility>

#include "fhir/answer.h"
#include "fhir/elements.h"
#include "fhir/kept.h"

namespace fhir {
namespace {

/// Adds the patient that `holder[key]` refers to, once.
void addMember(const json::Value& holder, std::string_view key, std::set<std::string>& known,
               Worklist& list) {
  constexpr std::string_view kPatient = "Patient/";
  const Reference member = reference(holder, key);
  if (member.local.compare(0, kPatient.size(), kPatient) != 0) return;
  std::string id = member.local.substr(kPatient.size());
  if (isResourceId(id) && known.insert(id).second) list.patientIds.push_back(std::move(id));
}

std::optional<Worklist> readList(const json::Value& resource) {
  const std::string_view status = json::text(resource, "status");
  if (status == "entered-in-error" || status == "retired") return std::nullopt;
  Worklist list;
  list.title = json::text(resource, "title");
  if (list.title.empty()) list.title = readConcept(resource, "code").words();
  std::set<std::string> known;
  for (const json::Value& entry : json::array(resource, "entry")) {
    if (!json::boolean(entry, "deleted").value_or(false)) addMember(entry, "item", known, list);
  }
  return list;
}

std::optional<Worklist> readGroup(const json::Value& resource) {
  const std::string_view type = json::text(resource, "type");
  if (!json::boolean(resource, "active").value_or(true)) return std::nullopt;
  if (!type.empty() && type != "person") return std::nullopt;
  Worklist list;
  list.title = json::text(resource, "name");
  if (list.title.empty()) list.title = readConcept(resource, "code").words();
  std::set<std::string> known;
  for (const json::Value& member : json::array(resource, "member")) {
    if (!json::boolean(member, "inactive").value_or(false)) {
      addMember(member, "entity", known, list);
    }
  }
  return list;
}

std::optional<Worklist> readWorklist(const json::Value& resource) {
  const std::string type(json::text(resource, "resourceType"));
  const std::string_view id = json::text(resource, "id");
  if (!isResourceId(id)) return std::nullopt;
  auto list = type == "List"    ? readList(resource)
              : type == "Group" ? readGroup(resource)
                                : std::nullopt;
  if (!list) return std::nullopt;
  list->reference = type + "/" + std::string(id);
  if (list->title.empty()) list->title = list->reference;
  list->count = list->patientIds.size();
  return list;
}

/// Calls `found(resource)` for the resources of a Bundle, or for the one resource.
template <typename Function>
void forEachResource(const json::Value& answer, Function found) {
  if (json::text(answer, "resourceType") != "Bundle") {
    found(answer);
    return;
  }
  for (const json::Value& entry : json::array(answer, "entry")) {
    const json::Value* resource = json::member(entry, "resource");
    if (resource != nullptr) found(*resource);
  }
}

std::optional<std::string> nextOf(const json::Value& answer) {
  const std::string_view next = linkOf(answer, "next");
  return next.empty() ? std::nullopt : std::optional<std::string>(next);
}

}  // namespace

base::Result<WorklistPage, AnswerError> readWorklists(std::string_view text) {
  const auto answer = parseAnswer(text, {"Bundle", "List", "Group"});
  if (!answer.ok()) return base::failure(answer.error());
  WorklistPage page;
  page.next = nextOf(*answer);
  forEachResource(*answer, [&](const json::Value& resource) {
    if (auto list = readWorklist(resource)) page.worklists.push_back(*std::move(list));
  });
  return page;
}

base::Result<PatientPage, AnswerError> readPatients(std::string_view text) {
  const auto answer = parseAnswer(text, {"Bundle", "Patient"});
  if (!answer.ok()) return base::failure(answer.error());
  PatientPage page;
  page.next = nextOf(*answer);
  forEachResource(*answer, [&](const json::Value& resource) {
    if (json::text(resource, "resourceType") != "Patient") return;
    Patient patient = readPatient(resource);
    if (isResourceId(patient.id)) page.patients.push_back(std::move(patient));
  });
  return page;
}

}  // namespace fhir
