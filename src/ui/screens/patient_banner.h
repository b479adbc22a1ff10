#pragma once

#include <optional>
#include <string>

#include "app/state.h"
#include "ui/surface.h"

/// Who is on the patient's screen, where they were opened from, and what can be done with the
/// assessment as a whole.
namespace ui {

struct WayBack {
  std::string label;
  app::Screen screen;
};

/// The list that the patient was opened from, or all lists where they were opened from none; or the
/// form that was typed into.
std::optional<WayBack> wayBackOf(const Surface& surface, const app::State& state);
/// A plain button that leads there; nothing where there is no such place.
void wayBackButton(Surface& surface, const app::State& state);

/// The name, or what stands for it: the heading of the screen.
std::string patientTitle(const Surface& surface, const app::PatientView& patient);

/// Name, particulars and actions. On phones, where the bar has the name and the panel "More" the
/// actions, the remaining particulars. Its height does not change when the assessment arrives.
void patientBanner(Surface& surface, const app::State& state);

/// Copying the note, printing the sheet, saving: a column of buttons, what matters most first.
void patientActions(Surface& surface, const app::State& state);

}  // namespace ui
