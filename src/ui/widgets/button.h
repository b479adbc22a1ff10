#pragma once

#include <optional>
#include <string_view>

#include "ui/surface.h"

namespace ui {

enum class ButtonKind {
  Primary,    ///< the one thing to do here
  Secondary,  ///< anything else
  Danger,     ///< the emergency call
  Plain,      ///< looks like a link inside text
};

enum class ButtonSize { Regular, Small, Large };

struct ButtonOptions {
  ButtonKind kind = ButtonKind::Secondary;
  ButtonSize size = ButtonSize::Regular;
  Key key = {};  ///< default: the label
  std::string_view description = {};
  std::optional<bool> expanded = {};  ///< for a button that opens something
  bool current = false;               ///< the chosen one of several
  bool fillsColumn = false;
};

/// A push button, placed inline. True in the frame in which it is pressed.
bool button(Surface& surface, std::string_view label, const ButtonOptions& options = {});

/// A link that leaves the app (`tel:`, `https:`), looking like a button. The mirror's own link
/// element follows it, as a browser would.
void linkButton(Surface& surface, std::string_view label, std::string_view url,
                const ButtonOptions& options = {});

/// How wide and how high a button is.
float buttonWidth(const Surface& surface, std::string_view label, ButtonSize size);
float buttonHeight(const Surface& surface, ButtonSize size);

}  // namespace ui
