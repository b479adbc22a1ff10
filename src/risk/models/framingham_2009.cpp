// Pencina MJ, D'Agostino RB Sr, Larson MG, Massaro JM, Vasan RS. Predicting the 30-year risk of
// cardiovascular disease: the Framingham Heart Study. Circulation 2009;119:3078-3084.
// https://doi.org/10.1161/CIRCULATIONAHA.108.816694
//
// Two Cox models, of the event and of death from another cause, combined step by step over their
// baselines (CompetingBaseline). One equation serves both sexes: being male is a term.
#include "risk/competing_baseline.h"
#include "risk/elementary.h"
#include "risk/model.h"
#include "risk/models/framingham_2009_baseline.h"

namespace risk {

namespace {

struct Coefficients {
  double male;
  double age;
  double sbp;
  double totalCholesterol;
  double hdl;
  double bmi;
  double smoker;
  double treated;
  double diabetes;
  double centre;
};

/// The event's equation and that of competing death.
struct Pair {
  Coefficients event;
  Coefficients death;
};

// clang-format off
//    male     ln age   ln SBP   ln TC     ln HDL    ln BMI    smoker   treated  diabetes  centre
constexpr Pair kFullLipid{
    {0.34362, 2.63588, 1.8803,  1.12673,  -0.90941, 0,        0.59397, 0.5232,  0.68602, 21.29326612},
    {0.48123, 3.39222, 1.39862, -0.00439, 0.16081,  0,        0.99858, 0.19035, 0.49756, 20.12840698}};
constexpr Pair kHardLipid{
    {0.55021, 2.83511, 1.99822, 1.4775,   -0.86736, 0,        0.70063, 0.39241, 0.9137,  24.72839981},
    {0.47666, 3.53291, 1.43216, 0.00704,  0.09148,  0,        0.97352, 0.11888, 0.45355, 20.56609979}};
constexpr Pair kFullBmi{
    {0.54089, 2.7684,  1.69824, 0,        0,        1.01325,  0.68916, 0.53163, 0.79624, 21.89281378},
    {0.47835, 3.43911, 1.57043, 0,        0,        -0.52377, 0.98257, 0.18871, 0.51411, 18.82684236}};
constexpr Pair kHardBmi{
    {0.73413, 3.07187, 1.79939, 0,        0,        1.1166,   0.79437, 0.3926,  1.03634, 23.93525811},
    {0.47275, 3.55871, 1.5204,  0,        0,        -0.27572, 0.96516, 0.11331, 0.45868, 19.79731622}};
// clang-format on

constexpr std::size_t kFull = 0;

void addCommonTerms(LinearPredictor& predictor, const Coefficients& beta, const Inputs& inputs) {
  predictor.add("male", Input::Sex, beta.male, *inputs.sex == Sex::Male ? 1 : 0);
  predictor.add("ln age", Input::Age, beta.age, naturalLogarithm(inputs.age->value()));
  predictor.add("ln SBP", Input::SystolicBloodPressure, beta.sbp,
                naturalLogarithm(inputs.systolicBloodPressure->value()));
  predictor.add("smoker", Input::Smoker, beta.smoker, *currentSmoker(inputs) ? 1 : 0);
  predictor.add("treatment of blood pressure", Input::BloodPressureTreated, beta.treated,
                *inputs.bloodPressureTreated ? 1 : 0);
  predictor.add("diabetes", Input::Diabetes, beta.diabetes, *inputs.diabetes ? 1 : 0);
}

void addLipidTerms(LinearPredictor& predictor, const Coefficients& beta, const Inputs& inputs) {
  predictor.add("ln total cholesterol", Input::TotalCholesterol, beta.totalCholesterol,
                naturalLogarithm(inputs.totalCholesterol->mass().value()));
  predictor.add("ln HDL cholesterol", Input::HdlCholesterol, beta.hdl,
                naturalLogarithm(inputs.hdlCholesterol->mass().value()));
}

void addBmiTerm(LinearPredictor& predictor, const Coefficients& beta, const Inputs& inputs) {
  predictor.add("ln body-mass index", Input::BodyMassIndex, beta.bmi,
                naturalLogarithm(inputs.bodyMassIndex->value()));
}

using AddTerms = void (*)(LinearPredictor&, const Coefficients&, const Inputs&);

Equation equation(const Pair& beta, const CompetingBaseline& baseline, AddTerms addOwnTerms,
                  const Inputs& inputs) {
  Equation equation;
  equation.link = Link::CompetingRisks;
  addCommonTerms(equation.predictor, beta.event, inputs);
  addOwnTerms(equation.predictor, beta.event, inputs);
  equation.centre = beta.event.centre;
  addCommonTerms(equation.competing, beta.death, inputs);
  addOwnTerms(equation.competing, beta.death, inputs);
  equation.competingCentre = beta.death.centre;
  equation.baseline = &baseline;
  return equation;
}

// The tables are unpacked once, at their first use.
Equation lipidEquation(std::size_t outcome, const Inputs& inputs) {
  static const CompetingBaseline kFullBaseline(framingham2009::fullLipidSteps());
  static const CompetingBaseline kHardBaseline(framingham2009::hardLipidSteps());
  return outcome == kFull ? equation(kFullLipid, kFullBaseline, addLipidTerms, inputs)
                          : equation(kHardLipid, kHardBaseline, addLipidTerms, inputs);
}

Equation bmiEquation(std::size_t outcome, const Inputs& inputs) {
  static const CompetingBaseline kFullBaseline(framingham2009::fullBmiSteps());
  static const CompetingBaseline kHardBaseline(framingham2009::hardBmiSteps());
  return outcome == kFull ? equation(kFullBmi, kFullBaseline, addBmiTerm, inputs)
                          : equation(kHardBmi, kHardBaseline, addBmiTerm, inputs);
}

// Event times are published for full CVD only.
std::vector<CurvePoint> curve(std::size_t outcome, const Equation& equation) {
  if (outcome != kFull) return {};
  const double eventRatio = exponential(equation.predictor.sum() - equation.centre);
  const double deathRatio = exponential(equation.competing.sum() - equation.competingCentre);
  std::vector<CurvePoint> points{{Years(0), Probability(0)}};
  for (const std::uint16_t steps : framingham2009::fullRowsByYear()) {
    points.push_back({Years(static_cast<double>(points.size())),
                      Probability(equation.baseline->incidence(eventRatio, deathRatio, steps))});
  }
  return points;
}

std::vector<CurvePoint> lipidCurve(std::size_t outcome, const Inputs& inputs) {
  return curve(outcome, lipidEquation(outcome, inputs));
}

std::vector<CurvePoint> bmiCurve(std::size_t outcome, const Inputs& inputs) {
  return curve(outcome, bmiEquation(outcome, inputs));
}

// Limits of the study's calculator; body-mass index as in the ten-year model.
constexpr InputUse kSex{Input::Sex, {}, "sex"};
constexpr InputUse kAge{Input::Age, Range{20, 59}, "age_years"};
constexpr InputUse kSbp{Input::SystolicBloodPressure, Range{90, 200}, "sbp_mmhg"};
constexpr InputUse kTreated{Input::BloodPressureTreated, {}, "bp_treated"};
constexpr InputUse kSmoker{Input::Smoker, {}, "smoker"};
constexpr InputUse kDiabetes{Input::Diabetes, {}, "diabetes"};

constexpr InputUse kLipidInputs[] = {
    kSex,
    kAge,
    {Input::TotalCholesterol, Range{100, 405}, "total_chol_mgdl"},
    {Input::HdlCholesterol, Range{10, 100}, "hdl_mgdl"},
    kSbp,
    kTreated,
    kSmoker,
    kDiabetes,
};
constexpr InputUse kBmiInputs[] = {
    kSex, kAge, {Input::BodyMassIndex, Range{15, 50}, "bmi"}, kSbp, kTreated, kSmoker, kDiabetes,
};

// "Above 40 %" is high, so 40 % itself is not; 0.4 is where the bands are cut all the same.
constexpr Band kBands[] = {
    {BandLevel::Low, 0}, {BandLevel::Intermediate, 0.12}, {BandLevel::High, 0.40}};
constexpr BandScheme kSchemes[] = {
    {"Framingham 30-year risk", 2009, "Pencina MJ et al., Circulation 2009;119:3078-3084",
     Range{20, 59}, kBands},
};

constexpr std::string_view kFullEndpoint =
    "Full cardiovascular disease: coronary death, myocardial infarction, stroke, coronary "
    "insufficiency, angina, transient ischaemic attack, intermittent claudication, heart failure";
constexpr std::string_view kHardEndpoint =
    "Hard cardiovascular disease: coronary death, myocardial infarction, fatal or non-fatal stroke";
constexpr OutcomeDescription kLipidOutcomes[] = {
    {Outcome::FullCvd, 30, kFullEndpoint, kLipidInputs, kSchemes, "risk_30y_full_cvd"},
    {Outcome::HardCvd, 30, kHardEndpoint, kLipidInputs, {}, "risk_30y_hard_cvd"},
};
constexpr OutcomeDescription kBmiOutcomes[] = {
    {Outcome::FullCvd, 30, kFullEndpoint, kBmiInputs, kSchemes, "risk_30y_full_cvd"},
    {Outcome::HardCvd, 30, kHardEndpoint, kBmiInputs, {}, "risk_30y_hard_cvd"},
};

constexpr std::string_view kCitation =
    "Pencina MJ, D'Agostino RB Sr, Larson MG, Massaro JM, Vasan RS. Predicting the 30-year risk of "
    "cardiovascular disease: the Framingham Heart Study. Circulation 2009;119:3078-3084";
constexpr std::string_view kDoi = "10.1161/CIRCULATIONAHA.108.816694";
constexpr std::string_view kPopulation =
    "Framingham offspring cohort, aged 20 to 59, free of cardiovascular disease";
constexpr std::string_view kNote =
    "Adjusted for the competing risk of death from another cause. The full CVD lipid baseline is "
    "confirmed by three transcriptions; the other three baselines by one, with a possible error "
    "below 0.0001 percentage points.";

}  // namespace

extern const Model framingham2009Lipid;
const Model framingham2009Lipid{
    .id = "framingham-2009-lipid",
    .title = "Framingham 30-year CVD, with lipids",
    .shortTitle = "Framingham 2009, lipids",
    .year = 2009,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = kNote,
    .inputs = kLipidInputs,
    .outcomes = kLipidOutcomes,
    .equation = lipidEquation,
    .curve = lipidCurve,
};

extern const Model framingham2009Bmi;
const Model framingham2009Bmi{
    .id = "framingham-2009-bmi",
    .title = "Framingham 30-year CVD, with body-mass index (no laboratory values)",
    .shortTitle = "Framingham 2009, BMI",
    .year = 2009,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = kNote,
    .inputs = kBmiInputs,
    .outcomes = kBmiOutcomes,
    .equation = bmiEquation,
    .curve = bmiCurve,
};

}  // namespace risk
