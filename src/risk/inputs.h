#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "risk/conversions.h"
#include "risk/units.h"

namespace risk {

enum class Sex : unsigned char { Female, Male };

/// "Smoker" in every Framingham equation, PCE, PREVENT and SCORE2 is `Current`. Only PREDICT tells
/// former smokers from people who never smoked; `Never` also stands for "not now, past unknown".
enum class Smoking : unsigned char { Never, Former, Current };

/// The pooled cohort equations have one set for Black or African American people and one that is
/// used for everybody else.
enum class Race : unsigned char { BlackOrAfricanAmerican, Other };

/// SCORE2 risk region of the country of residence.
enum class Region : unsigned char { Low, Moderate, High, VeryHigh };

/// New Zealand PREDICT. Indian includes Fijian Indian.
enum class Ethnicity : unsigned char { EuropeanOrOther, Maori, Pacific, Indian, OtherAsian };

/// What any of the models may ask for. An empty optional is "not known": nothing is ever assumed
/// here. Whoever fills this in decides what absence in a record means.
struct Inputs {
  std::optional<Sex> sex;
  /// Completed years.
  std::optional<Years> age;

  std::optional<Cholesterol> totalCholesterol;
  std::optional<Cholesterol> hdlCholesterol;
  std::optional<Cholesterol> ldlCholesterol;
  /// Total over HDL cholesterol where only the ratio is known; otherwise formed from the two.
  std::optional<double> totalToHdlRatio;
  std::optional<MmHg> systolicBloodPressure;
  std::optional<MmHg> diastolicBloodPressure;
  std::optional<KilogramsPerSquareMetre> bodyMassIndex;
  std::optional<MillilitresPerMinutePer173> egfr;
  std::optional<PercentNgsp> hba1c;
  std::optional<MilligramsPerGram> urineAlbuminCreatinineRatio;

  std::optional<Smoking> smoking;
  std::optional<bool> diabetes;
  std::optional<bool> bloodPressureTreated;
  std::optional<bool> statin;
  std::optional<bool> antithrombotic;
  std::optional<bool> atrialFibrillation;
  /// A first-degree relative with premature cardiovascular disease.
  std::optional<bool> familyHistory;

  /// Empty: not recorded. PCE then uses the equations of `Other`; the caller says so.
  std::optional<Race> race;
  std::optional<Region> region;
  std::optional<Ethnicity> ethnicity;
  /// US social deprivation index, decile 1 (least deprived) to 10.
  std::optional<double> sdiDecile;
  /// New Zealand index of deprivation, quintile 1 (least deprived) to 5.
  std::optional<double> nzDepQuintile;

  /// True when established; empty and false both let the models go on, because a suspicion is a
  /// question for the reader and no reason to withhold the number.
  std::optional<bool> priorCardiovascularDisease;
  bool deceased = false;

  friend bool operator==(const Inputs&, const Inputs&) = default;
};

/// Names one input: in reasons, in explanations, in contributions.
enum class Input : unsigned char {
  Sex,
  Age,
  TotalCholesterol,
  HdlCholesterol,
  LdlCholesterol,
  TotalToHdlRatio,
  SystolicBloodPressure,
  DiastolicBloodPressure,
  BodyMassIndex,
  Egfr,
  Hba1c,
  UrineAlbuminCreatinineRatio,
  Smoker,
  Diabetes,
  BloodPressureTreated,
  Statin,
  Antithrombotic,
  AtrialFibrillation,
  FamilyHistory,
  Race,
  Region,
  Ethnicity,
  SdiDecile,
  NzDepQuintile,
  PriorCardiovascularDisease,
};

/// Every enumerator of `Input`, in order.
std::span<const Input> allInputs();

/// The name in JSON output ("totalCholesterol"). Both deprivation indices are "deprivationIndex".
std::string_view key(Input input);

/// In words ("total cholesterol"), for text that no translation covers.
std::string_view name(Input input);

/// UCUM unit in which `number` answers ("mg/dL"); empty for what has none.
std::string_view unit(Input input);

/// The input as a number in `unit(input)`: cholesterol in mg/dL, yes/no as 1/0, smoker as 1 only
/// for a current smoker, choices (sex, race, region, ethnicity) as the value of their enumerator.
/// Empty when not known. The ratio is formed from total and HDL cholesterol when it is not given.
std::optional<double> number(const Inputs& inputs, Input input);

/// Sets an input from its number, the inverse of `number`: cholesterol from mg/dL, smoker 1 as
/// current and 0 as never. Choices take the value of an enumerator; anything else is ignored.
void setNumber(Inputs& inputs, Input input, double value);

/// Gives `to` what `from` knows of `input`. The ratio stands for both of its parts.
void copyInput(Inputs& to, const Inputs& from, Input input);

/// Two inputs that cannot both be true of one person.
enum class Contradiction : unsigned char {
  HdlNotBelowTotalCholesterol,
  LdlAboveTotalCholesterol,
  DiastolicNotBelowSystolic,
};

/// Calls `found(Contradiction)` for each. The equations themselves are defined there, and published
/// test rows lie there, so `assess` does not refuse: whoever gathers the inputs does.
template <typename Function>
void forEachContradiction(const Inputs& inputs, Function found) {
  const auto total = number(inputs, Input::TotalCholesterol);
  const auto notBelow = [&](Input a, const std::optional<double>& b) {
    const auto value = number(inputs, a);
    return value.has_value() && b.has_value() && *value >= *b;
  };
  if (notBelow(Input::HdlCholesterol, total)) found(Contradiction::HdlNotBelowTotalCholesterol);
  if (notBelow(Input::LdlCholesterol, total)) found(Contradiction::LdlAboveTotalCholesterol);
  if (notBelow(Input::DiastolicBloodPressure, number(inputs, Input::SystolicBloodPressure))) {
    found(Contradiction::DiastolicNotBelowSystolic);
  }
}

/// The smoking answer that the equations ask for; empty when not known.
constexpr std::optional<bool> currentSmoker(const Inputs& inputs) {
  if (!inputs.smoking.has_value()) return std::nullopt;
  return *inputs.smoking == Smoking::Current;
}

}  // namespace risk
