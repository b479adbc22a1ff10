#pragma once

#include <string_view>

#include "risk/model.h"
#include "ui/surface.h"

namespace ui {

/// The mark inside a chip: bands are told apart by shape as well as by colour and word.
enum class Mark { None, Circle, Triangle, Square, Warning };

struct ChipStyle {
  Tone tone;
  Mark mark = Mark::None;
};

/// Colours and shape of a risk band.
ChipStyle bandStyle(const Palette& palette, risk::BandLevel level);
Text bandName(risk::BandLevel level);

/// A small rounded label, placed inline and recorded as text.
void chip(Surface& surface, std::string_view label, const ChipStyle& style);

/// The same at a given place, aligned to its right or left, without being recorded.
void drawChip(Surface& surface, std::string_view label, const ChipStyle& style,
              const Bounds& bounds, Alignment alignment);

float chipHeight(const Surface& surface);
float chipWidth(const Surface& surface, std::string_view label, const ChipStyle& style);

}  // namespace ui
