#include "fhir/assembly.h"

#include <algorithm>
#include <utility>

namespace fhir {
namespace {

template <typename Facts>
std::size_t indexOf(const Facts& facts, Fact fact) {
  return static_cast<std::size_t>(std::find(facts.begin(), facts.end(), fact) - facts.begin());
}

void assembleAge(Assembly& assembly) {
  const Patient& patient = assembly.record.patient;
  if (!patient.birthDate) return;
  const PartialDate& birth = *patient.birthDate;
  // The latest possible birthday: the age is then the lowest that can be right.
  const int age = completedYears(birth.last(), assembly.asOf());
  if (birth.first() > assembly.asOf()) {
    assembly.find(Severity::Warning, FindingCode::Future, assembly.patientPath(),
                  "The birth date lies after the day of the assessment.");
    return;
  }
  NumberFact fact;
  fact.value = std::max(age, 0);
  fact.origin.sources = {assembly.patientPath()};
  fact.origin.reason = "Completed years since the birth date " + birth.text + ".";
  if (!birth.isWhole()) {
    fact.origin.findings.push_back(FindingCode::Note);
    assembly.find(Severity::Info, FindingCode::Note, assembly.patientPath(),
                  "The birth date is partial; the latest possible birthday was taken.");
  }
  assembly.set(Fact::Age, std::move(fact));
}

void assembleRace(Assembly& assembly) {
  const Race race = assembly.record.patient.race;
  if (race == Race::Black) return;
  assembly.find(Severity::Info, FindingCode::Race, assembly.patientPath(),
                "The pooled cohort equations have a set for Black or African American people; the "
                "other set is used here.");
  if (race != Race::NotRecorded) return;
  assembly.find(Severity::Warning, FindingCode::Race, assembly.patientPath(),
                "Race is not recorded; the pooled cohort equations depend on it.");
}

}  // namespace

void Assembly::find(Severity severity, FindingCode code, std::string path, std::string message) {
  record.findings.push_back({severity, code, std::move(path), std::move(message)});
}

void Assembly::set(Fact fact, NumberFact number) {
  record.numbers[indexOf(kNumberFacts, fact)] = std::move(number);
}

void Assembly::set(Fact fact, AnswerFact answer) {
  record.answers[indexOf(kAnswerFacts, fact)] = std::move(answer);
}

void Assembly::clearNumber(Fact fact) {
  record.numbers[indexOf(kNumberFacts, fact)].reset();
}

void Assembly::assumeNo(Fact fact, std::string_view what) {
  AnswerFact answer;
  answer.answer = Answer::No;
  answer.assumed = true;
  answer.origin.reason =
      "The record was read completely and mentions no " + std::string(what) + ".";
  answer.origin.findings.push_back(FindingCode::Assumed);
  find(Severity::Info, FindingCode::Assumed, patientPath(),
       "The record mentions no " + std::string(what) + "; \"no\" is assumed.");
  set(fact, std::move(answer));
}

void Assembly::ask(Fact fact, AnswerFact answer, FindingCode code, const std::string& message) {
  answer.answer = Answer::Question;
  answer.assumed = false;
  answer.origin.findings.push_back(code);
  answer.origin.reason = message;
  const std::string path =
      answer.origin.sources.empty() ? patientPath() : answer.origin.sources.front();
  if (code != FindingCode::Question) find(Severity::Warning, code, path, message);
  find(Severity::Warning, FindingCode::Question, path, message);
  set(fact, std::move(answer));
}

bool Assembly::isComplete(RecordKind kind) const {
  return record.completenessOf(kind) == Completeness::Complete;
}

bool Assembly::areMedicationsComplete() const {
  const Completeness requests = record.completenessOf(RecordKind::MedicationRequest);
  const Completeness statements = record.completenessOf(RecordKind::MedicationStatement);
  const auto isSettled = [](Completeness each) {
    return each == Completeness::Complete || each == Completeness::NotOffered;
  };
  return isSettled(requests) && isSettled(statements) &&
         (requests == Completeness::Complete || statements == Completeness::Complete);
}

bool Assembly::isOlderThan(const PartialDate& date, int years) const {
  return addYears(date.first(), years) < record.asOf;
}

void assemblePatient(Assembly& assembly) {
  Patient& patient = assembly.record.patient;
  if (patient.deceasedDate) patient.deceased = patient.deceasedDate->first() <= assembly.asOf();
  if (patient.deceased) {
    assembly.find(Severity::Warning, FindingCode::Note, assembly.patientPath(),
                  "The patient has died; no risk is computed.");
  }
  if (patient.sex == Sex::Unknown) {
    assembly.find(Severity::Warning, FindingCode::Question, assembly.patientPath(),
                  "The record gives no sex, or one for which no equation exists.");
  }
  assembleAge(assembly);
  assembleRace(assembly);
}

}  // namespace fhir
