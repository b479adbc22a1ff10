#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/surface.h"

namespace ui {

/// A search field, placed inline. Draws only the frame: the text and the caret are those of the
/// real input element that the browser layer lays over it. Returns the text when it was changed.
std::optional<std::string> searchField(Surface& surface, std::string_view label,
                                       std::string_view value, float width);

}  // namespace ui
