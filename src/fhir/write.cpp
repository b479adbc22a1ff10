#include "fhir/write.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "fhir/assessment_codes.h"
#include "net/url.h"

namespace fhir {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kLoinc = "http://loinc.org";
constexpr std::string_view kSnomed = "http://snomed.info/sct";
constexpr std::string_view kUcum = "http://unitsofmeasure.org";

Json coding(std::string_view system, std::string_view code, std::string_view display) {
  Json json{{"system", std::string(system)}, {"code", std::string(code)}};
  if (!display.empty()) json["display"] = std::string(display);
  return json;
}

Json codeable(Json coded, const std::string& text) {
  Json json{{"coding", Json::array({std::move(coded)})}};
  if (!text.empty()) json["text"] = text;
  return json;
}

Json referenceTo(const std::string& target) {
  return Json{{"reference", target}};
}

Json ucumQuantity(double value, std::string_view unit, std::string_view code) {
  return Json{{"value", value},
              {"unit", std::string(unit)},
              {"system", std::string(kUcum)},
              {"code", std::string(code)}};
}

/// FNV-1a, 64 bits: an identifier has to be the same again, not secret.
class Hash {
 public:
  void add(std::string_view text) {
    for (const char c : text)
      step(static_cast<unsigned char>(c));
    step(0x1F);  // so that "ab","c" and "a","bc" differ
  }
  std::string text() const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(state_));
    return digits.data();
  }

 private:
  void step(unsigned char byte) {
    state_ ^= byte;
    state_ *= 0x100000001B3ULL;
  }
  std::uint64_t state_ = 0xCBF29CE484222325ULL;
};

std::string serialise(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void addCommon(const AssessmentToWrite& assessment, Json& resource) {
  const Identifier identifier = assessmentIdentifier(assessment);
  resource["identifier"] =
      Json::array({Json{{"system", identifier.system}, {"value", identifier.value}}});
  resource["status"] = "final";
}

void addNotes(const AssessmentToWrite& assessment, Json& resource) {
  std::string text = assessment.inputs.empty() ? "" : "Inputs:";
  for (const WrittenInput& each : assessment.inputs)
    text += "\n" + each.line();
  for (const std::string& each : assessment.remarks)
    text += (text.empty() ? "" : "\n") + each;
  if (!text.empty()) resource["note"] = Json::array({Json{{"text", std::move(text)}}});
}

Json method(const AssessmentToWrite& assessment) {
  return codeable(coding(kModelSystem, assessment.modelId, assessment.modelTitle),
                  assessment.modelTitle);
}

Json outcome(const AssessmentToWrite& assessment) {
  Json codings = Json::array();
  if (const OutcomeCode* known = outcomeCode(assessment.outcome)) {
    codings.push_back(coding(kSnomed, known->snomed, known->display));
  }
  codings.push_back(coding(kOutcomeSystem, assessment.outcome, assessment.outcomeTitle));
  return Json{{"coding", std::move(codings)}, {"text", assessment.outcomeTitle}};
}

struct BandCode {
  std::string_view band;
  std::string_view code;
  std::string_view display;
};

// http://terminology.hl7.org/CodeSystem/risk-probability; bands that it lacks are given in words.
constexpr BandCode kBands[] = {
    {"low", "low", "Low likelihood"},
    {"intermediate", "moderate", "Moderate likelihood"},
    {"high", "high", "High likelihood"},
};

Json qualitativeRisk(const std::string& band) {
  constexpr std::string_view kSystem = "http://terminology.hl7.org/CodeSystem/risk-probability";
  for (const BandCode& each : kBands) {
    if (each.band == band) return codeable(coding(kSystem, each.code, each.display), band);
  }
  return Json{{"text", band}};
}

/// The probability once more, in words: FHIR R4 calls the decimal a percentage, and its examples
/// are fractions.
std::string rationale(const AssessmentToWrite& assessment) {
  constexpr double kPercent = 100;
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.2f %% within %d years, given as a fraction of 1.",
                assessment.probability * kPercent, assessment.horizonYears);
  return text.data();
}

Json prediction(const AssessmentToWrite& assessment) {
  Json json;
  json["outcome"] = outcome(assessment);
  json["probabilityDecimal"] = assessment.probability;
  if (!assessment.band.empty()) json["qualitativeRisk"] = qualitativeRisk(assessment.band);
  json["whenRange"] =
      Json{{"low", ucumQuantity(assessment.age, "a", "a")},
           {"high", ucumQuantity(assessment.age + assessment.horizonYears, "a", "a")}};
  json["rationale"] = rationale(assessment);
  return json;
}

struct ComponentCode {
  Fact fact;
  std::string_view loinc;
  std::string_view display;
};

constexpr ComponentCode kComponents[] = {
    {Fact::TotalCholesterol, "2093-3", "Cholesterol [Mass/volume] in Serum or Plasma"},
    {Fact::HdlCholesterol, "2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma"},
    {Fact::SystolicBloodPressure, "8480-6", "Systolic blood pressure"},
    {Fact::BodyMassIndex, "39156-5", "Body mass index (BMI) [Ratio]"},
};

bool uses(const AssessmentToWrite& assessment, Fact fact) {
  const bool isBmiModel = assessment.modelId == "framingham-2008-bmi";
  if (fact == Fact::SystolicBloodPressure) return true;
  return (fact == Fact::BodyMassIndex) == isBmiModel;
}

Json components(const AssessmentToWrite& assessment, const ClinicalRecord& record) {
  Json all = Json::array();
  for (const ComponentCode& each : kComponents) {
    const NumberFact* found = record.number(each.fact);
    if (found == nullptr || !uses(assessment, each.fact)) continue;
    all.push_back(
        Json{{"code", codeable(coding(kLoinc, each.loinc, each.display), {})},
             {"valueQuantity", ucumQuantity(found->value, unit(each.fact), unit(each.fact))}});
  }
  return all;
}

/// What an Observation may be derived from (FHIR R4): of what we read, Observations only.
Json observationsAmong(const std::vector<std::string>& basis) {
  Json all = Json::array();
  for (const std::string& each : basis) {
    if (each.compare(0, 12, "Observation/") == 0) all.push_back(referenceTo(each));
  }
  return all;
}

constexpr std::array<std::string_view, 2> kAssessors{"Practitioner", "PractitionerRole"};
constexpr std::array<std::string_view, 6> kObservers{
    "Practitioner", "PractitionerRole", "Organization", "CareTeam", "Patient", "RelatedPerson"};

std::string_view typeOf(WrittenKind kind) {
  return kind == WrittenKind::RiskAssessment ? "RiskAssessment" : "Observation";
}

std::string identifierQuery(const Identifier& identifier) {
  return "identifier=" + net::percentEncode(identifier.system + "|" + identifier.value);
}

}  // namespace

// Source: FHIR R4, RiskAssessment.performer and Observation.performer; devices do not sign in.
bool mayPerform(WrittenKind kind, std::string_view performer) {
  const std::string_view type = performer.substr(0, performer.find('/'));
  const auto isType = [type](std::string_view each) { return each == type; };
  return kind == WrittenKind::RiskAssessment
             ? std::any_of(kAssessors.begin(), kAssessors.end(), isType)
             : std::any_of(kObservers.begin(), kObservers.end(), isType);
}

std::string WrittenInput::line() const {
  const std::string words = name + ": " + value;
  return origin.empty() ? words : words + " (" + origin + ")";
}

Identifier assessmentIdentifier(const AssessmentToWrite& assessment) {
  Hash hash;
  hash.add(assessment.patientId);
  hash.add(assessment.modelId);
  hash.add(assessment.outcome);
  hash.add(std::string_view(assessment.occurredAt).substr(0, 10));
  for (const WrittenInput& each : assessment.inputs)
    hash.add(each.line());
  return {std::string(kAssessmentSystem), assessment.modelId + "-" + hash.text(), {}};
}

std::string riskAssessment(const AssessmentToWrite& assessment) {
  Json resource{{"resourceType", "RiskAssessment"}};
  addCommon(assessment, resource);
  resource["method"] = method(assessment);
  resource["subject"] = referenceTo("Patient/" + assessment.patientId);
  if (!assessment.encounterId.empty()) {
    resource["encounter"] = referenceTo("Encounter/" + assessment.encounterId);
  }
  resource["occurrenceDateTime"] = assessment.occurredAt;
  if (mayPerform(WrittenKind::RiskAssessment, assessment.performer)) {
    resource["performer"] = referenceTo(assessment.performer);
  }
  if (!assessment.basis.empty()) {
    resource["basis"] = Json::array();
    for (const std::string& each : assessment.basis)
      resource["basis"].push_back(referenceTo(each));
  }
  resource["prediction"] = Json::array({prediction(assessment)});
  addNotes(assessment, resource);
  return serialise(resource);
}

std::optional<std::string> riskObservation(const AssessmentToWrite& assessment,
                                           const ClinicalRecord& record) {
  constexpr int kHorizonYears = 10;
  constexpr double kPercent = 100;
  constexpr std::string_view kCategories =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  if (assessment.outcome != "general-cvd" || assessment.horizonYears != kHorizonYears) {
    return std::nullopt;
  }
  Json resource{{"resourceType", "Observation"}};
  addCommon(assessment, resource);
  resource["category"] = Json::array({codeable(coding(kCategories, "survey", "Survey"), {})});
  resource["code"] =
      codeable(coding(kLoinc, kGeneralCvdRisk,
                      "Cardiovascular disease 10Y risk [Likelihood] Framingham.D'Agostino"),
               "General cardiovascular disease, 10-year risk (Framingham 2008)");
  resource["subject"] = referenceTo("Patient/" + assessment.patientId);
  if (!assessment.encounterId.empty()) {
    resource["encounter"] = referenceTo("Encounter/" + assessment.encounterId);
  }
  resource["effectiveDateTime"] = assessment.occurredAt;
  if (mayPerform(WrittenKind::Observation, assessment.performer)) {
    resource["performer"] = Json::array({referenceTo(assessment.performer)});
  }
  resource["valueQuantity"] = ucumQuantity(assessment.probability * kPercent, "%", "%");
  if (!assessment.band.empty()) {
    resource["interpretation"] = Json::array({Json{{"text", assessment.band}}});
  }
  resource["method"] = method(assessment);
  Json derived = observationsAmong(assessment.basis);
  if (!derived.empty()) resource["derivedFrom"] = std::move(derived);
  Json parts = components(assessment, record);
  if (!parts.empty()) resource["component"] = std::move(parts);
  addNotes(assessment, resource);
  return serialise(resource);
}

net::Request createRequest(std::string_view base, WrittenKind kind, std::string_view resource,
                           const Identifier& identifier) {
  net::Request request;
  request.method = net::Method::Post;
  request.url = std::string(base) + "/" + std::string(typeOf(kind));
  request.headers = {{"Content-Type", "application/fhir+json"},
                     {"Accept", "application/fhir+json"},
                     {"Prefer", "return=representation"},
                     {"If-None-Exist", identifierQuery(identifier)}};
  request.body = resource;
  return request;
}

net::Request readBackRequest(std::string_view base, std::string_view reference) {
  net::Request request;
  request.url = std::string(base) + "/" + std::string(reference);
  request.headers = {{"Accept", "application/fhir+json"}};
  return request;
}

net::Request findRequest(std::string_view base, WrittenKind kind, const Identifier& identifier) {
  net::Request request;
  request.url =
      std::string(base) + "/" + std::string(typeOf(kind)) + "?" + identifierQuery(identifier);
  request.headers = {{"Accept", "application/fhir+json"}};
  return request;
}

}  // namespace fhir
