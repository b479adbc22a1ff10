#include "cli/assess_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "fhir/risk_inputs.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;

/// Facts that the output leaves out: no model here takes them.
bool isPrinted(fhir::Fact fact) {
  return fact != fhir::Fact::Triglycerides;
}

/// The day as written, without its time.
std::string day(const fhir::PartialDate& date) {
  return date.text.substr(0, date.text.find('T'));
}

Json findingNames(const std::vector<fhir::FindingCode>& findings) {
  Json names = Json::array();
  for (const fhir::FindingCode each : findings)
    names.push_back(std::string(fhir::name(each)));
  return names;
}

void addOrigin(Json& fact, const fhir::Origin& origin) {
  if (origin.date) fact["date"] = day(*origin.date);
  if (!origin.sources.empty()) fact["source"] = origin.sources.front();
}

Json number(double value) {
  // Whole numbers stay whole: an age is 65, not 65.0.
  constexpr double kExact = 9'007'199'254'740'992.0;
  if (std::floor(value) == value && std::abs(value) < kExact) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

Json numberFact(fhir::Fact which, const fhir::NumberFact& found) {
  Json fact;
  fact["value"] = number(found.value);
  fact["unit"] = std::string(fhir::unit(which));
  addOrigin(fact, found.origin);
  if (found.derived) {
    fact["sources"] = found.origin.sources;
  } else if (found.original) {
    fact["original"] =
        Json{{"value", number(found.original->value)}, {"unit", found.original->unit}};
  }
  if (!found.origin.findings.empty()) fact["findings"] = findingNames(found.origin.findings);
  return fact;
}

Json answerFact(const fhir::AnswerFact& found) {
  Json fact;
  fact["value"] = found.answer == fhir::Answer::Yes;
  if (found.assumed) {
    fact["assumed"] = true;
    return fact;
  }
  addOrigin(fact, found.origin);
  if (!found.origin.findings.empty()) fact["findings"] = findingNames(found.origin.findings);
  return fact;
}

Json inputs(const fhir::ClinicalRecord& record) {
  Json all = Json::object();
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    const fhir::NumberFact* found = record.number(fact);
    if (found != nullptr && isPrinted(fact)) {
      all[std::string(fhir::key(fact))] = numberFact(fact, *found);
    }
  }
  for (const fhir::Fact fact : fhir::kAnswerFacts) {
    const fhir::AnswerFact* found = record.answer(fact);
    if (found != nullptr && found->answer != fhir::Answer::Question) {
      all[std::string(fhir::key(fact))] = answerFact(*found);
    }
  }
  return all;
}

Json patient(const fhir::Patient& found) {
  Json json;
  json["id"] = found.id;
  if (!found.name.empty()) json["name"] = found.name;
  json["sex"] = found.sex == fhir::Sex::Female
                    ? "female"
                    : (found.sex == fhir::Sex::Male ? "male" : "unknown");
  if (found.birthDate) json["birthDate"] = found.birthDate->text;
  json["deceased"] = found.deceased;
  return json;
}

void addAssessed(Json& json, const risk::Assessed& assessed) {
  constexpr double kPercent = 100;
  json["risk"] = assessed.risk.value();
  if (assessed.band != nullptr) json["band"] = std::string(risk::key(assessed.band->level));
  if (assessed.points) {
    json["points"] = assessed.points->total;
    json["tableRisk"] = assessed.points->risk.percent / kPercent;
  }
  if (assessed.heartAge) json["heartAge"] = assessed.heartAge->value();
}

void addInput(Json& names, std::string_view key) {
  const std::string name(key);
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void addNotAssessed(Json& json, const risk::NotAssessed& reason, bool isPriorDiseaseUnread) {
  json["notAssessed"] = std::string(risk::key(reason.reason));
  const bool listsInputs =
      reason.reason == risk::Reason::OutOfRange || reason.reason == risk::Reason::Missing;
  if (!listsInputs) return;
  Json names = Json::array();
  for (const risk::Obstacle& each : reason.obstacles)
    addInput(names, risk::key(each.input));
  if (isPriorDiseaseUnread && reason.reason == risk::Reason::Missing) {
    addInput(names, risk::key(risk::Input::PriorCardiovascularDisease));
  }
  json["inputs"] = std::move(names);
}

Json result(const risk::OutcomeResult& found, bool isPriorDiseaseUnread) {
  Json json;
  json["model"] = std::string(found.model->id);
  json["outcome"] = std::string(risk::key(found.outcome->outcome));
  json["horizonYears"] = found.outcome->horizonYears;
  if (!found.result.ok()) {
    addNotAssessed(json, found.result.error(), isPriorDiseaseUnread);
  } else if (isPriorDiseaseUnread) {
    // A model of primary prevention applies only when it is known that nothing has happened yet.
    addNotAssessed(json, {risk::Reason::Missing, {}}, true);
  } else {
    addAssessed(json, *found.result);
  }
  return json;
}

}  // namespace

std::string assessmentLine(const fhir::ClinicalRecord& record,
                           std::span<const risk::OutcomeResult> results) {
  Json line;
  line["patient"] = patient(record.patient);
  line["asOf"] = fhir::format(record.asOf);
  line["inputs"] = inputs(record);
  line["results"] = Json::array();
  const bool isUnread = fhir::isPriorDiseaseUnread(record);
  for (const risk::OutcomeResult& each : results)
    line["results"].push_back(result(each, isUnread));
  line["findings"] = Json::array();
  for (const fhir::Finding& each : record.findings) {
    line["findings"].push_back(Json{{"severity", std::string(fhir::name(each.severity))},
                                    {"code", std::string(fhir::name(each.code))},
                                    {"path", each.path},
                                    {"message", each.message}});
  }
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace cli
