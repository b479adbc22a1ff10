#include "risk/inputs.h"

#include <array>
#include <cstddef>

namespace risk {

namespace {

struct InputName {
  Input input;
  std::string_view key;
  std::string_view name;
  std::string_view unit;
};

constexpr std::array kInputNames = {
    InputName{Input::Sex, "sex", "sex", ""},
    InputName{Input::Age, "age", "age", "a"},
    InputName{Input::TotalCholesterol, "totalCholesterol", "total cholesterol", "mg/dL"},
    InputName{Input::HdlCholesterol, "hdlCholesterol", "HDL cholesterol", "mg/dL"},
    InputName{Input::LdlCholesterol, "ldlCholesterol", "LDL cholesterol", "mg/dL"},
    InputName{Input::TotalToHdlRatio, "totalToHdlRatio", "total/HDL cholesterol ratio", ""},
    InputName{Input::SystolicBloodPressure, "systolicBloodPressure", "systolic blood pressure",
              "mm[Hg]"},
    InputName{Input::DiastolicBloodPressure, "diastolicBloodPressure", "diastolic blood pressure",
              "mm[Hg]"},
    InputName{Input::BodyMassIndex, "bodyMassIndex", "body-mass index", "kg/m2"},
    InputName{Input::Egfr, "egfr", "estimated GFR", "mL/min/{1.73_m2}"},
    InputName{Input::Hba1c, "hba1c", "HbA1c", "%"},
    InputName{Input::UrineAlbuminCreatinineRatio, "urineAlbuminCreatinineRatio",
              "urine albumin/creatinine ratio", "mg/g"},
    InputName{Input::Smoker, "smoker", "smoking", ""},
    InputName{Input::Diabetes, "diabetes", "diabetes", ""},
    InputName{Input::BloodPressureTreated, "bloodPressureTreated", "treatment of blood pressure",
              ""},
    InputName{Input::Statin, "statin", "statin or other lipid-lowering medicine", ""},
    InputName{Input::Antithrombotic, "antithrombotic", "antithrombotic medicine", ""},
    InputName{Input::AtrialFibrillation, "atrialFibrillation", "atrial fibrillation", ""},
    InputName{Input::FamilyHistory, "familyHistory",
              "family history of premature cardiovascular disease", ""},
    InputName{Input::Race, "race", "race", ""},
    InputName{Input::Region, "region", "risk region", ""},
    InputName{Input::Ethnicity, "ethnicity", "ethnicity", ""},
    InputName{Input::SdiDecile, "deprivationIndex", "social deprivation index, decile", ""},
    InputName{Input::NzDepQuintile, "deprivationIndex", "New Zealand deprivation index, quintile",
              ""},
    InputName{Input::PriorCardiovascularDisease, "priorCardiovascularDisease",
              "prior cardiovascular disease", ""},
};

constexpr auto kAllInputs = [] {
  std::array<Input, kInputNames.size()> inputs{};
  for (std::size_t i = 0; i < inputs.size(); ++i)
    inputs[i] = kInputNames[i].input;
  return inputs;
}();

constexpr bool namesAreInTheOrderOfTheEnumerators() {
  for (std::size_t i = 0; i < kInputNames.size(); ++i) {
    if (static_cast<std::size_t>(kInputNames[i].input) != i) return false;
  }
  return kInputNames.back().input == Input::PriorCardiovascularDisease;
}
static_assert(namesAreInTheOrderOfTheEnumerators());

const InputName& nameOf(Input input) {
  return kInputNames[static_cast<std::size_t>(input)];
}

std::optional<double> asNumber(const std::optional<Cholesterol>& cholesterol) {
  if (!cholesterol.has_value()) return std::nullopt;
  return cholesterol->mass().value();
}

template <typename Unit>
std::optional<double> asNumber(const std::optional<Quantity<Unit>>& quantity) {
  if (!quantity.has_value()) return std::nullopt;
  return quantity->value();
}

// Answers (yes/no) and choices.
template <typename Choice>
std::optional<double> asNumber(const std::optional<Choice>& choice) {
  if (!choice.has_value()) return std::nullopt;
  return static_cast<double>(*choice);
}

std::optional<double> ratio(const Inputs& inputs) {
  if (inputs.totalToHdlRatio.has_value()) return inputs.totalToHdlRatio;
  if (!inputs.totalCholesterol.has_value() || !inputs.hdlCholesterol.has_value()) {
    return std::nullopt;
  }
  return inputs.totalCholesterol->mass() / inputs.hdlCholesterol->mass();
}

}  // namespace

std::span<const Input> allInputs() {
  return kAllInputs;
}

std::string_view key(Input input) {
  return nameOf(input).key;
}

std::string_view name(Input input) {
  return nameOf(input).name;
}

std::string_view unit(Input input) {
  return nameOf(input).unit;
}

std::optional<double> number(const Inputs& inputs, Input input) {
  switch (input) {
    case Input::Sex:
      return asNumber(inputs.sex);
    case Input::Age:
      return asNumber(inputs.age);
    case Input::TotalCholesterol:
      return asNumber(inputs.totalCholesterol);
    case Input::HdlCholesterol:
      return asNumber(inputs.hdlCholesterol);
    case Input::LdlCholesterol:
      return asNumber(inputs.ldlCholesterol);
    case Input::TotalToHdlRatio:
      return ratio(inputs);
    case Input::SystolicBloodPressure:
      return asNumber(inputs.systolicBloodPressure);
    case Input::DiastolicBloodPressure:
      return asNumber(inputs.diastolicBloodPressure);
    case Input::BodyMassIndex:
      return asNumber(inputs.bodyMassIndex);
    case Input::Egfr:
      return asNumber(inputs.egfr);
    case Input::Hba1c:
      return asNumber(inputs.hba1c);
    case Input::UrineAlbuminCreatinineRatio:
      return asNumber(inputs.urineAlbuminCreatinineRatio);
    case Input::Smoker:
      return asNumber(currentSmoker(inputs));
    case Input::Diabetes:
      return asNumber(inputs.diabetes);
    case Input::BloodPressureTreated:
      return asNumber(inputs.bloodPressureTreated);
    case Input::Statin:
      return asNumber(inputs.statin);
    case Input::Antithrombotic:
      return asNumber(inputs.antithrombotic);
    case Input::AtrialFibrillation:
      return asNumber(inputs.atrialFibrillation);
    case Input::FamilyHistory:
      return asNumber(inputs.familyHistory);
    case Input::Race:
      return asNumber(inputs.race);
    case Input::Region:
      return asNumber(inputs.region);
    case Input::Ethnicity:
      return asNumber(inputs.ethnicity);
    case Input::SdiDecile:
      return inputs.sdiDecile;
    case Input::NzDepQuintile:
      return inputs.nzDepQuintile;
    case Input::PriorCardiovascularDisease:
      return asNumber(inputs.priorCardiovascularDisease);
  }
  return std::nullopt;
}

namespace {

template <typename Choice>
void setChoice(std::optional<Choice>& choice, double value, Choice last) {
  if (value >= 0 && value <= static_cast<double>(last)) {
    choice = static_cast<Choice>(static_cast<unsigned char>(value));
  }
}

// True when the input was one of the measured ones.
bool setMeasured(Inputs& inputs, Input input, double value) {
  switch (input) {
    case Input::Age:
      inputs.age = Years(value);
      return true;
    case Input::TotalCholesterol:
      inputs.totalCholesterol = MilligramsPerDecilitre(value);
      return true;
    case Input::HdlCholesterol:
      inputs.hdlCholesterol = MilligramsPerDecilitre(value);
      return true;
    case Input::LdlCholesterol:
      inputs.ldlCholesterol = MilligramsPerDecilitre(value);
      return true;
    case Input::TotalToHdlRatio:
      inputs.totalToHdlRatio = value;
      return true;
    case Input::SystolicBloodPressure:
      inputs.systolicBloodPressure = MmHg(value);
      return true;
    case Input::DiastolicBloodPressure:
      inputs.diastolicBloodPressure = MmHg(value);
      return true;
    case Input::BodyMassIndex:
      inputs.bodyMassIndex = KilogramsPerSquareMetre(value);
      return true;
    case Input::Egfr:
      inputs.egfr = MillilitresPerMinutePer173(value);
      return true;
    case Input::Hba1c:
      inputs.hba1c = PercentNgsp(value);
      return true;
    case Input::UrineAlbuminCreatinineRatio:
      inputs.urineAlbuminCreatinineRatio = MilligramsPerGram(value);
      return true;
    case Input::SdiDecile:
      inputs.sdiDecile = value;
      return true;
    case Input::NzDepQuintile:
      inputs.nzDepQuintile = value;
      return true;
    default:
      return false;
  }
}

/// The yes/no answer that `input` names; null when it names none.
std::optional<bool>* answer(Inputs& inputs, Input input) {
  switch (input) {
    case Input::Diabetes:
      return &inputs.diabetes;
    case Input::BloodPressureTreated:
      return &inputs.bloodPressureTreated;
    case Input::Statin:
      return &inputs.statin;
    case Input::Antithrombotic:
      return &inputs.antithrombotic;
    case Input::AtrialFibrillation:
      return &inputs.atrialFibrillation;
    case Input::FamilyHistory:
      return &inputs.familyHistory;
    case Input::PriorCardiovascularDisease:
      return &inputs.priorCardiovascularDisease;
    default:
      return nullptr;
  }
}

}  // namespace

void setNumber(Inputs& inputs, Input input, double value) {
  if (setMeasured(inputs, input, value)) return;
  if (auto* yesOrNo = answer(inputs, input)) {
    if (value == 0 || value == 1) *yesOrNo = value == 1;
    return;
  }
  switch (input) {
    case Input::Sex:
      return setChoice(inputs.sex, value, Sex::Male);
    case Input::Race:
      return setChoice(inputs.race, value, Race::Other);
    case Input::Region:
      return setChoice(inputs.region, value, Region::VeryHigh);
    case Input::Ethnicity:
      return setChoice(inputs.ethnicity, value, Ethnicity::OtherAsian);
    case Input::Smoker:
      if (value == 0) inputs.smoking = Smoking::Never;
      if (value == 1) inputs.smoking = Smoking::Current;
      return;
    default:
      return;
  }
}

void copyInput(Inputs& to, const Inputs& from, Input input) {
  switch (input) {
    // What has more to it than its number is copied as it is.
    case Input::TotalCholesterol:
      to.totalCholesterol = from.totalCholesterol;
      return;
    case Input::HdlCholesterol:
      to.hdlCholesterol = from.hdlCholesterol;
      return;
    case Input::LdlCholesterol:
      to.ldlCholesterol = from.ldlCholesterol;
      return;
    case Input::TotalToHdlRatio:
      to.totalToHdlRatio = from.totalToHdlRatio;
      to.totalCholesterol = from.totalCholesterol;
      to.hdlCholesterol = from.hdlCholesterol;
      return;
    case Input::Smoker:
      to.smoking = from.smoking;
      return;
    default:
      break;
  }
  if (const auto value = number(from, input)) setNumber(to, input, *value);
}

}  // namespace risk
