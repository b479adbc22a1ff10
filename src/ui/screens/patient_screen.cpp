#include "ui/screens/chrome.h"
#include "ui/screens/person.h"
#include "ui/screens/screens.h"
#include "ui/widgets/text.h"

namespace ui {

void patientScreen(Surface& surface, const app::State& state) {
  beginPage(surface, 1136);
  if (state.patient && state.patient->record) {
    heading(surface, fullName(surface, state.patient->record->patient), 1, type::kTitle);
  }
  footer(surface);
}

}  // namespace ui
