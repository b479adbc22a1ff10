#pragma once

#include <string_view>

#include "ui/surface.h"

namespace ui {

/// A thin bar that fills up, with `label` over it. `now` of `total` steps are done.
void progressBar(Surface& surface, std::string_view label, int now, int total);

/// Grey strips where text is going to be: what is loading keeps its place.
void skeleton(Surface& surface, int lines);

}  // namespace ui
