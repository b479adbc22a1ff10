#include "ui/screens/panels.h"

namespace ui {

void explainPanel(Surface& /*surface*/, const app::State& /*state*/) {
}

}  // namespace ui
