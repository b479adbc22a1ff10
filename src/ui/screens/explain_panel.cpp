#include <algorithm>
#include <string>

#include "risk/assess.h"
#include "ui/messages.h"
#include "ui/screens/explain_terms.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/origin_words.h"
#include "ui/screens/panels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

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

void origin(Surface& surface, const fhir::ClinicalRecord& record, const app::Assessment& assessment,
            const risk::OutcomeResult& result, risk::Input input) {
  const std::vector<HintLine> lines = originInWords(surface, record, assessment, result, input);
  if (lines.empty()) return;
  surface.layout.gap(space::kSmall + space::kTight);
  const Card card(surface, {.padding = space::kMedium});
  heading(surface, surface.text(nameOf(input)), 3, type::kBodyStrong);
  surface.layout.gap(space::kTight);
  for (const auto& [label, value] : lines)
    detail(surface, label, value);
}

void calculation(Surface& surface, const fhir::ClinicalRecord& record,
                 const app::Assessment& assessment, const risk::OutcomeResult& result) {
  if (!result.result.ok()) {
    paragraph(surface, std::string(surface.text(Text::NoNumber)) + ": " +
                           briefly(surface, result.result.error()));
    return;
  }
  const auto equation = risk::explain(*result.model, indexOf(result), assessment.inputs);
  if (!equation.ok()) return;
  const bool competes = equation->link == risk::Link::CompetingRisks;
  const auto table = [&](const risk::LinearPredictor& predictor, Text label) {
    {
      const Card card(surface);
      if (competes) heading(surface, surface.text(label), 2, type::kBodyStrong);
      termTable(surface, record, assessment, *result.model, predictor, surface.text(label));
    }
    surface.layout.gap(space::kMedium);
  };
  table(equation->predictor, competes ? Text::EventTerms : Text::Calculation);
  if (competes) table(equation->competing, Text::DeathTerms);
  {
    const Card card(surface);
    formula(surface, *equation, result.result->risk, result.outcome->horizonYears);
  }
  if (!result.result->points) return;
  surface.layout.gap(space::kMedium);
  const Card card(surface);
  pointsOnSheet(surface, *result.result->points);
}

/// Which number is explained, by whom and from whom.
void introduction(Surface& surface, const risk::OutcomeResult& result) {
  const app::Language language = surface.settings.language;
  paragraph(surface,
            titleOf(surface, *result.model) + ": " + outcomeInWords(surface, *result.outcome),
            type::kBodyStrong, surface.palette.ink);
  paragraph(surface, result.model->citation, type::kCaption, surface.palette.inkSoft);
  paragraph(surface,
            fill(surface.text(Text::WhoItIsFor), {phrase(result.model->population, language)}),
            type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
}

}  // namespace

void explainPanel(Surface& surface, const app::State& state) {
  if (!state.patient || !state.patient->record || !state.patient->assessment) return;
  const fhir::ClinicalRecord& record = *state.patient->record;
  const app::Assessment& assessment = *state.patient->assessment;
  const std::size_t index = state.explained.value_or(assessment.headline);
  if (index >= assessment.results.size()) return;
  const risk::OutcomeResult& result = assessment.results[index];
  introduction(surface, result);
  calculation(surface, record, assessment, result);
  surface.layout.gap(space::kLarge);
  heading(surface, surface.text(Text::WhereItComesFrom), 2, type::kSubheading);
  for (const risk::InputUse& use : result.outcome->inputs)
    origin(surface, record, assessment, result, use.input);
}

}  // namespace ui
