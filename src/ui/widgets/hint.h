#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ui/surface.h"

namespace ui {

/// A line of a hint: a label, and what it is.
using HintLine = std::pair<std::string, std::string>;

/// A small sheet over everything else that says more about what is at `anchor`, while the pointer,
/// the focus or a finger rests there. It takes no input; whatever it says, the widget's description
/// says too.
void hint(Surface& surface, const Bounds& anchor, std::string_view title,
          const std::vector<HintLine>& lines);

}  // namespace ui
