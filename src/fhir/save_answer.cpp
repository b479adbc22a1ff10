// What came of writing an assessment.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "fhir/answer.h"
#include "fhir/elements.h"
#include "fhir/operation_outcome.h"
#include "fhir/write.h"

namespace fhir {
namespace {

constexpr std::string_view kWithdrawn =
    "The same assessment is in the record already, marked as entered in error.";

std::string_view typeOf(WrittenKind kind) {
  return kind == WrittenKind::RiskAssessment ? "RiskAssessment" : "Observation";
}

SaveErrorCode codeOf(int status) {
  switch (status) {
    case 401:
    case 403:
      return SaveErrorCode::NotPermitted;
    case 404:
    case 405:
    case 501:
      return SaveErrorCode::NotOffered;
    case 408:
      // A request that the server calls incomplete may have been carried out by one behind it.
      return SaveErrorCode::ServerFailed;
    default:
      return status >= 400 && status <= 499 ? SaveErrorCode::Refused : SaveErrorCode::ServerFailed;
  }
}

SaveError errorOf(const net::Response& response) {
  const auto issue = readOperationOutcome(response.body);
  const SaveErrorCode code = codeOf(response.status);
  const bool isOffered = !issue || issue->code != "not-supported";
  return {code == SaveErrorCode::Refused && !isOffered ? SaveErrorCode::NotOffered : code,
          issue ? issue->text : std::string()};
}

bool isAbout(const json::Value& resource, const AssessmentToWrite& assessment) {
  return reference(resource, "subject").local == "Patient/" + assessment.patientId;
}

bool carriesIdentifier(const json::Value& resource, const AssessmentToWrite& assessment) {
  const Identifier ours = assessmentIdentifier(assessment);
  const auto& all = json::array(resource, "identifier");
  return std::any_of(all.begin(), all.end(), [&](const json::Value& each) {
    return json::text(each, "system") == ours.system && json::text(each, "value") == ours.value;
  });
}

bool isWithdrawn(const json::Value& resource) {
  const std::string_view status = json::text(resource, "status");
  return status == "entered-in-error" || status == "cancelled";
}

/// "RiskAssessment/r1" from a Location, whatever host it names: the id is data, the URL is not
/// followed.
std::string referenceFromLocation(std::string_view location, std::string_view type) {
  const Reference named = parseReference(location);
  const std::string start = std::string(type) + "/";
  const bool fits = named.local.compare(0, start.size(), start) == 0 &&
                    isResourceId(std::string_view(named.local).substr(start.size()));
  return fits ? named.local : std::string();
}

Saved savedAs(const json::Value& resource, std::string_view type, int status) {
  const std::string_view id = json::text(resource, "id");
  Saved saved;
  if (isResourceId(id)) saved.reference = std::string(type) + "/" + std::string(id);
  saved.alreadyStored = status == 200;
  saved.resource = resource.dump(-1, ' ', false, json::Value::error_handler_t::replace);
  return saved;
}

}  // namespace

std::string_view describe(SaveErrorCode code) {
  switch (code) {
    case SaveErrorCode::NotPermitted:
      return "You are not permitted to save to this record.";
    case SaveErrorCode::NotOffered:
      return "The server does not store assessments of this kind.";
    case SaveErrorCode::Refused:
      return "The server refused the assessment.";
    case SaveErrorCode::WrongSubject:
      return "What the server stored is about another person.";
    case SaveErrorCode::ServerFailed:
      return "It is not known whether the assessment was saved.";
  }
  return {};
}

base::Result<Saved, SaveError> readCreateAnswer(WrittenKind kind, const net::Response& response,
                                                const AssessmentToWrite& assessment) {
  constexpr int kFound = 200;
  if (response.status < 200 || response.status > 299) return base::failure(errorOf(response));
  const std::string_view type = typeOf(kind);
  const auto answer = parseAnswer(response.body, {type});
  if (answer.ok()) {
    const bool isFound = response.status == kFound;
    if (isFound && !carriesIdentifier(*answer, assessment)) {
      return base::failure(SaveError{SaveErrorCode::ServerFailed, {}});
    }
    if (!isAbout(*answer, assessment)) {
      return base::failure(SaveError{SaveErrorCode::WrongSubject, {}});
    }
    if (isFound && isWithdrawn(*answer)) {
      return base::failure(SaveError{SaveErrorCode::Refused, std::string(kWithdrawn)});
    }
    return savedAs(*answer, type, response.status);
  }
  // A success without the resource is a success all the same (FHIR R4 3.1.0.8).
  Saved saved;
  saved.reference = referenceFromLocation(net::header(response, "location"), type);
  saved.alreadyStored = response.status == kFound;
  return saved;
}

base::Result<std::optional<Saved>, SaveError> readFindAnswer(WrittenKind kind,
                                                             const net::Response& response,
                                                             const AssessmentToWrite& assessment) {
  if (response.status != 200) return base::failure(errorOf(response));
  const auto answer = parseAnswer(response.body, {"Bundle"});
  if (!answer.ok()) {
    return base::failure(SaveError{SaveErrorCode::ServerFailed, answer.error().detail});
  }
  for (const json::Value& entry : json::array(*answer, "entry")) {
    const json::Value* resource = json::member(entry, "resource");
    if (resource == nullptr || json::text(*resource, "resourceType") != typeOf(kind)) continue;
    if (isAbout(*resource, assessment) && carriesIdentifier(*resource, assessment) &&
        !isWithdrawn(*resource)) {
      return std::optional<Saved>(savedAs(*resource, typeOf(kind), response.status));
    }
  }
  return std::optional<Saved>();
}

base::Result<Saved, SaveError> readBackAnswer(WrittenKind kind, const net::Response& response,
                                              const AssessmentToWrite& assessment) {
  if (response.status != 200) return base::failure(errorOf(response));
  const auto answer = parseAnswer(response.body, {typeOf(kind)});
  if (!answer.ok()) {
    return base::failure(SaveError{SaveErrorCode::ServerFailed, answer.error().detail});
  }
  if (!isAbout(*answer, assessment)) {
    return base::failure(SaveError{SaveErrorCode::WrongSubject, {}});
  }
  return savedAs(*answer, typeOf(kind), response.status);
}

}  // namespace fhir
