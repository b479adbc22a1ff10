#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/surface.h"

namespace ui {

struct SearchField {
  std::string_view label;  ///< shown while the field is empty
  std::string_view value;
  float width = 0;
  std::string_view shortLabel = {};  ///< shown in its place where that is too long
};

/// What a person did to a search field in this frame.
struct SearchEntry {
  std::optional<std::string> text;  ///< when it was changed
  bool isSubmitted = false;         ///< with Enter
};

/// A search field, placed inline, as high as the buttons beside it. Draws only the frame: the text
/// and the caret are those of the real input element that the browser layer lays over it.
SearchEntry searchField(Surface& surface, const SearchField& field);

/// A field for a number, as wide as the column, under its label. The line under it is kept free for
/// `problem`, so that nothing below moves while somebody types. The text is the real input
/// element's, as above.
struct NumberField {
  std::string_view label;
  std::string_view value;
  std::string_view problem = {};
};
std::optional<std::string> numberField(Surface& surface, const NumberField& field);

}  // namespace ui
