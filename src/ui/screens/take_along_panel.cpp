#include <algorithm>
#include <optional>
#include <string>

#include "app/assessment_to_write.h"
#include "app/demonstration_flow.h"
#include "app/share_link.h"
#include "ui/documents/risk_picture.h"
#include "ui/screens/panels.h"
#include "ui/screens/patient_banner.h"
#include "ui/screens/patient_cards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

std::string linkTo(const app::State& state, const app::EnteredValues& values) {
  return (state.pageUrl ? state.pageUrl->text() : std::string()) + "#" +
         app::serialiseFragment(values);
}

/// One way, with what it gives. True when its button is pressed.
bool way(Surface& surface, Text label, Text explanation) {
  const Card card(surface, {.padding = space::kMedium});
  paragraph(surface, surface.text(explanation), type::kBody, surface.palette.ink);
  surface.layout.gap(space::kSmall);
  return button(surface, surface.text(label));
}

void inputs(Surface& surface, const app::State& state) {
  const app::EnteredValues values = app::shareable(state.patient->assessment->inputs);
  if (way(surface, Text::CopyLink, Text::CopyLinkNote)) {
    surface.emit(app::CopyRequested{linkTo(state, values)});
  }
  // On phones the panel says it once, under the first button that copies.
  if (!surface.isPhone()) copyStatus(surface, state.copied);
  if (way(surface, Text::SaveInputs, Text::SaveInputsNote)) {
    surface.emit(app::FileRequested{"framingham-inputs.json", "application/json",
                                    app::serialiseFile(values)});
  }
  surface.layout.gap(space::kMedium);
}

void result(Surface& surface, const app::State& state) {
  if (!state.patient->assessment->headlineResult().result.ok()) return;
  if (way(surface, Text::SavePicture, Text::SavePictureNote)) {
    surface.emit(app::FileRequested{"framingham-risk.svg", "image/svg+xml",
                                    riskPicture(surface, *state.patient)});
  }
  surface.layout.gap(space::kMedium);
  if (!app::canWriteAssessment(state)) return;
  if (way(surface, Text::SaveFhir, Text::SaveFhirNote)) {
    surface.emit(app::FileRequested{"framingham-assessment.json", "application/fhir+json",
                                    fhir::riskAssessment(app::assessmentToWrite(state))});
  }
  surface.layout.gap(space::kMedium);
}

}  // namespace

void copyStatus(Surface& surface, const std::optional<bool>& copied) {
  const std::string_view words =
      copied ? surface.text(*copied ? Text::Copied : Text::NotCopied) : std::string_view();
  const float room = surface.pen.scaled(80);
  const TextBlock block = surface.pen.layOutLine(words, type::kCaptionStrong, 4 * room);
  const Bounds bounds =
      surface.layout.placeInline(std::max(block.width, room), surface.pen.scaled(36));
  surface.pen.draw(block, {bounds.left, bounds.top + (bounds.height - block.height) / 2},
                   copied == false ? surface.palette.high.ink : surface.palette.low.ink);
  surface.record(Role::Status, surface.text(Text::CopyNote), bounds, Key("copied")).value = words;
}

void takeAlongPanel(Surface& surface, const app::State& state) {
  if (!state.patient || !state.patient->assessment) {
    paragraph(surface, surface.text(Text::AssessWhenRead));
    return;
  }
  if (surface.isPhone()) {
    patientActions(surface, state);
    surface.layout.gap(space::kMedium);
    heading(surface, surface.text(Text::TakeAlong), 2, type::kSubheading);
    surface.layout.gap(space::kSmall);
  }
  result(surface, state);
  inputs(surface, state);
  if (!app::canAddDemonstrationData(state)) return;
  if (way(surface, Text::AddDemonstrationData, Text::DemonstrationNote)) {
    surface.emit(app::DemonstrationDataPressed{});
  }
}

}  // namespace ui
