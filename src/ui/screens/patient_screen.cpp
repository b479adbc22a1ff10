#include <algorithm>
#include <array>
#include <string>

#include "ui/screens/chrome.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_banner.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/patient_tabs.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/screens/worklist_rail.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 1280;

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

/// What could not be read, before everything that it may make wrong.
void problems(Surface& surface, const app::PatientView& patient) {
  bool anyProblem = false;
  for (const fhir::RecordKind kind : fhir::kRecordKinds) {
    const app::Load& load = patient.kind(kind).load;
    if (isReading(load) || !load.problem) continue;
    kindProblem(surface, kind, load);
    anyProblem = true;
  }
  if (!anyProblem || !patient.assessment) return;
  paragraph(surface, surface.text(Text::PartialRecord), type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
}

/// Keeps the place of the result until it is there, and shows how far the reading is.
void reading(Surface& surface, const app::PatientView& patient) {
  constexpr int kLines = 8;
  const Card card(surface);
  const auto done = std::count_if(
      fhir::kRecordKinds.begin(), fhir::kRecordKinds.end(),
      [&patient](fhir::RecordKind kind) { return !isReading(patient.kind(kind).load); });
  progressBar(surface, surface.text(Text::ReadingRecord), static_cast<int>(done),
              static_cast<int>(fhir::kRecordKinds.size()));
  surface.layout.gap(space::kMedium);
  paragraph(surface, surface.text(Text::AssessWhenRead), type::kBody, surface.palette.inkSoft);
  surface.layout.gap(space::kMedium);
  skeleton(surface, kLines);
}

void tabBar(Surface& surface, const app::PatientView& patient) {
  std::array<std::string_view, kPatientTabs.size()> names;
  std::transform(kPatientTabs.begin(), kPatientTabs.end(), names.begin(),
                 [&surface](const auto& each) { return surface.text(each.label); });
  const auto chosen =
      std::find_if(kPatientTabs.begin(), kPatientTabs.end(),
                   [&patient](const auto& each) { return each.tab == patient.tab; });
  if (const auto picked =
          tabs(surface, names, static_cast<std::size_t>(chosen - kPatientTabs.begin()))) {
    surface.emit(app::PatientTabChosen{kPatientTabs[*picked].tab});
  }
  surface.layout.gap(space::kLarge);
}

/// Who it is, and between what one can choose.
void head(Surface& surface, const app::State& state) {
  const bool hasRail = railWidth(surface, state) > 0;
  if (!hasRail && !surface.isPhone()) wayBackButton(surface, state);
  patientBanner(surface, state);
  if (state.local && state.local->title.empty()) {
    paragraph(surface, surface.text(Text::SampleData), type::kCaption, surface.palette.accent);
  }
  surface.layout.gap(space::kSmall);
  if (!surface.isPhone()) tabBar(surface, *state.patient);
}

void tab(Surface& surface, const app::PatientView& patient) {
  switch (patient.tab) {
    case app::PatientTab::Result:
      resultTab(surface, patient);
      return;
    case app::PatientTab::WhatIf:
      whatIfTab(surface, patient);
      return;
    case app::PatientTab::History:
      historyTab(surface, patient);
      return;
  }
}

}  // namespace

void patientScreen(Surface& surface, const app::State& state) {
  beginPage(surface, kPageWidth);
  if (!state.patient) {
    footer(surface);
    return;
  }
  const app::PatientView& patient = *state.patient;
  head(surface, state);
  problems(surface, patient);
  const bool failed = patient.kind(fhir::RecordKind::Patient).load.phase == app::LoadPhase::Failed;
  if (patient.record && patient.assessment) {
    tab(surface, patient);
  } else if (!failed) {
    reading(surface, patient);
  }
  footer(surface);
}

}  // namespace ui
