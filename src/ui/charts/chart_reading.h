#pragma once

#include <optional>
#include <string_view>

#include "ui/surface.h"

namespace ui {

/// How somebody reads a chart at this moment.
struct ChartReading {
  /// Where the pointer is, or the finger while it rests.
  std::optional<Point> at;
  /// With the keyboard: the chart says all its values at once.
  bool whole = false;
};

/// Records a chart as a picture with `description` as its text, which takes the focus, and tells
/// how it is read. Values are shown by hint().
ChartReading readChart(Surface& surface, std::string_view description, const Bounds& bounds,
                       const Key& key = {});

}  // namespace ui
