// Expert Panel on Detection, Evaluation, and Treatment of High Blood Cholesterol in Adults.
// Executive summary of the third report of the National Cholesterol Education Program (Adult
// Treatment Panel III). JAMA 2001;285:2486-2497. https://doi.org/10.1001/jama.285.19.2486
//
// risk = 1 - S0^exp(L). Treatment of blood pressure adds its coefficient as it stands, not times
// ln SBP; the effect of smoking stops changing with age at 70 (men) and 78 (women).
#include <algorithm>

#include "risk/elementary.h"
#include "risk/model.h"
#include "risk/models/atp3_2001_sheet.h"

namespace risk {

namespace {

struct Coefficients {
  double age;
  double totalCholesterol;
  double hdl;
  double sbp;
  double treated;
  double smoker;
  double ageTotalCholesterol;
  double ageSmoker;
  double ageSquared;
  double constant;
  double baselineSurvival;
  double smokerAgeCap;
};

constexpr Coefficients kMen{52.00961,  20.014077, -0.905964, 1.305784,    0.241549, 12.096316,
                            -4.605038, -2.84367,  -2.93323,  -172.300168, 0.9402,   70};
constexpr Coefficients kWomen{31.764001, 22.465206, -1.187731, 2.552905,     0.420251, 13.07543,
                              -5.060998, -2.996945, 0,         -146.5933061, 0.98767,  78};

Equation equation(std::size_t, const Inputs& inputs) {
  const Coefficients& beta = *inputs.sex == Sex::Female ? kWomen : kMen;
  const double age = inputs.age->value();
  const double logAge = naturalLogarithm(age);
  const double logCholesterol = naturalLogarithm(inputs.totalCholesterol->mass().value());
  const double smoker = *currentSmoker(inputs) ? 1 : 0;
  Equation equation;
  LinearPredictor& predictor = equation.predictor;
  predictor.add("ln age", Input::Age, beta.age, logAge);
  predictor.add("ln total cholesterol", Input::TotalCholesterol, beta.totalCholesterol,
                logCholesterol);
  predictor.add("ln HDL cholesterol", Input::HdlCholesterol, beta.hdl,
                naturalLogarithm(inputs.hdlCholesterol->mass().value()));
  predictor.add("ln SBP", Input::SystolicBloodPressure, beta.sbp,
                naturalLogarithm(inputs.systolicBloodPressure->value()));
  predictor.add("treatment of blood pressure", Input::BloodPressureTreated, beta.treated,
                *inputs.bloodPressureTreated ? 1 : 0);
  predictor.add("smoker", Input::Smoker, beta.smoker, smoker);
  predictor.add("ln age x ln total cholesterol", Input::TotalCholesterol, beta.ageTotalCholesterol,
                logAge * logCholesterol);
  predictor.add("ln age x smoker", Input::Smoker, beta.ageSmoker,
                naturalLogarithm(std::min(age, beta.smokerAgeCap)) * smoker);
  if (beta.ageSquared != 0) {
    predictor.add("ln age squared", Input::Age, beta.ageSquared, logAge * logAge);
  }
  predictor.add("constant", Input::Sex, beta.constant, 1);
  equation.baselineSurvival = beta.baselineSurvival;
  return equation;
}

// People with diabetes were outside the model: diabetes counts as the risk of those who have had an
// event. Limits of the NCEP calculator; the equation begins at 30, the sheet at 20.
constexpr InputUse kInputs[] = {
    {Input::Sex, {}, "sex"},
    {Input::Age, Range{30, 79}, "age_years"},
    {Input::TotalCholesterol, Range{130, 320}, "total_chol_mgdl"},
    {Input::HdlCholesterol, Range{20, 100}, "hdl_mgdl"},
    {Input::SystolicBloodPressure, Range{90, 200}, "sbp_mmhg"},
    {Input::BloodPressureTreated, {}, "bp_treated"},
    {Input::Smoker, {}, "smoker"},
    {Input::Diabetes, Range{0, 0}, "diabetes"},
};

constexpr Band kBands[] = {
    {BandLevel::Low, 0}, {BandLevel::Intermediate, 0.10}, {BandLevel::High, 0.20}};
constexpr BandScheme kSchemes[] = {
    {"NCEP ATP III", 2001, "JAMA 2001;285:2486-2497", Range{20, 79}, kBands},
};

constexpr OutcomeDescription kOutcomes[] = {
    {Outcome::HardChd, 10, "Hard coronary heart disease: myocardial infarction or coronary death",
     kInputs, kSchemes, "risk_10y"}};

}  // namespace

extern const Model atp3;
const Model atp3{
    .id = "atp3-2001",
    .title = "ATP III hard CHD (Framingham)",
    .shortTitle = "ATP III 2001",
    .year = 2001,
    .citation =
        "Expert Panel on Detection, Evaluation, and Treatment of High Blood Cholesterol in "
        "Adults. Third report of the National Cholesterol Education Program (Adult Treatment "
        "Panel III). JAMA 2001;285:2486-2497",
    .doi = "10.1001/jama.285.19.2486",
    .population =
        "Framingham cohorts, without coronary heart disease and without diabetes; equation "
        "30 to 79 years",
    .note =
        "Coefficients are from secondary sources that agree; the panel printed the score sheet "
        "only. The sheet's points stand beside the equation's risk.",
    .inputs = kInputs,
    .outcomes = kOutcomes,
    .equation = equation,
    .sheet = {atp3_2001::sheet, "points", "risk_pct_table", ""},
};

}  // namespace risk
