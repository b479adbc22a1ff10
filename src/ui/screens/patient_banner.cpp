#include "ui/screens/patient_banner.h"

#include <algorithm>

#include "app/save_flow.h"
#include "app/session_flow.h"
#include "ui/documents/clinical_note.h"
#include "ui/documents/patient_sheet.h"
#include "ui/screens/chrome.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/phone_bars.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr ButtonOptions kSmall{.size = ButtonSize::Small};
constexpr ButtonOptions kSmallPrimary{.kind = ButtonKind::Primary, .size = ButtonSize::Small};

bool isByHand(const app::PatientView& patient) {
  return patient.assessment && patient.assessment->enteredByHand;
}

bool isAssessed(const app::PatientView& patient) {
  return patient.record && patient.assessment;
}

/// Whether the assessment can be saved; until it is there, whether that is to be expected.
bool offersSaving(const app::State& state) {
  return isAssessed(*state.patient) ? app::canSave(state) : state.signedIn.has_value();
}

/// The EHR's own frame says who it is: beside the name one press away.
bool hidesParticulars(const app::State& state) {
  return app::ehrShowsPatient(state) && !state.patient->showsParticulars;
}

void particularsOnRequest(Surface& surface) {
  if (button(surface, surface.text(Text::ShowParticulars),
             {.kind = ButtonKind::Plain, .size = ButtonSize::Small})) {
    surface.emit(app::ParticularsRequested{});
  }
}

void whoItIs(Surface& surface, const app::State& state) {
  const app::PatientView& patient = *state.patient;
  heading(surface, patientTitle(surface, patient), 1, type::kTitle);
  if (isByHand(patient)) return;
  if (hidesParticulars(state)) {
    particularsOnRequest(surface);
    return;
  }
  if (!patient.record) {
    surface.layout.gap(surface.pen.scaled(type::kBody.lineHeight));
    return;
  }
  paragraph(surface, particulars(surface, patient.record->patient, patient.record->asOf),
            type::kBody, surface.palette.inkSoft);
}

void copyNote(Surface& surface, const app::State& state, const ButtonOptions& options) {
  if (button(surface, surface.text(Text::CopyNote), options)) {
    surface.emit(app::CopyRequested{clinicalNote(surface, *state.patient)});
  }
}

void print(Surface& surface, const app::State& state, const ButtonOptions& options) {
  if (button(surface, surface.text(Text::PrintSheet), options)) {
    surface.emit(app::PrintRequested{
        patientSheet(surface, *state.patient, state.configuration.emergencyNumber)});
  }
}

void save(Surface& surface, const app::State& state, const ButtonOptions& options) {
  if (!app::canSave(state)) return;
  if (button(surface, surface.text(Text::SaveToRecord), options)) surface.emit(app::SavePressed{});
}

void more(Surface& surface) {
  if (button(surface, surface.text(Text::MoreWays), kSmall)) {
    surface.emit(app::PanelToggled{app::Panel::TakeAlong});
  }
}

float actionsWidth(const Surface& surface, const app::State& state) {
  float width = surface.pen.scaled(80) + space::kSmall;
  for (const Text label : {Text::CopyNote, Text::PrintSheet, Text::MoreWays})
    width += buttonWidth(surface, surface.text(label), ButtonSize::Small) + space::kSmall;
  if (!offersSaving(state)) return width;
  return width + buttonWidth(surface, surface.text(Text::SaveToRecord), ButtonSize::Small);
}

std::optional<bool> copiedHere(const app::State& state) {
  return state.panel == app::Panel::None ? state.copied : std::nullopt;
}

/// At the end of the patient's line.
void actionsBeside(Surface& surface, const app::State& state) {
  copyStatus(surface, copiedHere(state));
  copyNote(surface, state, kSmall);
  print(surface, state, kSmall);
  more(surface);
  save(surface, state, kSmallPrimary);
}

/// Below the patient's line: from the left, what matters most first.
void actionsBelow(Surface& surface, const app::State& state) {
  save(surface, state, kSmallPrimary);
  copyNote(surface, state, kSmall);
  print(surface, state, kSmall);
  more(surface);
  copyStatus(surface, copiedHere(state));
}

void phoneBanner(Surface& surface, const app::State& state) {
  const app::PatientView& patient = *state.patient;
  if (!patient.record || isByHand(patient)) return;
  if (hidesParticulars(state)) {
    particularsOnRequest(surface);
    return;
  }
  const fhir::Patient& person = patient.record->patient;
  const std::string known = barHoldsSexAndAge(surface, state)
                                ? birthAndIdentifier(surface, person)
                                : particulars(surface, person, patient.record->asOf);
  if (!known.empty()) paragraph(surface, known, type::kCaption, surface.palette.inkSoft);
}

}  // namespace

std::optional<WayBack> wayBackOf(const Surface& surface, const app::State& state) {
  if (isByHand(*state.patient)) {
    return WayBack{"‹ " + std::string(surface.text(Text::EnterValues)), app::Screen::EnterValues};
  }
  const fhir::Worklist* list = state.worklists.chosenList();
  if (list == nullptr) {
    if (!app::choosesFromLists(state)) return std::nullopt;
    return WayBack{"‹ " + std::string(surface.text(Text::YourLists)), app::Screen::Worklists};
  }
  const std::string title = worklistTitle(surface, state, *list);
  return WayBack{title.empty() ? std::string(surface.text(Text::Back)) : "‹ " + title,
                 app::Screen::Worklist};
}

void wayBackButton(Surface& surface, const app::State& state) {
  const auto back = wayBackOf(surface, state);
  if (!back) return;
  if (button(surface, back->label, {.kind = ButtonKind::Plain, .key = Key("back")})) {
    surface.emit(app::ScreenRequested{back->screen});
  }
  surface.layout.gap(space::kTight);
}

std::string patientTitle(const Surface& surface, const app::PatientView& patient) {
  if (!patient.record) return std::string(surface.text(Text::ReadingRecord));
  if (isByHand(patient)) return std::string(surface.text(Text::EnteredByHand));
  return fullName(surface, patient.record->patient);
}

void patientBanner(Surface& surface, const app::State& state) {
  const app::PatientView& patient = *state.patient;
  if (surface.isPhone()) {
    phoneBanner(surface, state);
    return;
  }
  Layout& layout = surface.layout;
  const float width = actionsWidth(surface, state);
  constexpr float kLeastName = 320;
  const bool beside = layout.width() - width > surface.pen.scaled(kLeastName);
  const float top = layout.top();
  layout.pushColumn(layout.left(),
                    beside ? layout.width() - width - space::kLarge : layout.width());
  whoItIs(surface, state);
  const float bottom = layout.popColumn();
  layout.pushColumn(beside ? layout.left() + layout.width() - width : layout.left(),
                    beside ? width + 1 : layout.width());
  layout.moveTo(beside ? top + space::kTight : bottom + space::kSmall);
  layout.beginFlow(space::kSmall, space::kSmall);
  if (!isAssessed(patient)) {
    layout.placeInline(1, buttonHeight(surface, ButtonSize::Small));
  } else if (beside) {
    actionsBeside(surface, state);
  } else {
    actionsBelow(surface, state);
  }
  layout.endFlow();
  layout.moveTo(std::max(bottom, layout.popColumn()));
}

void patientActions(Surface& surface, const app::State& state) {
  if (app::canSave(state)) {
    save(surface, state, {.kind = ButtonKind::Primary, .fillsColumn = true});
    surface.layout.gap(space::kSmall);
  }
  copyNote(surface, state, {.fillsColumn = true});
  surface.layout.gap(space::kSmall);
  print(surface, state, {.fillsColumn = true});
  surface.layout.gap(space::kSmall);
  copyStatus(surface, state.copied);
}

}  // namespace ui
