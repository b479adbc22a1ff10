#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "risk/model.h"
#include "ui/surface.h"

namespace ui {

/// One line of a chart: a share of people against age.
struct ChartLine {
  std::vector<risk::CurvePoint> points;  ///< `time` in years of age
  std::string name;                      ///< what the line shows, where its values are listed
  std::string label;                     ///< stands at the line's end
  Colour colour = 0;
  float thickness = 2;
};

/// Lines of risk against age with axes; `description` is its text equivalent.
void lineChart(Surface& surface, const std::vector<ChartLine>& lines, std::string_view description);

}  // namespace ui
