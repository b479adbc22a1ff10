#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "risk/equation.h"
#include "risk/inputs.h"
#include "risk/units.h"

/// One published model: constant data and the functions that its paper defines. A model is one file
/// under models/ and one line in models/registered.inc.
namespace risk {

/// Closed interval of the values that a model accepts, in the unit of the input. A choice that must
/// have one answer (no diabetes) has equal ends.
struct Range {
  double lowest;
  double highest;

  /// False for NaN.
  constexpr bool contains(double value) const { return value >= lowest && value <= highest; }
};

/// Whether a model can do without an input. Only race is optional: where it is not recorded the
/// pooled cohort equations take the set that is used for everybody else.
enum class Need : unsigned char { Required, Optional };

/// One input as a model asks for it.
struct InputUse {
  Input input;
  /// Where the paper or its official calculator sets no limits: what the equation can compute.
  std::optional<Range> range;
  /// Column of `framingham score`, which also fixes the unit ("total_chol_mgdl"). A table may leave
  /// it out where the model takes one answer only (diabetes in ATP III).
  std::string_view column;
  Need need = Need::Required;
};

/// What a risk is the risk of.
enum class Outcome : unsigned char {
  GeneralCvd,
  FullCvd,
  HardCvd,
  Chd,
  HardChd,
  Ascvd,
  TotalCvd,
  HeartFailure,
  Cvd,
};

/// "general-cvd", "heart-failure": the name in machine-readable output.
std::string_view key(Outcome outcome);

enum class BandLevel : unsigned char {
  Low,
  LowToModerate,
  Borderline,
  Intermediate,
  High,
  VeryHigh,
};

/// "low", "very-high".
std::string_view key(BandLevel level);

struct Band {
  BandLevel level;
  /// The band begins here (inclusive) and ends where the next one begins.
  double from;
};

/// A guideline's way to divide the scale.
struct BandScheme {
  std::string_view guideline;
  int year;
  std::string_view citation;
  /// Ages to which it applies.
  Range ages;
  /// Ascending; the first begins at 0.
  std::span<const Band> bands;
};

/// One number that a model gives.
struct OutcomeDescription {
  Outcome outcome;
  int horizonYears;
  /// What counts as an event, in the paper's terms.
  std::string_view endpoint;
  /// All that this outcome needs.
  std::span<const InputUse> inputs;
  /// The first that fits the age is the default; may be empty.
  std::span<const BandScheme> bands;
  /// Column of `framingham score`.
  std::string_view column;
};

/// A percentage as a printed sheet gives it.
struct TablePercentage {
  enum class Bound : unsigned char { Exactly, Below, Above, AtLeast };
  Bound bound = Bound::Exactly;
  double percent = 0;
  /// As printed: "10.0", "<1", ">30".
  std::string_view text;
};

struct PointPart {
  Input input;
  int points;
};

/// The outcome of a printed score sheet.
struct PointScore {
  int total = 0;
  std::array<PointPart, 8> storage{};
  std::size_t partCount = 0;
  TablePercentage risk;
  /// As printed ("<30", "64", ">80"); empty where the sheet has none.
  std::string_view heartAge;

  std::span<const PointPart> parts() const { return {storage.data(), partCount}; }
};

/// A model's printed sheet. Column names are those of `framingham score`.
struct PointSheet {
  PointScore (*score)(const Inputs&) = nullptr;
  std::string_view pointsColumn;
  std::string_view riskColumn;
  std::string_view heartAgeColumn;
};

struct CurvePoint {
  Years time;
  Probability risk;
};

struct Model {
  std::string_view id;
  std::string_view title;
  /// Where there is no room for the title: name, year and variant ("Framingham 2008, BMI").
  std::string_view shortTitle;
  int year;
  std::string_view citation;
  std::string_view doi;
  /// In whom it was derived and for whom it is meant.
  std::string_view population;
  /// What a reader should know before trusting it: precision, sources, choices of ours.
  std::string_view note;
  /// All inputs of all outcomes.
  std::span<const InputUse> inputs;
  std::span<const OutcomeDescription> outcomes;

  // The functions below are called only with inputs that hold all that the outcome asks for;
  // `assess` and its neighbours (assess.h) check that first.

  /// The filled-in equation of `outcomes[outcome]`.
  Equation (*equation)(std::size_t outcome, const Inputs&);
  PointSheet sheet = {};
  /// The unit in which the equation takes cholesterol: mmol/L, or mg/dL.
  bool takesMillimoles = false;
  /// The age at which a person of the same sex with normal other factors has this risk. Uncapped.
  Years (*heartAge)(Sex, Probability) = nullptr;
  /// Risk against time up to the horizon, from the published baseline.
  std::vector<CurvePoint> (*curve)(std::size_t outcome, const Inputs&) = nullptr;
};

/// Every model, in the order in which they are listed to a reader.
std::span<const Model* const> models();

/// The model called `id`; null when there is none.
const Model* findModel(std::string_view id);

/// A model that was considered and left out, and why.
struct OmittedModel {
  std::string_view title;
  std::string_view reason;
};
std::span<const OmittedModel> omittedModels();

}  // namespace risk
