#include "ui/charts/icon_array.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <string>

#include "ui/charts/chart_reading.h"
#include "ui/widgets/hint.h"

namespace ui {

namespace {

constexpr int kSide = 10;

/// Spared: has the event now and would not; added: the other way round.
enum class PersonLook { Unmarked, Marked, Spared, Added };

/// A dotted line along a closed outline.
void dots(const Pen& pen, std::span<const Point> outline, Colour colour) {
  constexpr float kDot = 1.5F;
  constexpr float kGap = 1.5F;
  constexpr float kThickness = 1.25F;
  float covered = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point from = outline[i];
    const Point to = outline[(i + 1) % outline.size()];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    while (covered < length) {
      const float end = std::min(covered + kDot, length);
      const auto at = [&](float distance) {
        const float part = distance / length;
        return Point{from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
      };
      pen.line(at(covered), at(end), colour, kThickness);
      covered += kDot + kGap;
    }
    covered -= length;
  }
}

/// The outline of a person who is there only in one of the two pictures.
void dottedPerson(const Pen& pen, Point head, float radius, const Bounds& body, Colour colour) {
  constexpr int kCorners = 12;
  std::array<Point, kCorners> circle;
  for (int i = 0; i < kCorners; ++i) {
    const float angle = static_cast<float>(i) * 2 * std::numbers::pi_v<float> / kCorners;
    circle[static_cast<std::size_t>(i)] = {head.x + radius * std::cos(angle),
                                           head.y + radius * std::sin(angle)};
  }
  dots(pen, circle, colour);
  const float cut = body.height * 0.45F;
  const float right = body.left + body.width;
  const float bottom = body.top + body.height;
  const std::array<Point, 6> sides{Point{body.left, bottom},    {body.left, body.top + cut},
                                   {body.left + cut, body.top}, {right - cut, body.top},
                                   {right, body.top + cut},     {right, bottom}};
  dots(pen, sides, colour);
}

void person(const Pen& pen, Point centre, float size, PersonLook look, Colour colour) {
  const float head = size * 0.2F;
  const Point headCentre{centre.x, centre.y - size * 0.22F};
  const Bounds body{centre.x - size * 0.3F, centre.y + size * 0.04F, size * 0.6F, size * 0.4F};
  const float shoulder = size * 0.22F;
  if (look == PersonLook::Spared || look == PersonLook::Added) {
    dottedPerson(pen, headCentre, head, body, colour);
    return;
  }
  pen.fillCircle(headCentre, head, colour);
  pen.fill(body, colour, shoulder);
}

/// What is tried has the accent's colour, unless it is less of what is.
Colour colourOf(const Palette& palette, PersonLook look, Colour marked) {
  switch (look) {
    case PersonLook::Unmarked:
      return palette.track;
    case PersonLook::Added:
      return palette.accent;
    case PersonLook::Marked:
    case PersonLook::Spared:
      break;
  }
  return marked;
}

}  // namespace

int peopleOfHundred(risk::Probability risk) {
  return static_cast<int>(std::lround(std::clamp(risk.value(), 0.0, 1.0) * 100));
}

void iconArray(Surface& surface, const IconArray& people, float maximumWidth) {
  const float width = std::min(surface.layout.width(), maximumWidth);
  const Bounds area = surface.layout.place(width);
  const float left = area.left + (area.width - width) / 2;
  const float cell = width / kSide;
  const int now = peopleOfHundred(people.now);
  const int then = people.changed ? peopleOfHundred(*people.changed) : now;
  for (int i = 0; i < kSide * kSide; ++i) {
    // Counted from the lower right corner, so that the marked ones are the bottom rows.
    const int rowsBelow = i / kSide;
    const auto row = static_cast<float>(kSide - 1 - rowsBelow);
    const auto column = static_cast<float>(kSide - 1 - i % kSide);
    const PersonLook look = i < std::min(now, then) ? PersonLook::Marked
                            : i < now               ? PersonLook::Spared
                            : i < then              ? PersonLook::Added
                                                    : PersonLook::Unmarked;
    const Point centre{left + (column + 0.5F) * cell, area.top + (row + 0.5F) * cell};
    person(surface.pen, centre, cell * 0.82F, look, colourOf(surface.palette, look, people.colour));
  }
  const std::string words = people.changed
                                ? fill(surface.text(Text::PeoplePictureChanged),
                                       {std::to_string(now), std::to_string(then)})
                                : fill(surface.text(Text::PeoplePicture),
                                       {std::to_string(now), std::to_string(kSide * kSide - now)});
  const Bounds picture{left, area.top, width, width};
  const ChartReading reading = readChart(surface, words, picture);
  if (reading.at || reading.whole) hint(surface, picture, words, {});
}

}  // namespace ui
