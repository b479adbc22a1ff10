#include "ui/charts/trend_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/chart_reading.h"
#include "ui/widgets/hint.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kHeight = 64;
constexpr float kPointRadius = 4;

struct Extent {
  const TrendPoint* lowest;
  const TrendPoint* highest;

  /// False where the values cannot be told apart in words.
  bool isSpread() const { return lowest->words != highest->words; }
};

Extent extentOf(const std::vector<TrendPoint>& points) {
  const auto [low, high] = std::minmax_element(
      points.begin(), points.end(),
      [](const TrendPoint& a, const TrendPoint& b) { return a.value < b.value; });
  return {&*low, &*high};
}

std::vector<Point> pathOf(const std::vector<TrendPoint>& points, const Extent& extent,
                          const Bounds& plot) {
  std::vector<Point> path;
  const double range = extent.highest->value - extent.lowest->value;
  for (const TrendPoint& point : points) {
    const double y = extent.isSpread() ? (extent.highest->value - point.value) / range : 0.5;
    path.push_back(
        {plot.left + point.place * plot.width, plot.top + plot.height * static_cast<float>(y)});
  }
  return path;
}

void gridLine(const Surface& surface, const Bounds& area, float plotLeft, float y,
              std::string_view words) {
  const TextBlock label =
      surface.pen.layOutLine(words, type::kCaption, plotLeft - area.left - space::kSmall);
  surface.pen.line({plotLeft, y}, {area.left + area.width, y}, surface.palette.line);
  surface.pen.draw(label, {area.left, y - label.height / 2}, surface.palette.inkFaint,
                   Alignment::Right, plotLeft - area.left - space::kMedium);
}

/// Value over date, at the end of the line that they belong to.
void endLabel(const Surface& surface, const TrendPoint& point, const Bounds& area,
              Alignment alignment) {
  const Pen& pen = surface.pen;
  const float width = area.width / 2 - space::kTight;
  const float left = alignment == Alignment::Left ? area.left : area.left + area.width - width;
  const TextBlock value = pen.layOutLine(point.words, type::kCaptionStrong, width);
  const TextBlock date = pen.layOutLine(point.date, type::kCaption, width);
  pen.draw(value, {left, area.top}, surface.palette.ink, alignment, width);
  pen.draw(date, {left, area.top + value.height}, surface.palette.inkSoft, alignment, width);
}

void showValues(Surface& surface, std::string_view name, const std::vector<TrendPoint>& points,
                const std::vector<Point>& path, const Bounds& plot, const ChartReading& reading) {
  if (reading.at) {
    const float x = reading.at->x;
    const auto nearest =
        static_cast<std::size_t>(std::min_element(path.begin(), path.end(),
                                                  [x](const Point& a, const Point& b) {
                                                    return std::abs(a.x - x) < std::abs(b.x - x);
                                                  }) -
                                 path.begin());
    surface.pen.outlineCircle(path[nearest], kPointRadius + 2, surface.palette.accent, 2);
    hint(surface, {path[nearest].x, plot.top, 1, plot.height}, points[nearest].date,
         {{std::string(name), points[nearest].words}});
  } else if (reading.whole) {
    std::vector<HintLine> all;
    for (const TrendPoint& point : points)
      all.emplace_back(point.date, point.words);
    hint(surface, plot, name, all);
  }
}

}  // namespace

void trendChart(Surface& surface, std::string_view name, const std::vector<TrendPoint>& points) {
  const Pen& pen = surface.pen;
  const Extent extent = extentOf(points);
  paragraph(surface, name, type::kBodyStrong, surface.palette.ink);
  surface.layout.gap(space::kSmall);
  const Bounds area = surface.layout.place(pen.scaled(kHeight));
  const float labels = std::min(std::max(pen.widthOf(extent.lowest->words, type::kCaption),
                                         pen.widthOf(extent.highest->words, type::kCaption)) +
                                    space::kMedium,
                                area.width / 2);
  const float inset = std::max(kPointRadius, pen.scaled(type::kCaption.lineHeight) / 2);
  const Bounds plot{area.left + labels + kPointRadius, area.top + inset,
                    area.width - labels - 2 * kPointRadius, area.height - 2 * inset};
  const std::vector<Point> path = pathOf(points, extent, plot);
  if (extent.isSpread()) {
    gridLine(surface, area, area.left + labels, plot.top, extent.highest->words);
    gridLine(surface, area, area.left + labels, plot.top + plot.height, extent.lowest->words);
  } else {
    gridLine(surface, area, area.left + labels, plot.top + plot.height / 2, extent.lowest->words);
  }
  pen.polyline(path, surface.palette.accent, 2);
  for (const Point& point : path)
    pen.fillCircle(point, kPointRadius, surface.palette.accent);
  std::string spoken;
  for (const TrendPoint& point : points) {
    if (!spoken.empty()) spoken += "; ";
    spoken += point.date + " " + point.words;
  }
  const ChartReading reading =
      readChart(surface, fill(surface.text(Text::TrendPicture), {name, spoken}), area, Key(name));
  showValues(surface, name, points, path, plot, reading);
  surface.layout.gap(space::kTight);
  const Bounds ends = surface.layout.place(2 * pen.scaled(type::kCaption.lineHeight));
  endLabel(surface, points.front(), ends, Alignment::Left);
  endLabel(surface, points.back(), ends, Alignment::Right);
}

}  // namespace ui
