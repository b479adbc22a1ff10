#include "ui/widgets/logo.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace ui {

namespace {

/// A point of the heart curve x = 16 sin³t, y = 13 cos t − 5 cos 2t − 2 cos 3t − cos 4t, which fits
/// into −16..16 by −17..12.
Point heartPoint(float t, const Bounds& bounds) {
  const float sine = std::sin(t);
  const float x = 16 * sine * sine * sine;
  const float y = 13 * std::cos(t) - 5 * std::cos(2 * t) - 2 * std::cos(3 * t) - std::cos(4 * t);
  const float scale = bounds.width / 34;
  return {bounds.left + bounds.width / 2 + x * scale,
          bounds.top + bounds.height / 2 - (y + 2.5F) * scale};
}

}  // namespace

void drawLogo(const Pen& pen, const Bounds& bounds, Colour colour) {
  constexpr int kSteps = 24;
  constexpr float kPi = std::numbers::pi_v<float>;
  const float stroke = bounds.width / 11;
  // Two halves that meet at the notch and at the tip: joined there, the outline would grow spikes.
  for (const float side : {1.0F, -1.0F}) {
    std::vector<Point> half;
    for (int i = 0; i <= kSteps; ++i) {
      const float part = static_cast<float>(i) / kSteps;
      half.push_back(heartPoint(side * kPi * (0.09F + 0.9F * part), bounds));
    }
    pen.polyline(half, colour, stroke);
  }
  pen.fillCircle(heartPoint(kPi, bounds), stroke * 0.55F, colour);
  const auto at = [&bounds](float x, float y) {
    return Point{bounds.left + x * bounds.width, bounds.top + y * bounds.height};
  };
  const std::array<Point, 6> pulse{at(0.2F, 0.52F),  at(0.38F, 0.52F), at(0.46F, 0.36F),
                                   at(0.55F, 0.64F), at(0.62F, 0.52F), at(0.8F, 0.52F)};
  pen.polyline(pulse, colour, stroke * 0.8F);
}

void drawChevron(const Pen& pen, Point centre, Direction direction, Colour colour) {
  const float reach = direction == Direction::Back ? -pen.scaled(3) : pen.scaled(3);
  const float half = pen.scaled(5);
  const std::array<Point, 3> points{Point{centre.x - reach, centre.y - half},
                                    Point{centre.x + reach, centre.y},
                                    Point{centre.x - reach, centre.y + half}};
  pen.polyline(points, colour, 1.75F);
}

}  // namespace ui
