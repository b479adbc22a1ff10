#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/settings.h"
#include "fhir/clinical_record.h"
#include "risk/inputs.h"

/// An assessment that is typed by hand: no patient, no record, nothing kept.
namespace app {

enum class EntryField {
  Age,
  SystolicBloodPressure,
  TotalCholesterol,
  HdlCholesterol,
  BodyMassIndex,
  Weight,
  Height,
  DiastolicBloodPressure,
  LdlCholesterol,
  Egfr,
  Hba1c,
  UrineAlbuminCreatinineRatio,
};
inline constexpr std::size_t kEntryFieldCount = 12;

/// What is known about a field for numbers. The limits keep out slips of the finger; what a model
/// accepts is the model's own affair.
struct EntryDescription {
  EntryField field;
  std::string_view key;              ///< in links and files: "sbp"
  std::optional<risk::Input> input;  ///< empty for weight and height, which give the BMI
  double lowest;                     ///< in the unit of the input; kg, cm
  double highest;
};
const EntryDescription& description(EntryField field);

/// The questions with yes and no.
struct EntryAnswer {
  risk::Input input;
  std::string_view key;  ///< in links and files: "smoker"
};
inline constexpr std::array kEntryAnswers{
    EntryAnswer{risk::Input::BloodPressureTreated, "treated"},
    EntryAnswer{risk::Input::Smoker, "smoker"},
    EntryAnswer{risk::Input::Diabetes, "diabetes"},
    EntryAnswer{risk::Input::Statin, "statin"},
};

/// Values that have been checked, in the units of the descriptions, whatever they were typed in.
struct EnteredValues {
  std::optional<risk::Sex> sex;
  std::array<std::optional<double>, kEntryFieldCount> numbers;
  std::array<std::optional<bool>, kEntryAnswers.size()> answers;

  const std::optional<double>& number(EntryField field) const {
    return numbers[static_cast<std::size_t>(field)];
  }
  std::optional<double>& number(EntryField field) {
    return numbers[static_cast<std::size_t>(field)];
  }
  friend bool operator==(const EnteredValues&, const EnteredValues&) = default;
};

/// The form as it stands, whatever has been typed, in the units of the settings.
struct Entry {
  std::array<std::string, kEntryFieldCount> texts;
  std::optional<risk::Sex> sex;
  std::array<std::optional<bool>, kEntryAnswers.size()> answers;

  const std::string& text(EntryField field) const { return texts[static_cast<std::size_t>(field)]; }
  friend bool operator==(const Entry&, const Entry&) = default;
};

/// Longer texts are no numbers; the form cuts them.
inline constexpr std::size_t kLongestEntryText = 16;

enum class EntryProblem {
  NotANumber,
  NotWhole,       ///< an age with a fraction
  OutOfRange,     ///< outside of the description's limits
  NotBelowTotal,  ///< HDL cholesterol
  NotBelowSystolic,
};

/// What is wrong with a field's text; empty when it is empty or fine.
std::optional<EntryProblem> problemOf(const Entry& entry, EntryField field,
                                      const Settings& settings);

/// All that is fine. A field with a problem counts as empty.
EnteredValues valuesOf(const Entry& entry, const Settings& settings);
Entry entryOf(const EnteredValues& values, const Settings& settings);

/// True when the field is typed in another unit under `a` than under `b`.
bool hasOtherUnit(EntryField field, const Settings& a, const Settings& b);

/// True when `value` is one that the field takes.
bool isAcceptable(EntryField field, double value);

/// The values of an assessment that can be shared: no identity, whole years.
EnteredValues shareable(const risk::Inputs& inputs);

/// A record without a patient that holds the values, each marked as entered by hand.
fhir::ClinicalRecord recordOf(const EnteredValues& values, const fhir::Date& asOf);

}  // namespace app
