#include "ui/screens/what_if_controls.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/slider.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

/// The values that a slider offers, in the unit of the input, within the model's own limits.
struct Offer {
  risk::Input input;
  SliderRange range;
};

constexpr Offer kOffers[] = {
    {risk::Input::SystolicBloodPressure, {90, 200, 1}},
    {risk::Input::TotalCholesterol, {100, 400, 1}},
    {risk::Input::HdlCholesterol, {20, 100, 1}},
    {risk::Input::BodyMassIndex, {15, 50, 0.5}},
};

/// Treatments whose effect is not already part of the equation.
constexpr risk::Therapy kTherapies[] = {
    risk::Therapy::ModerateIntensityStatin, risk::Therapy::HighIntensityStatin,
    risk::Therapy::MediterraneanDiet, risk::Therapy::PhysicalActivity};

bool isStatin(risk::Therapy therapy) {
  return therapy == risk::Therapy::ModerateIntensityStatin ||
         therapy == risk::Therapy::HighIntensityStatin;
}

const risk::InputUse* useOf(const app::Assessment& assessment, risk::Input input) {
  const auto inputs = assessment.headlineResult().outcome->inputs;
  const auto found = std::find_if(inputs.begin(), inputs.end(),
                                  [input](const auto& use) { return use.input == input; });
  return found == inputs.end() ? nullptr : &*found;
}

void setInput(risk::Inputs& inputs, risk::Input input, double value) {
  switch (input) {
    case risk::Input::SystolicBloodPressure:
      inputs.systolicBloodPressure = risk::MmHg(value);
      return;
    case risk::Input::TotalCholesterol:
      inputs.totalCholesterol = risk::MilligramsPerDecilitre(value);
      return;
    case risk::Input::HdlCholesterol:
      inputs.hdlCholesterol = risk::MilligramsPerDecilitre(value);
      return;
    case risk::Input::BodyMassIndex:
      inputs.bodyMassIndex = risk::KilogramsPerSquareMetre(value);
      return;
    default:
      return;
  }
}

/// Where the reader counts in mmol/L the slider moves by tenths of it.
SliderRange inReadersUnit(const Surface& surface, const Offer& offer, const risk::InputUse& use) {
  SliderRange range = offer.range;
  const bool isCholesterol =
      offer.input == risk::Input::TotalCholesterol || offer.input == risk::Input::HdlCholesterol;
  if (isCholesterol &&
      surface.settings.cholesterolUnit == app::CholesterolUnit::MillimolesPerLitre) {
    const double tenth = 0.1 / risk::kCholesterolMmolPerLitrePerMgPerDecilitre;
    range = {std::ceil(range.minimum / tenth) * tenth, std::floor(range.maximum / tenth) * tenth,
             tenth};
  }
  if (use.range) {
    while (range.minimum < use.range->lowest)
      range.minimum += range.step;
    while (range.maximum > use.range->highest)
      range.maximum -= range.step;
  }
  return range;
}

class Controls {
 public:
  Controls(Surface& surface, const app::Assessment& assessment, const app::WhatIf& whatIf)
      : surface_(surface),
        assessment_(assessment),
        inputs_(whatIf.inputs),
        therapies_(whatIf.therapies) {}

  void draw() {
    smoking();
    for (const Offer& offer : kOffers)
      factor(offer);
    surface_.layout.gap(space::kSmall);
    heading(surface_, surface_.text(Text::TreatmentsHeading), 3, type::kBodyStrong);
    for (const risk::Therapy therapy : kTherapies)
      treatment(therapy);
    if (changed_) surface_.emit(app::WhatIfChanged{inputs_, therapies_});
  }

 private:
  void smoking() {
    if (assessment_.inputs.smoking != risk::Smoking::Current) return;
    const bool stopped = inputs_.smoking != risk::Smoking::Current;
    if (const auto now = toggle(surface_, surface_.text(Text::StopSmoking), {}, stopped)) {
      inputs_.smoking = *now ? risk::Smoking::Former : risk::Smoking::Current;
      changed_ = true;
    }
    surface_.layout.gap(space::kSmall);
  }

  void factor(const Offer& offer) {
    const risk::InputUse* use = useOf(assessment_, offer.input);
    const auto was = risk::number(assessment_.inputs, offer.input);
    const auto now = risk::number(inputs_, offer.input);
    if (use == nullptr || !was || !now) return;
    const SliderRange range = inReadersUnit(surface_, offer, *use);
    if (const auto moved =
            slider(surface_, surface_.text(nameOf(offer.input)),
                   formatInput(offer.input, *now, wordsOf(surface_)), range, *now, *was)) {
      setInput(inputs_, offer.input, *moved);
      changed_ = true;
    }
    surface_.layout.gap(space::kTight);
  }

  /// What stands behind a treatment that is tried: for what it was measured, its harms, the trials.
  void evidence(const risk::TherapyEffect& effect) {
    const app::Language language = surface_.settings.language;
    const std::string endpoint = phrase(effect.endpoint, language);
    const std::string harm = phrase(effect.harm, language);
    std::string words = fill(surface_.text(Text::EvidenceOf), {endpoint});
    if (!harm.empty()) words += " " + fill(surface_.text(Text::KnownHarm), {harm});
    words += " " + fill(surface_.text(Text::EvidenceFrom), {effect.citation});
    paragraph(surface_, words, type::kCaption, surface_.palette.inkSoft);
    surface_.layout.gap(space::kSmall);
  }

  void treatment(risk::Therapy therapy) {
    // Who takes a statin already has its effect in the cholesterol that was measured.
    if (isStatin(therapy) && assessment_.inputs.statin == true) return;
    const auto effects = risk::therapyEffects();
    const auto effect = std::find_if(effects.begin(), effects.end(), [therapy](const auto& each) {
      return each.therapy == therapy;
    });
    if (effect == effects.end()) return;
    const auto chosen = std::find(therapies_.begin(), therapies_.end(), therapy);
    const std::string remark = fill(surface_.text(Text::RelativeRisk),
                                    {formatNumber(effect->relativeRisk, 2, wordsOf(surface_))});
    const auto now = toggle(surface_, phrase(effect->title, surface_.settings.language), remark,
                            chosen != therapies_.end());
    if (chosen != therapies_.end()) evidence(*effect);
    if (!now) return;
    changed_ = true;
    if (!*now) {
      therapies_.erase(chosen);
      return;
    }
    if (isStatin(therapy)) std::erase_if(therapies_, isStatin);
    therapies_.push_back(therapy);
  }

  Surface& surface_;
  const app::Assessment& assessment_;
  risk::Inputs inputs_;
  std::vector<risk::Therapy> therapies_;
  bool changed_ = false;
};

}  // namespace

void whatIfControls(Surface& surface, const app::Assessment& assessment,
                    const app::WhatIf& whatIf) {
  Controls(surface, assessment, whatIf).draw();
}

Effect effectOf(const Surface& surface, const risk::Benefit& benefit) {
  const Words words = wordsOf(surface);
  const double inHundred = benefit.absoluteReduction.value() * 100;
  const std::string count = formatNumber(std::abs(inHundred), 1, words);
  constexpr double kSmallestShown = 0.05;
  if (std::abs(inHundred) < kSmallestShown) {
    return {std::string(surface.text(Text::NoDifference)),
            std::string(surface.text(Text::NoDifferenceAdvice))};
  }
  const bool fewer = inHundred > 0;
  Effect effect{fill(surface.text(fewer ? Text::FewerEvents : Text::MoreEvents), {count}), {}};
  if (fewer && benefit.numberNeededToTreat) {
    effect.detail = fill(surface.text(Text::TreatToBenefit),
                         {formatNumber(std::ceil(*benefit.numberNeededToTreat), 0, words)});
  }
  return effect;
}

Effect longestEffect(const Surface& surface) {
  const Words words = wordsOf(surface);
  return {fill(surface.text(Text::FewerEvents), {formatNumber(88.8, 1, words)}),
          fill(surface.text(Text::TreatToBenefit), {formatNumber(8888, 0, words)})};
}

}  // namespace ui
