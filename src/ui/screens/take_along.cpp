#include <algorithm>
#include <optional>
#include <string>

#include "app/share_link.h"
#include "ui/documents/clinical_note.h"
#include "ui/documents/patient_sheet.h"
#include "ui/screens/patient_cards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr ButtonOptions kSmall{.size = ButtonSize::Small};

/// How the last copying went; the place for it is kept, so that nothing moves when it appears.
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

std::string linkTo(const app::State& state, const app::EnteredValues& values) {
  return (state.pageUrl ? state.pageUrl->text() : std::string()) + "#" +
         app::serialiseFragment(values);
}

}  // namespace

void takeAlong(Surface& surface, const app::State& state) {
  const app::PatientView& patient = *state.patient;
  surface.layout.gap(space::kSmall);
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  if (button(surface, surface.text(Text::CopyNote), kSmall)) {
    surface.emit(app::CopyRequested{clinicalNote(surface, patient)});
  }
  if (button(surface, surface.text(Text::PrintSheet), kSmall)) {
    surface.emit(
        app::PrintRequested{patientSheet(surface, patient, state.configuration.emergencyNumber)});
  }
  const app::EnteredValues values = app::shareable(patient.assessment->inputs);
  if (button(surface, surface.text(Text::CopyLink), kSmall)) {
    surface.emit(app::CopyRequested{linkTo(state, values)});
  }
  if (button(surface, surface.text(Text::SaveInputs), kSmall)) {
    surface.emit(app::FileRequested{"framingham-inputs.json", "application/json",
                                    app::serialiseFile(values)});
  }
  copyStatus(surface, state.copied);
  surface.layout.endFlow();
  surface.layout.gap(space::kSmall);
}

}  // namespace ui
