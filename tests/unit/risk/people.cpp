#include "people.h"

#include <algorithm>

namespace {

using risk::Input;

/// Where a model sets no limits of its own.
risk::Range usualRange(Input input) {
  switch (input) {
    case Input::Age:
      return {40, 59};
    case Input::TotalCholesterol:
      return {130, 320};
    case Input::HdlCholesterol:
      return {25, 95};
    case Input::LdlCholesterol:
      return {60, 220};
    case Input::TotalToHdlRatio:
      return {2, 9};
    case Input::SystolicBloodPressure:
      return {90, 180};
    case Input::DiastolicBloodPressure:
      return {50, 110};
    case Input::BodyMassIndex:
      return {18.5, 39.9};
    case Input::Egfr:
      return {15, 140};
    case Input::Hba1c:
      return {4.5, 12};
    case Input::UrineAlbuminCreatinineRatio:
      return {1, 500};
    case Input::SdiDecile:
      return {1, 10};
    case Input::NzDepQuintile:
      return {1, 5};
    case Input::Region:
      return {0, 3};
    case Input::Ethnicity:
      return {0, 4};
    default:
      return {0, 1};
  }
}

bool isMeasurement(Input input) {
  return !risk::unit(input).empty() || input == Input::TotalToHdlRatio;
}

}  // namespace

risk::Inputs knownMan() {
  risk::Inputs inputs;
  inputs.sex = risk::Sex::Male;
  inputs.age = risk::Years(53);
  inputs.totalCholesterol = risk::MilligramsPerDecilitre(213);
  inputs.hdlCholesterol = risk::MilligramsPerDecilitre(42);
  inputs.ldlCholesterol = risk::MilligramsPerDecilitre(141);
  inputs.systolicBloodPressure = risk::MmHg(144);
  inputs.diastolicBloodPressure = risk::MmHg(88);
  inputs.bodyMassIndex = risk::KilogramsPerSquareMetre(29);
  inputs.egfr = risk::MillilitresPerMinutePer173(78);
  inputs.hba1c = risk::PercentNgsp(5.9);
  inputs.urineAlbuminCreatinineRatio = risk::MilligramsPerGram(25);
  inputs.smoking = risk::Smoking::Current;
  inputs.diabetes = false;
  inputs.bloodPressureTreated = true;
  inputs.statin = false;
  inputs.antithrombotic = false;
  inputs.atrialFibrillation = false;
  inputs.familyHistory = true;
  inputs.race = risk::Race::Other;
  inputs.region = risk::Region::Moderate;
  inputs.ethnicity = risk::Ethnicity::Maori;
  inputs.sdiDecile = 5;
  inputs.nzDepQuintile = 4;
  return inputs;
}

risk::Inputs knownWoman() {
  risk::Inputs inputs = knownMan();
  inputs.sex = risk::Sex::Female;
  inputs.age = risk::Years(58);
  inputs.hdlCholesterol = risk::MilligramsPerDecilitre(51);
  return inputs;
}

// The generator of Steele and others (SplitMix64): integer arithmetic only, the same everywhere.
double People::uniform() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  z ^= z >> 31U;
  return static_cast<double>(z >> 11U) * 0x1p-53;
}

risk::Inputs People::next(const risk::OutcomeDescription& outcome) {
  risk::Inputs inputs = knownMan();
  for (const risk::InputUse& use : outcome.inputs) {
    const risk::Range range = use.range.value_or(usualRange(use.input));
    const double share = uniform();
    if (isMeasurement(use.input)) {
      risk::setNumber(inputs, use.input, range.lowest + share * (range.highest - range.lowest));
      continue;
    }
    const double count = range.highest - range.lowest + 1;
    const double choice = range.lowest + static_cast<double>(static_cast<int>(share * count));
    risk::setNumber(inputs, use.input, std::min(choice, range.highest));
  }
  return inputs;
}
