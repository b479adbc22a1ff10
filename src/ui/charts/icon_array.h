#pragma once

#include <optional>

#include "risk/units.h"
#include "ui/surface.h"

namespace ui {

/// A hundred people, as many of them marked as will have an event; `changed` shows how many fewer
/// there would be. As wide as the column allows, at most `maximumWidth`.
struct IconArray {
  risk::Probability now;
  std::optional<risk::Probability> changed = {};
  Colour colour;
};

void iconArray(Surface& surface, const IconArray& people, float maximumWidth);

/// How many of a hundred people a risk means.
int peopleOfHundred(risk::Probability risk);

}  // namespace ui
