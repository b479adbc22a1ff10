#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/fonts.h"
#include "ui/semantics.h"
#include "ui/text_style.h"
#include "ui/theme.h"

struct ImDrawList;

namespace ui {

/// A point in CSS pixels, from the top left of the canvas.
struct Point {
  float x = 0;
  float y = 0;
};

/// A piece of text cut into lines that fit a width.
struct TextBlock {
  struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    float width = 0;
  };
  std::string text;  ///< as prepared for drawing
  TextStyle style = type::kBody;
  std::vector<Line> lines;
  float width = 0;  ///< of the widest line
  float height = 0;
};

enum class Alignment { Left, Centre, Right };

/// Draws shapes and text into the current ImGui window. Text of any origin is safe to pass: it is
/// never a format, a label or markup.
class Pen {
 public:
  Pen(Fonts& fonts, float textScale) : fonts_(fonts), textScale_(textScale) {}

  /// A length that grows with the reader's text size.
  float scaled(float length) const { return length * textScale_; }

  /// `text` cut into lines of at most `width`, and at most `maximumLines` of them; where it goes
  /// on, the last ends in an ellipsis.
  TextBlock layOut(std::string_view text, const TextStyle& style, float width,
                   std::size_t maximumLines = 200) const;
  /// `text` on one line, ended by an ellipsis where it is wider than `width`.
  TextBlock layOutLine(std::string_view text, const TextStyle& style, float width) const;
  float widthOf(std::string_view text, const TextStyle& style) const;

  /// Draws the block with its top left corner at `at`; lines are aligned within `width`.
  void draw(const TextBlock& block, Point at, Colour colour, Alignment alignment = Alignment::Left,
            float width = 0) const;

  void fill(const Bounds& bounds, Colour colour, float cornerRadius = 0) const;
  void outline(const Bounds& bounds, Colour colour, float cornerRadius = 0,
               float thickness = 1) const;
  void fillCircle(Point centre, float circleRadius, Colour colour) const;
  void outlineCircle(Point centre, float circleRadius, Colour colour, float thickness = 1) const;
  void line(Point from, Point to, Colour colour, float thickness = 1) const;
  void polyline(std::span<const Point> points, Colour colour, float thickness) const;
  void fillConvex(std::span<const Point> points, Colour colour) const;

  /// The part of the canvas in which drawing shows at present.
  static Bounds clip();

 private:
  float measure(std::string_view prepared, const TextStyle& style) const;
  float fontSize(const TextStyle& style) const;

  Fonts& fonts_;
  float textScale_;
};

}  // namespace ui
