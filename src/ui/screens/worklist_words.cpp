#include "ui/screens/worklist_words.h"

#include <algorithm>

#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"

namespace ui {

namespace {

constexpr std::string_view kDash = "–";

/// What it takes to know an input: a measurement, a question, or the record put in order.
Text remedyFor(risk::Input input) {
  switch (input) {
    case risk::Input::Sex:
    case risk::Input::Age:
      return Text::RecordItem;
    case risk::Input::Smoker:
    case risk::Input::Diabetes:
    case risk::Input::BloodPressureTreated:
    case risk::Input::PriorCardiovascularDisease:
      return Text::AskAbout;
    default:
      return Text::MeasureItem;
  }
}

std::string missingInWords(const Surface& surface, const std::vector<risk::Input>& missing) {
  const auto has = [&](risk::Input input) {
    return std::find(missing.begin(), missing.end(), input) != missing.end();
  };
  const bool onlyLipids =
      missing.size() == 2 && has(risk::Input::TotalCholesterol) && has(risk::Input::HdlCholesterol);
  if (missing.size() == 1 || onlyLipids) {
    const risk::Input input = onlyLipids ? risk::Input::TotalCholesterol : missing.front();
    const std::string_view pattern = surface.text(Text::ItemMissing);
    const std::string_view name = surface.text(shortName(input));
    return fill(pattern, {pattern.starts_with("{0}") ? std::string(name) : inSentence(name)});
  }
  return fill(surface.text(Text::ItemsMissing), {std::to_string(missing.size())});
}

std::string ageInWords(const Surface& surface, const app::StaleFact& stale) {
  const std::string_view name = surface.text(shortName(stale.fact));
  if (stale.years < 1) return fill(surface.text(Text::ItemOld), {name});
  if (stale.years == 1) return fill(surface.text(Text::ItemOneYearOld), {name});
  return fill(surface.text(Text::ItemYearsOld), {name, std::to_string(stale.years)});
}

void addAbsence(std::vector<std::string>& items, const Surface& surface,
                const app::PatientSummary& summary) {
  if (summary.isUnreadable()) {
    items.emplace_back(surface.text(Text::RecordCouldNotBeRead));
    return;
  }
  if (summary.partial) items.emplace_back(surface.text(Text::RecordInPart));
  if (summary.reason == risk::Reason::PriorCardiovascularDisease) {
    items.push_back(summary.priorDisease.empty()
                        ? std::string(surface.text(Text::DoesNotApply))
                        : fill(surface.text(Text::DoesNotApplyBecause), {summary.priorDisease}));
  }
  if (summary.reason == risk::Reason::SexUnknown) {
    items.push_back(
        fill(surface.text(Text::RecordItem), {inSentence(surface.text(nameOf(risk::Input::Sex)))}));
  }
  for (const risk::Input input : summary.outOfRange) {
    items.push_back(fill(surface.text(Text::IsOutOfRange), {surface.text(shortName(input))}));
  }
}

}  // namespace

std::string riskInFigures(const Surface& surface, const app::PatientSummary& summary) {
  const Words words = wordsOf(surface);
  if (summary.risk) return formatRisk(risk::Probability(*summary.risk), words);
  if (!summary.lowest || !summary.highest) return std::string(kDash);
  return formatRiskRange(risk::Probability(*summary.lowest), risk::Probability(*summary.highest),
                         words);
}

Badge badgeOf(const Surface& surface, const app::PatientSummary& summary) {
  const Palette& palette = surface.palette;
  if (summary.risk && summary.band) {
    return {std::string(surface.text(bandName(*summary.band))),
            bandStyle(surface.palette, *summary.band)};
  }
  const ChipStyle plain{{palette.accent, palette.accentTint}, Mark::None};
  if (!summary.reason) {
    return {std::string(surface.text(Text::RecordUnreadable)), {palette.high, Mark::Warning}};
  }
  if (summary.reason == risk::Reason::Missing && !summary.missing.empty()) {
    return {"? " + missingInWords(surface, summary.missing), plain};
  }
  return {std::string(kDash) + " " + std::string(surface.text(shortName(*summary.reason))), plain};
}

std::vector<std::string> toDo(const Surface& surface, const app::PatientSummary& summary) {
  std::vector<std::string> items;
  addAbsence(items, surface, summary);
  for (const risk::Input input : summary.missing) {
    items.push_back(
        fill(surface.text(remedyFor(input)), {inSentence(surface.text(shortName(input)))}));
  }
  for (const fhir::Fact fact : summary.questions) {
    std::string question =
        fill(surface.text(Text::AskAbout), {inSentence(surface.text(shortName(fact)))});
    if (std::find(items.begin(), items.end(), question) == items.end()) {
      items.push_back(std::move(question));
    }
  }
  if (summary.contradictions > 0) items.emplace_back(surface.text(Text::FactsDisagree));
  for (const app::StaleFact& stale : summary.stale)
    items.push_back(ageInWords(surface, stale));
  return items;
}

std::string toDoInShort(const Surface& surface, const app::PatientSummary& summary) {
  const std::vector<std::string> items = toDo(surface, summary);
  if (items.empty()) return {};
  if (items.size() == 1) return items.front();
  return fill(surface.text(Text::AndMore), {items.front(), std::to_string(items.size() - 1)});
}

std::string savedInWords(const Surface& surface, const app::PatientSummary& summary) {
  if (!summary.lastSaved) return std::string(kDash);
  const Words words = wordsOf(surface);
  const std::string date = formatDate(summary.lastSaved->date, words);
  if (!summary.lastSaved->probability) return date;
  return fill(surface.text(Text::SavedOn),
              {date, formatRisk(risk::Probability(*summary.lastSaved->probability), words)});
}

}  // namespace ui
