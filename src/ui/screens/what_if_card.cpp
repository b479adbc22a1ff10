#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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
  layout.pushColumn(layout.left() + layout.width() - width, width);
  layout.moveTo(top);
  if (!whatIf.isUnchanged(assessment.inputs) &&
      button(surface, label, {.size = ButtonSize::Small})) {
    surface.emit(app::WhatIfReset{});
  }
  layout.popColumn();
  layout.moveTo(top + height + space::kSmall);
}

/// One under the other, within a width; drawn only where a place is given.
struct Paragraphs {
  std::vector<std::pair<TextBlock, Colour>> blocks;

  float height() const {
    float sum = 0;
    for (const auto& [block, colour] : blocks)
      sum += block.height;
    return sum;
  }
  void draw(const Pen& pen, Point at) const {
    for (const auto& [block, colour] : blocks) {
      pen.draw(block, at, colour);
      at.y += block.height;
    }
  }
};

/// The risk tried on the left, what it means on the right. The box has room for the longest words,
/// so that nothing below it moves while a slider does.
void summary(Surface& surface, const risk::Benefit& benefit) {
  const Pen& pen = surface.pen;
  const Palette& palette = surface.palette;
  const std::string figure = formatRisk(benefit.after, wordsOf(surface));
  const Effect effect = effectOf(surface, benefit);
  const Bounds column{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
  const float inner = column.width - 2 * space::kMedium;
  const float left = inner * 0.42F;
  const float right = inner - left - space::kSmall;
  const Paragraphs risk{
      {{pen.layOut(surface.text(Text::WouldBe), type::kCaption, left), palette.inkSoft},
       {pen.layOut(figure, figure.size() > 8 ? type::kBodyStrong : type::kTitle, left),
        palette.accent}}};
  const Paragraphs meaning{{{pen.layOut(effect.events, type::kCaptionStrong, right), palette.ink},
                            {pen.layOut(effect.toTreat, type::kCaption, right), palette.inkSoft}}};
  constexpr float kMostLines = 6;
  const float least = kMostLines * pen.scaled(type::kCaption.lineHeight);
  const float content = std::max({least, risk.height(), meaning.height()});
  const Bounds box = surface.layout.place(content + 2 * space::kSmall);
  pen.fill(box, palette.accentTint, radius::kControl);
  const auto middle = [&box](float height) { return box.top + (box.height - height) / 2; };
  risk.draw(pen, {box.left + space::kMedium, middle(risk.height())});
  meaning.draw(pen, {box.left + space::kMedium + left + space::kSmall, middle(meaning.height())});
  const std::string also = effect.toTreat.empty() ? "" : ". " + effect.toTreat;
  surface.record(Role::Status, surface.text(Text::WouldBe), box).value =
      figure + ". " + effect.events + also;
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
