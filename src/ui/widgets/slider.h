#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ui/surface.h"

namespace ui {

/// A number between two ends.
struct SliderRange {
  double minimum = 0;
  double maximum = 1;
  double step = 1;
};

/// A labelled slider, as wide as the column, with `text` as its value in words; a mark shows `was`,
/// the value in force. Returns the new value when it was moved.
std::optional<double> slider(Surface& surface, std::string_view label, std::string_view text,
                             const SliderRange& range, double now, double was);

}  // namespace ui
