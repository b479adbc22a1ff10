#include "ui/charts/line_chart.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/charts/chart_reading.h"
#include "ui/format.h"
#include "ui/widgets/hint.h"

namespace ui {

namespace {

constexpr float kHeight = 240;
constexpr float kClosestPoints = 8;

struct Axes {
  Bounds area;
  double fromAge = 0;
  double toAge = 1;
  double highest = 1;

  Point place(const risk::CurvePoint& point) const {
    const double x = (point.time.value() - fromAge) / (toAge - fromAge);
    const double y = point.risk.value() / highest;
    return {area.left + area.width * static_cast<float>(x),
            area.top + area.height * static_cast<float>(1 - y)};
  }
};

/// Grid lines at a round distance, about four of them.
double gridStep(double highest) {
  for (const double step : {0.02, 0.05, 0.1}) {
    if (highest / step <= 5) return step;
  }
  return 0.2;
}

Axes fit(const std::vector<ChartLine>& lines, const Bounds& area) {
  Axes axes{area, 200, 0, 0};
  for (const ChartLine& line : lines) {
    for (const risk::CurvePoint& point : line.points) {
      axes.fromAge = std::min(axes.fromAge, point.time.value());
      axes.toAge = std::max(axes.toAge, point.time.value());
      axes.highest = std::max(axes.highest, point.risk.value());
    }
  }
  const double step = gridStep(std::max(axes.highest, 0.02));
  axes.highest = std::min(1.0, std::ceil(axes.highest / step + 0.25) * step);
  return axes;
}

void drawGrid(Surface& surface, const Axes& axes, float labelWidth) {
  const Words words{surface.strings, surface.settings};
  const Pen& pen = surface.pen;
  const double step = gridStep(axes.highest);
  for (int i = 0; i * step <= axes.highest + step / 2; ++i) {
    const risk::CurvePoint at{risk::Years(axes.fromAge), risk::Probability(i * step)};
    const float y = axes.place(at).y;
    pen.line({axes.area.left, y}, {axes.area.left + axes.area.width, y}, surface.palette.line);
    const TextBlock label =
        pen.layOutLine(fill(surface.text(Text::Percent), {formatNumber(i * step * 100, 0, words)}),
                       type::kCaption, labelWidth);
    pen.draw(label, {axes.area.left - labelWidth, y - label.height / 2}, surface.palette.inkFaint,
             Alignment::Right, labelWidth - space::kSmall);
  }
}

/// Every tenth year of age; the unit once, with the last.
void drawAges(Surface& surface, const Axes& axes) {
  constexpr int kAgeStep = 10;
  const Pen& pen = surface.pen;
  const int first = (static_cast<int>(axes.fromAge) / kAgeStep + 1) * kAgeStep;
  const float right = axes.area.left + axes.area.width;
  for (int age = first; age <= static_cast<int>(axes.toAge); age += kAgeStep) {
    const bool isLast = age + kAgeStep > static_cast<int>(axes.toAge);
    const std::string number = std::to_string(age);
    const Point at = axes.place({risk::Years(age), risk::Probability(0)});
    const TextBlock label =
        pen.layOutLine(isLast ? fill(surface.text(Text::YearsOld), {number}) : number,
                       type::kCaption, axes.area.width);
    const float centred = at.x - pen.widthOf(number, type::kCaption) / 2;
    pen.draw(label, {std::min(centred, right - label.width), at.y + space::kTight},
             surface.palette.inkFaint);
  }
}

/// The published baselines rise in steps smaller than a pixel, which a drawn line shows as jags:
/// the path keeps only points at a distance, among them the first and the last.
std::vector<Point> pathOf(const ChartLine& line, const Axes& axes) {
  std::vector<Point> path;
  for (const risk::CurvePoint& each : line.points) {
    const Point point = axes.place(each);
    const bool isLast = &each == &line.points.back();
    const bool isClose = !path.empty() && point.x - path.back().x < kClosestPoints;
    if (isLast && isClose && path.size() > 1) path.pop_back();
    if (isLast || !isClose) path.push_back(point);
  }
  return path;
}

/// Labels stand over the ends of their lines, one never on another.
void drawLabels(Surface& surface, const std::vector<ChartLine>& lines, const Axes& axes) {
  const float lineHeight = surface.pen.scaled(type::kCaption.lineHeight);
  std::vector<float> taken;
  for (const ChartLine& line : lines) {
    if (line.points.empty()) continue;
    const Point end = axes.place(line.points.back());
    float top = end.y - lineHeight - space::kTight;
    for (const float other : taken) {
      if (std::abs(other - top) < lineHeight) top = other + lineHeight + space::kTight;
    }
    taken.push_back(top);
    const TextBlock label =
        surface.pen.layOutLine(line.label, type::kCaptionStrong, axes.area.width);
    const Bounds plate{end.x - label.width - space::kTight, top, label.width + space::kTight,
                       label.height};
    surface.pen.fill(plate, withAlpha(surface.palette.surface, 0xD0), 3);
    surface.pen.draw(label, {end.x - label.width, top}, line.colour);
  }
}

/// The risk of a line at `age`, between its points on a straight line.
std::optional<risk::Probability> riskAt(const ChartLine& line, double age) {
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const risk::CurvePoint& from = line.points[i - 1];
    const risk::CurvePoint& to = line.points[i];
    if (age < from.time.value() || age > to.time.value()) continue;
    const double span = to.time.value() - from.time.value();
    const double part = span > 0 ? (age - from.time.value()) / span : 0;
    return risk::Probability(from.risk.value() + part * (to.risk.value() - from.risk.value()));
  }
  return std::nullopt;
}

/// The values of all lines at a whole year of age, in words.
std::vector<HintLine> valuesAt(const Surface& surface, const std::vector<ChartLine>& lines,
                               double age) {
  const Words words{surface.strings, surface.settings};
  std::vector<HintLine> values;
  for (const ChartLine& line : lines) {
    if (const auto risk = riskAt(line, age))
      values.emplace_back(line.name, formatRisk(*risk, words));
  }
  return values;
}

/// The values at the age that the pointer or finger is over.
void showValuesUnderPointer(Surface& surface, const std::vector<ChartLine>& lines, const Axes& axes,
                            Point pointer) {
  const Bounds& area = axes.area;
  const auto part = std::clamp(static_cast<double>((pointer.x - area.left) / area.width), 0.0, 1.0);
  const double age = std::round(axes.fromAge + part * (axes.toAge - axes.fromAge));
  const std::vector<HintLine> values = valuesAt(surface, lines, age);
  if (values.empty()) return;
  const float x = axes.place({risk::Years(age), risk::Probability(0)}).x;
  surface.pen.line({x, area.top}, {x, area.top + area.height}, surface.palette.controlLine);
  for (const ChartLine& line : lines) {
    const auto risk = riskAt(line, age);
    if (risk) surface.pen.fillCircle(axes.place({risk::Years(age), *risk}), 4, line.colour);
  }
  const Words words{surface.strings, surface.settings};
  hint(surface, {x, area.top, 1, area.height}, formatYears(static_cast<int>(age), words), values);
}

/// For the keyboard: the values of all lines at every fifth year.
void showAllValues(Surface& surface, const std::vector<ChartLine>& lines, const Axes& axes,
                   std::string_view description) {
  constexpr int kAgeStep = 5;
  const Words words{surface.strings, surface.settings};
  std::vector<HintLine> rows;
  const int first = (static_cast<int>(axes.fromAge) / kAgeStep + 1) * kAgeStep;
  for (int age = first; age <= static_cast<int>(axes.toAge); age += kAgeStep) {
    std::string row;
    for (const auto& [name, risk] : valuesAt(surface, lines, age))
      row.append(row.empty() ? "" : " · ").append(name).append(" ").append(risk);
    rows.emplace_back(formatYears(age, words), row);
  }
  hint(surface, axes.area, description, rows);
}

}  // namespace

void lineChart(Surface& surface, const std::vector<ChartLine>& lines,
               std::string_view description) {
  const Pen& pen = surface.pen;
  const Bounds whole = surface.layout.place(kHeight);
  const float labelWidth = pen.widthOf("100 %", type::kCaption) + space::kSmall + space::kTight;
  const float labelHeight = pen.scaled(type::kCaption.lineHeight);
  const Bounds area{whole.left + labelWidth, whole.top + labelHeight, whole.width - labelWidth,
                    whole.height - 2 * labelHeight - space::kTight};
  const Axes axes = fit(lines, area);
  if (axes.toAge <= axes.fromAge) return;
  drawGrid(surface, axes, labelWidth);
  drawAges(surface, axes);
  for (const ChartLine& line : lines) {
    pen.polyline(pathOf(line, axes), line.colour, line.thickness);
  }
  drawLabels(surface, lines, axes);
  const ChartReading reading = readChart(surface, description, whole);
  if (reading.at) {
    showValuesUnderPointer(surface, lines, axes, *reading.at);
  } else if (reading.whole) {
    showAllValues(surface, lines, axes, description);
  }
}

}  // namespace ui
