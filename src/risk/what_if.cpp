#include "risk/what_if.h"

#include <algorithm>

namespace risk {

namespace {

constexpr std::string_view kMajorVascularEvents =
    "Major vascular events: coronary death, myocardial infarction, stroke, revascularisation";

constexpr TherapyEffect kEffects[] = {
    {Therapy::ModerateIntensityStatin, "moderate-intensity-statin",
     "Moderate-intensity statin (LDL cholesterol lower by 1\u00A0mmol/L)", 0.79, 0.77, 0.81,
     kMajorVascularEvents,
     "Muscle pain or weakness in about 11 more of 1000 people in the first year (Lancet "
     "2022;400:832-845); new diabetes: relative risk 1.10 (Lancet Diabetes Endocrinol "
     "2024;12:306-319)",
     "Cholesterol Treatment Trialists' Collaborators, Lancet 2012;380:581-590",
     "10.1016/S0140-6736(12)60367-5"},
    // Of a more against a less intensive regimen 0.85 (0.82 to 0.89), on top of the line above.
    {Therapy::HighIntensityStatin, "high-intensity-statin", "High-intensity statin", 0.79 * 0.85,
     0.77 * 0.82, 0.81 * 0.89, kMajorVascularEvents,
     "Muscle pain or weakness in about 11 more of 1000 people in the first year (Lancet "
     "2022;400:832-845); new diabetes: relative risk 1.36 (Lancet Diabetes Endocrinol "
     "2024;12:306-319)",
     "Cholesterol Treatment Trialists' Collaborators, Lancet 2012;380:581-590, times more against "
     "less intensive therapy, Lancet 2010;376:1670-1681",
     "10.1016/S0140-6736(10)61350-5"},
    {Therapy::BloodPressureLowering, "blood-pressure-lowering",
     "Blood-pressure medicines (systolic pressure lower by 10\u00A0mmHg)", 0.80, 0.77, 0.83,
     "Major cardiovascular disease events",
     "Low blood pressure: relative risk 1.97; fainting: 1.28; acute kidney injury: 1.18 (BMJ "
     "2021;372:n189)",
     "Ettehad D et al., Lancet 2016;387:957-967", "10.1016/S0140-6736(15)01225-8"},
    {Therapy::Aspirin, "aspirin", "Low-dose aspirin", 0.89, 0.84, 0.95,
     "Cardiovascular death, myocardial infarction, stroke",
     "Major bleeding: hazard ratio 1.43, 0.47 percentage points more in the trials",
     "Zheng SL, Roddick AJ, JAMA 2019;321:277-287", "10.1001/jama.2018.20578"},
    {Therapy::MediterraneanDiet, "mediterranean-diet",
     "Mediterranean diet with extra-virgin olive oil", 0.69, 0.53, 0.91,
     "Myocardial infarction, stroke, cardiovascular death (people at high risk)", "",
     "Estruch R et al. (PREDIMED), N Engl J Med 2018;378:e34", "10.1056/NEJMoa1800389"},
    {Therapy::PhysicalActivity, "physical-activity",
     "150 minutes of moderate physical activity a week", 0.86, 0.77, 0.96,
     "Coronary heart disease (cohort studies, not trials)", "",
     "Sattelmair J et al., Circulation 2011;124:789-795", "10.1161/CIRCULATIONAHA.110.010710"},
};

/// Therapies of one kind do not add to each other.
int kindOf(Therapy therapy) {
  if (therapy == Therapy::HighIntensityStatin) {
    return static_cast<int>(Therapy::ModerateIntensityStatin);
  }
  return static_cast<int>(therapy);
}

}  // namespace

std::span<const TherapyEffect> therapyEffects() {
  return kEffects;
}

double combinedRelativeRisk(std::span<const Therapy> therapies) {
  double product = 1;
  for (const TherapyEffect& effect : kEffects) {
    if (kindOf(effect.therapy) != static_cast<int>(effect.therapy)) continue;
    double strongest = 1;
    for (const TherapyEffect& alike : kEffects) {
      const bool chosen =
          kindOf(alike.therapy) == static_cast<int>(effect.therapy) &&
          std::find(therapies.begin(), therapies.end(), alike.therapy) != therapies.end();
      if (chosen) strongest = std::min(strongest, alike.relativeRisk);
    }
    product *= strongest;
  }
  return std::max(product, kLowestCombinedRelativeRisk);
}

base::Result<Benefit, NotAssessed> whatIf(const Model& model, std::size_t outcome,
                                          const Inputs& inputs, const Inputs& changed,
                                          std::span<const Therapy> therapies) {
  for (const Inputs* each : {&inputs, &changed}) {
    if (auto reason = obstacles(model.outcomes[outcome], *each)) {
      return base::failure(std::move(*reason));
    }
  }
  Benefit benefit;
  benefit.before = evaluate(model.equation(outcome, inputs));
  benefit.after = evaluate(model.equation(outcome, changed)) * combinedRelativeRisk(therapies);
  benefit.absoluteReduction = benefit.before - benefit.after;
  if (benefit.absoluteReduction > Probability(0)) {
    benefit.numberNeededToTreat = 1 / benefit.absoluteReduction.value();
  }
  benefit.horizonYears = model.outcomes[outcome].horizonYears;
  return benefit;
}

}  // namespace risk
