#include <algorithm>
#include <string>

#include "ui/charts/icon_array.h"
#include "ui/charts/risk_bar.h"
#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/what_if_controls.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

void controlsCard(Surface& surface, const app::Assessment& assessment, const app::WhatIf& whatIf) {
  const Card card(surface);
  heading(surface, surface.text(Text::FactorsHeading), 2, type::kSubheading);
  surface.layout.gap(space::kSmall);
  whatIfControls(surface, assessment, whatIf);
  surface.layout.gap(space::kMedium);
  paragraph(surface, surface.text(Text::WhatIfNotSaved), type::kCaption, surface.palette.inkSoft);
  if (whatIf.isUnchanged(assessment.inputs)) return;
  surface.layout.gap(space::kMedium);
  if (button(surface, surface.text(Text::Reset))) surface.emit(app::WhatIfReset{});
}

/// A hundred people, the bar with its marks, and by which model.
void picture(Surface& surface, const app::Assessment& assessment, const risk::Benefit& benefit) {
  const risk::OutcomeResult& result = assessment.headlineResult();
  const risk::Assessed& assessed = *result.result;
  const Colour colour =
      assessed.band == nullptr ? surface.palette.accent : surface.palette.intermediate.ink;
  constexpr float kPicture = 260;
  iconArray(surface, {benefit.before, benefit.after, colour}, kPicture);
  surface.layout.gap(space::kLarge);
  RiskBar bar{.now = benefit.before, .scheme = assessed.scheme, .band = assessed.band};
  if (benefit.after != benefit.before) bar.changed = benefit.after;
  if (assessment.contributions) bar.ideal = assessment.contributions->ideal;
  riskBar(surface, bar);
  surface.layout.gap(space::kSmall);
  const std::string title = titleOf(surface, *result.model);
  paragraph(
      surface,
      fill(surface.text(Text::ModelLine), {title, surface.text(nameOf(result.outcome->outcome)),
                                           std::to_string(result.outcome->horizonYears)}),
      type::kCaption, surface.palette.inkSoft);
}

void outcomeCard(Surface& surface, const app::Assessment& assessment,
                 const risk::Benefit& benefit) {
  const Card card(surface);
  const std::string figure = formatRisk(benefit.after, wordsOf(surface));
  const auto [events, detail] = effectOf(surface, benefit);
  const std::string effect = detail.empty() ? events : events + ". " + detail;
  const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
  silentText(surface, surface.text(Text::WouldBe), type::kCaption, surface.palette.inkSoft);
  silentText(surface, figure, type::kFigure, surface.palette.accent);
  silentText(surface, events, type::kBodyStrong, surface.palette.ink);
  if (!detail.empty()) silentText(surface, detail, type::kBody, surface.palette.ink);
  SemanticNode& node =
      surface.record(Role::Status, surface.text(Text::WouldBe),
                     {from.left, from.top, from.width, surface.layout.top() - from.top});
  node.value = figure + ". " + effect;
  surface.layout.gap(space::kMedium);
  picture(surface, assessment, benefit);
}

/// What is moved comes first, close to the number that it moves; the picture follows.
void onPhone(Surface& surface, const app::PatientView& patient) {
  whatIfCard(surface, patient);
  if (patient.whatIf->benefit) {
    const Card card(surface);
    picture(surface, *patient.assessment, *patient.whatIf->benefit);
  }
  surface.layout.gap(space::kMedium);
  curveCard(surface, *patient.assessment, *patient.whatIf);
}

}  // namespace

void whatIfTab(Surface& surface, const app::PatientView& patient) {
  const app::Assessment& assessment = *patient.assessment;
  if (!assessment.headlineResult().result.ok() || !patient.whatIf) {
    const Card card(surface);
    paragraph(surface, surface.text(Text::WhatIfUnavailable));
    return;
  }
  const app::WhatIf& whatIf = *patient.whatIf;
  Layout& layout = surface.layout;
  if (surface.isPhone()) {
    onPhone(surface, patient);
    return;
  }
  const float width = (layout.width() - space::kLarge) / 2;
  layout.pushColumn(layout.left(), width);
  controlsCard(surface, assessment, whatIf);
  const float controlsBottom = layout.popColumn();
  layout.pushColumn(layout.left() + width + space::kLarge, width);
  if (whatIf.benefit) outcomeCard(surface, assessment, *whatIf.benefit);
  layout.gap(space::kMedium);
  curveCard(surface, assessment, whatIf);
  layout.moveTo(std::max(controlsBottom, layout.popColumn()));
}

}  // namespace ui
