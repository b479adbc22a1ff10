#include <algorithm>
#include <string>

#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

struct Verdict {
  std::string words;
  ChipStyle style;
};

Verdict verdictOf(const Surface& surface, const risk::Assessed& assessed) {
  const Tone plain{surface.palette.accent, surface.palette.accentTint};
  return {formatRisk(assessed.risk, wordsOf(surface)),
          assessed.band == nullptr ? ChipStyle{plain}
                                   : bandStyle(surface.palette, assessed.band->level)};
}

void modelRow(Surface& surface, const risk::OutcomeResult& result) {
  const Pen& pen = surface.pen;
  const Verdict verdict = verdictOf(surface, *result.result);
  const std::string title = titleOf(surface, *result.model);
  const std::string outcome = outcomeInWords(surface, *result.outcome);
  const float chip = chipWidth(surface, verdict.words, verdict.style);
  const float room = surface.layout.width() - chip - space::kSmall - space::kTight;
  const TextBlock name = pen.layOut(title, type::kBody, room);
  const TextBlock caption = pen.layOut(outcome, type::kCaption, room);
  const float textHeight = name.height + caption.height;
  const Bounds bounds = surface.layout.place(textHeight + 2 * (space::kSmall + 2));
  const float top = bounds.top + space::kSmall + 2;
  pen.line({bounds.left, bounds.top}, {bounds.left + bounds.width, bounds.top},
           surface.palette.line);
  pen.draw(name, {bounds.left, top}, surface.palette.ink);
  pen.draw(caption, {bounds.left, top + name.height}, surface.palette.inkSoft);
  const float chipTop = bounds.top + (bounds.height - chipHeight(surface)) / 2;
  drawChip(surface, verdict.words, verdict.style,
           {bounds.left + bounds.width - chip, chipTop, chip, chipHeight(surface)},
           Alignment::Right);
  surface.open(Role::Row, {}, Key(title + outcome));
  surface.record(Role::Cell, title + ", " + outcome, {bounds.left, top, room, textHeight});
  std::string spoken = verdict.words;
  if (result.result->band != nullptr) {
    spoken += ", " + std::string(surface.text(bandName(result.result->band->level)));
  }
  surface.record(Role::Cell, spoken,
                 {bounds.left + bounds.width - chip, chipTop, chip, chipHeight(surface)});
  surface.semantics.close();
}

/// Why a model says nothing, in small: it is less worth reading than what the others say.
void unassessedRow(Surface& surface, const risk::OutcomeResult& result) {
  Layout& layout = surface.layout;
  surface.pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
                   surface.palette.line);
  layout.gap(space::kSmall);
  const std::string title = titleOf(surface, *result.model);
  surface.open(Role::Row, {}, Key(title));
  const std::string_view reason = surface.text(shortName(result.result.error().reason));
  const TextBlock words = surface.pen.layOutLine(reason, type::kCaption, layout.width() / 2);
  const float room = layout.width() - words.width - space::kMedium;
  const TextBlock name = surface.pen.layOut(title, type::kCaption, room);
  const Bounds line = layout.place(name.height);
  surface.pen.draw(name, {line.left, line.top}, surface.palette.inkSoft);
  surface.pen.draw(words, {line.left, line.top}, surface.palette.inkFaint, Alignment::Right,
                   line.width);
  surface.record(Role::Cell, title, {line.left, line.top, room, line.height});
  surface.record(Role::Cell, reason,
                 {line.left + line.width - words.width, line.top, words.width, words.height});
  surface.semantics.close();
  layout.gap(space::kSmall);
}

}  // namespace

void otherModelsCard(Surface& surface, const app::Assessment& assessment) {
  const Card card(surface);
  heading(surface, surface.text(Text::OtherModelsSay), 2, type::kSubheading);
  paragraph(surface, surface.text(Text::TheyDiffer), type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kSmall + space::kTight);
  surface.open(Role::Table, surface.text(Text::OtherModelsSay));
  const risk::OutcomeResult* headline = &assessment.headlineResult();
  for (const risk::OutcomeResult& result : assessment.results) {
    if (&result != headline && result.result.ok()) modelRow(surface, result);
  }
  // Of a model that cannot be used one row says why; its further outcomes would only repeat it.
  const risk::Model* last = nullptr;
  for (const risk::OutcomeResult& result : assessment.results) {
    if (&result == headline || result.result.ok() || result.model == last) continue;
    last = result.model;
    unassessedRow(surface, result);
  }
  surface.semantics.close();
}

}  // namespace ui
