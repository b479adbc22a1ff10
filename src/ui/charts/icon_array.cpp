#include "ui/charts/icon_array.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/charts/chart_reading.h"
#include "ui/widgets/hint.h"

namespace ui {

namespace {

constexpr int kSide = 10;

enum class PersonLook { Unmarked, Marked, Spared };

void person(const Pen& pen, Point centre, float size, PersonLook look, Colour colour) {
  const float head = size * 0.2F;
  const Point headCentre{centre.x, centre.y - size * 0.22F};
  const Bounds body{centre.x - size * 0.3F, centre.y + size * 0.04F, size * 0.6F, size * 0.4F};
  const float shoulder = size * 0.22F;
  if (look == PersonLook::Spared) {
    pen.outlineCircle(headCentre, head - 0.5F, colour, 1.25F);
    pen.outline(body, colour, shoulder, 1.25F);
    return;
  }
  pen.fillCircle(headCentre, head, colour);
  pen.fill(body, colour, shoulder);
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
  const int then = people.changed ? std::min(peopleOfHundred(*people.changed), now) : now;
  for (int i = 0; i < kSide * kSide; ++i) {
    // Counted from the lower right corner, so that the marked ones are the bottom rows.
    const int rowsBelow = i / kSide;
    const auto row = static_cast<float>(kSide - 1 - rowsBelow);
    const auto column = static_cast<float>(kSide - 1 - i % kSide);
    const PersonLook look = i < then  ? PersonLook::Marked
                            : i < now ? PersonLook::Spared
                                      : PersonLook::Unmarked;
    const Point centre{left + (column + 0.5F) * cell, area.top + (row + 0.5F) * cell};
    person(surface.pen, centre, cell * 0.82F, look,
           look == PersonLook::Unmarked ? surface.palette.track : people.colour);
  }
  std::string description = fill(surface.text(Text::PeoplePicture),
                                 {std::to_string(then), std::to_string(kSide * kSide - then)});
  if (then < now) {
    description += "; " + fill(surface.text(Text::PeopleSpared), {std::to_string(now - then)});
  }
  const Bounds picture{left, area.top, width, width};
  const ChartReading reading = readChart(surface, description, picture);
  if (reading.at || reading.whole) hint(surface, picture, description, {});
}

}  // namespace ui
