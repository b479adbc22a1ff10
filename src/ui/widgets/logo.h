#pragma once

#include "ui/surface.h"

namespace ui {

/// The app's mark: a heart with a pulse line, in a square at `bounds`.
void drawLogo(const Pen& pen, const Bounds& bounds, Colour colour);

/// A chevron that points left (back) or right (onward), centred at `centre`.
enum class Direction { Back, Onward };
void drawChevron(const Pen& pen, Point centre, Direction direction, Colour colour);

}  // namespace ui
