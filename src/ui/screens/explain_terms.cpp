#include "ui/screens/explain_terms.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/origin_words.h"
#include "ui/screens/person.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr int kDecimals = 4;
constexpr int kCoefficientDecimals = 5;
constexpr TextStyle kFormula = type::kLead;
constexpr TextStyle kFormulaResult{kFormula.size, kFormula.lineHeight, Weight::Semibold};

struct Column {
  float share;
  Alignment alignment;
};

constexpr std::array kColumns{Column{0.28F, Alignment::Left}, Column{0.27F, Alignment::Left},
                              Column{0.14F, Alignment::Right}, Column{0.17F, Alignment::Right},
                              Column{0.14F, Alignment::Right}};
constexpr std::size_t kInputColumn = 1;
using Cells = std::array<std::string, kColumns.size()>;

void tableRow(Surface& surface, Role role, const Cells& texts, const TextStyle& style,
              Colour colour, const Key& key) {
  Layout& layout = surface.layout;
  surface.open(Role::Row, {}, key);
  const float top = layout.top() + space::kSmall;
  float left = layout.left();
  float height = 0;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const float column = kColumns[i].share * layout.width();
    // The figures reach to the edge; what is read to the left of them keeps its distance.
    const float width = column - (kColumns[i].alignment == Alignment::Left ? space::kSmall : 0);
    const bool isInput = i == kInputColumn && role == Role::Cell;
    const TextBlock block = surface.pen.layOut(texts[i], isInput ? type::kCaption : style, width);
    const float down = isInput ? surface.pen.scaled(2) : 0;
    surface.pen.draw(block, {left, top + down}, isInput ? surface.palette.inkSoft : colour,
                     kColumns[i].alignment, width);
    surface.record(role, texts[i], {left, top, width, block.height});
    height = std::max(height, block.height + down);
    left += column;
  }
  surface.semantics.close();
  layout.moveTo(top + height + space::kSmall);
  surface.pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
                   surface.palette.line);
}

/// Answers and whole years are whole; what a logarithm or a difference gives has its decimals.
std::string valueOf(const risk::Term& term, const Words& words) {
  const bool isWhole = term.value == std::floor(term.value);
  return formatNumber(term.value, isWhole ? 0 : kDecimals, words);
}

class Terms {
 public:
  Terms(Surface& surface, const fhir::ClinicalRecord& record, const app::Assessment& assessment,
        const risk::Model& model)
      : surface_(surface), record_(record), assessment_(assessment), model_(model) {}

  Cells cells(const risk::Term& term) const {
    const Words words = wordsOf(surface_);
    return {termName(term.name, surface_.settings.language), taken(term), valueOf(term, words),
            formatNumber(term.coefficient, kCoefficientDecimals, words),
            formatNumber(term.product(), kDecimals, words)};
  }

 private:
  /// A constant comes from nobody's data.
  std::string taken(const risk::Term& term) const {
    if (term.name == "constant") return "–";
    return asTaken(surface_, record_, assessment_, model_, term.input);
  }

  Surface& surface_;
  const fhir::ClinicalRecord& record_;
  const app::Assessment& assessment_;
  const risk::Model& model_;
};

/// Where the columns do not fit: the name with its input, and the multiplication under it.
void narrowTerms(Surface& surface, const Terms& terms, const risk::LinearPredictor& predictor,
                 std::string_view label) {
  surface.open(Role::List, label, Key(label));
  const auto all = predictor.terms();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Cells texts = terms.cells(all[i]);
    const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
    const std::string product = texts[2] + " × " + texts[3] + " = " + texts[4];
    silentText(surface, texts[0], type::kBodyStrong, surface.palette.ink);
    silentText(surface, texts[1], type::kCaption, surface.palette.inkSoft);
    silentText(surface, product, type::kCaption, surface.palette.ink);
    surface.record(Role::ListItem, texts[0] + ", " + texts[1] + ": " + product,
                   {from.left, from.top, from.width, surface.layout.top() - from.top}, Key(i));
    surface.layout.gap(space::kSmall);
  }
  surface.semantics.close();
}

/// A part of a formula; a raised one is an exponent.
struct Piece {
  std::string text;
  bool isRaised = false;
  bool isStrong = false;
};

/// A formula on one line, as it is printed; in plain letters where it does not fit, and always for
/// assistive technology.
void mathLine(Surface& surface, std::span<const Piece> pieces, std::string_view plain) {
  const Pen& pen = surface.pen;
  constexpr float kAnyWidth = 10'000;
  const auto layOut = [&pen](const Piece& piece) {
    return pen.layOutLine(
        piece.text, piece.isRaised ? type::kCaption : (piece.isStrong ? kFormulaResult : kFormula),
        kAnyWidth);
  };
  float width = 0;
  for (const Piece& piece : pieces)
    width += layOut(piece).width;
  if (width > surface.layout.width()) {
    paragraph(surface, plain, type::kBodyStrong, surface.palette.ink);
    return;
  }
  const float raised = pen.scaled(4);
  const Bounds line = surface.layout.place(pen.scaled(kFormula.lineHeight) + raised);
  float left = line.left;
  for (const Piece& piece : pieces) {
    const TextBlock block = layOut(piece);
    pen.draw(block, {left, line.top + (piece.isRaised ? 0 : raised)}, surface.palette.ink);
    left += block.width;
  }
  surface.record(Role::Text, plain, line);
}

class Formula {
 public:
  Formula(Surface& surface, const risk::Equation& equation, risk::Probability risk)
      : surface_(surface), equation_(equation), risk_(percent(risk.value())) {}

  void draw(int horizonYears) {
    switch (equation_.link) {
      case risk::Link::ProportionalHazards:
        sum(equation_.predictor.sum(), equation_.centre);
        survival(risk_, true);
        return;
      case risk::Link::Logistic:
        logistic();
        return;
      case risk::Link::CompetingRisks:
        competingRisks(horizonYears);
        return;
      case risk::Link::RecalibratedHazards:
        recalibrated();
        return;
    }
  }

 private:
  std::string number(double value) const {
    return formatNumber(value, kDecimals, wordsOf(surface_));
  }

  std::string percent(double probability) const {
    constexpr int kPercentDecimals = 2;
    return fill(surface_.text(Text::Percent),
                {formatNumber(probability * 100, kPercentDecimals, wordsOf(surface_))});
  }

  void sum(double total, double centre) {
    const std::string line = centre == 0
                                 ? fill(surface_.text(Text::SumLine), {number(total)})
                                 : fill(surface_.text(Text::CentredLine),
                                        {number(total), number(centre), number(total - centre)});
    paragraph(surface_, line, kFormula, surface_.palette.ink);
  }

  /// "1 − S^exp(x) = risk".
  void survival(const std::string& result, bool isStrong) {
    const std::string baseline =
        formatNumber(equation_.baselineSurvival, kCoefficientDecimals, wordsOf(surface_));
    const std::string exponent =
        "exp(" + number(equation_.predictor.sum() - equation_.centre) + ")";
    const std::array pieces{Piece{"1 − " + baseline}, Piece{exponent, true}, Piece{" = "},
                            Piece{result, false, isStrong}};
    std::string plain = "1 − " + baseline;
    plain += "^" + exponent;
    mathLine(surface_, pieces, plain + " = " + result);
  }

  void logistic() {
    const double total = equation_.predictor.sum();
    sum(total, 0);
    const std::array pieces{Piece{"1 ÷ (1 + e"}, Piece{number(-total), true}, Piece{") = "},
                            Piece{risk_, false, true}};
    mathLine(surface_, pieces, "1 / (1 + exp(" + number(-total) + ")) = " + risk_);
  }

  void hazard(Text title, double total, double centre) {
    paragraph(surface_, surface_.text(title), type::kCaptionStrong, surface_.palette.inkSoft);
    sum(total, centre);
    const std::string ratio = number(std::exp(total - centre));
    const std::string plain = "exp(" + number(total - centre) + ") = " + ratio;
    paragraph(surface_, plain + ", " + fill(surface_.text(Text::HazardLine), {ratio}));
    surface_.layout.gap(space::kMedium);
  }

  void competingRisks(int horizonYears) {
    hazard(Text::EventTerms, equation_.predictor.sum(), equation_.centre);
    hazard(Text::DeathTerms, equation_.competing.sum(), equation_.competingCentre);
    paragraph(surface_, fill(surface_.text(Text::StepsLine), {std::to_string(horizonYears)}));
    surface_.layout.gap(space::kSmall);
    paragraph(surface_, fill(surface_.text(Text::RiskLine), {risk_}), type::kSubheading,
              surface_.palette.ink);
  }

  void recalibrated() {
    sum(equation_.predictor.sum(), equation_.centre);
    const double hazard = std::exp(equation_.predictor.sum() - equation_.centre);
    const double before = 1 - std::pow(equation_.baselineSurvival, hazard);
    const std::string uncalibrated = number(before);
    survival(uncalibrated, false);
    surface_.layout.gap(space::kSmall);
    paragraph(surface_, surface_.text(Text::RecalibrationNote), type::kCaption,
              surface_.palette.inkSoft);
    paragraph(surface_,
              "1 − exp(−exp(" + number(equation_.scale1) + " + " + number(equation_.scale2) +
                  " × ln(−ln(1 − " + uncalibrated + ")))) = " + risk_,
              type::kSubheading, surface_.palette.ink);
  }

  Surface& surface_;
  const risk::Equation& equation_;
  std::string risk_;
};

/// The sheet's figure in signs of the reader: "<1" is "less than 1 %" nowhere but on the sheet.
std::string tableRisk(const Surface& surface, const risk::TablePercentage& risk) {
  return fill(surface.text(Text::Percent), {risk.text});
}

void pointRow(Surface& surface, std::string_view name, int points) {
  const std::string figure = (points > 0 ? "+" : "") + formatNumber(points, 0, wordsOf(surface));
  const TextBlock label =
      surface.pen.layOut(name, type::kBody, surface.layout.width() - surface.pen.scaled(64));
  const Bounds line = surface.layout.place(label.height + space::kSmall);
  surface.pen.draw(label, {line.left, line.top}, surface.palette.ink);
  surface.pen.draw(surface.pen.layOutLine(figure, type::kBody, line.width), {line.left, line.top},
                   surface.palette.ink, Alignment::Right, line.width);
  surface.record(Role::ListItem, std::string(name) + ": " + figure, line);
}

}  // namespace

void termTable(Surface& surface, const fhir::ClinicalRecord& record,
               const app::Assessment& assessment, const risk::Model& model,
               const risk::LinearPredictor& predictor, std::string_view label) {
  const Terms terms(surface, record, assessment, model);
  constexpr float kLeast = 560;
  if (surface.layout.width() < surface.pen.scaled(kLeast)) {
    narrowTerms(surface, terms, predictor, label);
    return;
  }
  surface.open(Role::Table, label, Key(label));
  tableRow(surface, Role::ColumnHeader,
           {std::string(surface.text(Text::Term)), std::string(surface.text(Text::TermInput)),
            std::string(surface.text(Text::Value)), std::string(surface.text(Text::Coefficient)),
            std::string(surface.text(Text::Product))},
           type::kCaptionStrong, surface.palette.inkFaint, Key("header"));
  const auto all = predictor.terms();
  for (std::size_t i = 0; i < all.size(); ++i)
    tableRow(surface, Role::Cell, terms.cells(all[i]), type::kBody, surface.palette.ink, Key(i));
  surface.semantics.close();
}

void formula(Surface& surface, const risk::Equation& equation, risk::Probability risk,
             int horizonYears) {
  Formula(surface, equation, risk).draw(horizonYears);
}

void pointsOnSheet(Surface& surface, const risk::PointScore& score) {
  const std::string_view title = surface.text(Text::PointsHeading);
  heading(surface, title, 3, type::kBodyStrong);
  surface.layout.gap(space::kSmall);
  surface.open(Role::List, title, Key("points"));
  for (const risk::PointPart& part : score.parts())
    pointRow(surface, surface.text(nameOf(part.input)), part.points);
  surface.semantics.close();
  const std::string total = formatNumber(score.total, 0, wordsOf(surface));
  paragraph(surface, fill(surface.text(Text::PointsRisk), {total, tableRisk(surface, score.risk)}),
            type::kBodyStrong, surface.palette.ink);
  if (!score.heartAge.empty()) {
    paragraph(surface, fill(surface.text(Text::PointsHeartAge), {score.heartAge}));
  }
  paragraph(surface, surface.text(Text::PointsNote), type::kCaption, surface.palette.inkSoft);
}

}  // namespace ui
