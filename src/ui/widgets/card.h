#pragma once

#include <imgui.h>

#include <optional>

#include "ui/surface.h"

namespace ui {

/// A white sheet with rounded corners under what is drawn during its life. Ends with the scope:
///
///     {
///       Card card(surface);
///       heading(surface, …);
///     }
class Card {
 public:
  struct Options {
    std::optional<Colour> fill = {};
    std::optional<Colour> edge = {};  ///< a stripe along the left side
    float padding = 0;                ///< 0: as the screen's width asks for
  };
  explicit Card(Surface& surface) : Card(surface, Options()) {}
  Card(Surface& surface, const Options& options);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  Surface& surface_;
  Options options_;
  ImDrawListSplitter layers_;
  Bounds bounds_;
};

}  // namespace ui
