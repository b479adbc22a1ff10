#include "app/assessment_to_write.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace app {
namespace {

/// The fact of the record behind an input; both are known by the same key.
template <typename Facts>
std::optional<fhir::Fact> factOf(const Facts& facts, risk::Input input) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](fhir::Fact fact) {
    return fhir::key(fact) == risk::key(input);
  });
  return found == facts.end() ? std::nullopt : std::optional(*found);
}

const fhir::NumberFact* numberOf(const fhir::ClinicalRecord& record, risk::Input input) {
  const auto fact = factOf(fhir::kNumberFacts, input);
  return fact ? record.number(*fact) : nullptr;
}

const fhir::AnswerFact* answerOf(const fhir::ClinicalRecord& record, risk::Input input) {
  const auto fact = factOf(fhir::kAnswerFacts, input);
  return fact ? record.answer(*fact) : nullptr;
}

const fhir::Origin* originOf(const fhir::ClinicalRecord& record, risk::Input input) {
  if (const auto* number = numberOf(record, input)) return &number->origin;
  const auto* answer = answerOf(record, input);
  return answer == nullptr ? nullptr : &answer->origin;
}

std::string decimal(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return text.data();
}

std::string valueOf(const Assessment& assessment, const fhir::ClinicalRecord& record,
                    risk::Input input) {
  if (input == risk::Input::Sex) {
    return assessment.inputs.sex == risk::Sex::Female ? "female" : "male";
  }
  if (input == risk::Input::Age) {
    return decimal(assessment.inputs.age->value()) + " years";
  }
  if (const auto* number = numberOf(record, input)) {
    if (number->original) return decimal(number->original->value) + " " + number->original->unit;
    return decimal(number->value) + " " + std::string(risk::unit(input));
  }
  return risk::number(assessment.inputs, input).value_or(0) > 0 ? "yes" : "no";
}

std::string originInWords(const Assessment& assessment, const fhir::ClinicalRecord& record,
                          risk::Input input) {
  if (assessment.isAnswered(input)) return "answered at the visit";
  const auto* answer = answerOf(record, input);
  if (answer != nullptr && answer->assumed) return "assumed: the record names none";
  if (input == risk::Input::Sex || input == risk::Input::Age) {
    return "Patient/" + record.patient.id;
  }
  const auto* origin = originOf(record, input);
  std::string words;
  if (origin == nullptr) return words;
  for (const std::string& each : origin->sources)
    words += (words.empty() ? "" : ", ") + each;
  if (origin->date) words += ", " + origin->date->text;
  return words;
}

/// The reference of every resource that the inputs came from, each once.
std::vector<std::string> basisOf(const fhir::ClinicalRecord& record,
                                 const risk::OutcomeDescription& outcome) {
  std::vector<std::string> basis{"Patient/" + record.patient.id};
  for (const risk::InputUse& use : outcome.inputs) {
    const auto* origin = originOf(record, use.input);
    if (origin == nullptr) continue;
    for (const std::string& source : origin->sources) {
      const bool isNew = std::find(basis.begin(), basis.end(), source) == basis.end();
      if (isNew && source.find('/') != std::string::npos) basis.push_back(source);
    }
  }
  return basis;
}

/// What the number rests on beside its inputs: a record that may hold more than was read.
std::vector<std::string> remarksOn(const fhir::ClinicalRecord& record) {
  std::string kinds;
  for (const fhir::RecordKind kind : fhir::kRecordKinds) {
    const fhir::Completeness how = record.completenessOf(kind);
    const bool isRead =
        how == fhir::Completeness::Complete || how == fhir::Completeness::NotOffered;
    if (isRead || kind == fhir::RecordKind::RiskAssessment) continue;
    kinds += (kinds.empty() ? "" : ", ") + std::string(fhir::resourceType(kind));
  }
  if (kinds.empty()) return {};
  return {"Not read completely: " + kinds + "."};
}

std::string performerOf(const SignedIn& signedIn) {
  // A name that no signature vouches for is not fit for the author of a record.
  if (!signedIn.identity || !(*signedIn.identity)->signatureChecked) return {};
  const auto& user = (*signedIn.identity)->fhirUser;
  return user ? user->type + "/" + user->id : std::string();
}

}  // namespace

bool canWriteAssessment(const State& state) {
  return state.patient && state.patient->record && state.patient->assessment &&
         !state.patient->assessment->enteredByHand &&
         state.patient->assessment->headlineResult().result.ok();
}

fhir::AssessmentToWrite assessmentToWrite(const State& state) {
  const PatientView& patient = *state.patient;
  const Assessment& assessment = *patient.assessment;
  const risk::OutcomeResult& headline = assessment.headlineResult();
  fhir::AssessmentToWrite written;
  written.patientId = patient.id;
  if (state.signedIn) {
    written.encounterId = state.signedIn->encounterOf(patient.id);
    written.performer = performerOf(*state.signedIn);
  }
  written.occurredAt = localDateTime(state.now);
  written.modelId = headline.model->id;
  written.modelTitle = headline.model->title;
  written.modelTitle += " (" + std::to_string(headline.model->year) + ")";
  written.outcome = risk::key(headline.outcome->outcome);
  written.outcomeTitle = headline.outcome->endpoint;
  written.horizonYears = headline.outcome->horizonYears;
  written.age = static_cast<int>(assessment.inputs.age->value());
  written.probability = headline.result->risk.value();
  if (headline.result->band != nullptr) written.band = risk::key(headline.result->band->level);
  written.basis = basisOf(*patient.record, *headline.outcome);
  written.remarks = remarksOn(*patient.record);
  for (const risk::InputUse& use : headline.outcome->inputs) {
    written.inputs.push_back({std::string(risk::name(use.input)),
                              valueOf(assessment, *patient.record, use.input),
                              originInWords(assessment, *patient.record, use.input)});
  }
  return written;
}

}  // namespace app
