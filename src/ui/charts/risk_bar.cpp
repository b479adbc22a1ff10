#include "ui/charts/risk_bar.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "ui/charts/chart_reading.h"
#include "ui/format.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/hint.h"

namespace ui {

namespace {

constexpr float kThickness = 12;
constexpr double kShortestScale = 0.30;

/// A label under or over the bar, kept inside it.
struct Label {
  TextBlock text;
  float left;
  Colour colour;
};

Label labelAt(const Surface& surface, const Bounds& bar, float x, const std::string& text,
              const TextStyle& style, Colour colour) {
  TextBlock block = surface.pen.layOutLine(text, style, bar.width);
  const float left = std::clamp(x - block.width / 2, bar.left, bar.left + bar.width - block.width);
  return {std::move(block), left, colour};
}

bool overlap(const Label& a, const Label& b) {
  return a.left < b.left + b.text.width + space::kSmall &&
         b.left < a.left + a.text.width + space::kSmall;
}

class RiskBarDrawing {
 public:
  RiskBarDrawing(Surface& surface, const RiskBar& content)
      : surface_(surface), content_(content), words_{surface.strings, surface.settings} {
    const double highest =
        std::max({content.now.value(), content.ideal.value_or(risk::Probability(0)).value(),
                  content.changed.value_or(risk::Probability(0)).value()});
    scaleEnd_ = std::clamp(highest * 1.15, kShortestScale, 1.0);
  }

  void draw() {
    const float lineHeight = surface_.pen.scaled(type::kCaption.lineHeight);
    Bounds area = surface_.layout.place(2 * lineHeight + kThickness + 2 * space::kTight);
    bar_ = {area.left, area.top + lineHeight + space::kTight, area.width, kThickness};
    drawBands();
    drawNow(area.top);
    const bool hasSecondLine = drawBelow(bar_.top + kThickness + space::kTight, lineHeight);
    if (hasSecondLine || content_.keepsRoom) {
      area.height += surface_.layout.place(lineHeight).height;
    }
    const ChartReading reading = readChart(surface_, description(), area);
    if (reading.at || reading.whole) showBands(area);
  }

 private:
  float placeOf(risk::Probability risk) const {
    const double part = std::clamp(risk.value() / scaleEnd_, 0.0, 1.0);
    return bar_.left + bar_.width * static_cast<float>(part);
  }

  void drawBands() {
    if (content_.scheme == nullptr) {
      surface_.pen.fill(bar_, surface_.palette.track, kThickness / 2);
      return;
    }
    const auto bands = content_.scheme->bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      constexpr float kSeam = 2;
      const float from = placeOf(risk::Probability(bands[i].from));
      const float to = i + 1 < bands.size() ? placeOf(risk::Probability(bands[i + 1].from)) - kSeam
                                            : bar_.left + bar_.width;
      if (to <= from) continue;
      surface_.pen.fill({from, bar_.top, to - from, kThickness},
                        bandStyle(surface_.palette, bands[i].level).tone.ink, 3);
    }
  }

  void drawMark(risk::Probability risk, Colour colour, float reach) {
    constexpr float kWidth = 3;
    const float x = placeOf(risk);
    surface_.pen.fill({x - kWidth / 2 - 1, bar_.top - reach, kWidth + 2, kThickness + 2 * reach},
                      surface_.palette.surface);
    surface_.pen.fill({x - kWidth / 2, bar_.top - reach, kWidth, kThickness + 2 * reach}, colour);
  }

  void drawNow(float top) {
    const Colour ink = surface_.palette.ink;
    drawMark(content_.now, ink, 4);
    const Label label = labelAt(surface_, bar_, placeOf(content_.now),
                                riskIn(Text::BarNow, content_.now), type::kCaptionStrong, ink);
    surface_.pen.draw(label.text, {label.left, top}, ink);
  }

  /// Thresholds stand right under the bar; what they would cover goes one line further down. True
  /// when there is such a second line.
  bool drawBelow(float top, float lineHeight) {
    std::vector<Label> firstLine;
    if (content_.ideal) addMark(Text::BarIdeal, *content_.ideal, surface_.palette.inkSoft, 2);
    if (content_.changed) addMark(Text::IfChanged, *content_.changed, surface_.palette.accent, 4);
    if (content_.scheme != nullptr) {
      for (const risk::Band& band : content_.scheme->bands) {
        if (band.from <= 0 || band.from >= scaleEnd_) continue;
        firstLine.push_back(labelAt(surface_, bar_, placeOf(risk::Probability(band.from)),
                                    formatRisk(risk::Probability(band.from), words_),
                                    type::kCaption, surface_.palette.inkFaint));
      }
    }
    for (const Label& label : firstLine) {
      surface_.pen.draw(label.text, {label.left, top}, label.colour);
    }
    std::vector<Label> secondLine;
    for (Label& mark : marks_) {
      const auto covers = [&mark](const Label& other) { return overlap(mark, other); };
      if (std::none_of(firstLine.begin(), firstLine.end(), covers)) {
        surface_.pen.draw(mark.text, {mark.left, top}, mark.colour);
        firstLine.push_back(std::move(mark));
        continue;
      }
      // Two marks that are close together: the later one moves aside.
      for (const Label& other : secondLine) {
        if (overlap(mark, other)) mark.left = other.left + other.text.width + space::kMedium;
      }
      surface_.pen.draw(mark.text, {mark.left, top + lineHeight}, mark.colour);
      secondLine.push_back(std::move(mark));
    }
    return !secondLine.empty();
  }

  void addMark(Text pattern, risk::Probability risk, Colour colour, float reach) {
    drawMark(risk, colour, reach);
    marks_.push_back(labelAt(surface_, bar_, placeOf(risk), riskIn(pattern, risk),
                             type::kCaptionStrong, colour));
  }

  std::string riskIn(Text pattern, risk::Probability risk) const {
    return fill(surface_.text(pattern), {formatRisk(risk, words_)});
  }

  /// What the bands are called and where they begin and end.
  void showBands(const Bounds& area) {
    std::vector<HintLine> lines;
    const auto bands =
        content_.scheme == nullptr ? std::span<const risk::Band>() : content_.scheme->bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
      const auto cut = [this](const risk::Band& band) {
        return formatRisk(risk::Probability(band.from), words_);
      };
      std::string extent;
      if (i + 1 == bands.size()) {
        extent = fill(surface_.text(Text::BandFrom), {cut(bands[i])});
      } else if (i == 0) {
        extent = fill(surface_.text(Text::BandBelow), {cut(bands[i + 1])});
      } else {
        extent = fill(surface_.text(Text::BandFromBelow), {cut(bands[i]), cut(bands[i + 1])});
      }
      lines.emplace_back(surface_.text(bandName(bands[i].level)), std::move(extent));
    }
    hint(surface_, area, description(), lines);
  }

  std::string description() const {
    std::string text = riskIn(Text::BarNow, content_.now);
    if (content_.band != nullptr) {
      text += ": ";
      text += surface_.text(bandName(content_.band->level));
    }
    if (content_.ideal) text += "; " + riskIn(Text::BarIdeal, *content_.ideal);
    if (content_.changed) text += "; " + riskIn(Text::IfChanged, *content_.changed);
    return text;
  }

  Surface& surface_;
  const RiskBar& content_;
  Words words_;
  double scaleEnd_ = kShortestScale;
  Bounds bar_;
  std::vector<Label> marks_;
};

}  // namespace

void riskBar(Surface& surface, const RiskBar& bar) {
  RiskBarDrawing(surface, bar).draw();
}

}  // namespace ui
