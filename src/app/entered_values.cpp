#include "app/entered_values.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "risk/conversions.h"

namespace app {
namespace {

constexpr std::array<EntryDescription, kEntryFieldCount> kDescriptions{{
    {EntryField::Age, "age", risk::Input::Age, 18, 120},
    {EntryField::SystolicBloodPressure, "sbp", risk::Input::SystolicBloodPressure, 40, 350},
    {EntryField::TotalCholesterol, "tc", risk::Input::TotalCholesterol, 10, 2000},
    {EntryField::HdlCholesterol, "hdl", risk::Input::HdlCholesterol, 10, 2000},
    {EntryField::BodyMassIndex, "bmi", risk::Input::BodyMassIndex, 8, 150},
    {EntryField::Weight, "weight", {}, 20, 500},
    {EntryField::Height, "height", {}, 80, 260},
    {EntryField::DiastolicBloodPressure, "dbp", risk::Input::DiastolicBloodPressure, 20, 250},
    {EntryField::LdlCholesterol, "ldl", risk::Input::LdlCholesterol, 10, 2000},
    {EntryField::Egfr, "egfr", risk::Input::Egfr, 1, 250},
    {EntryField::Hba1c, "hba1c", risk::Input::Hba1c, 2, 25},
    {EntryField::UrineAlbuminCreatinineRatio, "uacr", risk::Input::UrineAlbuminCreatinineRatio, 0.1,
     50000},
}};

/// value in the description's unit = factor x value as typed + offset.
struct Conversion {
  double factor = 1;
  double offset = 0;

  friend bool operator==(const Conversion&, const Conversion&) = default;
};

Conversion conversionOf(EntryField field, const Settings& settings) {
  const bool isImperial = settings.bodyUnit == BodyUnit::PoundsAndInches;
  switch (field) {
    case EntryField::TotalCholesterol:
    case EntryField::HdlCholesterol:
    case EntryField::LdlCholesterol:
      if (settings.cholesterolUnit == CholesterolUnit::MilligramsPerDecilitre) return {};
      return {1 / risk::kCholesterolMmolPerLitrePerMgPerDecilitre};
    case EntryField::Weight:
      return {isImperial ? risk::kKilogramsPerPound : 1};
    case EntryField::Height:
      return {isImperial ? risk::kCentimetresPerInch : 1};
    case EntryField::Hba1c:
      if (settings.hba1cUnit == Hba1cUnit::Percent) return {};
      return {risk::kNgspSlope, risk::kNgspIntercept};
    default:
      return {};
  }
}

/// "136", "5.4", "5,4", blanks around it. Empty when it is no plain number.
std::optional<double> parseNumber(std::string_view text) {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  if (text.empty() || text.size() > kLongestEntryText) return std::nullopt;
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char letter) {
    return (letter >= '0' && letter <= '9') || letter == '.';
  });
  const auto points = std::count(digits.begin(), digits.end(), '.');
  if (!plain || points > 1 || digits == ".") return std::nullopt;
  return std::strtod(digits.c_str(), nullptr);
}

/// In the unit of the description.
std::optional<double> numberIn(const Entry& entry, EntryField field, const Settings& settings) {
  const auto typed = parseNumber(entry.text(field));
  if (!typed) return typed;
  const Conversion conversion = conversionOf(field, settings);
  return *typed * conversion.factor + conversion.offset;
}

/// At most two decimals, none that is not needed.
std::string shortest(double value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.2f", value);
  std::string text(digits.data());
  while (text.back() == '0')
    text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

fhir::Origin byHand() {
  fhir::Origin origin;
  origin.reason = "Entered by hand.";
  return origin;
}

void set(fhir::ClinicalRecord& record, fhir::Fact fact, double value,
         std::optional<fhir::Quantity> original = std::nullopt) {
  const auto place = std::find(fhir::kNumberFacts.begin(), fhir::kNumberFacts.end(), fact);
  fhir::NumberFact number;
  number.value = value;
  number.original =
      original ? std::move(original) : fhir::Quantity{value, std::string(fhir::unit(fact))};
  number.origin = byHand();
  record.numbers[static_cast<std::size_t>(place - fhir::kNumberFacts.begin())] = number;
}

void set(fhir::ClinicalRecord& record, fhir::Fact fact, bool value) {
  const auto place = std::find(fhir::kAnswerFacts.begin(), fhir::kAnswerFacts.end(), fact);
  fhir::AnswerFact answer;
  answer.answer = value ? fhir::Answer::Yes : fhir::Answer::No;
  answer.origin = byHand();
  record.answers[static_cast<std::size_t>(place - fhir::kAnswerFacts.begin())] = answer;
}

struct FieldFact {
  EntryField field;
  fhir::Fact fact;
};
constexpr std::array kFieldFacts{
    FieldFact{EntryField::Age, fhir::Fact::Age},
    FieldFact{EntryField::SystolicBloodPressure, fhir::Fact::SystolicBloodPressure},
    FieldFact{EntryField::TotalCholesterol, fhir::Fact::TotalCholesterol},
    FieldFact{EntryField::HdlCholesterol, fhir::Fact::HdlCholesterol},
    FieldFact{EntryField::BodyMassIndex, fhir::Fact::BodyMassIndex},
    FieldFact{EntryField::DiastolicBloodPressure, fhir::Fact::DiastolicBloodPressure},
    FieldFact{EntryField::LdlCholesterol, fhir::Fact::LdlCholesterol},
    FieldFact{EntryField::Egfr, fhir::Fact::Egfr},
    FieldFact{EntryField::Hba1c, fhir::Fact::Hba1c},
    FieldFact{EntryField::UrineAlbuminCreatinineRatio, fhir::Fact::UrineAlbuminCreatinineRatio},
};
constexpr std::array kAnswerFactsOfEntry{fhir::Fact::BloodPressureTreated, fhir::Fact::Smoker,
                                         fhir::Fact::Diabetes, fhir::Fact::Statin};
static_assert(kAnswerFactsOfEntry.size() == kEntryAnswers.size());

}  // namespace

const EntryDescription& description(EntryField field) {
  return kDescriptions[static_cast<std::size_t>(field)];
}

bool isAcceptable(EntryField field, double value) {
  const EntryDescription& limits = description(field);
  // A value that was converted to the other unit and back may have moved by a hair.
  constexpr double kRounding = 1e-9;
  return value >= limits.lowest - kRounding && value <= limits.highest + kRounding &&
         (field != EntryField::Age || value == std::floor(value));
}

std::optional<EntryProblem> problemOf(const Entry& entry, EntryField field,
                                      const Settings& settings) {
  const std::string& text = entry.text(field);
  if (text.find_first_not_of(' ') == std::string::npos) return std::nullopt;
  const auto value = numberIn(entry, field, settings);
  if (!value) return EntryProblem::NotANumber;
  if (field == EntryField::Age && *value != std::floor(*value)) return EntryProblem::NotWhole;
  if (!isAcceptable(field, *value)) return EntryProblem::OutOfRange;
  const auto isNotBelow = [&](EntryField other) {
    const auto limit = numberIn(entry, other, settings);
    return limit && isAcceptable(other, *limit) && *value >= *limit;
  };
  if (field == EntryField::HdlCholesterol && isNotBelow(EntryField::TotalCholesterol)) {
    return EntryProblem::NotBelowTotal;
  }
  if (field == EntryField::DiastolicBloodPressure &&
      isNotBelow(EntryField::SystolicBloodPressure)) {
    return EntryProblem::NotBelowSystolic;
  }
  return std::nullopt;
}

EnteredValues valuesOf(const Entry& entry, const Settings& settings) {
  EnteredValues values{.sex = entry.sex, .numbers = {}, .answers = entry.answers};
  for (const EntryDescription& each : kDescriptions) {
    if (!problemOf(entry, each.field, settings)) {
      values.number(each.field) = numberIn(entry, each.field, settings);
    }
  }
  return values;
}

Entry entryOf(const EnteredValues& values, const Settings& settings) {
  Entry entry{.texts = {}, .sex = values.sex, .answers = values.answers};
  for (const EntryDescription& each : kDescriptions) {
    const auto value = values.number(each.field);
    if (!value) continue;
    const Conversion conversion = conversionOf(each.field, settings);
    entry.texts[static_cast<std::size_t>(each.field)] =
        shortest((*value - conversion.offset) / conversion.factor);
  }
  return entry;
}

bool hasOtherUnit(EntryField field, const Settings& a, const Settings& b) {
  return !(conversionOf(field, a) == conversionOf(field, b));
}

EnteredValues shareable(const risk::Inputs& inputs) {
  EnteredValues values{.sex = inputs.sex, .numbers = {}, .answers = {}};
  for (const EntryDescription& each : kDescriptions) {
    if (!each.input) continue;
    const auto value = risk::number(inputs, *each.input);
    if (value && isAcceptable(each.field, *value)) values.number(each.field) = value;
  }
  for (std::size_t i = 0; i < kEntryAnswers.size(); ++i) {
    if (const auto value = risk::number(inputs, kEntryAnswers[i].input)) {
      values.answers[i] = *value != 0;
    }
  }
  return values;
}

fhir::ClinicalRecord recordOf(const EnteredValues& values, const fhir::Date& asOf) {
  fhir::ClinicalRecord record;
  record.asOf = asOf;
  record.completeness.fill(fhir::Completeness::Complete);
  if (values.sex) {
    record.patient.sex = *values.sex == risk::Sex::Female ? fhir::Sex::Female : fhir::Sex::Male;
  }
  for (const FieldFact& each : kFieldFacts) {
    if (const auto value = values.number(each.field)) set(record, each.fact, *value);
  }
  const auto weight = values.number(EntryField::Weight);
  const auto height = values.number(EntryField::Height);
  if (!values.number(EntryField::BodyMassIndex) && weight && height) {
    set(record, fhir::Fact::BodyMassIndex,
        risk::bodyMassIndex(risk::Kilograms(*weight), risk::Centimetres(*height)).value());
  }
  for (std::size_t i = 0; i < kAnswerFactsOfEntry.size(); ++i) {
    if (values.answers[i]) set(record, kAnswerFactsOfEntry[i], *values.answers[i]);
  }
  return record;
}

}  // namespace app
