#include "ui/charts/chart_reading.h"

#include <imgui.h>

namespace ui {

ChartReading readChart(Surface& surface, std::string_view description, const Bounds& bounds,
                       const Key& key) {
  SemanticNode& node = surface.record(Role::Image, description, bounds, key);
  node.focusable = true;
  const Interaction interaction = surface.interact(node.id, bounds);
  ChartReading reading;
  reading.whole = interaction.focused;
  if (interaction.hovered || interaction.held) {
    // There is nothing to press.
    ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    reading.at = Point{pointer.x, pointer.y};
  }
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
  return reading;
}

}  // namespace ui
