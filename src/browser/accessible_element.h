#pragma once

#include <map>
#include <optional>
#include <string>

#include "ui/semantics.h"

namespace browser {

/// The DOM element that stands for a widget: which tag, which attributes, which text.
struct AccessibleElement {
  std::string tag;
  std::map<std::string, std::string> attributes;
  std::string text;                  ///< the element's own text; empty for those with children
  std::optional<std::string> value;  ///< live value of an input
  std::optional<bool> checked;       ///< live state of a check box, switch or radio button
  ui::Bounds place;                  ///< in CSS pixels, from the top left of the parent's place
  /// How much of each side is cut off by the part of the screen in which the widget may show.
  struct Cut {
    float top = 0, right = 0, bottom = 0, left = 0;
    friend bool operator==(const Cut&, const Cut&) = default;
  };
  Cut cut;

  friend bool operator==(const AccessibleElement&, const AccessibleElement&) = default;
};

/// What a node's neighbourhood tells about it.
struct NodeContext {
  ui::Bounds parentBounds;  ///< of the parent; empty at the root
  bool hasChildren = false;
  bool modal = false;
};

/// Translates a widget's meaning into HTML and WAI-ARIA 1.2. Native elements where HTML has them,
/// because the browser then brings keyboard, virtual keyboard and assistive technology along.
AccessibleElement describeElement(const ui::SemanticNode& node, const NodeContext& context);

}  // namespace browser
