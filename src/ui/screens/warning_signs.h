#pragma once

#include <string_view>

#include "ui/surface.h"

namespace ui {

/// The warning signs of a heart attack, and whom to call.
void warningSigns(Surface& surface, std::string_view emergencyNumber);

}  // namespace ui
