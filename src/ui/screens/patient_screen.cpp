#include <algorithm>
#include <array>
#include <string>

#include "app/save_flow.h"
#include "ui/documents/clinical_note.h"
#include "ui/documents/patient_sheet.h"
#include "ui/screens/chrome.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 1136;

void wayBack(Surface& surface, const app::State& state) {
  if (state.patient->assessment && state.patient->assessment->enteredByHand) {
    const std::string label = "‹ " + std::string(surface.text(Text::EnterValues));
    if (button(surface, label, {.kind = ButtonKind::Plain, .key = Key("back")})) {
      surface.emit(app::ScreenRequested{app::Screen::EnterValues});
    }
    surface.layout.gap(space::kTight);
    return;
  }
  const fhir::Worklist* list = state.worklists.chosenList();
  if (list == nullptr) return;
  const std::string title = state.local ? localTitle(surface, *state.local) : list->title;
  const std::string label = title.empty() ? std::string(surface.text(Text::Back)) : "‹ " + title;
  if (button(surface, label, {.kind = ButtonKind::Plain, .key = Key("back")})) {
    surface.emit(app::ScreenRequested{app::Screen::Worklist});
  }
  surface.layout.gap(space::kTight);
}

void banner(Surface& surface, const app::PatientView& patient) {
  if (!patient.record) {
    heading(surface, surface.text(Text::ReadingRecord), 1, type::kTitle);
    return;
  }
  if (patient.assessment && patient.assessment->enteredByHand) {
    heading(surface, surface.text(Text::EnteredByHand), 1, type::kTitle);
    return;
  }
  heading(surface, fullName(surface, patient.record->patient), 1, type::kTitle);
  paragraph(surface, particulars(surface, patient.record->patient, patient.record->asOf),
            type::kBody, surface.palette.inkSoft);
}

/// One kind of data that could not be read, or not to its end, with the way to try again.
void kindProblem(Surface& surface, fhir::RecordKind kind, const app::Load& load) {
  const Text pattern = load.phase == app::LoadPhase::Failed ? Text::KindFailed : Text::KindCutShort;
  std::string title = fill(surface.text(pattern), {surface.text(nameOf(kind))});
  if (title.front() >= 'a' && title.front() <= 'z') {
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
  }
  if (problemNotice(surface, title, load.problem ? &*load.problem : nullptr,
                    surface.text(Text::Retry), Key(static_cast<std::size_t>(kind)))) {
    surface.emit(app::RetryPressed{kind});
  }
  surface.layout.gap(space::kMedium);
}

bool isReading(const app::Load& load) {
  return load.phase == app::LoadPhase::Waiting || load.phase == app::LoadPhase::Loading;
}

void loading(Surface& surface, const app::PatientView& patient) {
  int done = 0;
  bool anyProblem = false;
  for (const fhir::RecordKind kind : fhir::kRecordKinds) {
    const app::Load& load = patient.kind(kind).load;
    if (!isReading(load)) ++done;
    if (isReading(load) || !load.problem) continue;
    kindProblem(surface, kind, load);
    anyProblem = true;
  }
  if (anyProblem && patient.assessment) {
    paragraph(surface, surface.text(Text::PartialRecord), type::kCaption, surface.palette.inkSoft);
    surface.layout.gap(space::kMedium);
  }
  const auto total = static_cast<int>(fhir::kRecordKinds.size());
  if (done == total) return;
  progressBar(surface, surface.text(Text::ReadingRecord), done, total);
  surface.layout.gap(space::kMedium);
}

void skeletonCard(Surface& surface) {
  constexpr int kLines = 8;
  const Card card(surface);
  paragraph(surface, surface.text(Text::AssessWhenRead), type::kBody, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
  skeleton(surface, kLines);
}

void tabBar(Surface& surface, const app::PatientView& patient) {
  const std::array<std::string_view, 3> names{
      surface.text(Text::TabResult), surface.text(Text::TabWhatIf), surface.text(Text::TabHistory)};
  constexpr std::array kTabs{app::PatientTab::Result, app::PatientTab::WhatIf,
                             app::PatientTab::History};
  const auto chosen = std::find(kTabs.begin(), kTabs.end(), patient.tab);
  if (const auto picked = tabs(surface, names, static_cast<std::size_t>(chosen - kTabs.begin()))) {
    surface.emit(app::PatientTabChosen{kTabs[*picked]});
  }
  surface.layout.gap(space::kLarge);
}

constexpr ButtonOptions kSmall{.size = ButtonSize::Small};
constexpr ButtonOptions kSmallPrimary{.kind = ButtonKind::Primary, .size = ButtonSize::Small};

float actionsWidth(const Surface& surface, bool save) {
  float width = surface.pen.scaled(80);
  for (const Text label : {Text::CopyNote, Text::PrintSheet, Text::MoreWays}) {
    width += space::kSmall + buttonWidth(surface, surface.text(label), ButtonSize::Small);
  }
  if (!save) return width;
  return width + space::kSmall +
         buttonWidth(surface, surface.text(Text::SaveToRecord), ButtonSize::Small);
}

void copyAndPrint(Surface& surface, const app::State& state) {
  const app::PatientView& patient = *state.patient;
  if (button(surface, surface.text(Text::CopyNote), kSmall)) {
    surface.emit(app::CopyRequested{clinicalNote(surface, patient)});
  }
  if (button(surface, surface.text(Text::PrintSheet), kSmall)) {
    surface.emit(
        app::PrintRequested{patientSheet(surface, patient, state.configuration.emergencyNumber)});
  }
  if (button(surface, surface.text(Text::MoreWays), kSmall)) {
    surface.emit(app::PanelToggled{app::Panel::TakeAlong});
  }
}

void saveButton(Surface& surface) {
  if (button(surface, surface.text(Text::SaveToRecord), kSmallPrimary)) {
    surface.emit(app::SavePressed{});
  }
}

/// What can be done with the assessment as a whole: at the end of the patient's line where there is
/// room for it, else below, what matters most first.
void bannerWithActions(Surface& surface, const app::State& state) {
  Layout& layout = surface.layout;
  const bool save = app::canSave(state);
  const float width = actionsWidth(surface, save);
  constexpr float kLeastName = 320;
  const bool beside = layout.width() - width > surface.pen.scaled(kLeastName);
  const float top = layout.top();
  if (beside) {
    layout.pushColumn(layout.left(), layout.width() - width - space::kLarge);
    banner(surface, *state.patient);
    const float bottom = layout.popColumn();
    layout.pushColumn(layout.left() + layout.width() - width, width);
    layout.moveTo(top + space::kTight);
    layout.beginFlow(space::kSmall, space::kSmall);
    copyStatus(surface, state.panel == app::Panel::None ? state.copied : std::nullopt);
    copyAndPrint(surface, state);
    if (save) saveButton(surface);
    layout.endFlow();
    layout.moveTo(std::max(bottom, layout.popColumn()));
    return;
  }
  banner(surface, *state.patient);
  layout.gap(space::kSmall);
  layout.beginFlow(space::kSmall, space::kSmall);
  if (save) saveButton(surface);
  copyAndPrint(surface, state);
  copyStatus(surface, state.panel == app::Panel::None ? state.copied : std::nullopt);
  layout.endFlow();
}

}  // namespace

void patientScreen(Surface& surface, const app::State& state) {
  beginPage(surface, kPageWidth);
  if (!state.patient) {
    footer(surface);
    return;
  }
  const app::PatientView& patient = *state.patient;
  const bool assessed = patient.record && patient.assessment;
  wayBack(surface, state);
  if (assessed) {
    bannerWithActions(surface, state);
  } else {
    banner(surface, patient);
  }
  if (state.local && state.local->title.empty()) {
    paragraph(surface, surface.text(Text::SampleData), type::kCaption, surface.palette.accent);
  }
  surface.layout.gap(space::kSmall);
  if (assessed) tabBar(surface, patient);
  if (!assessed) surface.layout.gap(space::kMedium);
  loading(surface, patient);
  if (!assessed) {
    const bool failed =
        patient.kind(fhir::RecordKind::Patient).load.phase == app::LoadPhase::Failed;
    if (!failed) skeletonCard(surface);
  } else if (patient.tab == app::PatientTab::Result) {
    resultTab(surface, patient);
  } else if (patient.tab == app::PatientTab::WhatIf) {
    whatIfTab(surface, patient);
  } else {
    historyTab(surface, patient);
  }
  footer(surface);
}

}  // namespace ui
