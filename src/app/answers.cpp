#include "app/answers.h"

#include <algorithm>
#include <array>

#include "app/assessment.h"

namespace app {
namespace {

struct Answerable {
  risk::Input input;
  fhir::Fact fact;
  /// Whether silence of the record is a question too, or only what the record itself leaves open.
  bool whenSilent;
};
constexpr std::array kAnswerable{
    Answerable{risk::Input::Smoker, fhir::Fact::Smoker, true},
    Answerable{risk::Input::Diabetes, fhir::Fact::Diabetes, true},
    Answerable{risk::Input::BloodPressureTreated, fhir::Fact::BloodPressureTreated, true},
    Answerable{risk::Input::Statin, fhir::Fact::Statin, false},
    Answerable{risk::Input::PriorCardiovascularDisease, fhir::Fact::PriorCardiovascularDisease,
               false},
};

bool isAssumed(const fhir::ClinicalRecord& record, const Answerable& each) {
  const fhir::AnswerFact* answer = record.answer(each.fact);
  return answer != nullptr && answer->assumed;
}

bool isOpen(const fhir::ClinicalRecord& record, const Answerable& each) {
  const fhir::AnswerFact* answer = record.answer(each.fact);
  return answer == nullptr ? each.whenSilent : answer->answer == fhir::Answer::Question;
}

void put(fhir::ClinicalRecord& record, fhir::Fact fact, bool yes) {
  const auto place = std::find(fhir::kAnswerFacts.begin(), fhir::kAnswerFacts.end(), fact);
  auto& slot = record.answers[static_cast<std::size_t>(place - fhir::kAnswerFacts.begin())];
  fhir::AnswerFact answer;
  answer.answer = yes ? fhir::Answer::Yes : fhir::Answer::No;
  answer.origin.reason = "Answered here, not from the record.";
  // What the record holds stays readable as what was passed over.
  if (slot) answer.origin.passedOver = slot->origin.passedOver;
  slot = answer;
}

VisitQuestion questionAbout(const fhir::ClinicalRecord& record, risk::Input input,
                            const Settings& settings) {
  VisitQuestion question{.input = input, .options = {}};
  for (const double value : {1.0, 0.0}) {
    fhir::ClinicalRecord answered = record;
    applyAnswers(answered, {{input, value}});
    const Assessment assessment = assess(answered, settings);
    const auto& result = assessment.headlineResult().result;
    question.options.push_back({value, result.ok() ? std::optional(result->risk) : std::nullopt});
  }
  return question;
}

}  // namespace

std::vector<VisitQuestion> questionsOf(const fhir::ClinicalRecord& record, const Answers& answers,
                                       const Settings& settings) {
  std::vector<VisitQuestion> questions;
  if (record.patient.deceased) return questions;
  if (record.patient.sex == fhir::Sex::Unknown) {
    questions.push_back(questionAbout(record, risk::Input::Sex, settings));
  }
  for (const Answerable& each : kAnswerable) {
    const bool isCorrected = isAssumed(record, each) && answers.contains(each.input);
    if (!isOpen(record, each) && !isCorrected) continue;
    questions.push_back(questionAbout(record, each.input, settings));
  }
  return questions;
}

std::vector<risk::Input> assumptionsOf(const fhir::ClinicalRecord& record) {
  std::vector<risk::Input> assumed;
  for (const Answerable& each : kAnswerable) {
    if (isAssumed(record, each)) assumed.push_back(each.input);
  }
  return assumed;
}

std::vector<risk::Input> applyAnswers(fhir::ClinicalRecord& record, const Answers& answers) {
  std::vector<risk::Input> applied;
  for (const auto& [input, value] : answers) {
    if (input == risk::Input::Sex && record.patient.sex == fhir::Sex::Unknown) {
      const bool female = value == static_cast<double>(risk::Sex::Female);
      record.patient.sex = female ? fhir::Sex::Female : fhir::Sex::Male;
      applied.push_back(input);
    }
    for (const Answerable& each : kAnswerable) {
      if (each.input != input || !(isOpen(record, each) || isAssumed(record, each))) continue;
      put(record, each.fact, value != 0);
      applied.push_back(input);
    }
  }
  return applied;
}

}  // namespace app
