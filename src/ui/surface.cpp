#include "ui/surface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace ui {

namespace {

constexpr float kPhoneBelow = 640;
constexpr float kDesktopFrom = 1100;

/// Brings a widget that took the focus into the scrolled part of its window.
void scrollIntoView(const Bounds& bounds) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImRect visible = window->InnerRect;
  const float above = bounds.top - visible.Min.y - space::kLarge;
  const float below = bounds.top + bounds.height - visible.Max.y + space::kLarge;
  if (above < 0) {
    ImGui::SetScrollY(window, window->Scroll.y + above);
  } else if (below > 0) {
    ImGui::SetScrollY(window, window->Scroll.y + below);
  }
}

}  // namespace

Breakpoint Surface::breakpoint() const {
  const float width = viewport.width / pen.scaled(1);
  if (width < kPhoneBelow) return Breakpoint::Phone;
  return width < kDesktopFrom ? Breakpoint::Tablet : Breakpoint::Desktop;
}

float Surface::targetHeight() const {
  constexpr float kFinger = 44;
  constexpr float kPointer = 40;
  return std::max(viewport.coarsePointer ? kFinger : kPointer, pen.scaled(kPointer));
}

SemanticNode& Surface::record(Role role, std::string_view name, const Bounds& bounds,
                              const Key& key) {
  SemanticNode& node = semantics.add(role, name, key);
  node.bounds = bounds;
  node.clip = Pen::clip();
  return node;
}

Interaction Surface::interact(NodeId id, const Bounds& bounds) {
  if (semantics.tookFocus(id)) scrollIntoView(bounds);
  Interaction result;
  result.focused = semantics.isFocused(id);
  const ImRect rectangle(bounds.left, bounds.top, bounds.left + bounds.width,
                         bounds.top + bounds.height);
  if (ImGui::ItemAdd(rectangle, id)) {
    result.pressed = ImGui::ButtonBehavior(rectangle, id, &result.hovered, &result.held);
  }
  if (result.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  result.pressed = result.pressed || semantics.isActivated(id);
  return result;
}

void Surface::focusRing(const Bounds& bounds, float cornerRadius) {
  constexpr float kOffset = 3;
  pen.outline({bounds.left - kOffset, bounds.top - kOffset, bounds.width + 2 * kOffset,
               bounds.height + 2 * kOffset},
              palette.accent, cornerRadius + kOffset, 2);
}

// Not inline: growing a vector of all events is more code than most widgets.
void Surface::emit(app::Event event) {
  events.push_back(std::move(event));
}

}  // namespace ui
