#include "ui/widgets/field.h"

namespace ui {

std::optional<std::string> searchField(Surface& surface, std::string_view label,
                                       std::string_view value, float width) {
  const Bounds bounds = surface.layout.placeInline(width, surface.targetHeight());
  SemanticNode& node = surface.record(Role::SearchBox, label, bounds, Key(label));
  node.value = value;
  node.placeholder = label;
  const NodeId id = node.id;
  const Interaction interaction = surface.interact(id, bounds);
  surface.pen.fill(bounds, surface.palette.surface, radius::kControl);
  surface.pen.outline(bounds,
                      interaction.focused ? surface.palette.accent : surface.palette.controlLine,
                      radius::kControl, interaction.focused ? 2.0F : 1.0F);
  const auto entered = surface.semantics.enteredText(id);
  if (!entered || *entered == value) return std::nullopt;
  return std::string(*entered);
}

}  // namespace ui
