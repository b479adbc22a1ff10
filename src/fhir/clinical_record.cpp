#include "fhir/clinical_record.h"

#include <algorithm>

namespace fhir {
namespace {

template <typename Values, typename Value>
std::size_t indexIn(const Values& values, Value value) {
  return static_cast<std::size_t>(std::find(values.begin(), values.end(), value) - values.begin());
}

}  // namespace

std::string_view key(Fact fact) {
  switch (fact) {
    case Fact::Age:
      return "age";
    case Fact::TotalCholesterol:
      return "totalCholesterol";
    case Fact::HdlCholesterol:
      return "hdlCholesterol";
    case Fact::LdlCholesterol:
      return "ldlCholesterol";
    case Fact::Triglycerides:
      return "triglycerides";
    case Fact::SystolicBloodPressure:
      return "systolicBloodPressure";
    case Fact::DiastolicBloodPressure:
      return "diastolicBloodPressure";
    case Fact::BodyMassIndex:
      return "bodyMassIndex";
    case Fact::Egfr:
      return "egfr";
    case Fact::Hba1c:
      return "hba1c";
    case Fact::UrineAlbuminCreatinineRatio:
      return "urineAlbuminCreatinineRatio";
    case Fact::Smoker:
      return "smoker";
    case Fact::Diabetes:
      return "diabetes";
    case Fact::BloodPressureTreated:
      return "bloodPressureTreated";
    case Fact::Statin:
      return "statin";
    case Fact::PriorCardiovascularDisease:
      return "priorCardiovascularDisease";
  }
  return {};
}

std::string_view unit(Fact fact) {
  switch (fact) {
    case Fact::Age:
      return "a";
    case Fact::TotalCholesterol:
    case Fact::HdlCholesterol:
    case Fact::LdlCholesterol:
    case Fact::Triglycerides:
      return "mg/dL";
    case Fact::SystolicBloodPressure:
    case Fact::DiastolicBloodPressure:
      return "mm[Hg]";
    case Fact::BodyMassIndex:
      return "kg/m2";
    case Fact::Egfr:
      return "mL/min/{1.73_m2}";
    case Fact::Hba1c:
      return "%";
    case Fact::UrineAlbuminCreatinineRatio:
      return "mg/g";
    default:
      return {};
  }
}

bool Origin::has(FindingCode finding) const {
  return std::find(findings.begin(), findings.end(), finding) != findings.end();
}

const NumberFact* ClinicalRecord::number(Fact fact) const {
  const std::size_t index = indexIn(kNumberFacts, fact);
  if (index == kNumberFacts.size() || !numbers[index].has_value()) return nullptr;
  return &*numbers[index];
}

const AnswerFact* ClinicalRecord::answer(Fact fact) const {
  const std::size_t index = indexIn(kAnswerFacts, fact);
  if (index == kAnswerFacts.size() || !answers[index].has_value()) return nullptr;
  return &*answers[index];
}

std::optional<bool> ClinicalRecord::isTrue(Fact fact) const {
  const AnswerFact* found = answer(fact);
  if (found == nullptr || found->answer == Answer::Question) return std::nullopt;
  return found->answer == Answer::Yes;
}

std::string_view resourceType(RecordKind kind) {
  switch (kind) {
    case RecordKind::Patient:
      return "Patient";
    case RecordKind::Observation:
      return "Observation";
    case RecordKind::Condition:
      return "Condition";
    case RecordKind::MedicationRequest:
      return "MedicationRequest";
    case RecordKind::MedicationStatement:
      return "MedicationStatement";
    case RecordKind::Procedure:
      return "Procedure";
    case RecordKind::RiskAssessment:
      return "RiskAssessment";
  }
  return {};
}

Completeness ClinicalRecord::completenessOf(RecordKind kind) const {
  return completeness[indexIn(kRecordKinds, kind)];
}

bool ClinicalRecord::isPartial() const {
  const auto isOpen = [&](RecordKind kind) {
    const Completeness found = completenessOf(kind);
    return found != Completeness::Complete && found != Completeness::NotOffered;
  };
  return std::any_of(kRecordKinds.begin(), kRecordKinds.end(), [&](RecordKind kind) {
    return kind != RecordKind::RiskAssessment && isOpen(kind);
  });
}

}  // namespace fhir
