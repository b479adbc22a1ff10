#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "risk/model.h"

/// From inputs to risks. Everything here is pure and total: any doubles whatsoever give a
/// probability or a typed reason.
///
///     const risk::Model* model = risk::findModel("framingham-2008-lipid");
///     for (const risk::OutcomeResult& each : risk::assess(*model, inputs)) {
///       if (each.result.ok()) show(each.result->risk); else tell(each.result.error());
///     }
namespace risk {

/// Why there is no number, in order of precedence: the first that holds is the one given.
enum class Reason : unsigned char {
  Deceased,
  PriorCardiovascularDisease,
  SexUnknown,
  OutOfRange,
  Missing,
};

/// "prior-cardiovascular-disease": the name in machine-readable output.
std::string_view key(Reason reason);

/// An input that stands in the way.
struct Obstacle {
  Input input;
  /// What was given, in `unit(input)`; empty when it is missing.
  std::optional<double> value;
  /// What the model accepts; empty when it sets no limits.
  std::optional<Range> allowed;
};

struct NotAssessed {
  Reason reason;
  /// For OutOfRange and Missing, every input concerned.
  std::vector<Obstacle> obstacles;
};

struct Assessed {
  Probability risk;
  /// By the default guideline of the outcome; null where there is none.
  const Band* band = nullptr;
  /// The guideline that `band` is from.
  const BandScheme* scheme = nullptr;
  std::optional<PointScore> points;
  std::optional<Years> heartAge;
};

struct OutcomeResult {
  const Model* model;
  const OutcomeDescription* outcome;
  base::Result<Assessed, NotAssessed> result;
};

/// Whether the model's published ranges are applied. `Ignored` is for checking an equation outside
/// them; what no equation can compute (not finite, not positive where a logarithm is taken) is
/// refused all the same.
enum class Ranges : unsigned char { Enforced, Ignored };

/// One result for each outcome of the model, in its order.
std::vector<OutcomeResult> assess(const Model& model, const Inputs& inputs,
                                  Ranges ranges = Ranges::Enforced);

/// One outcome.
/// REQUIRES: `outcome < model.outcomes.size()`.
base::Result<Assessed, NotAssessed> assessOutcome(const Model& model, std::size_t outcome,
                                                  const Inputs& inputs,
                                                  Ranges ranges = Ranges::Enforced);

/// All models, in the order of `models()`.
std::vector<OutcomeResult> assessAll(const Inputs& inputs);

/// The arithmetic behind one outcome, term by term.
base::Result<Equation, NotAssessed> explain(const Model& model, std::size_t outcome,
                                            const Inputs& inputs, Ranges ranges = Ranges::Enforced);

/// Why this outcome cannot be computed; empty when it can.
std::optional<NotAssessed> obstacles(const OutcomeDescription& outcome, const Inputs& inputs,
                                     Ranges ranges = Ranges::Enforced);

/// The band of `scheme` in which `risk` lies.
const Band& classify(const BandScheme& scheme, Probability risk);

/// Risk against time up to the horizon; empty where no baseline but the last is published, or when
/// the outcome cannot be assessed. The first point is time 0, risk 0.
std::vector<CurvePoint> riskCurve(const Model& model, std::size_t outcome, const Inputs& inputs);

/// The same person at each whole age from now to the end of the model's range, all else unchanged:
/// risk over the outcome's horizon, `time` being the age.
std::vector<CurvePoint> riskByAge(const Model& model, std::size_t outcome, const Inputs& inputs);

}  // namespace risk
