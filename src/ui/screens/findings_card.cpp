#include <algorithm>
#include <string>

#include "ui/screens/patient_cards.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kMostShown = 10;

void finding(Surface& surface, const fhir::Finding& each) {
  const bool isNote = each.severity == fhir::Severity::Info;
  const Tone tone = isNote ? Tone{surface.palette.accent, surface.palette.accentTint}
                           : surface.palette.intermediate;
  const Pen& pen = surface.pen;
  const float indent = pen.scaled(18);
  const TextBlock block = pen.layOut(each.message, type::kCaption, surface.layout.width() - indent);
  const Bounds bounds = surface.layout.place(block.height);
  pen.fillCircle({bounds.left + 4, bounds.top + pen.scaled(10)}, pen.scaled(3.5F), tone.ink);
  pen.draw(block, {bounds.left + indent, bounds.top}, surface.palette.ink);
  surface.record(Role::ListItem, each.message, bounds);
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
    finding(surface, *sorted[i]);
  }
  surface.semantics.close();
  if (sorted.size() > kMostShown) {
    paragraph(surface,
              fill(surface.text(Text::MoreFindings), {std::to_string(sorted.size() - kMostShown)}),
              type::kCaption, surface.palette.inkSoft);
  }
}

}  // namespace ui
