#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/event.h"
#include "app/settings.h"
#include "ui/layout.h"
#include "ui/pen.h"
#include "ui/semantics_recorder.h"
#include "ui/strings.h"
#include "ui/theme.h"
#include "ui/viewport.h"

namespace ui {

/// How much room there is, by width in units of the reader's text size.
enum class Breakpoint { Phone, Tablet, Desktop };

/// What a person is doing to a widget.
struct Interaction {
  bool pressed = false;  ///< by pointer, keyboard or assistive technology, in this frame
  bool hovered = false;
  bool held = false;
  bool focused = false;
};

/// What widgets are drawn on: for one frame, one place for looks, layout, meaning and events.
struct Surface {
  const Palette& palette;
  const StringTable& strings;
  const Viewport& viewport;
  const app::Settings& settings;
  Pen pen;
  SemanticsRecorder& semantics;
  std::vector<app::Event>& events;
  Layout layout = {};

  std::string_view text(Text id) const { return strings[id]; }
  Breakpoint breakpoint() const;
  bool isPhone() const { return breakpoint() == Breakpoint::Phone; }

  /// The least height of what can be pressed.
  float targetHeight() const;

  /// Adds a node without children at `bounds`, clipped to the present window.
  SemanticNode& record(Role role, std::string_view name, const Bounds& bounds, const Key& key = {});
  /// Opens a container; semantics.close() ends it. Its bounds become those of its contents.
  NodeId open(Role role, std::string_view name, const Key& key = {}) {
    return semantics.open(role, name, key);
  }

  /// Lets the widget `id` at `bounds` be pressed, scrolls it into view when it takes the focus.
  Interaction interact(NodeId id, const Bounds& bounds);

  /// Draws the ring that shows where the keyboard is.
  void focusRing(const Bounds& bounds, float cornerRadius);

  /// Tells the app what the person did.
  void emit(app::Event event);
};

}  // namespace ui
