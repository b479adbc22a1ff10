#include <string>

#include "app/worklist_csv.h"
#include "ui/screens/chrome.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"
#include "ui/screens/problem.h"
#include "ui/screens/rows_in_view.h"
#include "ui/screens/screens.h"
#include "ui/screens/worklist_document.h"
#include "ui/screens/worklist_filters.h"
#include "ui/screens/worklist_rows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 1136;
constexpr int kSkeletonLines = 8;

std::string titleOf(const Surface& surface, const app::State& state, const fhir::Worklist& list) {
  return state.local ? localTitle(surface, *state.local) : list.title;
}

std::string countOf(const Surface& surface, const fhir::Worklist& list) {
  if (list.count == 1) return std::string(surface.text(Text::OnePatient));
  return fill(surface.text(Text::PatientCount), {std::to_string(list.count)});
}

ButtonSize actionSize(const Surface& surface) {
  return surface.isPhone() ? ButtonSize::Small : ButtonSize::Regular;
}

void leaveButton(Surface& surface, const app::State& state) {
  const Text label = state.local ? Text::BackToStart : Text::ChangeList;
  if (button(surface, surface.text(label), {.size = actionSize(surface)})) {
    surface.emit(app::ScreenRequested{state.local ? app::Screen::Start : app::Screen::Worklists});
  }
}

void takeAlongButtons(Surface& surface, const app::State& state, std::string_view title,
                      const std::vector<std::string>& ids) {
  const fhir::Date today = app::today(state.now);
  if (button(surface, surface.text(Text::Export), {.size = actionSize(surface)})) {
    surface.emit(app::FileRequested{.name = app::worklistFileName(today),
                                    .mediaType = "text/csv",
                                    .content = app::worklistCsv(state.worklists, ids, today)});
  }
  if (button(surface, surface.text(Text::PrintList), {.size = actionSize(surface)})) {
    surface.emit(app::PrintRequested{worklistDocument(surface, state, title, ids)});
  }
}

float actionsWidth(const Surface& surface, const app::State& state) {
  const Text leave = state.local ? Text::BackToStart : Text::ChangeList;
  return buttonWidth(surface, surface.text(leave), ButtonSize::Regular) +
         buttonWidth(surface, surface.text(Text::Export), ButtonSize::Regular) +
         buttonWidth(surface, surface.text(Text::PrintList), ButtonSize::Regular) +
         2 * space::kMedium;
}

/// The count stands beside the title, or under one that fills the line.
void titleAndCount(Surface& surface, std::string_view title, const std::string& count, float room) {
  const ChipStyle style{{surface.palette.accent, surface.palette.accentTint}, Mark::None};
  const float chipRoom = chipWidth(surface, count, style) + space::kMedium;
  const float line = std::max(surface.pen.scaled(type::kTitle.lineHeight), surface.targetHeight());
  const TextBlock block = surface.pen.layOutLine(title, type::kTitle, room);
  const bool isBeside = block.width + chipRoom <= room;
  const Bounds place = surface.layout.place(line);
  const float middle = place.top + line / 2;
  surface.pen.draw(block, {place.left, middle - block.height / 2}, surface.palette.ink);
  SemanticNode& node =
      surface.record(Role::Heading, title, {place.left, place.top, block.width, line});
  node.level = 1;
  const float height = chipHeight(surface);
  Bounds chipBounds{place.left + block.width + space::kMedium, middle - height / 2,
                    chipRoom - space::kMedium, height};
  if (!isBeside) {
    chipBounds = surface.layout.place(height);
    chipBounds.width = chipRoom - space::kMedium;
    surface.layout.gap(space::kTight);
  }
  drawChip(surface, count, style, chipBounds, Alignment::Left);
  surface.record(Role::Text, count, chipBounds);
}

/// Title, number of patients and what their risk is the risk of on the left, what can be done with
/// the list on the right; one under the other where that is too much for a line.
void head(Surface& surface, const app::State& state, const fhir::Worklist& list,
          const std::vector<std::string>& ids) {
  const std::string title = titleOf(surface, state, list);
  const std::string count = countOf(surface, list);
  const float actions = actionsWidth(surface, state);
  const float width = surface.layout.width();
  constexpr float kLeastTitle = 320;
  const bool beside = width - actions > surface.pen.scaled(kLeastTitle);
  const float top = surface.layout.top();
  const float titleWidth = beside ? width - actions - space::kLarge : width;
  surface.layout.pushColumn(surface.layout.left(), titleWidth);
  titleAndCount(surface, title, count, titleWidth);
  paragraph(surface, meaningOfListRisk(surface), type::kCaption, surface.palette.inkSoft);
  const float titleBottom = surface.layout.popColumn();
  surface.layout.moveTo(titleBottom);
  if (beside) {
    surface.layout.pushColumn(surface.layout.left() + width - actions, actions);
    surface.layout.moveTo(top);
  } else {
    surface.layout.gap(space::kSmall);
  }
  surface.layout.beginFlow(surface.isPhone() ? space::kSmall : space::kMedium, space::kSmall);
  leaveButton(surface, state);
  takeAlongButtons(surface, state, title, ids);
  surface.layout.endFlow();
  if (beside) {
    const float bottom = surface.layout.popColumn();
    surface.layout.moveTo(std::max(bottom, titleBottom));
  }
  surface.layout.gap(space::kMedium);
}

void loading(Surface& surface, const app::Worklists& worklists, const fhir::Worklist& list) {
  const app::Load& load = worklists.patientsLoad;
  if (load.phase == app::LoadPhase::Failed || load.problem) {
    const Text words =
        load.phase == app::LoadPhase::Failed ? Text::PatientsFailed : Text::PatientsPartial;
    if (problemNotice(surface, surface.text(words), load.problem ? &*load.problem : nullptr,
                      surface.text(Text::Retry))) {
      surface.emit(app::WorklistChosen{list.reference});
    }
    surface.layout.gap(space::kMedium);
  }
  if (load.phase == app::LoadPhase::Waiting || load.phase == app::LoadPhase::Loading) {
    const auto now = static_cast<int>(worklists.patients.size());
    const auto total = static_cast<int>(list.patientIds.size());
    progressBar(
        surface,
        fill(surface.text(Text::ReadingPatients), {std::to_string(now), std::to_string(total)}),
        now, total);
    surface.layout.gap(space::kMedium);
    if (now == 0) skeleton(surface, kSkeletonLines);
  }
}

void nobodyLeft(Surface& surface, WorklistChoice& choice) {
  const bool bySearchAlone =
      choice.band == BandFilter::All && !choice.missingOnly && !choice.outOfDateOnly;
  paragraph(surface,
            bySearchAlone ? fill(surface.text(Text::NobodyFound), {choice.search})
                          : std::string(surface.text(Text::NobodyLeft)),
            type::kBody, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
  if (button(surface, surface.text(Text::ShowAll))) {
    choice.band = BandFilter::All;
    choice.missingOnly = false;
    choice.outOfDateOnly = false;
    choice.search.clear();
  }
}

void patients(Surface& surface, const app::State& state, const std::vector<std::string>& ids,
              WorklistView& view) {
  const app::Worklists& worklists = state.worklists;
  if (worklists.patients.empty()) {
    if (worklists.patientsLoad.phase == app::LoadPhase::Done) {
      paragraph(surface, surface.text(Text::NobodyOnList), type::kBody, surface.palette.inkSoft);
    }
    return;
  }
  worklistFilters(surface, worklists, view.order.counts(), view);
  surface.layout.gap(space::kMedium);
  if (worklists.patientsLoad.phase == app::LoadPhase::Done)
    triageNotices(surface, worklists, view.order.counts());
  if (ids.empty()) {
    nobodyLeft(surface, view.choice);
  } else {
    patientTable(surface, state, ids, view);
  }
}

}  // namespace

void worklistScreen(Surface& surface, const app::State& state, ViewState& view) {
  beginPage(surface, kPageWidth);
  if (const fhir::Worklist* list = state.worklists.chosenList()) {
    WorklistView& own = view.worklist;
    const std::vector<std::string>& ids = shownPatients(state.worklists, own);
    head(surface, state, *list, ids);
    loading(surface, state.worklists, *list);
    const WorklistChoice before = own.choice;
    patients(surface, state, ids, own);
    // What was chosen takes effect with the next frame, which something has to ask for.
    if (own.choice != before) surface.emit(app::UserActive{});
  }
  footer(surface);
}

}  // namespace ui
