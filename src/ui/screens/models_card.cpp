#include <algorithm>
#include <string>
#include <vector>

#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kRowPadding = space::kSmall + 2;

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

void hairline(Surface& surface, float top) {
  const Layout& layout = surface.layout;
  surface.pen.line({layout.left(), top}, {layout.left() + layout.width(), top},
                   surface.palette.line);
}

/// The whole row opens the explanation of its number.
void explanation(Surface& surface, const risk::OutcomeResult& result, std::size_t index,
                 const Bounds& bounds) {
  const std::string name =
      fill(surface.text(Text::ExplainModel),
           {shortTitleOf(surface, *result.model), outcomeInWords(surface, *result.outcome)});
  surface.open(Role::Cell, {}, Key("explain"));
  const NodeId id = surface.record(Role::Button, name, bounds, Key(index)).id;
  const Interaction interaction = surface.interact(id, bounds);
  surface.semantics.close();
  if (interaction.hovered) {
    surface.pen.fill(bounds, withAlpha(surface.palette.accent, 0x0C), radius::kControl);
  }
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
  if (interaction.pressed) surface.emit(app::ExplanationRequested{index});
}

/// One number. Its model is named where the row above is not another number of the same.
void modelRow(Surface& surface, const risk::OutcomeResult& result, std::size_t index,
              bool isFirstOfModel) {
  const Pen& pen = surface.pen;
  const Verdict verdict = verdictOf(surface, *result.result);
  const float chip = chipWidth(surface, verdict.words, verdict.style);
  const float room = surface.layout.width() - chip - space::kSmall;
  const TextBlock name = pen.layOut(
      isFirstOfModel ? shortTitleOf(surface, *result.model) : std::string(), type::kBody, room);
  const TextBlock caption =
      pen.layOut(surface.text(shortName(result.outcome->outcome)), type::kCaption, room);
  const float textTop = isFirstOfModel ? kRowPadding : 0;
  const float nameHeight = isFirstOfModel ? name.height : 0;
  const float height = std::max({textTop + nameHeight + caption.height + kRowPadding,
                                 chipHeight(surface) + space::kSmall, surface.targetHeight()});
  const Bounds bounds = surface.layout.place(height);
  if (isFirstOfModel) hairline(surface, bounds.top);
  const float captionTop = isFirstOfModel ? bounds.top + textTop + nameHeight
                                          : bounds.top + (height - caption.height) / 2;
  if (isFirstOfModel) pen.draw(name, {bounds.left, bounds.top + textTop}, surface.palette.ink);
  pen.draw(caption, {bounds.left, captionTop}, surface.palette.inkSoft);
  const Bounds place{bounds.left + bounds.width - chip,
                     bounds.top + (height - chipHeight(surface)) / 2, chip, chipHeight(surface)};
  drawChip(surface, verdict.words, verdict.style, place, Alignment::Right);
  const std::string title =
      titleOf(surface, *result.model) + ", " + outcomeInWords(surface, *result.outcome);
  surface.open(Role::Row, {}, Key(title));
  surface.record(Role::Cell, title, {bounds.left, bounds.top, room, height});
  std::string spoken = verdict.words;
  if (result.result->band != nullptr) {
    spoken += ", " + std::string(surface.text(bandName(result.result->band->level)));
  }
  surface.record(Role::Cell, spoken, place);
  explanation(surface, result, index, bounds);
  surface.semantics.close();
}

/// Why a model says nothing, in small: it is less worth reading than what the others say.
void unassessedRow(Surface& surface, const risk::OutcomeResult& result) {
  const Pen& pen = surface.pen;
  Layout& layout = surface.layout;
  const std::string reason = briefly(surface, result.result.error());
  const ChipStyle style{{surface.palette.inkSoft, surface.palette.page}, Mark::None};
  const float chip = std::min(chipWidth(surface, reason, style), layout.width());
  const std::string shortTitle = shortTitleOf(surface, *result.model);
  const bool isWide =
      pen.widthOf(shortTitle, type::kCaption) + space::kSmall + chip <= layout.width();
  const TextBlock name = pen.layOut(shortTitle, type::kCaption, layout.width());
  const float below = isWide ? 0 : name.height + space::kTight;
  const float height = below + chipHeight(surface);
  const Bounds bounds = layout.place(height + 2 * space::kSmall);
  hairline(surface, bounds.top);
  const float top = bounds.top + space::kSmall;
  pen.draw(name, {bounds.left, isWide ? top + (height - name.height) / 2 : top},
           surface.palette.inkSoft);
  const Bounds place{isWide ? bounds.left + bounds.width - chip : bounds.left, top + below, chip,
                     chipHeight(surface)};
  drawChip(surface, reason, style, place, isWide ? Alignment::Right : Alignment::Left);
  const std::string title = titleOf(surface, *result.model);
  surface.open(Role::Row, {}, Key(title));
  surface.record(Role::Cell, title, {bounds.left, top, bounds.width - chip, name.height});
  surface.record(Role::Cell, reason, place);
  surface.semantics.close();
}

void groupHeading(Surface& surface, std::string_view words) {
  surface.layout.gap(space::kMedium);
  heading(surface, words, 3, type::kCaptionStrong);
  surface.layout.gap(space::kTight);
}

/// The horizons of what can be said, in the order in which they first occur.
std::vector<int> horizonsOf(const app::Assessment& assessment) {
  std::vector<int> horizons;
  for (std::size_t i = 0; i < assessment.results.size(); ++i) {
    const risk::OutcomeResult& result = assessment.results[i];
    const int years = result.outcome->horizonYears;
    const bool isNew = std::find(horizons.begin(), horizons.end(), years) == horizons.end();
    if (i != assessment.headline && result.result.ok() && isNew) horizons.push_back(years);
  }
  return horizons;
}

void groupOf(Surface& surface, const app::Assessment& assessment, int years) {
  const std::string title = fill(surface.text(Text::WithinYears), {std::to_string(years)});
  groupHeading(surface, title);
  surface.open(Role::Table, title, Key(title));
  const risk::Model* last = nullptr;
  for (std::size_t i = 0; i < assessment.results.size(); ++i) {
    const risk::OutcomeResult& result = assessment.results[i];
    const bool isOne =
        i != assessment.headline && result.result.ok() && result.outcome->horizonYears == years;
    if (!isOne) continue;
    modelRow(surface, result, i, result.model != last);
    last = result.model;
  }
  surface.semantics.close();
}

/// Of a model that cannot be used one row says why; its further outcomes would only repeat it.
void unassessed(Surface& surface, const app::Assessment& assessment) {
  std::vector<const risk::OutcomeResult*> all;
  for (std::size_t i = 0; i < assessment.results.size(); ++i) {
    const risk::OutcomeResult& result = assessment.results[i];
    const bool isKnown = std::any_of(all.begin(), all.end(),
                                     [&](const auto* each) { return each->model == result.model; });
    if (i != assessment.headline && !result.result.ok() && !isKnown) all.push_back(&result);
  }
  if (all.empty()) return;
  const std::string_view title = surface.text(Text::NoNumberFrom);
  groupHeading(surface, title);
  surface.open(Role::Table, title, Key(title));
  for (const risk::OutcomeResult* result : all)
    unassessedRow(surface, *result);
  surface.semantics.close();
}

}  // namespace

void otherModelsCard(Surface& surface, const app::Assessment& assessment) {
  surface.open(Role::Region, surface.text(Text::OtherModelsSay), Key("models"));
  {
    const Card card(surface);
    heading(surface, surface.text(Text::OtherModelsSay), 2, type::kSubheading);
    paragraph(surface, surface.text(Text::TheyDiffer), type::kCaption, surface.palette.inkSoft);
    for (const int years : horizonsOf(assessment))
      groupOf(surface, assessment, years);
    unassessed(surface, assessment);
  }
  surface.semantics.close();
}

}  // namespace ui
