#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "ui/surface.h"

namespace ui {

/// One of several: a labelled row of buttons that are radio buttons to assistive technology.
/// Returns the index that was chosen in this frame.
std::optional<std::size_t> choice(Surface& surface, std::string_view label,
                                  std::span<const std::string_view> options, std::size_t chosen);

/// Tabs over the content of a screen. Returns the index that was chosen in this frame.
std::optional<std::size_t> tabs(Surface& surface, std::span<const std::string_view> labels,
                                std::size_t chosen);

/// A labelled switch, as wide as the column. Returns its new position when it was changed.
std::optional<bool> toggle(Surface& surface, std::string_view label, std::string_view remark,
                           bool on);

}  // namespace ui
