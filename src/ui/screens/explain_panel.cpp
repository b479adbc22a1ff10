#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "risk/assess.h"
#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/origin_words.h"
#include "ui/screens/panels.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr int kDecimals = 4;
constexpr int kCoefficientDecimals = 5;

struct Column {
  float share;
  Alignment alignment;
};

constexpr std::array kColumns{Column{0.43F, Alignment::Left}, Column{0.19F, Alignment::Right},
                              Column{0.19F, Alignment::Right}, Column{0.19F, Alignment::Right}};

void tableRow(Surface& surface, Role role, const std::array<std::string, kColumns.size()>& texts,
              const TextStyle& style, Colour colour, const Key& key) {
  Layout& layout = surface.layout;
  surface.open(Role::Row, {}, key);
  const float top = layout.top() + space::kSmall;
  float left = layout.left();
  float height = 0;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const float width = kColumns[i].share * layout.width();
    const TextBlock block = surface.pen.layOut(texts[i], style, width - space::kSmall);
    surface.pen.draw(block, {left, top}, colour, kColumns[i].alignment, width - space::kSmall);
    surface.record(role, texts[i], {left, top, width - space::kSmall, block.height});
    height = std::max(height, block.height);
    left += width;
  }
  surface.semantics.close();
  layout.moveTo(top + height + space::kSmall);
  surface.pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
                   surface.palette.line);
}

std::array<std::string, kColumns.size()> termInWords(const risk::Term& term, const Words& words) {
  return {termName(term.name, words.settings.language), formatNumber(term.value, kDecimals, words),
          formatNumber(term.coefficient, kCoefficientDecimals, words),
          formatNumber(term.product(), kDecimals, words)};
}

/// Where four columns do not fit: the name, and the multiplication under it.
void narrowTerms(Surface& surface, std::span<const risk::Term> all) {
  const Words words = wordsOf(surface);
  surface.open(Role::List, surface.text(Text::Calculation));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto texts = termInWords(all[i], words);
    const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
    const std::string product = texts[1] + " × " + texts[2] + " = " + texts[3];
    silentText(surface, texts[0], type::kBodyStrong, surface.palette.ink);
    silentText(surface, product, type::kCaption, surface.palette.ink);
    surface.record(Role::ListItem, texts[0] + ": " + product,
                   {from.left, from.top, from.width, surface.layout.top() - from.top}, Key(i));
    surface.layout.gap(space::kSmall);
  }
  surface.semantics.close();
}

void terms(Surface& surface, std::span<const risk::Term> all) {
  if (surface.isPhone()) {
    narrowTerms(surface, all);
    return;
  }
  const Words words = wordsOf(surface);
  surface.open(Role::Table, surface.text(Text::Calculation));
  tableRow(surface, Role::ColumnHeader,
           {std::string(surface.text(Text::Term)), std::string(surface.text(Text::Value)),
            std::string(surface.text(Text::Coefficient)), std::string(surface.text(Text::Product))},
           type::kCaptionStrong, surface.palette.inkFaint, Key("header"));
  for (std::size_t i = 0; i < all.size(); ++i) {
    tableRow(surface, Role::Cell, termInWords(all[i], words), type::kBody, surface.palette.ink,
             Key(i));
  }
  surface.semantics.close();
}

/// How the sum of the terms becomes the risk.
void formula(Surface& surface, const risk::Equation& equation, risk::Probability risk) {
  const Words words = wordsOf(surface);
  const double sum = equation.predictor.sum();
  const auto number = [&words](double value) { return formatNumber(value, kDecimals, words); };
  const std::string percent =
      fill(surface.text(Text::Percent), {formatNumber(risk.value() * 100, 2, words)});
  if (equation.link == risk::Link::ProportionalHazards) {
    const double centred = sum - equation.centre;
    paragraph(surface, fill(surface.text(Text::CentredLine),
                            {number(sum), number(equation.centre), number(centred)}));
    const std::string survival =
        formatNumber(equation.baselineSurvival, kCoefficientDecimals, words);
    paragraph(surface, "1 − " + survival + "^exp(" + number(centred) + ") = " + percent,
              type::kBodyStrong, surface.palette.ink);
    return;
  }
  paragraph(surface, fill(surface.text(Text::SumLine), {number(sum)}));
  paragraph(surface, fill(surface.text(Text::RiskLine), {percent}), type::kBodyStrong,
            surface.palette.ink);
}

void detail(Surface& surface, std::string_view label, std::string_view value) {
  Layout& layout = surface.layout;
  const float labelWidth = std::min(surface.pen.scaled(120), layout.width() * 0.34F);
  const TextBlock name = surface.pen.layOut(label, type::kCaption, labelWidth);
  const TextBlock words =
      surface.pen.layOut(value, type::kCaption, layout.width() - labelWidth - space::kMedium);
  const Bounds line = layout.place(std::max(name.height, words.height));
  surface.pen.draw(name, {line.left, line.top}, surface.palette.inkSoft);
  surface.pen.draw(words, {line.left + labelWidth + space::kMedium, line.top}, surface.palette.ink);
  surface.record(Role::Text, std::string(label) + ": " + std::string(value), line);
  layout.gap(space::kTight);
}

void origin(Surface& surface, const fhir::ClinicalRecord& record, risk::Input input) {
  const std::vector<HintLine> lines = originInWords(surface, record, input);
  if (lines.empty()) return;
  const Card card(surface, {.padding = space::kMedium});
  heading(surface, surface.text(nameOf(input)), 3, type::kBodyStrong);
  surface.layout.gap(space::kTight);
  for (const auto& [label, value] : lines)
    detail(surface, label, value);
}

void calculation(Surface& surface, const app::Assessment& assessment) {
  const risk::OutcomeResult& result = assessment.headlineResult();
  if (!result.result.ok()) {
    paragraph(surface, surface.text(Text::NoNumber));
    return;
  }
  const auto index = static_cast<std::size_t>(result.outcome - result.model->outcomes.data());
  const auto equation = risk::explain(*result.model, index, assessment.inputs);
  if (!equation.ok()) return;
  {
    const Card card(surface);
    terms(surface, equation->predictor.terms());
  }
  surface.layout.gap(space::kMedium);
  const Card card(surface);
  formula(surface, *equation, result.result->risk);
}

}  // namespace

void explainPanel(Surface& surface, const app::State& state) {
  if (!state.patient || !state.patient->record || !state.patient->assessment) return;
  const app::Assessment& assessment = *state.patient->assessment;
  const risk::OutcomeResult& result = assessment.headlineResult();
  paragraph(surface,
            phrase(result.model->title, surface.settings.language) + ". " +
                std::string(result.model->citation),
            type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
  calculation(surface, assessment);
  surface.layout.gap(space::kLarge);
  heading(surface, surface.text(Text::WhereItComesFrom), 2, type::kSubheading);
  for (const risk::InputUse& use : result.outcome->inputs) {
    surface.layout.gap(space::kSmall + space::kTight);
    origin(surface, *state.patient->record, use.input);
  }
}

}  // namespace ui
