// Pylypchuk R, Wells S, Kerr A, et al. Cardiovascular disease risk prediction equations in 400 000
// primary care patients in New Zealand: a derivation and validation study. Lancet
// 2018;391:1897-1907. https://doi.org/10.1016/S0140-6736(18)30664-0
//
// risk = 1 - S0^exp(LP), every continuous value centred on the cohort's mean. The second model,
// with body-mass index, is that of the New Zealand standard HISO 10071:2019.
#include <array>

#include "risk/model.h"

namespace risk {

namespace {

/// Body-mass index as the HISO equations take it; 18.5 to 25 is the reference.
struct BmiCoefficients {
  double below18;
  double from25;
  double from30;
  double from35;
  double from40;
};

struct Coefficients {
  double meanAge, meanDeprivation, meanSbp, meanRatio;
  double age;
  /// By Ethnicity: European or other (reference), Maori, Pacific, Indian, other Asian.
  std::array<double, 5> ethnicity;
  double formerSmoker, smoker;
  double deprivation;
  double diabetes;
  double atrialFibrillation;
  double familyHistory;
  double lipidLowering;
  double antithrombotic;
  double bloodPressureLowering;
  double sbp;
  double ratio;
  BmiCoefficients bmi;
  double ageDiabetes;
  double ageSbp;
  double sbpLowering;
  double baselineSurvival;
};

// clang-format off
constexpr Coefficients kWomen{
    56.13665, 2.990826, 129.0173, 3.726268,
    0.0756412,
    {0, 0.3910183, 0.2010224, 0.1183427, -0.28551},
    0.087476, 0.6226384,
    0.1080795,
    0.5447632,
    0.8927126,
    0.0445534,
    -0.0593798,
    0.1172496,
    0.339925,
    0.0136606,
    0.1226753,
    {},
    -0.0222549,
    -0.0004425,
    -0.004313,
    0.983169213058,
};
constexpr Coefficients kMen{
    51.79953, 2.972793, 129.1095, 4.38906,
    0.0675532,
    {0, 0.2899054, 0.1774195, 0.2902049, -0.3975687},
    0.0753246, 0.5058041,
    0.0794903,
    0.5597023,
    0.5880131,
    0.1326587,
    -0.0537314,
    0.0934141,
    0.2947634,
    0.0163778,
    0.1283758,
    {},
    -0.020235,
    -0.0004184,
    -0.0053077,
    0.974755526232,
};
constexpr Coefficients kWomenWithBmi{
    56.05801, 2.994877, 128.6736, 3.715383,
    0.0734393,
    {0, 0.4164622, 0.2268597, 0.2086713, -0.2680559},
    0.1444243, 0.6768396,
    0.0957229,
    0.4967444,
    0.9293084,
    0.0645588,
    -0.0568366,
    0.1393368,
    0.3487781,
    0.0176523,
    0.1361335,
    {0.6277962, 0.0018215, -0.0169324, 0.0343351, 0.3196519},
    -0.0189779,
    -0.000471,
    -0.0054002,
    0.9845026,
};
constexpr Coefficients kMenWithBmi{
    51.59444, 2.975732, 128.8637, 4.385853,
    0.0669484,
    {0, 0.3166164, 0.2217931, 0.3666816, -0.4131973},
    0.0748648, 0.5317607,
    0.0631146,
    0.4107586,
    0.6250334,
    0.1275721,
    -0.0256429,
    0.0701999,
    0.2847596,
    0.0179827,
    0.1296756,
    {0.5488212, -0.033177, -0.0025986, 0.1202739, 0.3799261},
    -0.0124356,
    -0.0004931,
    -0.0049226,
    0.9712501,
};

// clang-format on

constexpr std::array<std::string_view, 5> kEthnicityNames = {
    "European or other", "Maori", "Pacific", "Indian", "Chinese or other Asian"};

void addSmoking(LinearPredictor& predictor, const Coefficients& beta, Smoking smoking) {
  predictor.add("former smoker", Input::Smoker, beta.formerSmoker,
                smoking == Smoking::Former ? 1 : 0);
  predictor.add("smoker", Input::Smoker, beta.smoker, smoking == Smoking::Current ? 1 : 0);
}

void addAnswers(LinearPredictor& predictor, const Coefficients& beta, const Inputs& inputs) {
  const auto add = [&](std::string_view name, Input input, double coefficient, bool answer) {
    predictor.add(name, input, coefficient, answer ? 1 : 0);
  };
  add("diabetes", Input::Diabetes, beta.diabetes, *inputs.diabetes);
  add("atrial fibrillation", Input::AtrialFibrillation, beta.atrialFibrillation,
      *inputs.atrialFibrillation);
  add("family history", Input::FamilyHistory, beta.familyHistory, *inputs.familyHistory);
  add("lipid-lowering medicine", Input::Statin, beta.lipidLowering, *inputs.statin);
  add("antithrombotic medicine", Input::Antithrombotic, beta.antithrombotic,
      *inputs.antithrombotic);
  add("blood-pressure-lowering medicine", Input::BloodPressureTreated, beta.bloodPressureLowering,
      *inputs.bloodPressureTreated);
}

// The terms that both models share; centred values throughout.
Equation sharedEquation(const Coefficients& beta, const Inputs& inputs) {
  const double age = inputs.age->value() - beta.meanAge;
  const double sbp = inputs.systolicBloodPressure->value() - beta.meanSbp;
  const auto ethnicity = static_cast<std::size_t>(*inputs.ethnicity);
  Equation equation;
  LinearPredictor& predictor = equation.predictor;
  predictor.add("age - mean", Input::Age, beta.age, age);
  predictor.add(kEthnicityNames[ethnicity], Input::Ethnicity, beta.ethnicity[ethnicity], 1);
  addSmoking(predictor, beta, *inputs.smoking);
  predictor.add("deprivation quintile - mean", Input::NzDepQuintile, beta.deprivation,
                *inputs.nzDepQuintile - beta.meanDeprivation);
  addAnswers(predictor, beta, inputs);
  predictor.add("SBP - mean", Input::SystolicBloodPressure, beta.sbp, sbp);
  predictor.add("total/HDL cholesterol - mean", Input::TotalToHdlRatio, beta.ratio,
                *number(inputs, Input::TotalToHdlRatio) - beta.meanRatio);
  predictor.add("age x diabetes", Input::Diabetes, beta.ageDiabetes, *inputs.diabetes ? age : 0);
  predictor.add("age x SBP", Input::SystolicBloodPressure, beta.ageSbp, age * sbp);
  predictor.add("SBP x blood-pressure-lowering medicine", Input::BloodPressureTreated,
                beta.sbpLowering, *inputs.bloodPressureTreated ? sbp : 0);
  equation.baselineSurvival = beta.baselineSurvival;
  return equation;
}

Equation equation(std::size_t, const Inputs& inputs) {
  return sharedEquation(*inputs.sex == Sex::Female ? kWomen : kMen, inputs);
}

// Half-open bands: a body-mass index of 29.95 belongs to 25-30.
void addBmi(LinearPredictor& predictor, const BmiCoefficients& beta, double bmi) {
  if (bmi < 18.5) {
    predictor.add("body-mass index below 18.5", Input::BodyMassIndex, beta.below18, 1);
  } else if (bmi < 25) {
    predictor.add("body-mass index 18.5 to 25", Input::BodyMassIndex, 0, 1);
  } else if (bmi < 30) {
    predictor.add("body-mass index 25 to 30", Input::BodyMassIndex, beta.from25, 1);
  } else if (bmi < 35) {
    predictor.add("body-mass index 30 to 35", Input::BodyMassIndex, beta.from30, 1);
  } else if (bmi < 40) {
    predictor.add("body-mass index 35 to 40", Input::BodyMassIndex, beta.from35, 1);
  } else {
    predictor.add("body-mass index 40 or more", Input::BodyMassIndex, beta.from40, 1);
  }
}

Equation bmiEquation(std::size_t, const Inputs& inputs) {
  const Coefficients& beta = *inputs.sex == Sex::Female ? kWomenWithBmi : kMenWithBmi;
  Equation equation = sharedEquation(beta, inputs);
  addBmi(equation.predictor, beta.bmi, inputs.bodyMassIndex->value());
  return equation;
}

// The equations limit age only.
constexpr InputUse kBmiInputs[] = {
    {Input::Sex, {}, "sex"},
    {Input::Age, Range{30, 74}, "age_years"},
    {Input::Ethnicity, {}, "ethnicity"},
    {Input::NzDepQuintile, Range{1, 5}, "nzdep_quintile"},
    {Input::Smoker, {}, "smoking"},
    {Input::Diabetes, {}, "diabetes"},
    {Input::AtrialFibrillation, {}, "atrial_fibrillation"},
    {Input::FamilyHistory, {}, "family_history_cvd"},
    {Input::SystolicBloodPressure, {}, "sbp_mmhg"},
    {Input::TotalToHdlRatio, {}, "tc_hdl_ratio"},
    {Input::BloodPressureTreated, {}, "bp_lowering_med"},
    {Input::Statin, {}, "lipid_lowering_med"},
    {Input::Antithrombotic, {}, "antithrombotic_med"},
    {Input::BodyMassIndex, {}, "bmi"},
};
constexpr std::span<const InputUse> kInputs =
    std::span<const InputUse>(kBmiInputs).first(std::size(kBmiInputs) - 1);

constexpr Band kBands[] = {
    {BandLevel::Low, 0}, {BandLevel::Intermediate, 0.05}, {BandLevel::High, 0.15}};
constexpr BandScheme kSchemes[] = {
    {"Cardiovascular disease risk assessment and management for primary care", 2018,
     "New Zealand Ministry of Health, 2018", Range{30, 74}, kBands},
};

constexpr std::string_view kEndpoint =
    "Cardiovascular disease, fatal or admitted to hospital: coronary heart disease, stroke, "
    "transient ischaemic attack, peripheral vascular disease, heart failure, cardiovascular death";
constexpr OutcomeDescription kOutcomes[] = {
    {Outcome::Cvd, 5, kEndpoint, kInputs, kSchemes, "risk_5y_lancet2018"}};
constexpr OutcomeDescription kBmiOutcomes[] = {
    {Outcome::Cvd, 5, kEndpoint, kBmiInputs, kSchemes, "risk_5y_hiso_bmi"}};

constexpr std::string_view kCitation =
    "Pylypchuk R, Wells S, Kerr A, et al. Cardiovascular disease risk prediction equations in 400 "
    "000 "
    "primary care patients in New Zealand. Lancet 2018;391:1897-1907";
constexpr std::string_view kDoi = "10.1016/S0140-6736(18)30664-0";
constexpr std::string_view kPopulation =
    "New Zealand primary care patients aged 30 to 74 without cardiovascular disease, heart failure "
    "or "
    "significant renal disease";

}  // namespace

extern const Model predictNz2018;
const Model predictNz2018{
    .id = "predict-nz-2018",
    .title = "New Zealand PREDICT",
    .shortTitle = "NZ PREDICT 2018",
    .year = 2018,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note = "Coefficients are from one public implementation by the authors' group.",
    .inputs = kInputs,
    .outcomes = kOutcomes,
    .equation = equation,
};

extern const Model predictNz2018Bmi;
const Model predictNz2018Bmi{
    .id = "predict-nz-2018-bmi",
    .title = "New Zealand PREDICT with body-mass index (HISO 10071:2019)",
    .shortTitle = "NZ PREDICT 2018, BMI",
    .year = 2018,
    .citation = kCitation,
    .doi = kDoi,
    .population = kPopulation,
    .note =
        "The equations of the New Zealand standard HISO 10071:2019. Coefficients are from one "
        "public "
        "implementation by the authors' group. Body-mass index counts in half-open bands.",
    .inputs = kBmiInputs,
    .outcomes = kBmiOutcomes,
    .equation = bmiEquation,
};

}  // namespace risk
