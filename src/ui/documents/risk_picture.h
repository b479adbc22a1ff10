#pragma once

#include <string>

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// The result as a picture for a letter or a slide, an SVG document in the light colours: the
/// number with its band, the sentence, a hundred people, the model and the date. No name, no
/// script, nothing loaded from elsewhere. REQUIRES: `patient` has a record, and an assessment whose
/// headline has a number.
std::string riskPicture(const Surface& surface, const app::PatientView& patient);

}  // namespace ui
