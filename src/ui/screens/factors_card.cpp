#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/origin_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/hint.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

/// Everything that a row says, once.
struct FactorRow {
  risk::Input input;
  std::string name;
  std::string value;
  std::string measured;
  std::string source;
  std::optional<risk::Probability> adds;
  std::optional<Text> doubt;     ///< what to do about it, on a chip
  std::vector<HintLine> origin;  ///< shown while the pointer or the focus is on the row
};

std::string measuredInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                            risk::Input input) {
  const fhir::Origin* origin = originOf(record, input);
  const fhir::AnswerFact* answer = answerFor(record, input);
  if (answer != nullptr && answer->assumed) return std::string(surface.text(Text::AssumedNo));
  if (input == risk::Input::Age || origin == nullptr || !origin->date) return {};
  const Words words = wordsOf(surface);
  return formatDate(*origin->date, words) + " · " +
         formatAge(origin->date->first(), record.asOf, words);
}

std::optional<Text> doubtAbout(const fhir::ClinicalRecord& record, risk::Input input) {
  const fhir::AnswerFact* answer = answerFor(record, input);
  if (answer != nullptr && answer->answer == fhir::Answer::Question) return Text::NeedsAnswer;
  const fhir::Origin* origin = originOf(record, input);
  if (origin != nullptr && origin->has(fhir::FindingCode::Stale)) return Text::MeasureAgain;
  return std::nullopt;
}

std::vector<FactorRow> rows(const Surface& surface, const fhir::ClinicalRecord& record,
                            const app::Assessment& assessment) {
  std::vector<FactorRow> result;
  for (const risk::InputUse& use : assessment.headlineResult().outcome->inputs) {
    if (use.input == risk::Input::Sex) continue;
    FactorRow row{
        use.input,
        std::string(surface.text(nameOf(use.input))),
        valueInWords(surface, record, use.input),
        measuredInWords(surface, record, use.input),
        {},
        {},
        doubtAbout(record, use.input),
        originInWords(surface, record, assessment, assessment.headlineResult(), use.input)};
    if (const fhir::Origin* origin = originOf(record, use.input);
        origin != nullptr && use.input != risk::Input::Age) {
      row.source = sourceInWords(*origin);
    }
    if (assessment.isAnswered(use.input)) {
      row.source = surface.text(Text::AnsweredHere);
    } else if (assessment.enteredByHand && originOf(record, use.input) != nullptr) {
      row.source = surface.text(Text::EnteredByHand);
    }
    if (assessment.contributions && use.input != risk::Input::Age) {
      row.adds = risk::Probability(0);
      for (const risk::Contribution& part : assessment.contributions->parts) {
        if (part.input == use.input) row.adds = part.amount;
      }
    }
    result.push_back(std::move(row));
  }
  return result;
}

double largest(const std::vector<FactorRow>& all) {
  double result = 0.01;
  for (const FactorRow& row : all) {
    if (row.adds) result = std::max(result, std::abs(row.adds->value()));
  }
  return result;
}

Colour colourOf(const Surface& surface, risk::Probability adds) {
  return adds.value() < 0 ? surface.palette.low.ink : surface.palette.intermediate.ink;
}

void bar(Surface& surface, const Bounds& track, risk::Probability adds, double most) {
  const auto part = static_cast<float>(std::abs(adds.value()) / most);
  surface.pen.fill(track, surface.palette.track, track.height / 2);
  if (part <= 0) return;
  surface.pen.fill(
      {track.left, track.top, std::max(track.width * part, track.height), track.height},
      colourOf(surface, adds), track.height / 2);
}

struct Column {
  Text title;
  float share;
  Alignment alignment;
};

constexpr std::array kColumns{
    Column{Text::Factor, 0.22F, Alignment::Left}, Column{Text::Value, 0.23F, Alignment::Left},
    Column{Text::Measured, 0.2F, Alignment::Left}, Column{Text::Adds, 0.17F, Alignment::Left},
    Column{Text::Source, 0.18F, Alignment::Left}};
constexpr float kGutter = space::kMedium;

float columnLeft(const Surface& surface, std::size_t column) {
  float left = surface.layout.left();
  for (std::size_t i = 0; i < column; ++i)
    left += kColumns[i].share * surface.layout.width();
  return left;
}

/// Draws a cell's text from `top`; returns its height.
float cell(Surface& surface, std::size_t column, std::string_view text, const TextStyle& style,
           Colour colour, float top) {
  const float left = columnLeft(surface, column);
  const float width = kColumns[column].share * surface.layout.width() - kGutter;
  const TextBlock block = surface.pen.layOut(text, style, width);
  surface.pen.draw(block, {left, top}, colour, kColumns[column].alignment, width);
  surface.record(Role::Cell, text, {left, top, width, block.height});
  return block.height;
}

/// A code that is broken cannot be read, so one that is too long for a line ends in an ellipsis;
/// the whole of it is in the hint.
float sourceCell(Surface& surface, std::string_view source, float top) {
  constexpr std::size_t kColumn = kColumns.size() - 1;
  const TextStyle& style = type::kCaption;
  const Colour colour = surface.palette.inkFaint;
  const float width = kColumns[kColumn].share * surface.layout.width();
  const std::size_t code = source.rfind(' ') + 1;
  const float left = columnLeft(surface, kColumn);
  const bool isCodeTooLong = surface.pen.widthOf(source.substr(code), style) > width;
  const TextBlock words =
      surface.pen.layOut(isCodeTooLong ? source.substr(0, code) : source, style, width);
  surface.pen.draw(words, {left, top}, colour);
  float height = words.height;
  if (isCodeTooLong) {
    const TextBlock line = surface.pen.layOutLine(source.substr(code), style, width);
    surface.pen.draw(line, {left, top + height}, colour);
    height += line.height;
  }
  surface.record(Role::Cell, source, {left, top, width, height});
  return height;
}

void header(Surface& surface) {
  surface.open(Role::Row, {}, Key("header"));
  const float top = surface.layout.top();
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const std::string_view title = surface.text(kColumns[i].title);
    const TextBlock block = surface.pen.layOutLine(title, type::kCaptionStrong,
                                                   kColumns[i].share * surface.layout.width());
    const float left = columnLeft(surface, i);
    surface.pen.draw(block, {left, top}, surface.palette.inkFaint);
    surface.record(Role::ColumnHeader, title, {left, top, block.width, block.height});
  }
  surface.semantics.close();
  surface.layout.gap(surface.pen.scaled(type::kCaption.lineHeight) + space::kSmall);
}

float addsCell(Surface& surface, const FactorRow& row, double most, float top) {
  if (!row.adds) {
    surface.record(Role::Cell, "–", {columnLeft(surface, 3), top, 1, 1});
    return 0;
  }
  const std::string points = formatPoints(*row.adds, wordsOf(surface));
  const float left = columnLeft(surface, 3);
  const float figures = surface.pen.widthOf("+00.0", type::kBody);
  const TextBlock block = surface.pen.layOutLine(points, type::kBody, figures);
  surface.pen.draw(block, {left, top}, surface.palette.ink, Alignment::Right, figures);
  const float barLeft = left + figures + space::kSmall + space::kTight;
  const float width =
      kColumns[3].share * surface.layout.width() - figures - kGutter - space::kMedium;
  constexpr float kThickness = 8;
  if (width > kThickness) {
    bar(surface, {barLeft, top + (block.height - kThickness) / 2, width, kThickness}, *row.adds,
        most);
  }
  surface.record(Role::Cell, points, {left, top, figures, block.height});
  return block.height;
}

/// The whole row tells on hover, focus or touch where its value comes from, and opens the panel
/// that explains it when it is pressed.
void originHint(Surface& surface, const FactorRow& row, const Bounds& bounds) {
  if (row.origin.empty()) return;
  const std::string name = fill(surface.text(Text::OriginOf), {row.name});
  surface.open(Role::Cell, {}, Key("origin"));
  SemanticNode& node = surface.record(Role::Button, name, bounds, Key(row.name));
  for (const auto& [label, words] : row.origin) {
    if (!node.description.empty()) node.description += "; ";
    node.description.append(label).append(": ").append(words);
  }
  const Interaction interaction = surface.interact(node.id, bounds);
  surface.semantics.close();
  if (interaction.hovered) {
    surface.pen.fill(bounds, withAlpha(surface.palette.accent, 0x0C), radius::kControl);
  }
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
  if (interaction.hovered || interaction.focused || interaction.held) {
    hint(surface, bounds, row.name, row.origin);
  }
  if (interaction.pressed) surface.emit(app::PanelToggled{app::Panel::Explain});
}

void wideRow(Surface& surface, const FactorRow& row, double most) {
  const Palette& palette = surface.palette;
  Layout& layout = surface.layout;
  surface.pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
                   palette.line);
  const float top = layout.top() + space::kSmall + space::kTight;
  surface.open(Role::Row, {}, Key(row.name));
  float height = cell(surface, 0, row.name, type::kBodyStrong, palette.ink, top);
  const bool known = row.value != surface.text(Text::Missing);
  float valueHeight = cell(surface, 1, row.value, known ? type::kBody : type::kBodyStrong,
                           known ? palette.ink : palette.high.ink, top);
  if (row.doubt) {
    const std::string_view label = surface.text(*row.doubt);
    const ChipStyle style{palette.intermediate, Mark::Warning};
    const Bounds place{columnLeft(surface, 1), top + valueHeight + space::kTight,
                       kColumns[1].share * layout.width() - kGutter, chipHeight(surface)};
    drawChip(surface, label, style, place, Alignment::Left);
    surface.record(Role::Text, label, place);
    valueHeight += space::kTight + place.height;
  }
  height = std::max(height, valueHeight);
  height = std::max(height, cell(surface, 2, row.measured, type::kCaption, palette.inkSoft, top));
  height = std::max(height, addsCell(surface, row, most, top));
  height = std::max(height, sourceCell(surface, row.source, top));
  originHint(surface, row,
             {layout.left(), top - space::kSmall, layout.width(), height + 2 * space::kSmall});
  surface.semantics.close();
  layout.moveTo(top + height + space::kSmall + space::kTight);
}

void narrowRow(Surface& surface, const FactorRow& row, double most) {
  const Palette& palette = surface.palette;
  Layout& layout = surface.layout;
  surface.pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
                   palette.line);
  layout.gap(space::kSmall + space::kTight);
  surface.open(Role::Row, {}, Key(row.name));
  const Pen& pen = surface.pen;
  const std::string points = row.adds ? formatPoints(*row.adds, wordsOf(surface)) : std::string();
  const TextBlock right = pen.layOutLine(points, type::kBodyStrong, layout.width() / 3);
  const float room = layout.width() - right.width - space::kMedium;
  const TextBlock name = pen.layOut(row.name, type::kBodyStrong, room);
  const float top = layout.top();
  pen.draw(name, {layout.left(), top}, palette.ink);
  surface.record(Role::Cell, row.name, {layout.left(), top, room, name.height});
  if (row.adds) {
    pen.draw(right, {layout.left(), top}, colourOf(surface, *row.adds), Alignment::Right,
             layout.width());
  }
  layout.gap(name.height);
  const std::string value = row.measured.empty() ? row.value : row.value + " · " + row.measured;
  const TextBlock caption = pen.layOut(value, type::kCaption, layout.width());
  const Bounds placed = layout.place(caption.height);
  pen.draw(caption, {placed.left, placed.top}, palette.inkSoft);
  surface.record(Role::Cell, value, placed);
  if (row.adds) {
    surface.record(Role::Cell, points, {layout.left(), top, layout.width(), right.height});
    layout.gap(space::kTight);
    constexpr float kThickness = 4;
    bar(surface, layout.place(kThickness), *row.adds, most);
  }
  if (row.doubt) {
    layout.gap(space::kTight);
    chip(surface, surface.text(*row.doubt), {palette.intermediate, Mark::Warning});
  }
  originHint(surface, row,
             {layout.left(), top - space::kSmall, layout.width(),
              std::max(layout.top() - top + 2 * space::kSmall, surface.targetHeight())});
  surface.semantics.close();
  layout.gap(space::kSmall + space::kTight);
}

}  // namespace

void factorsCard(Surface& surface, const fhir::ClinicalRecord& record,
                 const app::Assessment& assessment) {
  const Card card(surface);
  heading(surface, surface.text(Text::WhatTheNumberIsMadeOf), 2, type::kSubheading);
  if (assessment.contributions) {
    paragraph(surface,
              fill(surface.text(Text::AddsNote),
                   {formatRisk(assessment.contributions->ideal, wordsOf(surface))}),
              type::kCaption, surface.palette.inkSoft);
  }
  surface.layout.gap(space::kMedium);
  const auto all = rows(surface, record, assessment);
  const double most = largest(all);
  const bool narrow = surface.layout.width() < surface.pen.scaled(560);
  surface.open(Role::Table, surface.text(Text::WhatTheNumberIsMadeOf));
  if (!narrow) header(surface);
  for (const FactorRow& row : all) {
    if (narrow) {
      narrowRow(surface, row, most);
    } else {
      wideRow(surface, row, most);
    }
  }
  surface.semantics.close();
}

}  // namespace ui
