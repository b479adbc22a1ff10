#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kMostShown = 10;

/// Findings that say the same, and the facts that they say it about.
struct Remark {
  fhir::Severity severity;
  std::string message;
  std::vector<Text> facts;
};

/// The facts that were read from the resource that a finding names.
std::vector<Text> factsFrom(const fhir::ClinicalRecord& record, std::string_view path) {
  std::vector<Text> facts;
  // What is said of the person is about more than the age, which alone is read from there.
  if (path.starts_with("Patient/")) return facts;
  const auto addIfFrom = [&](fhir::Fact fact, const fhir::Origin& origin) {
    const bool isSource = std::any_of(origin.sources.begin(), origin.sources.end(),
                                      [path](const std::string& source) {
                                        return path == source || path.starts_with(source + ".");
                                      });
    if (isSource) facts.push_back(nameOf(fact));
  };
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    if (const auto* number = record.number(fact)) addIfFrom(fact, number->origin);
  }
  for (const fhir::Fact fact : fhir::kAnswerFacts) {
    if (const auto* answer = record.answer(fact)) addIfFrom(fact, answer->origin);
  }
  return facts;
}

/// Every "no" that is only assumed, in one remark.
Remark remarkOnAssumptions(const Surface& surface, const std::vector<risk::Input>& assumed) {
  Remark remark{fhir::Severity::Info, std::string(surface.text(Text::FindingsAssumed)), {}};
  for (const risk::Input input : assumed)
    remark.facts.push_back(nameOf(input));
  return remark;
}

/// What matters most first; each message once.
std::vector<Remark> remarksOn(const Surface& surface, const fhir::ClinicalRecord& record) {
  std::vector<Remark> remarks;
  for (const fhir::Finding& finding : record.findings) {
    if (finding.code == fhir::FindingCode::Assumed) continue;
    std::string words = message(finding, surface.settings.language);
    auto same = std::find_if(remarks.begin(), remarks.end(),
                             [&words](const Remark& remark) { return remark.message == words; });
    if (same == remarks.end()) {
      same = remarks.insert(remarks.end(), {finding.severity, std::move(words), {}});
    }
    for (const Text fact : factsFrom(record, finding.path)) {
      if (std::find(same->facts.begin(), same->facts.end(), fact) == same->facts.end()) {
        same->facts.push_back(fact);
      }
    }
  }
  std::stable_sort(remarks.begin(), remarks.end(),
                   [](const auto& a, const auto& b) { return a.severity > b.severity; });
  return remarks;
}

std::string inWords(const Surface& surface, const Remark& remark) {
  std::string facts;
  for (const Text fact : remark.facts) {
    if (!facts.empty()) facts += ", ";
    facts += surface.text(fact);
  }
  if (facts.empty()) return remark.message;
  return fill(surface.text(Text::FindingAbout), {facts, remark.message});
}

void drawRemark(Surface& surface, const Remark& remark) {
  const bool isNote = remark.severity == fhir::Severity::Info;
  const Colour colour = isNote ? surface.palette.accent : surface.palette.intermediate.ink;
  const Pen& pen = surface.pen;
  const float indent = pen.scaled(18);
  const std::string words = inWords(surface, remark);
  const TextBlock block = pen.layOut(words, type::kCaption, surface.layout.width() - indent);
  const Bounds bounds = surface.layout.place(block.height);
  pen.fillCircle({bounds.left + 4, bounds.top + pen.scaled(10)}, pen.scaled(3.5F), colour);
  pen.draw(block, {bounds.left + indent, bounds.top}, surface.palette.ink);
  surface.record(Role::ListItem, words, bounds);
  surface.layout.gap(space::kSmall);
}

/// Whoever knows better than a silent record says so here.
void offerCorrections(Surface& surface, const std::vector<risk::Input>& assumed) {
  const std::string_view lead = surface.text(Text::AssumedCorrection);
  paragraph(surface, lead, type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kSmall);
  surface.open(Role::Group, lead);
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  for (const risk::Input input : assumed) {
    if (button(surface, surface.text(nameOf(input)), {.size = ButtonSize::Small})) {
      surface.emit(app::QuestionAnswered{input, 1});
    }
  }
  surface.layout.endFlow();
  surface.semantics.close();
}

}  // namespace

void findingsCard(Surface& surface, const fhir::ClinicalRecord& record) {
  const Card card(surface);
  heading(surface, surface.text(Text::ThingsToCheck), 2, type::kSubheading);
  surface.layout.gap(space::kSmall);
  const std::vector<Remark> remarks = remarksOn(surface, record);
  const std::vector<risk::Input> assumed = app::assumptionsOf(record);
  if (remarks.empty() && assumed.empty()) {
    paragraph(surface, surface.text(Text::NothingToCheck), type::kCaption, surface.palette.inkSoft);
    return;
  }
  const std::size_t shown = std::min(remarks.size(), kMostShown);
  surface.open(Role::List, surface.text(Text::ThingsToCheck));
  for (std::size_t i = 0; i < shown; ++i)
    drawRemark(surface, remarks[i]);
  if (!assumed.empty()) drawRemark(surface, remarkOnAssumptions(surface, assumed));
  surface.semantics.close();
  if (shown < remarks.size()) {
    paragraph(surface,
              fill(surface.text(Text::MoreFindings), {std::to_string(remarks.size() - shown)}),
              type::kCaption, surface.palette.inkSoft);
  }
  if (!assumed.empty()) offerCorrections(surface, assumed);
}

}  // namespace ui
