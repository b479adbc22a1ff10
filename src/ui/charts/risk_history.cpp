#include "ui/charts/risk_history.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/charts/chart_reading.h"
#include "ui/format.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/hint.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kHeight = 240;
constexpr float kPointRadius = 5;

void dashedLine(const Pen& pen, Point from, Point to, Colour colour) {
  constexpr float kDash = 6;
  constexpr float kGap = 4;
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const auto at = [&](float along) {
    const float part = std::min(along / length, 1.0F);
    return Point{from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
  };
  for (float along = 0; along < length; along += kDash + kGap)
    pen.line(at(along), at(along + kDash), colour, 1.75F);
}

void drawMark(const Surface& surface, RiskMark mark, Point at, float size) {
  const Palette& palette = surface.palette;
  switch (mark) {
    case RiskMark::Saved:
      surface.pen.fillCircle(at, size, palette.accent);
      return;
    case RiskMark::Computed:
      surface.pen.fillCircle(at, size, palette.surface);
      surface.pen.outlineCircle(at, size - 1, palette.accent, 2);
      return;
    case RiskMark::Other:
      surface.pen.fill({at.x - size, at.y - size, 2 * size, 2 * size}, palette.inkSoft, 1);
      return;
    case RiskMark::Today:
      surface.pen.fillCircle(at, size + 1.5F, palette.ink);
      return;
  }
}

class RiskHistoryDrawing {
 public:
  RiskHistoryDrawing(Surface& surface, const RiskHistory& history)
      : surface_(surface),
        history_(history),
        words_{surface.strings, surface.settings},
        lineHeight_(surface.pen.scaled(type::kCaption.lineHeight)) {
    fromYear_ = history.points.front().year;
    toYear_ = std::max(history.points.back().year, fromYear_ + 0.1);
    double highest = history.ageing ? history.ageing->to.value() : 0;
    for (const DatedRisk& each : history.points)
      highest = std::max(highest, each.risk.value());
    // Twice the height of a risk so small that no threshold is near.
    constexpr double kLeastScale = 0.12;
    top_ = std::min(std::max(highest * 1.25, kLeastScale), 1.0);
  }

  void draw(std::string_view description) {
    const Bounds whole = surface_.layout.place(surface_.pen.scaled(kHeight));
    const float labels = surface_.pen.widthOf("100 %", type::kCaption) + space::kMedium;
    const float end = surface_.pen.scaled(space::kLarge);
    plot_ = {whole.left + labels, whole.top + lineHeight_ / 2, whole.width - labels - end,
             whole.height - lineHeight_ * 1.5F - space::kSmall};
    drawScale(whole);
    drawYears();
    drawAgeing();
    drawLine();
    for (const DatedRisk& each : history_.points)
      drawMark(surface_, each.mark, placeOf(each), kPointRadius);
    drawEndLabels();
    showValues(readChart(surface_, description, whole));
  }

 private:
  Point place(double year, risk::Probability risk) const {
    const double x = (year - fromYear_) / (toYear_ - fromYear_);
    const double y = 1 - risk.value() / top_;
    return {plot_.left + plot_.width * static_cast<float>(x),
            plot_.top + plot_.height * static_cast<float>(y)};
  }
  Point placeOf(const DatedRisk& each) const { return place(each.year, each.risk); }

  void level(const Bounds& whole, risk::Probability risk, Colour line, Colour ink) {
    const float y = place(fromYear_, risk).y;
    surface_.pen.line({plot_.left, y}, {whole.left + whole.width, y}, line);
    const std::string text =
        fill(surface_.text(Text::Percent), {formatNumber(risk.value() * 100, 0, words_)});
    const float room = plot_.left - whole.left - space::kSmall;
    const TextBlock label = surface_.pen.layOutLine(text, type::kCaption, room);
    surface_.pen.draw(label, {whole.left, y - label.height / 2}, ink, Alignment::Right, room);
  }

  /// The ground, and the guideline's thresholds; without a guideline, round levels.
  void drawScale(const Bounds& whole) {
    const Palette& palette = surface_.palette;
    level(whole, risk::Probability(0), palette.controlLine, palette.inkFaint);
    if (history_.scheme == nullptr) {
      for (double risk = 0.1; risk < top_; risk += 0.1)
        level(whole, risk::Probability(risk), palette.line, palette.inkFaint);
      return;
    }
    for (const risk::Band& band : history_.scheme->bands) {
      if (band.from <= 0 || band.from >= top_) continue;
      const Colour ink = bandStyle(palette, band.level).tone.ink;
      level(whole, risk::Probability(band.from), withAlpha(ink, 0x70), ink);
    }
  }

  /// The turns of the years, as many as there is room to name.
  void drawYears() {
    const float width = surface_.pen.widthOf("0000", type::kCaption) + space::kMedium;
    const double years = toYear_ - fromYear_;
    const double room = std::max(static_cast<double>(plot_.width / width), 1.0);
    const int step = std::max(static_cast<int>(std::ceil(years / room)), 1);
    const float ground = plot_.top + plot_.height;
    for (int year = static_cast<int>(std::ceil(fromYear_)); year <= toYear_; year += step) {
      const float x = place(year, risk::Probability(0)).x;
      surface_.pen.line({x, ground}, {x, ground + space::kTight}, surface_.palette.controlLine);
      const TextBlock label =
          surface_.pen.layOutLine(std::to_string(year), type::kCaption, plot_.width);
      surface_.pen.draw(label, {x - label.width / 2, ground + space::kTight},
                        surface_.palette.inkFaint);
    }
  }

  void drawAgeing() {
    if (!history_.ageing) return;
    dashedLine(surface_.pen, place(history_.ageing->fromYear, history_.ageing->from),
               place(toYear_, history_.ageing->to), surface_.palette.inkSoft);
  }

  void drawLine() {
    std::vector<Point> path;
    for (const DatedRisk& each : history_.points) {
      if (each.mark != RiskMark::Other) path.push_back(placeOf(each));
    }
    if (path.size() > 1) surface_.pen.polyline(path, surface_.palette.accent, 2);
  }

  /// Today's risk and what ageing alone would have made of it stand over or under their ends, on
  /// the side away from each other.
  void drawEndLabels() {
    const DatedRisk& last = history_.points.back();
    const bool isAgedHigher = history_.ageing && history_.ageing->to > last.risk;
    endLabel(placeOf(last), formatRisk(last.risk, words_), type::kBodyStrong, surface_.palette.ink,
             !isAgedHigher);
    if (!history_.ageing) return;
    const std::string aged =
        fill(surface_.text(Text::AgeAlone), {formatRisk(history_.ageing->to, words_)});
    endLabel(place(toYear_, history_.ageing->to), aged, type::kCaption, surface_.palette.inkSoft,
             isAgedHigher);
  }

  void endLabel(Point end, const std::string& words, const TextStyle& style, Colour colour,
                bool above) {
    const TextBlock label = surface_.pen.layOutLine(words, style, plot_.width);
    const float right = end.x + surface_.pen.scaled(space::kLarge);
    const float distance = kPointRadius + space::kTight;
    const float top = above ? end.y - distance - label.height : end.y + distance;
    const float least = plot_.top - lineHeight_ / 2;
    const float most = plot_.top + plot_.height - label.height;
    const Bounds plate{right - label.width - space::kTight,
                       std::clamp(top, least, std::max(least, most)), label.width + space::kTight,
                       label.height};
    surface_.pen.fill(plate, withAlpha(surface_.palette.surface, 0xD8), 3);
    surface_.pen.draw(label, {right - label.width, plate.top}, colour);
  }

  HintLine lineOf(const DatedRisk& each) const {
    return {each.date, formatRisk(each.risk, words_) + " · " + each.about};
  }

  void showValues(const ChartReading& reading) {
    if (reading.at) {
      const auto nearest = std::min_element(history_.points.begin(), history_.points.end(),
                                            [&](const DatedRisk& a, const DatedRisk& b) {
                                              return std::abs(placeOf(a).x - reading.at->x) <
                                                     std::abs(placeOf(b).x - reading.at->x);
                                            });
      const Point at = placeOf(*nearest);
      surface_.pen.outlineCircle(at, kPointRadius + 4, surface_.palette.accent, 2);
      hint(surface_, {at.x, plot_.top, 1, plot_.height}, nearest->date,
           {{formatRisk(nearest->risk, words_), nearest->about}});
    } else if (reading.whole) {
      std::vector<HintLine> all;
      for (const DatedRisk& each : history_.points)
        all.push_back(lineOf(each));
      hint(surface_, plot_, surface_.text(Text::RiskOverTime), all);
    }
  }

  Surface& surface_;
  const RiskHistory& history_;
  Words words_;
  float lineHeight_;
  Bounds plot_;
  double fromYear_ = 0;
  double toYear_ = 1;
  double top_ = 1;
};

/// One mark and what it stands for, placed inline.
void legendItem(Surface& surface, std::string_view words, const std::optional<RiskMark>& mark) {
  const float key = surface.pen.scaled(24);
  const TextBlock block = surface.pen.layOut(words, type::kCaption, surface.layout.width() - key);
  const Bounds bounds = surface.layout.placeInline(key + block.width, block.height);
  const float middle = bounds.top + surface.pen.scaled(type::kCaption.lineHeight) / 2;
  if (mark) {
    drawMark(surface, *mark, {bounds.left + key / 2 - space::kTight, middle}, kPointRadius);
  } else {
    dashedLine(surface.pen, {bounds.left, middle}, {bounds.left + key - space::kSmall, middle},
               surface.palette.inkSoft);
  }
  surface.pen.draw(block, {bounds.left + key, bounds.top}, surface.palette.inkSoft);
}

void legend(Surface& surface, const RiskHistory& history) {
  constexpr std::array kMarks{std::pair{RiskMark::Saved, Text::LegendSaved},
                              std::pair{RiskMark::Computed, Text::LegendComputed},
                              std::pair{RiskMark::Other, Text::LegendOther},
                              std::pair{RiskMark::Today, Text::LegendToday}};
  surface.layout.beginFlow(space::kMedium, space::kTight);
  for (const auto& [mark, text] : kMarks) {
    const bool occurs =
        std::any_of(history.points.begin(), history.points.end(),
                    [wanted = mark](const auto& each) { return each.mark == wanted; });
    if (occurs) legendItem(surface, surface.text(text), mark);
  }
  if (history.ageing) legendItem(surface, surface.text(Text::LegendAgeing), {});
  surface.layout.endFlow();
}

}  // namespace

void riskHistoryChart(Surface& surface, const RiskHistory& history, std::string_view description) {
  RiskHistoryDrawing(surface, history).draw(description);
  surface.layout.gap(space::kSmall);
  legend(surface, history);
}

}  // namespace ui
