#include <string>

#include "ui/screens/chrome.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/logo.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 720;
constexpr int kSkeletonLines = 6;
constexpr float kFieldWidth = 360;

std::string countText(const Surface& surface, std::size_t count) {
  if (count == 1) return std::string(surface.text(Text::OnePatient));
  return fill(surface.text(Text::PatientCount), {std::to_string(count)});
}

/// One list: a button as wide as the column, title on the left, count on the right.
void listItem(Surface& surface, const fhir::Worklist& list) {
  const Pen& pen = surface.pen;
  const Palette& palette = surface.palette;
  const std::string count = countText(surface, list.count);
  const TextBlock small = pen.layOutLine(count, type::kCaption, surface.layout.width() / 2);
  const TextBlock title = pen.layOutLine(list.title, type::kBodyStrong,
                                         surface.layout.width() - small.width - 4 * space::kLarge);
  const Bounds bounds = surface.layout.place(std::max(pen.scaled(64), surface.targetHeight()));
  surface.open(Role::ListItem, {}, Key(list.reference));
  SemanticNode& node = surface.record(Role::Button, list.title, bounds, Key(list.reference));
  node.description = count;
  const Interaction interaction = surface.interact(node.id, bounds);
  surface.semantics.close();
  pen.fill(bounds, interaction.hovered ? palette.accentTint : palette.surface, radius::kCard);
  pen.outline(bounds, palette.line, radius::kCard);
  const float middle = bounds.top + bounds.height / 2;
  pen.draw(title, {bounds.left + space::kLarge, middle - title.height / 2}, palette.ink);
  const float right = bounds.left + bounds.width - space::kLarge;
  pen.draw(small, {right - small.width - space::kMedium, middle - small.height / 2},
           palette.inkSoft);
  drawChevron(pen, {right - pen.scaled(3), middle}, Direction::Onward, palette.inkFaint);
  if (interaction.focused) surface.focusRing(bounds, radius::kCard);
  if (interaction.pressed) surface.emit(app::WorklistChosen{list.reference});
}

void problem(Surface& surface, Text title, const app::Load& load) {
  if (problemNotice(surface, surface.text(title), load.problem ? &*load.problem : nullptr,
                    surface.text(Text::Retry))) {
    surface.emit(app::StartOverPressed{});
  }
  surface.layout.gap(space::kMedium);
}

void emptyLists(Surface& surface) {
  if (noticeWithButton(surface, NoticeKind::Note,
                       {surface.text(Text::NoLists), surface.text(Text::NoListsAdvice)},
                       surface.text(Text::Retry))) {
    surface.emit(app::StartOverPressed{});
  }
}

/// Somebody who may be on no list: by name, birth date or identifier.
void findPatient(Surface& surface, const app::PatientSearch& search, std::string& typed) {
  heading(surface, surface.text(Text::FindPatient), 1, type::kTitle);
  surface.layout.gap(space::kMedium);
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  SearchEntry entry = searchField(
      surface, {.label = surface.text(Text::FindPatientBy), .value = typed, .width = kFieldWidth});
  if (entry.text) typed = std::move(*entry.text);
  const bool isFindPressed = button(surface, surface.text(Text::Find));
  if (isFindPressed || entry.isSubmitted) surface.emit(app::PatientSearched{typed});
  surface.layout.endFlow();
  surface.layout.gap(space::kMedium);
  if (search.load.phase == app::LoadPhase::Loading) {
    skeleton(surface, 1);
  } else if (search.load.phase == app::LoadPhase::Failed) {
    if (problemNotice(surface, surface.text(Text::FindPatientFailed),
                      search.load.problem ? &*search.load.problem : nullptr,
                      surface.text(Text::Retry), Key("find"))) {
      surface.emit(app::PatientSearched{search.text});
    }
  } else if (search.load.phase == app::LoadPhase::Done) {
    notice(surface, NoticeKind::Warning, {surface.text(Text::NobodyOnServer)});
  }
}

}  // namespace

void worklistsScreen(Surface& surface, const app::State& state, ViewState& view) {
  beginPage(surface, kPageWidth);
  // Above the lists: below them it would move away from the pointer when they arrive.
  findPatient(surface, state.worklists.search, view.worklist.find);
  surface.layout.gap(space::kLarge);
  heading(surface, surface.text(Text::YourLists), 2, type::kSubheading);
  surface.layout.gap(space::kMedium);
  const app::Load& load = state.worklists.load;
  if (load.phase == app::LoadPhase::Failed) {
    problem(surface, Text::ListsFailed, load);
  } else if (load.phase != app::LoadPhase::Done && state.worklists.lists.empty()) {
    progressBar(surface, surface.text(Text::ReadingLists), load.pages, load.pages + 1);
    surface.layout.gap(space::kLarge);
    skeleton(surface, kSkeletonLines);
  } else if (load.problem) {
    problem(surface, Text::ListsPartial, load);
  } else if (state.worklists.lists.empty()) {
    emptyLists(surface);
  }
  surface.open(Role::List, surface.text(Text::YourLists));
  for (const fhir::Worklist& list : state.worklists.lists) {
    listItem(surface, list);
    surface.layout.gap(space::kSmall + space::kTight);
  }
  surface.semantics.close();
  footer(surface);
}

}  // namespace ui
