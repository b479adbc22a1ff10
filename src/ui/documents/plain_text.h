#pragma once

#include <string>
#include <string_view>

namespace ui {

/// Words of a record on one line of plain text: control characters become spaces, and the marks
/// that turn the direction of writing (Unicode bidirectional embeddings, overrides and isolates)
/// go, so that what follows in the note cannot be made to read as something else. At most 200
/// bytes.
std::string plainLine(std::string_view words);

}  // namespace ui
