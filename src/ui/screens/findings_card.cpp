#include <algorithm>
#include <optional>
#include <string>

#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kMostShown = 10;

bool comesFrom(const fhir::Origin& origin, const std::string& path) {
  return std::find(origin.sources.begin(), origin.sources.end(), path) != origin.sources.end();
}

/// The fact that was read from the resource a finding is about; empty when none was.
std::optional<fhir::Fact> factFrom(const fhir::ClinicalRecord& record, const std::string& path) {
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    const fhir::NumberFact* number = record.number(fact);
    if (number != nullptr && comesFrom(number->origin, path)) return fact;
  }
  for (const fhir::Fact fact : fhir::kAnswerFacts) {
    const fhir::AnswerFact* answer = record.answer(fact);
    if (answer != nullptr && comesFrom(answer->origin, path)) return fact;
  }
  return std::nullopt;
}

/// The finding with the name of what it concerns, so that a list of them can be acted on.
std::string findingInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                           const fhir::Finding& each) {
  const auto fact = factFrom(record, each.path);
  if (!fact) return each.message;
  return fill(surface.text(Text::FindingAbout), {surface.text(nameOf(*fact)), each.message});
}

void finding(Surface& surface, const fhir::Finding& each, const std::string& words) {
  const bool isNote = each.severity == fhir::Severity::Info;
  const Tone tone = isNote ? Tone{surface.palette.accent, surface.palette.accentTint}
                           : surface.palette.intermediate;
  const Pen& pen = surface.pen;
  const float indent = pen.scaled(18);
  const TextBlock block = pen.layOut(words, type::kCaption, surface.layout.width() - indent);
  const Bounds bounds = surface.layout.place(block.height);
  pen.fillCircle({bounds.left + 4, bounds.top + pen.scaled(10)}, pen.scaled(3.5F), tone.ink);
  pen.draw(block, {bounds.left + indent, bounds.top}, surface.palette.ink);
  surface.record(Role::ListItem, words, bounds);
  surface.layout.gap(space::kSmall);
}

}  // namespace

void findingsCard(Surface& surface, const fhir::ClinicalRecord& record) {
  const Card card(surface);
  heading(surface, surface.text(Text::ThingsToCheck), 2, type::kSubheading);
  surface.layout.gap(space::kSmall);
  if (record.findings.empty()) {
    paragraph(surface, surface.text(Text::NothingToCheck), type::kCaption, surface.palette.inkSoft);
    return;
  }
  std::vector<const fhir::Finding*> sorted;
  for (const fhir::Finding& each : record.findings)
    sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto* a, const auto* b) { return a->severity > b->severity; });
  surface.open(Role::List, surface.text(Text::ThingsToCheck));
  for (std::size_t i = 0; i < std::min(sorted.size(), kMostShown); ++i) {
    finding(surface, *sorted[i], findingInWords(surface, record, *sorted[i]));
  }
  surface.semantics.close();
  if (sorted.size() > kMostShown) {
    paragraph(surface,
              fill(surface.text(Text::MoreFindings), {std::to_string(sorted.size() - kMostShown)}),
              type::kCaption, surface.palette.inkSoft);
  }
}

}  // namespace ui
