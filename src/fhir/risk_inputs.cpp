#include "fhir/risk_inputs.h"

#include "fhir/units.h"

namespace fhir {
namespace {

std::optional<risk::Cholesterol> cholesterol(const ClinicalRecord& record, Fact fact) {
  const NumberFact* found = record.number(fact);
  if (found == nullptr) return std::nullopt;
  const bool isAmount =
      found->original && unitOf(found->original->unit) == Unit::MillimolesPerLitre;
  if (isAmount) return risk::Cholesterol(risk::MillimolesPerLitre(found->original->value));
  return risk::Cholesterol(risk::MilligramsPerDecilitre(found->value));
}

template <typename Quantity>
std::optional<Quantity> quantity(const ClinicalRecord& record, Fact fact) {
  const NumberFact* found = record.number(fact);
  return found == nullptr ? std::nullopt : std::optional(Quantity(found->value));
}

std::optional<risk::Smoking> smoking(const ClinicalRecord& record) {
  const auto isSmoker = record.isTrue(Fact::Smoker);
  if (!isSmoker) return std::nullopt;
  if (*isSmoker) return risk::Smoking::Current;
  return record.isFormerSmoker ? risk::Smoking::Former : risk::Smoking::Never;
}

}  // namespace

risk::Inputs toInputs(const ClinicalRecord& record) {
  risk::Inputs inputs;
  if (record.patient.sex == Sex::Female) inputs.sex = risk::Sex::Female;
  if (record.patient.sex == Sex::Male) inputs.sex = risk::Sex::Male;
  inputs.age = quantity<risk::Years>(record, Fact::Age);
  inputs.totalCholesterol = cholesterol(record, Fact::TotalCholesterol);
  inputs.hdlCholesterol = cholesterol(record, Fact::HdlCholesterol);
  inputs.ldlCholesterol = cholesterol(record, Fact::LdlCholesterol);
  inputs.systolicBloodPressure = quantity<risk::MmHg>(record, Fact::SystolicBloodPressure);
  inputs.diastolicBloodPressure = quantity<risk::MmHg>(record, Fact::DiastolicBloodPressure);
  inputs.bodyMassIndex = quantity<risk::KilogramsPerSquareMetre>(record, Fact::BodyMassIndex);
  inputs.egfr = quantity<risk::MillilitresPerMinutePer173>(record, Fact::Egfr);
  inputs.hba1c = quantity<risk::PercentNgsp>(record, Fact::Hba1c);
  inputs.urineAlbuminCreatinineRatio =
      quantity<risk::MilligramsPerGram>(record, Fact::UrineAlbuminCreatinineRatio);
  inputs.smoking = smoking(record);
  inputs.diabetes = record.isTrue(Fact::Diabetes);
  inputs.bloodPressureTreated = record.isTrue(Fact::BloodPressureTreated);
  inputs.statin = record.isTrue(Fact::Statin);
  inputs.priorCardiovascularDisease = record.isTrue(Fact::PriorCardiovascularDisease);
  if (record.patient.race == Race::Black) inputs.race = risk::Race::BlackOrAfricanAmerican;
  if (record.patient.race == Race::Other) inputs.race = risk::Race::Other;
  inputs.deceased = record.patient.deceased;
  return inputs;
}

bool isPriorDiseaseUnread(const ClinicalRecord& record) {
  return record.completenessOf(RecordKind::Condition) != Completeness::Complete &&
         record.answer(Fact::PriorCardiovascularDisease) == nullptr;
}

}  // namespace fhir
