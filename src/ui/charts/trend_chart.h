#pragma once

#include <string>
#include <vector>

#include "ui/surface.h"

namespace ui {

/// A measured value, and how it is said.
struct TrendPoint {
  float place = 0;  ///< in time, from 0 for the first to 1 for the last
  double value = 0;
  std::string date;
  std::string words;  ///< with its unit
};

/// The values of one factor over time, as wide as the column: name, a line between its lowest and
/// its highest value, first and last in words. Pointer, focus and finger tell the others.
/// REQUIRES: at least two points, oldest first.
void trendChart(Surface& surface, std::string_view name, const std::vector<TrendPoint>& points);

}  // namespace ui
