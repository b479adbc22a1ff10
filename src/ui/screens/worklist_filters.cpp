#include "ui/screens/worklist_filters.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/screens/problem.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kSearchWidth = 320;

struct FilterChip {
  Role role;
  Text label;
  std::size_t count;
  ChipStyle style;
  bool chosen;
};

/// A chip that can be pressed; the chosen one has an edge. True when it was pressed.
bool filterChip(Surface& surface, const FilterChip& filter) {
  const std::string label = fill(surface.text(filter.label), {std::to_string(filter.count)});
  const float height = chipHeight(surface) + space::kTight;
  const Bounds target =
      surface.layout.placeInline(chipWidth(surface, label, filter.style), surface.targetHeight());
  const Bounds pill{target.left, target.top + (target.height - height) / 2, target.width, height};
  SemanticNode& node =
      surface.record(filter.role, label, target, Key(static_cast<std::size_t>(filter.label)));
  node.checked = filter.chosen;
  const Interaction interaction = surface.interact(node.id, target);
  drawChip(surface, label, filter.style, pill, Alignment::Left);
  if (filter.chosen) {
    surface.pen.outline(pill, filter.style.tone.ink, height / 2, 2);
  } else if (interaction.hovered) {
    surface.pen.outline(pill, filter.style.tone.ink, height / 2, 1);
  }
  if (interaction.focused) surface.focusRing(pill, height / 2);
  return interaction.pressed;
}

void bandFilters(Surface& surface, const WorklistCounts& counts, WorklistChoice& choice) {
  const Palette& palette = surface.palette;
  struct Option {
    BandFilter filter;
    Text label;
    std::size_t count;
    ChipStyle style;
  };
  const std::array options{
      Option{BandFilter::All,
             Text::FilterAll,
             counts.all,
             {{palette.accent, palette.accentTint}, Mark::None}},
      Option{BandFilter::High, Text::FilterHigh, counts.high, {palette.high, Mark::Square}},
      Option{BandFilter::Intermediate,
             Text::FilterIntermediate,
             counts.intermediate,
             {palette.intermediate, Mark::Triangle}},
      Option{BandFilter::Low, Text::FilterLow, counts.low, {palette.low, Mark::Circle}}};
  surface.open(Role::Group, surface.text(Text::Show));
  for (const Option& option : options) {
    if (filterChip(surface, {.role = Role::Radio,
                             .label = option.label,
                             .count = option.count,
                             .style = option.style,
                             .chosen = choice.band == option.filter})) {
      choice.band = option.filter;
    }
  }
  const ChipStyle plain{{palette.ink, palette.surface}, Mark::None};
  if (filterChip(surface, {.role = Role::Checkbox,
                           .label = Text::FilterMissing,
                           .count = counts.missing,
                           .style = plain,
                           .chosen = choice.missingOnly})) {
    choice.missingOnly = !choice.missingOnly;
  }
  if (filterChip(surface, {.role = Role::Checkbox,
                           .label = Text::FilterOutOfDate,
                           .count = counts.outOfDate,
                           .style = plain,
                           .chosen = choice.outOfDateOnly})) {
    choice.outOfDateOnly = !choice.outOfDateOnly;
  }
  surface.semantics.close();
}

void sortChoice(Surface& surface, WorklistChoice& choice) {
  const std::array<std::string_view, kWorklistColumns.size()> names{
      surface.text(Text::SortName), surface.text(Text::Age), surface.text(Text::SortRisk),
      surface.text(Text::ToDo), surface.text(Text::LastSaved)};
  const auto found = std::find(kWorklistColumns.begin(), kWorklistColumns.end(), choice.sortedBy);
  const auto chosen = static_cast<std::size_t>(found - kWorklistColumns.begin());
  surface.layout.gap(space::kSmall);
  if (const auto pressed = ui::choice(surface, surface.text(Text::SortBy), names, chosen)) {
    choice.sortedBy = kWorklistColumns[*pressed];
    choice.direction = usualDirection(choice.sortedBy);
  }
}

/// A line of small text with a plain button behind it. True when it is pressed.
bool lineWithButton(Surface& surface, std::string_view words, Text label) {
  surface.layout.beginFlow(space::kMedium, space::kTight);
  inlineText(surface, words, type::kCaption, surface.palette.inkSoft);
  const bool pressed = button(surface, surface.text(label), {.size = ButtonSize::Small});
  surface.layout.endFlow();
  return pressed;
}

std::size_t unreadableCount(const app::Triage& triage) {
  return static_cast<std::size_t>(
      std::count_if(triage.results.begin(), triage.results.end(),
                    [](const auto& each) { return each.second.problem.has_value(); }));
}

void failedPart(Surface& surface, std::size_t count) {
  const std::string words = count == 1
                                ? std::string(surface.text(Text::OneUnreadable))
                                : fill(surface.text(Text::SomeUnreadable), {std::to_string(count)});
  if (noticeWithButton(surface, NoticeKind::Warning, {words}, surface.text(Text::Retry))) {
    surface.emit(app::TriageContinued{});
  }
}

}  // namespace

void worklistFilters(Surface& surface, const WorklistCounts& counts, WorklistChoice& choice) {
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  if (auto entered =
          searchField(surface, surface.text(Text::SearchPatients), choice.search, kSearchWidth)) {
    choice.search = std::move(*entered);
  }
  bandFilters(surface, counts, choice);
  surface.layout.endFlow();
  if (surface.isPhone()) sortChoice(surface, choice);
}

void triageProgress(Surface& surface, const app::Worklists& worklists) {
  const app::Triage& triage = worklists.triage;
  const std::string progress =
      fill(surface.text(Text::AssessedOf),
           {std::to_string(triage.results.size()), std::to_string(triage.total)});
  switch (triage.phase) {
    case app::TriagePhase::Idle:
      return;
    case app::TriagePhase::Running:
    case app::TriagePhase::Waiting:
      progressBar(surface, progress, static_cast<int>(triage.results.size()),
                  static_cast<int>(triage.total));
      surface.layout.gap(space::kTight);
      if (triage.phase == app::TriagePhase::Waiting) {
        paragraph(surface, surface.text(Text::ServerWantsPause), type::kCaption,
                  surface.palette.inkSoft);
      }
      if (button(surface, surface.text(Text::StopAssessing), {.size = ButtonSize::Small})) {
        surface.emit(app::TriageStopped{});
      }
      break;
    case app::TriagePhase::Stopped:
      if (lineWithButton(surface, progress, Text::ContinueAssessing)) {
        surface.emit(app::TriageContinued{});
      }
      break;
    case app::TriagePhase::Failed:
      if (problemNotice(surface, surface.text(Text::AssessingFailed),
                        triage.problem ? &*triage.problem : nullptr, surface.text(Text::Retry))) {
        surface.emit(app::TriageContinued{});
      }
      break;
    case app::TriagePhase::Done:
      if (const std::size_t count = unreadableCount(triage); count > 0) {
        failedPart(surface, count);
      } else {
        paragraph(surface, progress, type::kCaption, surface.palette.inkSoft);
      }
      break;
  }
  surface.layout.gap(space::kMedium);
}

}  // namespace ui
