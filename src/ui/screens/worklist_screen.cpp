#include <string>

#include "ui/screens/chrome.h"
#include "ui/screens/person.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/screens/worklist_rows.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 1136;
constexpr float kSearchWidth = 340;
constexpr int kSkeletonLines = 8;

void title(Surface& surface, const app::State& state, const fhir::Worklist& list) {
  const Text back = state.local ? Text::BackToStart : Text::ChangeList;
  if (button(surface, surface.text(back), {.kind = ButtonKind::Plain})) {
    surface.emit(app::ScreenRequested{state.local ? app::Screen::Start : app::Screen::Worklists});
  }
  surface.layout.gap(space::kTight);
  heading(surface, state.local ? localTitle(surface, *state.local) : list.title, 1, type::kTitle);
  const std::string count =
      list.count == 1 ? std::string(surface.text(Text::OnePatient))
                      : fill(surface.text(Text::PatientCount), {std::to_string(list.count)});
  paragraph(surface, count, type::kBody, surface.palette.inkSoft);
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

void patients(Surface& surface, const app::State& state, ViewState& view) {
  const app::Worklists& worklists = state.worklists;
  if (worklists.patients.empty()) {
    if (worklists.patientsLoad.phase == app::LoadPhase::Done) {
      paragraph(surface, surface.text(Text::NobodyOnList), type::kBody, surface.palette.inkSoft);
    }
    return;
  }
  surface.layout.beginFlow(space::kMedium, space::kSmall);
  if (auto entered = searchField(surface, surface.text(Text::SearchPatients), view.patientSearch,
                                 kSearchWidth)) {
    view.patientSearch = std::move(*entered);
  }
  surface.layout.endFlow();
  surface.layout.gap(space::kMedium);
  const auto matching = matchingPatients(worklists, view.patientSearch);
  if (matching.empty()) {
    paragraph(surface, fill(surface.text(Text::NobodyFound), {view.patientSearch}), type::kBody,
              surface.palette.inkSoft);
    return;
  }
  patientTable(surface, matching, app::today(state.now));
}

}  // namespace

void worklistScreen(Surface& surface, const app::State& state, ViewState& view) {
  beginPage(surface, kPageWidth);
  if (const fhir::Worklist* list = state.worklists.chosenList()) {
    title(surface, state, *list);
    loading(surface, state.worklists, *list);
    patients(surface, state, view);
  }
  footer(surface);
}

}  // namespace ui
