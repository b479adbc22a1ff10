#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ui/semantics.h"
#include "ui/strings.h"

namespace ui {

/// A key that does what a widget of the screen does. Keys reach the interface only while nobody
/// types into a field, and without Ctrl, Alt or Meta, which are the browser's.
struct Shortcut {
  char key;
  Text meaning;  ///< what it does, in the panel that lists them
  Role role;
  std::optional<Text> widget;  ///< name of the widget; the first of its role when empty
};

/// Opens and closes the panel that lists the shortcuts; not one of `shortcuts()`.
inline constexpr char kShortcutsKey = '?';

std::span<const Shortcut> shortcuts();

/// What pressing `key` does to the screen that `nodes` describe: presses the widget, or focuses it
/// when it is a field. Nothing when the key means nothing here.
std::optional<SemanticAction> actionOf(char key, const std::vector<SemanticNode>& nodes,
                                       const StringTable& strings);

}  // namespace ui
