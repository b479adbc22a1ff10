// SCORE2 working group and ESC Cardiovascular risk collaboration. SCORE2 risk prediction
// algorithms: new models to estimate 10-year risk of cardiovascular disease in Europe. Eur Heart J
// 2021;42:2439-2454. https://doi.org/10.1093/eurheartj/ehab309 SCORE2-OP working group and ESC
// Cardiovascular risk collaboration. SCORE2-OP risk prediction algorithms: estimating incident
// cardiovascular event risk in older persons in four geographical risk regions. Eur Heart J
// 2021;42:2455-2467. https://doi.org/10.1093/eurheartj/ehab312
//
// u = 1 - S0^exp(LP - mean), then recalibrated to the region:
// risk = 1 - exp(-exp(scale1 + scale2 ln(-ln(1 - u)))). SCORE2 below 70 years, SCORE2-OP from 70.
#include <array>

#include "risk/model.h"

namespace risk {

namespace {

struct Scale {
  double one;
  double two;
};

struct Coefficients {
  double age;
  double smoker;
  double sbp;
  double diabetes;
  double total;
  double hdl;
  double ageSmoker;
  double ageSbp;
  double ageTotal;
  double ageHdl;
  double ageDiabetes;
  double baselineSurvival;
  double mean;
  /// By Region: low, moderate, high, very high.
  std::array<Scale, 4> scales;
};

/// How the two papers centre and scale: value = (measured - centre) / unit.
struct Transformation {
  double ageCentre, ageUnit;
  double sbpCentre, sbpUnit;
  double totalCentre;
  double hdlCentre, hdlUnit;
  std::array<std::string_view, 4> names;
};

// clang-format off
//                            age     smoker  SBP     diab.   TC       HDL      a*smoker a*SBP    a*TC     a*HDL   a*diab.  S0      mean
constexpr Coefficients kMen{  0.3742, 0.6012, 0.2777, 0.6457, 0.1458,  -0.2698, -0.0755, -0.0255, -0.0281, 0.0426, -0.0983, 0.9605, 0,
    {{{-0.5699, 0.7476}, {-0.1565, 0.8009}, {0.3207, 0.9360}, {0.5836, 0.8294}}}};
constexpr Coefficients kWomen{0.4648, 0.7744, 0.3131, 0.8096, 0.1002,  -0.2606, -0.1088, -0.0277, -0.0226, 0.0613, -0.1272, 0.9776, 0,
    {{{-0.7380, 0.7019}, {-0.3143, 0.7701}, {0.5710, 0.9369}, {0.9412, 0.8329}}}};
constexpr Coefficients kOlderMen{0.0634, 0.3524, 0.0094, 0.4245, 0.0850, -0.3564, -0.0247, -0.0005, 0.0073, 0.0091, -0.0174, 0.7576, 0.0929,
    {{{-0.34, 1.19}, {0.01, 1.25}, {0.08, 1.15}, {0.05, 0.70}}}};
constexpr Coefficients kOlderWomen{0.0789, 0.4921, 0.0102, 0.6010, 0.0605, -0.3040, -0.0255, -0.0004, -0.0009, 0.0154, -0.0107, 0.8082, 0.2290,
    {{{-0.52, 1.01}, {-0.10, 1.10}, {0.38, 1.09}, {0.38, 0.69}}}};

constexpr Transformation kScore2{60, 5, 120, 20, 6, 1.3, 0.5,
    {"(age - 60) / 5", "(SBP - 120) / 20", "total cholesterol - 6 mmol/L", "(HDL cholesterol - 1.3 mmol/L) / 0.5"}};
constexpr Transformation kScore2Op{73, 1, 150, 1, 6, 1.4, 1,
    {"age - 73", "SBP - 150", "total cholesterol - 6 mmol/L", "HDL cholesterol - 1.4 mmol/L"}};
// clang-format on

constexpr double kFirstAgeOfScore2Op = 70;

const Coefficients& coefficientsFor(Sex sex, bool older) {
  if (older) return sex == Sex::Female ? kOlderWomen : kOlderMen;
  return sex == Sex::Female ? kWomen : kMen;
}

Equation equation(std::size_t, const Inputs& inputs) {
  const bool older = inputs.age->value() >= kFirstAgeOfScore2Op;
  const Coefficients& beta = coefficientsFor(*inputs.sex, older);
  const Transformation& by = older ? kScore2Op : kScore2;
  const double age = (inputs.age->value() - by.ageCentre) / by.ageUnit;
  const double sbp = (inputs.systolicBloodPressure->value() - by.sbpCentre) / by.sbpUnit;
  const double total = inputs.totalCholesterol->amount().value() - by.totalCentre;
  const double hdl = (inputs.hdlCholesterol->amount().value() - by.hdlCentre) / by.hdlUnit;
  const double smoker = *currentSmoker(inputs) ? 1 : 0;
  const double diabetes = *inputs.diabetes ? 1 : 0;
  Equation equation;
  equation.link = Link::RecalibratedHazards;
  LinearPredictor& predictor = equation.predictor;
  predictor.add(by.names[0], Input::Age, beta.age, age);
  predictor.add("smoker", Input::Smoker, beta.smoker, smoker);
  predictor.add(by.names[1], Input::SystolicBloodPressure, beta.sbp, sbp);
  predictor.add("diabetes", Input::Diabetes, beta.diabetes, diabetes);
  predictor.add(by.names[2], Input::TotalCholesterol, beta.total, total);
  predictor.add(by.names[3], Input::HdlCholesterol, beta.hdl, hdl);
  predictor.add("age x smoker", Input::Smoker, beta.ageSmoker, age * smoker);
  predictor.add("age x SBP", Input::SystolicBloodPressure, beta.ageSbp, age * sbp);
  predictor.add("age x total cholesterol", Input::TotalCholesterol, beta.ageTotal, age * total);
  predictor.add("age x HDL cholesterol", Input::HdlCholesterol, beta.ageHdl, age * hdl);
  predictor.add("age x diabetes", Input::Diabetes, beta.ageDiabetes, age * diabetes);
  equation.baselineSurvival = beta.baselineSurvival;
  equation.centre = beta.mean;
  const Scale& scale = beta.scales[static_cast<std::size_t>(*inputs.region)];
  equation.scale1 = scale.one;
  equation.scale2 = scale.two;
  return equation;
}

// Not for people with diabetes, for whom SCORE2-Diabetes exists, although a coefficient is printed.
// The papers limit neither pressure nor cholesterol.
constexpr InputUse kInputs[] = {
    {Input::Region, {}, "risk_region"},
    {Input::Sex, {}, "sex"},
    {Input::Age, Range{40, 89}, "age_years"},
    {Input::Smoker, {}, "smoker"},
    {Input::SystolicBloodPressure, {}, "sbp_mmhg"},
    {Input::Diabetes, Range{0, 0}, "diabetes"},
    {Input::TotalCholesterol, {}, "total_chol_mmoll"},
    {Input::HdlCholesterol, {}, "hdl_mmoll"},
};

constexpr Band kBelow50[] = {
    {BandLevel::LowToModerate, 0}, {BandLevel::High, 0.025}, {BandLevel::VeryHigh, 0.075}};
constexpr Band kFrom50To69[] = {
    {BandLevel::LowToModerate, 0}, {BandLevel::High, 0.05}, {BandLevel::VeryHigh, 0.10}};
constexpr Band kFrom70[] = {
    {BandLevel::LowToModerate, 0}, {BandLevel::High, 0.075}, {BandLevel::VeryHigh, 0.15}};
constexpr std::string_view kGuideline = "ESC guidelines on cardiovascular disease prevention";
constexpr std::string_view kGuidelineCitation =
    "Visseren FLJ et al., Eur Heart J 2021;42:3227-3337";
// Ages are completed years, so each scheme ends where the next begins.
constexpr BandScheme kSchemes[] = {
    {kGuideline, 2021, kGuidelineCitation, Range{40, 49}, kBelow50},
    {kGuideline, 2021, kGuidelineCitation, Range{50, 69}, kFrom50To69},
    {kGuideline, 2021, kGuidelineCitation, Range{70, 89}, kFrom70},
};

constexpr OutcomeDescription kOutcomes[] = {
    {Outcome::Cvd, 10,
     "Cardiovascular disease: fatal or non-fatal myocardial infarction or stroke, other "
     "cardiovascular death",
     kInputs, kSchemes, "risk_10y"}};

}  // namespace

extern const Model score2;
const Model score2{
    .id = "score2-2021",
    .title = "ESC SCORE2 and SCORE2-OP",
    .shortTitle = "SCORE2 2021",
    .year = 2021,
    .citation =
        "SCORE2 working group and ESC Cardiovascular risk collaboration. SCORE2 risk "
        "prediction algorithms. Eur Heart J 2021;42:2439-2454; SCORE2-OP risk prediction "
        "algorithms. Eur Heart J 2021;42:2455-2467",
    .doi = "10.1093/eurheartj/ehab309",
    .population =
        "European adults without cardiovascular disease and without diabetes: SCORE2 aged 40 "
        "to 69, SCORE2-OP (doi 10.1093/eurheartj/ehab312) aged 70 to 89",
    .note =
        "Calibrated to four risk regions by country of residence; without a region there is no "
        "number. Cholesterol is taken in mmol/L as measured.",
    .inputs = kInputs,
    .outcomes = kOutcomes,
    .equation = equation,
    .takesMillimoles = true,
};

}  // namespace risk
