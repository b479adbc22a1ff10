#include "ui/screens/worklist_filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "ui/screens/problem.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kSearchWidth = 306;
constexpr float kChipGap = 6;

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

struct BandOption {
  BandFilter filter;
  Text label;
  std::size_t count;
  ChipStyle style;
};

std::array<BandOption, 4> bandOptions(const Palette& palette, const WorklistCounts& counts) {
  return {BandOption{BandFilter::All,
                     Text::FilterAll,
                     counts.all,
                     {{palette.accent, palette.accentTint}, Mark::None}},
          BandOption{BandFilter::High, Text::FilterHigh, counts.high, {palette.high, Mark::Square}},
          BandOption{BandFilter::Intermediate,
                     Text::FilterIntermediate,
                     counts.intermediate,
                     {palette.intermediate, Mark::Triangle}},
          BandOption{BandFilter::Low, Text::FilterLow, counts.low, {palette.low, Mark::Circle}}};
}

void switchChip(Surface& surface, Text label, std::size_t count, bool& on) {
  const ChipStyle plain{{surface.palette.ink, surface.palette.surface}, Mark::None};
  if (filterChip(
          surface,
          {.role = Role::Checkbox, .label = label, .count = count, .style = plain, .chosen = on})) {
    on = !on;
  }
}

void filterChips(Surface& surface, const WorklistCounts& counts, WorklistChoice& choice) {
  surface.open(Role::Group, surface.text(Text::Show));
  for (const BandOption& option : bandOptions(surface.palette, counts)) {
    if (filterChip(surface, {.role = Role::Radio,
                             .label = option.label,
                             .count = option.count,
                             .style = option.style,
                             .chosen = choice.band == option.filter})) {
      choice.band = option.filter;
    }
  }
  switchChip(surface, Text::FilterMissing, counts.missing, choice.missingOnly);
  switchChip(surface, Text::FilterOutOfDate, counts.outOfDate, choice.outOfDateOnly);
  surface.semantics.close();
}

/// The filters in force while the others are out of sight: what is pressed is taken off.
void chosenFilters(Surface& surface, const WorklistCounts& counts, WorklistChoice& choice) {
  for (const BandOption& option : bandOptions(surface.palette, counts)) {
    if (option.filter == BandFilter::All || option.filter != choice.band) continue;
    if (filterChip(surface, {.role = Role::Checkbox,
                             .label = option.label,
                             .count = option.count,
                             .style = option.style,
                             .chosen = true})) {
      choice.band = BandFilter::All;
    }
  }
  if (choice.missingOnly) {
    switchChip(surface, Text::FilterMissing, counts.missing, choice.missingOnly);
  }
  if (choice.outOfDateOnly) {
    switchChip(surface, Text::FilterOutOfDate, counts.outOfDate, choice.outOfDateOnly);
  }
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

void failedPart(Surface& surface, std::size_t count) {
  const std::string words = count == 1
                                ? std::string(surface.text(Text::OneUnreadable))
                                : fill(surface.text(Text::SomeUnreadable), {std::to_string(count)});
  if (noticeWithButton(surface, NoticeKind::Warning, {words}, surface.text(Text::Retry))) {
    surface.emit(app::TriageContinued{});
  }
}

/// How far the list is assessed: words, a bar under them while it goes on, and what can be done.
struct Progress {
  std::string name;
  std::string words;
  std::optional<Text> action;
  bool isRunning = false;
};

std::optional<Progress> progressOf(const Surface& surface, const app::Triage& triage) {
  const std::string done = std::to_string(triage.results.size());
  const std::string total = std::to_string(triage.total);
  const std::string name = fill(surface.text(Text::AssessedOf), {done, total});
  switch (triage.phase) {
    case app::TriagePhase::Running:
    case app::TriagePhase::Waiting:
      return Progress{name, fill(surface.text(Text::CountOf), {done, total}), Text::StopAssessing,
                      true};
    case app::TriagePhase::Stopped:
      return Progress{name, name, Text::ContinueAssessing};
    case app::TriagePhase::Done:
      return Progress{name, name, {}};
    case app::TriagePhase::Idle:
    case app::TriagePhase::Failed:
      break;
  }
  return std::nullopt;
}

void progressWords(Surface& surface, const Progress& progress, const app::Triage& triage,
                   const Bounds& area) {
  constexpr float kThickness = 4;
  const TextBlock words = surface.pen.layOutLine(progress.words, type::kCaption, area.width);
  const float height = words.height + (progress.isRunning ? kThickness : 0);
  const float top = area.top + (area.height - height) / 2;
  surface.pen.draw(words, {area.left, top}, surface.palette.inkSoft, Alignment::Right, area.width);
  const Bounds place{area.left, top, area.width, height};
  if (!progress.isRunning) {
    surface.record(Role::Text, progress.name, place);
    return;
  }
  const auto total = static_cast<double>(triage.total);
  const auto now = static_cast<double>(triage.results.size());
  const auto part = static_cast<float>(total > 0 ? std::min(now / total, 1.0) : 0.0);
  const Bounds track{area.left, top + words.height, area.width, kThickness};
  surface.pen.fill(track, surface.palette.track, kThickness / 2);
  surface.pen.fill({track.left, track.top, std::max(track.width * part, kThickness), kThickness},
                   surface.palette.accent, kThickness / 2);
  surface.record(Role::ProgressBar, progress.name, place).range = RangeValue{0, total, 1, now, {}};
}

/// At the right end of the filters, in the room that their last line leaves.
void progressInLine(Surface& surface, const app::Triage& triage) {
  const auto progress = progressOf(surface, triage);
  if (!progress) return;
  constexpr float kShortestBar = 72;
  const float words = std::max(std::ceil(surface.pen.widthOf(progress->words, type::kCaption)),
                               progress->isRunning ? surface.pen.scaled(kShortestBar) : 0.0F);
  const std::string_view action =
      progress->action ? surface.text(*progress->action) : std::string_view();
  const float button =
      progress->action
          ? space::kMedium + std::ceil(surface.pen.widthOf(action, type::kCaptionStrong))
          : 0;
  Layout& layout = surface.layout;
  const Bounds line = layout.placeInline(std::max(words + button, std::floor(layout.roomInLine())),
                                         surface.targetHeight());
  const float left = line.left + line.width - words - button;
  progressWords(surface, *progress, triage, {left, line.top, words, line.height});
  if (!progress->action) return;
  const ButtonOptions plain{.kind = ButtonKind::Plain};
  const float height = surface.viewport.coarsePointer
                           ? line.height
                           : std::max(24.0F, surface.pen.scaled(type::kCaption.lineHeight));
  layout.pushColumn(left + words + space::kMedium, button);
  layout.moveTo(line.top + (line.height - height) / 2);
  if (ui::button(surface, action, plain)) {
    if (progress->isRunning) {
      surface.emit(app::TriageStopped{});
    } else {
      surface.emit(app::TriageContinued{});
    }
  }
  layout.popColumn();
}

void searchIn(Surface& surface, WorklistChoice& choice, float width) {
  SearchEntry entry = searchField(surface, {.label = surface.text(Text::SearchPatients),
                                            .value = choice.search,
                                            .width = width,
                                            .shortLabel = surface.text(Text::SearchList)});
  if (entry.text) choice.search = std::move(*entry.text);
}

void narrowFilters(Surface& surface, const app::Worklists& worklists, const WorklistCounts& counts,
                   WorklistView& view) {
  searchIn(surface, view.choice, surface.layout.width());
  surface.layout.gap(space::kSmall);
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  if (button(surface, surface.text(Text::FilterAndSort),
             {.size = ButtonSize::Small, .expanded = view.isFilterOpen})) {
    view.isFilterOpen = !view.isFilterOpen;
    surface.emit(app::UserActive{});
  }
  if (!view.isFilterOpen) chosenFilters(surface, counts, view.choice);
  if (worklists.patientsLoad.phase == app::LoadPhase::Done) {
    progressInLine(surface, worklists.triage);
  }
  surface.layout.endFlow();
  if (!view.isFilterOpen) return;
  surface.layout.gap(space::kSmall);
  surface.layout.beginFlow(space::kSmall, 0);
  filterChips(surface, counts, view.choice);
  surface.layout.endFlow();
  sortChoice(surface, view.choice);
}

}  // namespace

void worklistFilters(Surface& surface, const app::Worklists& worklists,
                     const WorklistCounts& counts, WorklistView& view) {
  if (surface.isPhone()) {
    narrowFilters(surface, worklists, counts, view);
    return;
  }
  surface.layout.beginFlow(kChipGap, space::kSmall);
  searchIn(surface, view.choice, surface.pen.scaled(kSearchWidth));
  filterChips(surface, counts, view.choice);
  if (worklists.patientsLoad.phase == app::LoadPhase::Done) {
    progressInLine(surface, worklists.triage);
  }
  surface.layout.endFlow();
}

void triageNotices(Surface& surface, const app::Worklists& worklists,
                   const WorklistCounts& counts) {
  const app::Triage& triage = worklists.triage;
  if (triage.phase == app::TriagePhase::Waiting) {
    paragraph(surface, surface.text(Text::ServerWantsPause), type::kCaption,
              surface.palette.inkSoft);
  } else if (triage.phase == app::TriagePhase::Failed) {
    if (problemNotice(surface, surface.text(Text::AssessingFailed),
                      triage.problem ? &*triage.problem : nullptr, surface.text(Text::Retry))) {
      surface.emit(app::TriageContinued{});
    }
  } else if (triage.phase == app::TriagePhase::Done && counts.unreadable > 0) {
    failedPart(surface, counts.unreadable);
  } else {
    return;
  }
  surface.layout.gap(space::kMedium);
}

}  // namespace ui
