#pragma once

#include <string_view>

#include "ui/surface.h"

namespace ui {

/// A heading of `level` 1..6, as wide as the column.
void heading(Surface& surface, std::string_view text, int level, const TextStyle& style);

/// Running text, as wide as the column.
void paragraph(Surface& surface, std::string_view text, const TextStyle& style, Colour colour);
void paragraph(Surface& surface, std::string_view text);

/// One line of text in a flow, ended by an ellipsis where it does not fit.
void inlineText(Surface& surface, std::string_view text, const TextStyle& style, Colour colour);

/// Draws text that some other node already says: nothing is recorded. Returns its height.
float silentText(Surface& surface, std::string_view text, const TextStyle& style, Colour colour,
                 Alignment alignment = Alignment::Left);

}  // namespace ui
