#include <algorithm>
#include <string>

#include "ui/format.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/what_if_controls.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

/// The heading, and at the end of its line the way back to what is. Its place is kept.
void titleAndReset(Surface& surface, const app::Assessment& assessment, const app::WhatIf& whatIf) {
  Layout& layout = surface.layout;
  const std::string_view label = surface.text(Text::Reset);
  const float width = buttonWidth(surface, label, ButtonSize::Small);
  const float height = buttonHeight(surface, ButtonSize::Small);
  const float top = layout.top();
  layout.pushColumn(layout.left(), layout.width() - width - space::kSmall);
  layout.moveTo(top + (height - surface.pen.scaled(type::kSubheading.lineHeight)) / 2);
  heading(surface, surface.text(Text::TabWhatIf), 2, type::kSubheading);
  layout.popColumn();
  layout.pushColumn(layout.left() + layout.width() - width, width + 1);
  layout.moveTo(top);
  if (!whatIf.isUnchanged(assessment.inputs) &&
      button(surface, label, {.size = ButtonSize::Small})) {
    surface.emit(app::WhatIfReset{});
  }
  layout.popColumn();
  layout.moveTo(top + height + space::kSmall);
}

/// The risk tried, and under it what that means. The box has room for the longest words, so that
/// nothing below it moves while a slider does.
void summary(Surface& surface, const risk::Benefit& benefit) {
  const Pen& pen = surface.pen;
  const Palette& palette = surface.palette;
  const std::string risk = formatRisk(benefit.after, wordsOf(surface));
  const Effect effect = effectOf(surface, benefit);
  const float padding = space::kMedium;
  const float width = surface.layout.width() - 2 * padding;
  const bool isLong = risk.size() > 8;  // "less than 0.1 %"
  const TextBlock figure =
      pen.layOutLine(risk, isLong ? type::kBodyStrong : type::kTitle, width / 2);
  const TextBlock label = pen.layOut(surface.text(Text::WouldBe), type::kCaption,
                                     width - figure.width - space::kSmall, 2);
  const TextBlock events = pen.layOut(effect.events, type::kCaptionStrong, width);
  const TextBlock detail = pen.layOut(effect.detail, type::kCaption, width);
  const float line = pen.scaled(type::kCaption.lineHeight);
  const float head = std::max(2 * line, figure.height);
  const Effect longest = longestEffect(surface);
  const float room = pen.layOut(longest.events, type::kCaptionStrong, width).height +
                     pen.layOut(longest.detail, type::kCaption, width).height;
  const float meaning = std::max(room, events.height + detail.height);
  const Bounds box = surface.layout.place(head + space::kTight + meaning + 2 * padding);
  const float left = box.left + padding;
  const float top = box.top + padding;
  pen.fill(box, palette.accentTint, radius::kControl);
  pen.draw(label, {left, top + (head - label.height) / 2}, palette.ink);
  pen.draw(figure, {left, top + (head - figure.height) / 2}, palette.accent, Alignment::Right,
           width);
  const float below = top + head + space::kTight;
  pen.draw(events, {left, below}, palette.ink);
  pen.draw(detail, {left, below + events.height}, palette.ink);
  const std::string also = effect.detail.empty() ? "" : ". " + effect.detail;
  surface.record(Role::Status, surface.text(Text::WouldBe), box).value =
      risk + ". " + effect.events + also;
}

}  // namespace

void whatIfCard(Surface& surface, const app::PatientView& patient) {
  const app::Assessment& assessment = *patient.assessment;
  if (!assessment.headlineResult().result.ok() || !patient.whatIf) return;
  const app::WhatIf& whatIf = *patient.whatIf;
  surface.open(Role::Region, surface.text(Text::TabWhatIf), Key("what if"));
  {
    const Card card(surface);
    titleAndReset(surface, assessment, whatIf);
    if (whatIf.benefit) summary(surface, *whatIf.benefit);
    surface.layout.gap(space::kMedium);
    whatIfControls(surface, assessment, whatIf);
    surface.layout.gap(space::kSmall);
    paragraph(surface, surface.text(Text::WhatIfNotSaved), type::kCaption, surface.palette.inkSoft);
  }
  surface.semantics.close();
  surface.layout.gap(space::kMedium);
}

}  // namespace ui
