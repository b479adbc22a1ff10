// Wilson PWF, D'Agostino RB, Levy D, Belanger AM, Silbershatz H, Kannel WB. Prediction of coronary
// heart disease using risk factor categories. Circulation 1998;97:1837-1847.
// https://doi.org/10.1161/01.CIR.97.18.1837
//
// Cox model on categories: LP = age + age2 + category terms, age in years.
#include <array>

#include "risk/model.h"
#include "risk/models/framingham_1998_categories.h"

namespace risk {

namespace {

using framingham1998::kCategories;

struct Coefficients {
  double age;
  double ageSquared;
  std::array<double, kCategories> cholesterol;
  std::array<double, kCategories> hdl;
  std::array<double, kCategories> bloodPressure;
  double diabetes;
  double smoker;
  double mean;
  double baselineSurvival;
};

// clang-format off
constexpr Coefficients kMenLdl{
    0.04808, 0,
    {-0.69281, 0, 0.00389, 0.26755, 0.56705},        // LDL <100, 100-129, 130-159, 160-189, >=190
    {0.48598, 0.21643, 0, -0.04710, -0.34190},       // HDL <35, 35-44, 45-49, 50-59, >=60
    {-0.02642, 0, 0.30104, 0.55714, 0.65107},        // optimal, normal, high-normal, stage 1, 2-4
    0.42146, 0.54377, 3.000690, 0.90017};
constexpr Coefficients kWomenLdl{
    0.33994, -0.0027,
    {-0.42616, 0, 0.01366, 0.26948, 0.33251},
    {0.88121, 0.36312, 0.19247, 0, -0.35404},
    {-0.51204, 0, -0.03484, 0.28533, 0.50403},
    0.61313, 0.29737, 9.914136, 0.96280};
constexpr Coefficients kMenTotal{
    0.04826, 0,
    {-0.65945, 0, 0.17692, 0.50539, 0.65713},        // TC <160, 160-199, 200-239, 240-279, >=280
    {0.49744, 0.24310, 0, -0.05107, -0.48660},
    {-0.00226, 0, 0.28320, 0.52168, 0.61859},
    0.42839, 0.52337, 3.097500, 0.90015};
constexpr Coefficients kWomenTotal{
    0.33766, -0.00268,
    {-0.26138, 0, 0.20771, 0.24385, 0.53513},
    {0.84312, 0.37796, 0.19785, 0, -0.42951},
    {-0.53363, 0, -0.06773, 0.26288, 0.46573},
    0.59626, 0.29246, 9.925450, 0.96246};

constexpr std::array<std::string_view, kCategories> kLdlNames = {
    "LDL below 100", "LDL 100 to 129", "LDL 130 to 159", "LDL 160 to 189", "LDL 190 or more"};
constexpr std::array<std::string_view, kCategories> kTotalNames = {
    "total cholesterol below 160", "total cholesterol 160 to 199", "total cholesterol 200 to 239",
    "total cholesterol 240 to 279", "total cholesterol 280 or more"};
constexpr std::array<std::string_view, kCategories> kHdlNames = {
    "HDL below 35", "HDL 35 to 44", "HDL 45 to 49", "HDL 50 to 59", "HDL 60 or more"};
constexpr std::array<std::string_view, kCategories> kBloodPressureNames = {
    "optimal blood pressure", "normal blood pressure", "high-normal blood pressure",
    "hypertension stage 1", "hypertension stage 2 to 4"};
// clang-format on

Equation equation(const Coefficients& beta, Input cholesterol, std::string_view cholesterolName,
                  std::size_t cholesterolCategory, const Inputs& inputs) {
  const double age = inputs.age->value();
  const std::size_t hdl = framingham1998::hdlCategory(inputs);
  const std::size_t pressure = framingham1998::bloodPressureCategory(inputs);
  Equation equation;
  LinearPredictor& predictor = equation.predictor;
  predictor.add("age", Input::Age, beta.age, age);
  if (beta.ageSquared != 0) predictor.add("age squared", Input::Age, beta.ageSquared, age * age);
  predictor.add(cholesterolName, cholesterol, beta.cholesterol[cholesterolCategory], 1);
  predictor.add(kHdlNames[hdl], Input::HdlCholesterol, beta.hdl[hdl], 1);
  predictor.add(kBloodPressureNames[pressure], Input::SystolicBloodPressure,
                beta.bloodPressure[pressure], 1);
  predictor.add("diabetes", Input::Diabetes, beta.diabetes, *inputs.diabetes ? 1 : 0);
  predictor.add("smoker", Input::Smoker, beta.smoker, *currentSmoker(inputs) ? 1 : 0);
  equation.centre = beta.mean;
  equation.baselineSurvival = beta.baselineSurvival;
  return equation;
}

Equation ldlEquation(std::size_t, const Inputs& inputs) {
  const std::size_t category = framingham1998::ldlCategory(inputs);
  return equation(*inputs.sex == Sex::Female ? kWomenLdl : kMenLdl, Input::LdlCholesterol,
                  kLdlNames[category], category, inputs);
}

Equation totalEquation(std::size_t, const Inputs& inputs) {
  const std::size_t category = framingham1998::totalCholesterolCategory(inputs);
  return equation(*inputs.sex == Sex::Female ? kWomenTotal : kMenTotal, Input::TotalCholesterol,
                  kTotalNames[category], category, inputs);
}

// The paper limits nothing but age; its categories are open at both ends.
constexpr InputUse kSex{Input::Sex, {}, "sex"};
constexpr InputUse kAge{Input::Age, Range{30, 74}, "age_years"};
constexpr InputUse kHdl{Input::HdlCholesterol, {}, "hdl_mgdl"};
constexpr InputUse kSystolic{Input::SystolicBloodPressure, {}, "sbp_mmhg"};
constexpr InputUse kDiastolic{Input::DiastolicBloodPressure, {}, "dbp_mmhg"};
constexpr InputUse kSmoker{Input::Smoker, {}, "smoker"};
constexpr InputUse kDiabetes{Input::Diabetes, {}, "diabetes"};

constexpr InputUse kLdlInputs[] = {
    kSex,    kAge,      {Input::LdlCholesterol, {}, "ldl_mgdl"}, kHdl, kSystolic, kDiastolic,
    kSmoker, kDiabetes,
};
constexpr InputUse kTotalInputs[] = {
    kSex,    kAge,      {Input::TotalCholesterol, {}, "total_chol_mgdl"},
    kHdl,    kSystolic, kDiastolic,
    kSmoker, kDiabetes,
};

constexpr std::string_view kEndpoint =
    "Coronary heart disease: angina, coronary insufficiency, recognised or unrecognised myocardial "
    "infarction, coronary death";
constexpr OutcomeDescription kLdlOutcomes[] = {
    {Outcome::Chd, 10, kEndpoint, kLdlInputs, {}, "risk_10y_cox_ldl"}};
constexpr OutcomeDescription kTotalOutcomes[] = {
    {Outcome::Chd, 10, kEndpoint, kTotalInputs, {}, "risk_10y_cox_tc"}};

constexpr std::string_view kCitation =
    "Wilson PWF, D'Agostino RB, Levy D, Belanger AM, Silbershatz H, Kannel WB. Prediction of "
    "coronary "
    "heart disease using risk factor categories. Circulation 1998;97:1837-1847";
constexpr std::string_view kDoi = "10.1161/01.CIR.97.18.1837";
constexpr std::string_view kPopulation =
    "Framingham original and offspring cohorts, aged 30 to 74, free of coronary heart disease";
constexpr std::string_view kNote =
    "The risk is the Cox equation's; the score sheet's points and percentage stand beside it and "
    "differ from it by rounding. Treatment of blood pressure is not an input.";

}  // namespace

extern const Model framingham1998Ldl;
const Model framingham1998Ldl{
    .id = "framingham-1998-ldl",
    .title = "Framingham CHD (Wilson), with LDL cholesterol",
    .shortTitle = "Framingham 1998, LDL",
    .year = 1998,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = kNote,
    .inputs = kLdlInputs,
    .outcomes = kLdlOutcomes,
    .equation = ldlEquation,
    .sheet = {framingham1998::ldlSheet, "points_ldl", "risk_pct_table_ldl", ""},
};

extern const Model framingham1998Tc;
const Model framingham1998Tc{
    .id = "framingham-1998-tc",
    .title = "Framingham CHD (Wilson), with total cholesterol",
    .shortTitle = "Framingham 1998, total",
    .year = 1998,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = kNote,
    .inputs = kTotalInputs,
    .outcomes = kTotalOutcomes,
    .equation = totalEquation,
    .sheet = {framingham1998::totalCholesterolSheet, "points_tc", "risk_pct_table_tc", ""},
};

}  // namespace risk
