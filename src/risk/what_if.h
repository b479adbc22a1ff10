#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "risk/assess.h"

/// What would change the risk. Two kinds of change, never mixed for one thing: a factor set to
/// another value goes through the model; a treatment whose effect trials measured multiplies the
/// risk.
namespace risk {

/// A treatment with the relative risk that its trials found.
enum class Therapy : unsigned char {
  /// One that lowers LDL cholesterol by 1 mmol/L (39 mg/dL).
  ModerateIntensityStatin,
  HighIntensityStatin,
  /// Systolic pressure lower by 10 mmHg through medicines.
  BloodPressureLowering,
  Aspirin,
  MediterraneanDiet,
  PhysicalActivity,
};

struct TherapyEffect {
  Therapy therapy;
  /// "moderate-intensity-statin".
  std::string_view key;
  std::string_view title;
  double relativeRisk;
  /// 95 % confidence interval.
  double lower;
  double upper;
  /// What the relative risk is of.
  std::string_view endpoint;
  /// The harm that stands against it, with its source where that is not the citation; empty where
  /// trials report none of weight.
  std::string_view harm;
  std::string_view citation;
  std::string_view doi;
};

std::span<const TherapyEffect> therapyEffects();

/// Trials of combinations do not show more than this; the product of relative risks stops here.
inline constexpr double kLowestCombinedRelativeRisk = 0.25;

/// The relative risks multiplied, not below kLowestCombinedRelativeRisk. A therapy named twice, or
/// a second of a kind (both statins), counts once: the stronger.
double combinedRelativeRisk(std::span<const Therapy> therapies);

/// The difference between now and then.
struct Benefit {
  Probability before;
  Probability after;
  /// before - after; negative when the change does harm.
  Probability absoluteReduction;
  /// How many such people must change for one fewer event within the horizon; empty when the change
  /// does not lower the risk.
  std::optional<double> numberNeededToTreat;
  int horizonYears;
};

/// `changed` is the person with factors set to other values, `therapies` what is added on top.
/// Pure; neither inputs nor record are touched.
base::Result<Benefit, NotAssessed> whatIf(const Model& model, std::size_t outcome,
                                          const Inputs& inputs, const Inputs& changed,
                                          std::span<const Therapy> therapies = {});

}  // namespace risk
