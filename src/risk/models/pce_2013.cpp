// Goff DC Jr, Lloyd-Jones DM, Bennett G, et al. 2013 ACC/AHA guideline on the assessment of
// cardiovascular risk. Circulation 2014;129(25 suppl 2):S49-S73.
// https://doi.org/10.1161/01.cir.0000437741.48606.98
//
// Which precision. Three are in circulation: the guideline's table (coefficients to three decimals,
// means to two), the same with the means to four decimals, and a longer set for everything. They
// differ by up to 0.005 in absolute risk (Black women, whose large interaction terms nearly
// cancel). This is the second: the printed coefficients and baseline survival, which anybody can
// check against the guideline, with the four-decimal means, because a mean rounded to 0.01 shifts
// every risk by up to one per cent of itself for no gain. It is also what the R package preventr
// computes.
#include "risk/elementary.h"
#include "risk/model.h"

namespace risk {

namespace {

struct Coefficients {
  double age;
  double ageSquared;
  double totalCholesterol;
  double ageTotalCholesterol;
  double hdl;
  double ageHdl;
  double treatedSbp;
  double ageTreatedSbp;
  double untreatedSbp;
  double ageUntreatedSbp;
  double smoker;
  double ageSmoker;
  double diabetes;
  double mean;
  double baselineSurvival;
};

// clang-format off
//                                  ln age   ln age2 ln TC   age*TC  ln HDL   age*HDL SBPtrt  age*    SBPunt  age*    smoker age*    diab.  mean      S0(10)
constexpr Coefficients kWhiteWomen{-29.799, 4.884,  13.540, -3.114, -13.578, 3.149,  2.019,  0,      1.957,  0,      7.574, -1.665, 0.661, -29.1817, 0.9665};
constexpr Coefficients kBlackWomen{ 17.114, 0,      0.940,  0,      -18.920, 4.475,  29.291, -6.432, 27.820, -6.087, 0.691, 0,      0.874,  86.6081, 0.9533};
constexpr Coefficients kWhiteMen  { 12.344, 0,      11.853, -2.664, -7.990,  1.769,  1.797,  0,      1.764,  0,      7.837, -1.795, 0.658,  61.1816, 0.9144};
constexpr Coefficients kBlackMen  { 2.469,  0,      0.302,  0,      -0.307,  0,      1.916,  0,      1.809,  0,      0.549, 0,      0.645,  19.5425, 0.8954};
// clang-format on

const Coefficients& coefficientsFor(const Inputs& inputs) {
  const bool black = inputs.race == Race::BlackOrAfricanAmerican;
  if (*inputs.sex == Sex::Female) return black ? kBlackWomen : kWhiteWomen;
  return black ? kBlackMen : kWhiteMen;
}

void addBloodPressure(LinearPredictor& predictor, const Coefficients& beta, double logAge,
                      const Inputs& inputs) {
  const double logSbp = naturalLogarithm(inputs.systolicBloodPressure->value());
  if (*inputs.bloodPressureTreated) {
    predictor.add("ln SBP (treated)", Input::SystolicBloodPressure, beta.treatedSbp, logSbp);
    predictor.add("ln age x ln SBP (treated)", Input::SystolicBloodPressure, beta.ageTreatedSbp,
                  logAge * logSbp);
  } else {
    predictor.add("ln SBP (untreated)", Input::SystolicBloodPressure, beta.untreatedSbp, logSbp);
    predictor.add("ln age x ln SBP (untreated)", Input::SystolicBloodPressure, beta.ageUntreatedSbp,
                  logAge * logSbp);
  }
}

Equation equation(std::size_t, const Inputs& inputs) {
  const Coefficients& beta = coefficientsFor(inputs);
  const double logAge = naturalLogarithm(inputs.age->value());
  const double logCholesterol = naturalLogarithm(inputs.totalCholesterol->mass().value());
  const double logHdl = naturalLogarithm(inputs.hdlCholesterol->mass().value());
  const double smoker = *currentSmoker(inputs) ? 1 : 0;
  Equation equation;
  LinearPredictor& predictor = equation.predictor;
  predictor.add("ln age", Input::Age, beta.age, logAge);
  predictor.add("ln age squared", Input::Age, beta.ageSquared, logAge * logAge);
  predictor.add("ln total cholesterol", Input::TotalCholesterol, beta.totalCholesterol,
                logCholesterol);
  predictor.add("ln age x ln total cholesterol", Input::TotalCholesterol, beta.ageTotalCholesterol,
                logAge * logCholesterol);
  predictor.add("ln HDL cholesterol", Input::HdlCholesterol, beta.hdl, logHdl);
  predictor.add("ln age x ln HDL cholesterol", Input::HdlCholesterol, beta.ageHdl, logAge * logHdl);
  addBloodPressure(predictor, beta, logAge, inputs);
  predictor.add("smoker", Input::Smoker, beta.smoker, smoker);
  predictor.add("ln age x smoker", Input::Smoker, beta.ageSmoker, logAge * smoker);
  predictor.add("diabetes", Input::Diabetes, beta.diabetes, *inputs.diabetes ? 1 : 0);
  equation.centre = beta.mean;
  equation.baselineSurvival = beta.baselineSurvival;
  return equation;
}

// Calculators limit systolic pressure to 180 or 200; the narrower is taken.
constexpr InputUse kInputs[] = {
    {Input::Sex, {}, "sex"},
    {Input::Age, Range{40, 79}, "age_years"},
    {Input::TotalCholesterol, Range{130, 320}, "total_chol_mgdl"},
    {Input::HdlCholesterol, Range{20, 100}, "hdl_mgdl"},
    {Input::SystolicBloodPressure, Range{90, 180}, "sbp_mmhg"},
    {Input::BloodPressureTreated, {}, "bp_treated"},
    {Input::Smoker, {}, "smoker"},
    {Input::Diabetes, {}, "diabetes"},
    {.input = Input::Race, .range = {}, .column = "race", .need = Need::Optional},
};

constexpr Band kBands[] = {{BandLevel::Low, 0},
                           {BandLevel::Borderline, 0.05},
                           {BandLevel::Intermediate, 0.075},
                           {BandLevel::High, 0.20}};
constexpr BandScheme kSchemes[] = {
    {"ACC/AHA primary prevention guideline", 2019,
     "Arnett DK et al., Circulation 2019;140:e596-e646", Range{40, 79}, kBands},
};

constexpr OutcomeDescription kOutcomes[] = {{Outcome::Ascvd, 10,
                                             "Hard atherosclerotic cardiovascular disease: "
                                             "non-fatal myocardial infarction, coronary death, "
                                             "fatal or non-fatal stroke",
                                             kInputs, kSchemes, "risk_10y"}};

}  // namespace

extern const Model pce2013;
const Model pce2013{
    .id = "pce-2013",
    .title = "ACC/AHA pooled cohort equations",
    .shortTitle = "Pooled cohort 2013",
    .year = 2013,
    .citation =
        "Goff DC Jr, Lloyd-Jones DM, Bennett G, et al. 2013 ACC/AHA guideline on the assessment "
        "of cardiovascular risk. Circulation 2014;129(25 suppl 2):S49-S73",
    .doi = "10.1161/01.cir.0000437741.48606.98",
    .population =
        "Black and white adults in the United States, aged 40 to 79, free of "
        "atherosclerotic cardiovascular disease",
    .note =
        "Printed coefficients with four-decimal means; other published precisions differ by up to "
        "0.5 percentage points in Black women and 0.1 in others. People of other races take the "
        "white equations.",
    .inputs = kInputs,
    .outcomes = kOutcomes,
    .equation = equation,
};

}  // namespace risk
