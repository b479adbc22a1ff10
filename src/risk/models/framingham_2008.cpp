// D'Agostino RB Sr, Vasan RS, Pencina MJ, et al. General cardiovascular risk profile for use in
// primary care: the Framingham Heart Study. Circulation 2008;117:743-753.
// https://doi.org/10.1161/CIRCULATIONAHA.107.699579
//
// Cox model: risk = 1 - S0^exp(sum of coefficient x value - mean). Coefficients from table 2
// (lipids) and supplementary table I (body-mass index; the coefficient applies to its logarithm).
#include <array>

#include "risk/elementary.h"
#include "risk/model.h"
#include "risk/models/framingham_2008_sheets.h"

namespace risk {

namespace {

struct Coefficients {
  double age;
  double totalCholesterol;
  double hdl;
  double bmi;
  double untreatedSbp;
  double treatedSbp;
  double smoker;
  double diabetes;
  double mean;
  double baselineSurvival;
};

// clang-format off
//                                  ln age    ln TC     ln HDL   ln BMI   ln SBP   ln SBP*  smoker   diab.    mean     S0(10)
constexpr Coefficients kWomenLipid{2.32888, 1.20904, -0.70833, 0,       2.76157, 2.82263, 0.52873, 0.69154, 26.1931, 0.95012};
constexpr Coefficients kMenLipid  {3.06117, 1.12370, -0.93263, 0,       1.93303, 1.99881, 0.65451, 0.57367, 23.9802, 0.88936};
constexpr Coefficients kWomenBmi  {2.72107, 0,        0,       0.51125, 2.81291, 2.88267, 0.61868, 0.77763, 26.0145, 0.94833};
constexpr Coefficients kMenBmi    {3.11296, 0,        0,       0.79277, 1.85508, 1.92672, 0.70953, 0.53160, 23.9388, 0.88431};
// clang-format on

// Baseline survival of the body-mass model at the end of each year.
constexpr std::array kWomenBmiSurvival = {0.99781, 0.99107, 0.98756, 0.98145, 0.97834,
                                          0.97299, 0.96635, 0.96210, 0.95580, 0.94833};
constexpr std::array kMenBmiSurvival = {0.99432, 0.98281, 0.97433, 0.95748, 0.94803,
                                        0.93434, 0.92360, 0.91482, 0.90342, 0.88431};

// The normal profile, whose age heart age is: the paper's vascular age.
constexpr double kNormalSbp = 125;
constexpr double kNormalTotalCholesterol = 180;
constexpr double kNormalHdl = 45;
constexpr double kNormalBmi = 22.5;

void addCommonTerms(LinearPredictor& predictor, const Coefficients& beta, const Inputs& inputs) {
  const double logSbp = naturalLogarithm(inputs.systolicBloodPressure->value());
  if (*inputs.bloodPressureTreated) {
    predictor.add("ln SBP (treated)", Input::SystolicBloodPressure, beta.treatedSbp, logSbp);
  } else {
    predictor.add("ln SBP (untreated)", Input::SystolicBloodPressure, beta.untreatedSbp, logSbp);
  }
  predictor.add("smoker", Input::Smoker, beta.smoker, *currentSmoker(inputs) ? 1 : 0);
  predictor.add("diabetes", Input::Diabetes, beta.diabetes, *inputs.diabetes ? 1 : 0);
}

Equation lipidEquation(std::size_t, const Inputs& inputs) {
  const Coefficients& beta = *inputs.sex == Sex::Female ? kWomenLipid : kMenLipid;
  Equation equation;
  LinearPredictor& predictor = equation.predictor;
  predictor.add("ln age", Input::Age, beta.age, naturalLogarithm(inputs.age->value()));
  predictor.add("ln total cholesterol", Input::TotalCholesterol, beta.totalCholesterol,
                naturalLogarithm(inputs.totalCholesterol->mass().value()));
  predictor.add("ln HDL cholesterol", Input::HdlCholesterol, beta.hdl,
                naturalLogarithm(inputs.hdlCholesterol->mass().value()));
  addCommonTerms(predictor, beta, inputs);
  equation.centre = beta.mean;
  equation.baselineSurvival = beta.baselineSurvival;
  return equation;
}

Equation bmiEquation(std::size_t, const Inputs& inputs) {
  const Coefficients& beta = *inputs.sex == Sex::Female ? kWomenBmi : kMenBmi;
  Equation equation;
  LinearPredictor& predictor = equation.predictor;
  predictor.add("ln age", Input::Age, beta.age, naturalLogarithm(inputs.age->value()));
  predictor.add("ln body-mass index", Input::BodyMassIndex, beta.bmi,
                naturalLogarithm(inputs.bodyMassIndex->value()));
  addCommonTerms(predictor, beta, inputs);
  equation.centre = beta.mean;
  equation.baselineSurvival = beta.baselineSurvival;
  return equation;
}

// The equation solved for age: exp((ln(ln(1 - R) / ln S0) + mean - K) / b_age), where K is what the
// normal profile's other factors add.
Years heartAge(const Coefficients& beta, double normalFactors, Probability risk) {
  const double hazardRatio =
      naturalLogarithm(1 - risk.value()) / naturalLogarithm(beta.baselineSurvival);
  return Years(exponential((naturalLogarithm(hazardRatio) + beta.mean - normalFactors) / beta.age));
}

Years lipidHeartAge(Sex sex, Probability risk) {
  const Coefficients& beta = sex == Sex::Female ? kWomenLipid : kMenLipid;
  return heartAge(beta,
                  beta.totalCholesterol * naturalLogarithm(kNormalTotalCholesterol) +
                      beta.hdl * naturalLogarithm(kNormalHdl) +
                      beta.untreatedSbp * naturalLogarithm(kNormalSbp),
                  risk);
}

Years bmiHeartAge(Sex sex, Probability risk) {
  const Coefficients& beta = sex == Sex::Female ? kWomenBmi : kMenBmi;
  return heartAge(
      beta,
      beta.bmi * naturalLogarithm(kNormalBmi) + beta.untreatedSbp * naturalLogarithm(kNormalSbp),
      risk);
}

std::vector<CurvePoint> bmiCurve(std::size_t outcome, const Inputs& inputs) {
  const auto& survival = *inputs.sex == Sex::Female ? kWomenBmiSurvival : kMenBmiSurvival;
  Equation equation = bmiEquation(outcome, inputs);
  std::vector<CurvePoint> points{{Years(0), Probability(0)}};
  for (const double survivalAtYear : survival) {
    equation.baselineSurvival = survivalAtYear;
    points.push_back({Years(static_cast<double>(points.size())), evaluate(equation)});
  }
  return points;
}

// Limits of the study's own risk calculators.
constexpr InputUse kSex{Input::Sex, {}, "sex"};
constexpr InputUse kAge{Input::Age, Range{30, 74}, "age_years"};
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

constexpr Band kBands[] = {
    {BandLevel::Low, 0}, {BandLevel::Intermediate, 0.10}, {BandLevel::High, 0.20}};
constexpr BandScheme kSchemes[] = {
    {"Framingham general CVD profile", 2008,
     "D'Agostino RB Sr et al., Circulation 2008;117:743-753", Range{30, 74}, kBands},
};

constexpr std::string_view kEndpoint =
    "Total cardiovascular disease: coronary death, myocardial infarction, coronary insufficiency, "
    "angina, ischaemic or haemorrhagic stroke, transient ischaemic attack, peripheral artery "
    "disease, heart failure";
constexpr OutcomeDescription kLipidOutcomes[] = {
    {Outcome::GeneralCvd, 10, kEndpoint, kLipidInputs, kSchemes, "risk_10y"}};
constexpr OutcomeDescription kBmiOutcomes[] = {
    {Outcome::GeneralCvd, 10, kEndpoint, kBmiInputs, kSchemes, "risk_10y"}};

constexpr std::string_view kCitation =
    "D'Agostino RB Sr, Vasan RS, Pencina MJ, et al. General cardiovascular risk profile for use in "
    "primary care: the Framingham Heart Study. Circulation 2008;117:743-753";
constexpr std::string_view kDoi = "10.1161/CIRCULATIONAHA.107.699579";
constexpr std::string_view kPopulation =
    "Framingham original and offspring cohorts, aged 30 to 74, free of cardiovascular disease";
constexpr std::string_view kNote =
    "The risk is the Cox equation's; the printed sheet's points stand beside it. Heart age is the "
    "equation solved for age and is not capped.";

}  // namespace

extern const Model framingham2008Lipid;
const Model framingham2008Lipid{
    .id = "framingham-2008-lipid",
    .title = "Framingham general CVD, with lipids",
    .shortTitle = "Framingham 2008, lipids",
    .year = 2008,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = kNote,
    .inputs = kLipidInputs,
    .outcomes = kLipidOutcomes,
    .equation = lipidEquation,
    .sheet = {framingham2008::lipidSheet, "points", "risk_pct_table", "heart_age_table"},
    .heartAge = lipidHeartAge,
};

extern const Model framingham2008Bmi;
const Model framingham2008Bmi{
    .id = "framingham-2008-bmi",
    .title = "Framingham general CVD, with body-mass index (no laboratory values)",
    .shortTitle = "Framingham 2008, BMI",
    .year = 2008,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = kNote,
    .inputs = kBmiInputs,
    .outcomes = kBmiOutcomes,
    .equation = bmiEquation,
    .sheet = {framingham2008::bmiSheet, "points", "risk_pct_table", "heart_age_table"},
    .heartAge = bmiHeartAge,
    .curve = bmiCurve,
};

}  // namespace risk
