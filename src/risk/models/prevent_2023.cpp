// Khan SS, Matsushita K, Sang Y, et al. Development and validation of the American Heart
// Association's PREVENT equations. Circulation 2024;149:430-449 (online November 2023).
// https://doi.org/10.1161/CIRCULATIONAHA.123.067626
//
// Logistic: risk = 1 / (1 + exp(-LP)). Five variants by optional predictor, each for 10 and 30
// years and for total CVD, ASCVD and heart failure, for women and men.
#include <algorithm>
#include <array>

#include "risk/elementary.h"
#include "risk/model.h"
#include "risk/models/prevent_2023_coefficients.h"

namespace risk {

namespace {

using prevent2023::Coefficients;
using prevent2023::TermId;
using prevent2023::Variant;

struct TermName {
  std::string_view name;
  Input input;
};

// In the order of TermId.
constexpr std::array kTermNames = {
    TermName{"(age - 55) / 10", Input::Age},
    TermName{"((age - 55) / 10) squared", Input::Age},
    TermName{"non-HDL cholesterol - 3.5 mmol/L", Input::TotalCholesterol},
    TermName{"(HDL cholesterol - 1.3 mmol/L) / 0.3", Input::HdlCholesterol},
    TermName{"(min(SBP, 110) - 110) / 20", Input::SystolicBloodPressure},
    TermName{"(max(SBP, 110) - 130) / 20", Input::SystolicBloodPressure},
    TermName{"diabetes", Input::Diabetes},
    TermName{"smoker", Input::Smoker},
    TermName{"(min(BMI, 30) - 25) / 5", Input::BodyMassIndex},
    TermName{"(max(BMI, 30) - 30) / 5", Input::BodyMassIndex},
    TermName{"(min(eGFR, 60) - 60) / -15", Input::Egfr},
    TermName{"(max(eGFR, 60) - 90) / -15", Input::Egfr},
    TermName{"treatment of blood pressure", Input::BloodPressureTreated},
    TermName{"statin", Input::Statin},
    TermName{"treatment x SBP from 110", Input::BloodPressureTreated},
    TermName{"statin x non-HDL cholesterol", Input::Statin},
    TermName{"age x non-HDL cholesterol", Input::TotalCholesterol},
    TermName{"age x HDL cholesterol", Input::HdlCholesterol},
    TermName{"age x SBP from 110", Input::SystolicBloodPressure},
    TermName{"age x diabetes", Input::Diabetes},
    TermName{"age x smoker", Input::Smoker},
    TermName{"age x BMI from 30", Input::BodyMassIndex},
    TermName{"age x eGFR below 60", Input::Egfr},
    TermName{"deprivation decile 4 to 6", Input::SdiDecile},
    TermName{"deprivation decile 7 to 10", Input::SdiDecile},
    TermName{"ln albumin/creatinine ratio", Input::UrineAlbuminCreatinineRatio},
    TermName{"HbA1c - 5.3 %, with diabetes", Input::Hba1c},
    TermName{"HbA1c - 5.3 %, without diabetes", Input::Hba1c},
    TermName{"constant", Input::Sex},
};
constexpr std::size_t kTermCount = kTermNames.size();
static_assert(kTermCount == static_cast<std::size_t>(TermId::Constant) + 1);

// The outcomes in the order in which each horizon lists them.
enum class Endpoint : unsigned char { TotalCvd, Ascvd, HeartFailure };
constexpr std::size_t kEndpoints = 3;

double coefficient(const Coefficients& row, Sex sex, Endpoint endpoint) {
  const bool female = sex == Sex::Female;
  switch (endpoint) {
    case Endpoint::TotalCvd:
      return female ? row.femaleTotal : row.maleTotal;
    case Endpoint::Ascvd:
      return female ? row.femaleAscvd : row.maleAscvd;
    case Endpoint::HeartFailure:
      return female ? row.femaleHeartFailure : row.maleHeartFailure;
  }
  return 0;
}

/// The transformed values of one person, by TermId.
class TermValues {
 public:
  explicit TermValues(const Inputs& inputs) {
    setMainEffects(inputs);
    setInteractions();
    setOptionalPredictors(inputs);
    at(TermId::Constant) = 1;
  }

  double operator[](TermId term) const { return values_[static_cast<std::size_t>(term)]; }

 private:
  double& at(TermId term) { return values_[static_cast<std::size_t>(term)]; }

  void setMainEffects(const Inputs& inputs) {
    const double total = inputs.totalCholesterol->amount().value();
    const double hdl = inputs.hdlCholesterol->amount().value();
    const double sbp = inputs.systolicBloodPressure->value();
    const double egfr = inputs.egfr->value();
    at(TermId::Age) = (inputs.age->value() - 55) / 10;
    at(TermId::AgeSquared) = at(TermId::Age) * at(TermId::Age);
    at(TermId::NonHdl) = total - hdl - 3.5;
    at(TermId::Hdl) = (hdl - 1.3) / 0.3;
    at(TermId::SbpBelow110) = (std::min(sbp, 110.0) - 110) / 20;
    at(TermId::SbpAbove110) = (std::max(sbp, 110.0) - 130) / 20;
    at(TermId::Diabetes) = *inputs.diabetes ? 1 : 0;
    at(TermId::Smoking) = *currentSmoker(inputs) ? 1 : 0;
    // Body-mass index counts for heart failure only and may be unknown for the others.
    if (inputs.bodyMassIndex.has_value()) {
      const double bmi = inputs.bodyMassIndex->value();
      at(TermId::BmiBelow30) = (std::min(bmi, 30.0) - 25) / 5;
      at(TermId::BmiAbove30) = (std::max(bmi, 30.0) - 30) / 5;
    }
    at(TermId::EgfrBelow60) = (std::min(egfr, 60.0) - 60) / -15;
    at(TermId::EgfrAbove60) = (std::max(egfr, 60.0) - 90) / -15;
    at(TermId::AntiHypertensive) = *inputs.bloodPressureTreated ? 1 : 0;
    at(TermId::Statin) = *inputs.statin ? 1 : 0;
  }

  void setInteractions() {
    at(TermId::TreatedSbp) = at(TermId::AntiHypertensive) * at(TermId::SbpAbove110);
    at(TermId::TreatedNonHdl) = at(TermId::Statin) * at(TermId::NonHdl);
    const double age = at(TermId::Age);
    at(TermId::AgeNonHdl) = age * at(TermId::NonHdl);
    at(TermId::AgeHdl) = age * at(TermId::Hdl);
    at(TermId::AgeSbp) = age * at(TermId::SbpAbove110);
    at(TermId::AgeDiabetes) = age * at(TermId::Diabetes);
    at(TermId::AgeSmoking) = age * at(TermId::Smoking);
    at(TermId::AgeBmi) = age * at(TermId::BmiAbove30);
    at(TermId::AgeEgfr) = age * at(TermId::EgfrBelow60);
  }

  // A variant without the predictor has no coefficient for it, whatever stands here.
  void setOptionalPredictors(const Inputs& inputs) {
    if (inputs.sdiDecile.has_value()) {
      const double decile = *inputs.sdiDecile;
      at(TermId::SdiMiddle) = decile >= 4 && decile < 7 ? 1 : 0;
      at(TermId::SdiHigh) = decile >= 7 ? 1 : 0;
    }
    if (inputs.urineAlbuminCreatinineRatio.has_value()) {
      at(TermId::LogUacr) = naturalLogarithm(inputs.urineAlbuminCreatinineRatio->value());
    }
    if (inputs.hba1c.has_value()) {
      const double difference = inputs.hba1c->value() - 5.3;
      at(TermId::Hba1cDiabetes) = *inputs.diabetes ? difference : 0;
      at(TermId::Hba1cNoDiabetes) = *inputs.diabetes ? 0 : difference;
    }
  }

  std::array<double, kTermCount> values_{};
};

template <Variant variant>
Equation equation(std::size_t outcome, const Inputs& inputs) {
  const auto endpoint = static_cast<Endpoint>(outcome % kEndpoints);
  const auto rows = outcome < kEndpoints ? prevent2023::tenYearCoefficients(variant)
                                         : prevent2023::thirtyYearCoefficients(variant);
  const TermValues values(inputs);
  Equation equation;
  equation.link = Link::Logistic;
  for (const Coefficients& row : rows) {
    const double beta = coefficient(row, *inputs.sex, endpoint);
    if (beta == 0) continue;
    const TermName& name = kTermNames[static_cast<std::size_t>(row.term)];
    equation.predictor.add(name.name, name.input, beta, values[row.term]);
  }
  return equation;
}

// Each variant's inputs in one list: age and body-mass index first and last, so that the outcomes
// that want another age range or no body-mass index are parts of it.
constexpr std::size_t kMostInputs = 15;

/// The inputs of one variant for one horizon and endpoint.
struct InputList {
  std::array<InputUse, kMostInputs> uses{};
  std::size_t count = 0;

  constexpr void add(Input input, std::optional<Range> range, std::string_view column) {
    uses[count++] = {input, range, column};
  }
  constexpr std::span<const InputUse> span() const { return {uses.data(), count}; }
};

constexpr bool uses(Variant variant, Variant predictor) {
  return variant == predictor || variant == Variant::Full;
}

constexpr InputList inputsOf(Variant variant, double oldest, bool withBmi) {
  InputList list;
  list.add(Input::Sex, {}, "sex");
  list.add(Input::Age, Range{30, oldest}, "age_years");
  list.add(Input::TotalCholesterol, Range{130, 320}, "total_chol_mgdl");
  list.add(Input::HdlCholesterol, Range{20, 100}, "hdl_mgdl");
  list.add(Input::SystolicBloodPressure, Range{90, 180}, "sbp_mmhg");
  list.add(Input::BloodPressureTreated, {}, "bp_treated");
  list.add(Input::Statin, {}, "statin");
  list.add(Input::Diabetes, {}, "diabetes");
  list.add(Input::Smoker, {}, "smoker");
  list.add(Input::Egfr, Range{15, 140}, "egfr");
  if (withBmi) list.add(Input::BodyMassIndex, Range{18.5, 39.9}, "bmi");
  if (uses(variant, Variant::Hba1c)) list.add(Input::Hba1c, Range{4.5, 15}, "hba1c_pct");
  if (uses(variant, Variant::Uacr)) {
    list.add(Input::UrineAlbuminCreatinineRatio, Range{0.1, 25000}, "uacr_mg_g");
  }
  if (uses(variant, Variant::Sdi)) list.add(Input::SdiDecile, Range{1, 10}, "sdi_decile");
  return list;
}

constexpr double kOldestForTenYears = 79;
constexpr double kOldestForThirtyYears = 59;

template <Variant variant>
constexpr InputList kTenYearInputs = inputsOf(variant, kOldestForTenYears, false);
template <Variant variant>
constexpr InputList kTenYearHeartFailureInputs = inputsOf(variant, kOldestForTenYears, true);
template <Variant variant>
constexpr InputList kThirtyYearInputs = inputsOf(variant, kOldestForThirtyYears, false);
template <Variant variant>
constexpr InputList kThirtyYearHeartFailureInputs = inputsOf(variant, kOldestForThirtyYears, true);

constexpr std::string_view kTotalEndpoint =
    "Total cardiovascular disease: atherosclerotic cardiovascular disease or heart failure";
constexpr std::string_view kAscvdEndpoint =
    "Atherosclerotic cardiovascular disease: fatal coronary heart disease, non-fatal myocardial "
    "infarction, fatal or non-fatal stroke";
constexpr std::string_view kHeartFailureEndpoint = "Heart failure";

template <Variant variant>
constexpr std::array<OutcomeDescription, 2 * kEndpoints> kOutcomes = {{
    {Outcome::TotalCvd, 10, kTotalEndpoint, kTenYearInputs<variant>.span(), {}, "risk_total_cvd"},
    {Outcome::Ascvd, 10, kAscvdEndpoint, kTenYearInputs<variant>.span(), {}, "risk_ascvd"},
    {Outcome::HeartFailure,
     10,
     kHeartFailureEndpoint,
     kTenYearHeartFailureInputs<variant>.span(),
     {},
     "risk_hf"},
    {Outcome::TotalCvd,
     30,
     kTotalEndpoint,
     kThirtyYearInputs<variant>.span(),
     {},
     "risk_total_cvd"},
    {Outcome::Ascvd, 30, kAscvdEndpoint, kThirtyYearInputs<variant>.span(), {}, "risk_ascvd"},
    {Outcome::HeartFailure,
     30,
     kHeartFailureEndpoint,
     kThirtyYearHeartFailureInputs<variant>.span(),
     {},
     "risk_hf"},
}};

template <Variant variant>
constexpr Model preventModel(std::string_view id, std::string_view title,
                             std::string_view shortTitle) {
  return {
      .id = id,
      .title = title,
      .shortTitle = shortTitle,
      .year = 2023,
      .citation =
          "Khan SS, Matsushita K, Sang Y, et al. Development and validation of the American "
          "Heart Association's PREVENT equations. Circulation 2024;149:430-449",
      .doi = "10.1161/CIRCULATIONAHA.123.067626",
      .population =
          "Adults in the United States, free of cardiovascular disease, aged 30 to 79 (10 "
          "years) or 30 to 59 (30 years)",
      .note =
          "Race-free. Body-mass index counts for heart failure only. A variant is computed only "
          "when its optional predictor is known.",
      .inputs = kTenYearHeartFailureInputs<variant>.span(),
      .outcomes = kOutcomes<variant>,
      .equation = equation<variant>,
      .takesMillimoles = true,
  };
}

}  // namespace

extern const Model prevent2023Base;
constexpr Model prevent2023Base =
    preventModel<Variant::Base>("prevent-2023-base", "AHA PREVENT, base", "PREVENT 2023");

extern const Model prevent2023Hba1c;
constexpr Model prevent2023Hba1c = preventModel<Variant::Hba1c>(
    "prevent-2023-hba1c", "AHA PREVENT with HbA1c", "PREVENT 2023, HbA1c");

extern const Model prevent2023Uacr;
constexpr Model prevent2023Uacr = preventModel<Variant::Uacr>(
    "prevent-2023-uacr", "AHA PREVENT with urine albumin/creatinine ratio", "PREVENT 2023, UACR");

extern const Model prevent2023Sdi;
constexpr Model prevent2023Sdi = preventModel<Variant::Sdi>(
    "prevent-2023-sdi", "AHA PREVENT with social deprivation index", "PREVENT 2023, SDI");

extern const Model prevent2023Full;
constexpr Model prevent2023Full = preventModel<Variant::Full>(
    "prevent-2023-full", "AHA PREVENT, full (HbA1c, albumin/creatinine ratio, deprivation)",
    "PREVENT 2023, full");

}  // namespace risk
