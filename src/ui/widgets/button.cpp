#include "ui/widgets/button.h"

#include <algorithm>

namespace ui {

namespace {

struct Metrics {
  float padding;
  float height;
  TextStyle style;
};

Metrics metricsOf(const Surface& surface, ButtonKind kind, ButtonSize size) {
  if (kind == ButtonKind::Plain) {
    const float height = std::max(surface.pen.scaled(type::kCaption.lineHeight),
                                  surface.viewport.coarsePointer ? surface.targetHeight() : 24.0F);
    return {0, height, type::kCaptionStrong};
  }
  switch (size) {
    case ButtonSize::Small:
      return {14, surface.viewport.coarsePointer ? surface.targetHeight() : surface.pen.scaled(36),
              type::kCaptionStrong};
    case ButtonSize::Large:
      return {20, std::max(surface.targetHeight(), surface.pen.scaled(52)), type::kBodyStrong};
    case ButtonSize::Regular:
      break;
  }
  return {20, std::max(surface.targetHeight(), surface.pen.scaled(44)), type::kBodyStrong};
}

/// The kind's fill under the pointer and under the finger.
Colour shade(const Palette& palette, const Interaction& interaction) {
  if (interaction.held) return palette.track;
  return interaction.hovered ? palette.page : palette.surface;
}

Colour drawFrame(Surface& surface, const Bounds& bounds, const ButtonOptions& options,
                 const Interaction& interaction) {
  const Palette& palette = surface.palette;
  switch (options.kind) {
    case ButtonKind::Primary: {
      const std::uint32_t alpha = interaction.held ? 0xCC : interaction.hovered ? 0xE6 : 0xFF;
      surface.pen.fill(bounds, withAlpha(palette.accent, alpha), radius::kControl);
      return palette.onAccent;
    }
    case ButtonKind::Danger:
      surface.pen.fill(bounds, interaction.hovered ? palette.high.tint : palette.surface,
                       radius::kControl);
      surface.pen.outline(bounds, palette.high.ink, radius::kControl);
      return palette.high.ink;
    case ButtonKind::Plain: {
      const float underline = bounds.top + bounds.height / 2 + surface.pen.scaled(10);
      if (interaction.hovered) {
        surface.pen.line({bounds.left, underline}, {bounds.left + bounds.width, underline},
                         palette.accent);
      }
      return palette.accent;
    }
    case ButtonKind::Secondary:
      break;
  }
  if (options.current) {
    surface.pen.fill(bounds, palette.accentTint, radius::kControl);
    surface.pen.outline(bounds, palette.accent, radius::kControl);
    return palette.accent;
  }
  surface.pen.fill(bounds, shade(palette, interaction), radius::kControl);
  surface.pen.outline(bounds, palette.controlLine, radius::kControl);
  return palette.ink;
}

Bounds place(Surface& surface, const TextBlock& label, const Metrics& metrics,
             const ButtonOptions& options) {
  const float width = label.width + 2 * metrics.padding;
  if (options.fillsColumn) return surface.layout.place(metrics.height);
  return surface.layout.placeInline(width, metrics.height);
}

void drawLabel(Surface& surface, const TextBlock& label, const Bounds& bounds, Colour colour) {
  surface.pen.draw(label, {bounds.left, bounds.top + (bounds.height - label.height) / 2}, colour,
                   Alignment::Centre, bounds.width);
}

}  // namespace

bool button(Surface& surface, std::string_view label, const ButtonOptions& options) {
  const Metrics metrics = metricsOf(surface, options.kind, options.size);
  const TextBlock block =
      surface.pen.layOutLine(label, metrics.style, surface.layout.width() - 2 * metrics.padding);
  const Bounds bounds = place(surface, block, metrics, options);
  SemanticNode& node =
      surface.record(Role::Button, label, bounds, options.key.hash() ? options.key : Key(label));
  node.description = options.description;
  node.expanded = options.expanded;
  node.current = options.current;
  const Interaction interaction = surface.interact(node.id, bounds);
  drawLabel(surface, block, bounds, drawFrame(surface, bounds, options, interaction));
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
  return interaction.pressed;
}

void linkButton(Surface& surface, std::string_view label, std::string_view url,
                const ButtonOptions& options) {
  const Metrics metrics = metricsOf(surface, options.kind, options.size);
  const TextBlock block =
      surface.pen.layOutLine(label, metrics.style, surface.layout.width() - 2 * metrics.padding);
  const Bounds bounds = place(surface, block, metrics, options);
  SemanticNode& node = surface.record(Role::Link, label, bounds, Key(label));
  node.url = url;
  const Interaction interaction = surface.interact(node.id, bounds);
  drawLabel(surface, block, bounds, drawFrame(surface, bounds, options, interaction));
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
}

float buttonWidth(const Surface& surface, std::string_view label, ButtonSize size) {
  const Metrics metrics = metricsOf(surface, ButtonKind::Secondary, size);
  return surface.pen.widthOf(label, metrics.style) + 2 * metrics.padding;
}

float buttonHeight(const Surface& surface, ButtonSize size) {
  return metricsOf(surface, ButtonKind::Secondary, size).height;
}

}  // namespace ui
