#include "ui/widgets/chip.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr float kPadding = 12;
constexpr float kMarkWidth = 16;

void drawMark(const Pen& pen, Mark mark, Point centre, Colour colour) {
  const float r = pen.scaled(5);
  switch (mark) {
    case Mark::None:
      return;
    case Mark::Circle:
      pen.fillCircle(centre, r, colour);
      return;
    case Mark::Square:
      pen.fill({centre.x - r, centre.y - r, 2 * r, 2 * r}, colour, 1);
      return;
    case Mark::Triangle:
    case Mark::Warning: {
      const std::array<Point, 3> corners{Point{centre.x, centre.y - r},
                                         Point{centre.x + r * 1.15F, centre.y + r * 0.9F},
                                         Point{centre.x - r * 1.15F, centre.y + r * 0.9F}};
      if (mark == Mark::Triangle) {
        pen.fillConvex(corners, colour);
        return;
      }
      const std::array<Point, 4> edge{corners[0], corners[1], corners[2], corners[0]};
      pen.polyline(edge, colour, 1.5F);
      pen.line({centre.x, centre.y - r * 0.3F}, {centre.x, centre.y + r * 0.35F}, colour, 1.5F);
      return;
    }
  }
}

}  // namespace

ChipStyle bandStyle(const Palette& palette, risk::BandLevel level) {
  switch (level) {
    case risk::BandLevel::Low:
      return {palette.low, Mark::Circle};
    case risk::BandLevel::LowToModerate:
    case risk::BandLevel::Borderline:
    case risk::BandLevel::Intermediate:
      return {palette.intermediate, Mark::Triangle};
    case risk::BandLevel::High:
    case risk::BandLevel::VeryHigh:
      break;
  }
  return {palette.high, Mark::Square};
}

Text bandName(risk::BandLevel level) {
  switch (level) {
    case risk::BandLevel::Low:
      return Text::BandLow;
    case risk::BandLevel::LowToModerate:
      return Text::BandLowToModerate;
    case risk::BandLevel::Borderline:
      return Text::BandBorderline;
    case risk::BandLevel::Intermediate:
      return Text::BandIntermediate;
    case risk::BandLevel::High:
      return Text::BandHigh;
    case risk::BandLevel::VeryHigh:
      break;
  }
  return Text::BandVeryHigh;
}

float chipHeight(const Surface& surface) {
  return surface.pen.scaled(28);
}

float chipWidth(const Surface& surface, std::string_view label, const ChipStyle& style) {
  const float mark = style.mark == Mark::None ? 0 : surface.pen.scaled(kMarkWidth);
  // Whole pixels: a sum that comes out a hair too narrow would cut the label off.
  return std::ceil(surface.pen.widthOf(label, type::kCaptionStrong) + mark + 2 * kPadding);
}

void drawChip(Surface& surface, std::string_view label, const ChipStyle& style,
              const Bounds& bounds, Alignment alignment) {
  const Pen& pen = surface.pen;
  const float mark = style.mark == Mark::None ? 0 : pen.scaled(kMarkWidth);
  const TextBlock text = pen.layOutLine(label, type::kCaptionStrong,
                                        std::max(0.0F, bounds.width - mark - 2 * kPadding));
  Bounds body = bounds;
  body.width = text.width + mark + 2 * kPadding;
  if (alignment == Alignment::Right) body.left += bounds.width - body.width;
  pen.fill(body, style.tone.tint, body.height / 2);
  if (style.tone.tint == surface.palette.surface) {
    pen.outline(body, style.tone.ink, body.height / 2);
  }
  const float middle = body.top + body.height / 2;
  drawMark(pen, style.mark, {body.left + kPadding + pen.scaled(5), middle}, style.tone.ink);
  pen.draw(text, {body.left + kPadding + mark, middle - text.height / 2}, style.tone.ink);
}

void chip(Surface& surface, std::string_view label, const ChipStyle& style) {
  const Bounds bounds =
      surface.layout.placeInline(chipWidth(surface, label, style), chipHeight(surface));
  drawChip(surface, label, style, bounds, Alignment::Left);
  surface.record(Role::Text, label, bounds);
}

}  // namespace ui
