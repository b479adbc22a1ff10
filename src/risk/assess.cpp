#include "risk/assess.h"

#include <algorithm>
#include <cmath>

namespace risk {

namespace {

// What every equation here can take without leaving the finite numbers: positive, because
// logarithms and ratios are formed, and far beyond anything measured in a person.
constexpr Range kComputable{1e-6, 1e6};

// Answers and choices are always among those that the equations know.
bool isMeasured(Input input) {
  switch (input) {
    case Input::Age:
    case Input::TotalCholesterol:
    case Input::HdlCholesterol:
    case Input::LdlCholesterol:
    case Input::TotalToHdlRatio:
    case Input::SystolicBloodPressure:
    case Input::DiastolicBloodPressure:
    case Input::BodyMassIndex:
    case Input::Egfr:
    case Input::Hba1c:
    case Input::UrineAlbuminCreatinineRatio:
    case Input::SdiDecile:
    case Input::NzDepQuintile:
      return true;
    default:
      return false;
  }
}

bool accepts(const InputUse& use, double value, Ranges ranges) {
  if (isMeasured(use.input) && !kComputable.contains(value)) return false;
  return ranges == Ranges::Ignored || !use.range.has_value() || use.range->contains(value);
}

std::optional<Range> allowedRange(const InputUse& use, Ranges ranges) {
  if (ranges == Ranges::Enforced && use.range.has_value()) return use.range;
  return kComputable;
}

// A ratio that cannot be formed is missed as the measurements it is formed from.
void addMissing(const InputUse& use, const Inputs& inputs, std::vector<Obstacle>& missing) {
  if (use.input != Input::TotalToHdlRatio) {
    missing.push_back({use.input, std::nullopt, use.range});
    return;
  }
  for (const Input part : {Input::TotalCholesterol, Input::HdlCholesterol}) {
    if (!number(inputs, part).has_value()) missing.push_back({part, std::nullopt, std::nullopt});
  }
}

const BandScheme* defaultScheme(const OutcomeDescription& outcome, Years age) {
  const auto found =
      std::find_if(outcome.bands.begin(), outcome.bands.end(),
                   [age](const BandScheme& each) { return each.ages.contains(age.value()); });
  return found == outcome.bands.end() ? nullptr : &*found;
}

// The ages that an outcome accepts; people of all ages where it sets no limits.
Range ageRange(const OutcomeDescription& outcome) {
  for (const InputUse& use : outcome.inputs) {
    if (use.input == Input::Age && use.range.has_value()) return *use.range;
  }
  return kComputable;
}

}  // namespace

std::string_view key(Reason reason) {
  switch (reason) {
    case Reason::Deceased:
      return "deceased";
    case Reason::PriorCardiovascularDisease:
      return "prior-cardiovascular-disease";
    case Reason::SexUnknown:
      return "sex-unknown";
    case Reason::OutOfRange:
      return "out-of-range";
    case Reason::Missing:
      return "missing";
  }
  return "";
}

std::optional<NotAssessed> obstacles(const OutcomeDescription& outcome, const Inputs& inputs,
                                     Ranges ranges) {
  if (inputs.deceased) return NotAssessed{Reason::Deceased, {}};
  if (inputs.priorCardiovascularDisease == true) {
    return NotAssessed{Reason::PriorCardiovascularDisease, {}};
  }
  if (!inputs.sex.has_value()) return NotAssessed{Reason::SexUnknown, {}};
  std::vector<Obstacle> outOfRange;
  std::vector<Obstacle> missing;
  for (const InputUse& use : outcome.inputs) {
    const auto value = number(inputs, use.input);
    if (!value.has_value()) {
      if (use.need == Need::Required) addMissing(use, inputs, missing);
    } else if (!accepts(use, *value, ranges)) {
      outOfRange.push_back({use.input, value, allowedRange(use, ranges)});
    }
  }
  if (!outOfRange.empty()) return NotAssessed{Reason::OutOfRange, std::move(outOfRange)};
  if (!missing.empty()) return NotAssessed{Reason::Missing, std::move(missing)};
  return std::nullopt;
}

const Band& classify(const BandScheme& scheme, Probability risk) {
  const Band* found = &scheme.bands.front();
  for (const Band& band : scheme.bands) {
    if (risk.value() >= band.from) found = &band;
  }
  return *found;
}

base::Result<Equation, NotAssessed> explain(const Model& model, std::size_t outcome,
                                            const Inputs& inputs, Ranges ranges) {
  if (auto reason = obstacles(model.outcomes[outcome], inputs, ranges)) {
    return base::failure(std::move(*reason));
  }
  return model.equation(outcome, inputs);
}

base::Result<Assessed, NotAssessed> assessOutcome(const Model& model, std::size_t outcome,
                                                  const Inputs& inputs, Ranges ranges) {
  const OutcomeDescription& description = model.outcomes[outcome];
  if (auto reason = obstacles(description, inputs, ranges)) {
    return base::failure(std::move(*reason));
  }
  Assessed assessed;
  assessed.risk = evaluate(model.equation(outcome, inputs));
  assessed.scheme = defaultScheme(description, *inputs.age);
  if (assessed.scheme != nullptr) assessed.band = &classify(*assessed.scheme, assessed.risk);
  if (model.sheet.score != nullptr) assessed.points = model.sheet.score(inputs);
  if (model.heartAge != nullptr) {
    const Years heartAge = model.heartAge(*inputs.sex, assessed.risk);
    // Certain or impossible events have no age; they occur only with the ranges ignored.
    if (std::isfinite(heartAge.value())) assessed.heartAge = heartAge;
  }
  return assessed;
}

std::vector<OutcomeResult> assess(const Model& model, const Inputs& inputs, Ranges ranges) {
  std::vector<OutcomeResult> results;
  results.reserve(model.outcomes.size());
  for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
    results.push_back({&model, &model.outcomes[i], assessOutcome(model, i, inputs, ranges)});
  }
  return results;
}

std::vector<OutcomeResult> assessAll(const Inputs& inputs) {
  std::vector<OutcomeResult> results;
  for (const Model* model : models()) {
    for (std::size_t i = 0; i < model->outcomes.size(); ++i) {
      results.push_back({model, &model->outcomes[i], assessOutcome(*model, i, inputs)});
    }
  }
  return results;
}

std::vector<CurvePoint> riskCurve(const Model& model, std::size_t outcome, const Inputs& inputs) {
  if (model.curve == nullptr || obstacles(model.outcomes[outcome], inputs)) return {};
  return model.curve(outcome, inputs);
}

std::vector<CurvePoint> riskByAge(const Model& model, std::size_t outcome, const Inputs& inputs) {
  std::vector<CurvePoint> points;
  if (obstacles(model.outcomes[outcome], inputs)) return points;
  const double last = ageRange(model.outcomes[outcome]).highest;
  Inputs older = inputs;
  for (; *older.age <= Years(last); older.age = *older.age + Years(1)) {
    points.push_back({*older.age, evaluate(model.equation(outcome, older))});
  }
  return points;
}

}  // namespace risk
