#include "ui/widgets/choice.h"

#include <algorithm>

#include "ui/widgets/text.h"

namespace ui {

namespace {

/// One option of a choice, with the look of a button.
bool option(Surface& surface, std::string_view label, bool chosen) {
  const Palette& palette = surface.palette;
  const TextBlock block = surface.pen.layOutLine(label, type::kCaptionStrong,
                                                 surface.layout.width() - 2 * space::kMedium);
  const Bounds bounds =
      surface.layout.placeInline(block.width + 2 * space::kMedium, surface.targetHeight());
  SemanticNode& node = surface.record(Role::Radio, label, bounds, Key(label));
  node.checked = chosen;
  const Interaction interaction = surface.interact(node.id, bounds);
  const Colour fill = chosen                ? palette.accentTint
                      : interaction.hovered ? palette.page
                                            : palette.surface;
  surface.pen.fill(bounds, fill, radius::kControl);
  surface.pen.outline(bounds, chosen ? palette.accent : palette.controlLine, radius::kControl,
                      chosen ? 1.5F : 1.0F);
  surface.pen.draw(block, {bounds.left, bounds.top + (bounds.height - block.height) / 2},
                   chosen ? palette.accent : palette.ink, Alignment::Centre, bounds.width);
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
  return interaction.pressed && !chosen;
}

bool tab(Surface& surface, std::string_view label, bool chosen) {
  const Palette& palette = surface.palette;
  const TextStyle style = chosen ? type::kBodyStrong : type::kBody;
  const TextBlock block = surface.pen.layOutLine(label, style, surface.layout.width());
  // The width of the semibold label, so that nothing moves when another tab is chosen.
  const float width = surface.pen.widthOf(label, type::kBodyStrong) + 2 * space::kMedium;
  const Bounds bounds = surface.layout.placeInline(width, surface.targetHeight());
  SemanticNode& node = surface.record(Role::Tab, label, bounds, Key(label));
  node.selected = chosen;
  const Interaction interaction = surface.interact(node.id, bounds);
  const Colour colour = chosen                ? palette.accent
                        : interaction.hovered ? palette.ink
                                              : palette.inkSoft;
  surface.pen.draw(block, {bounds.left, bounds.top + (bounds.height - block.height) / 2}, colour,
                   Alignment::Centre, bounds.width);
  constexpr float kUnderline = 2;
  if (chosen) {
    surface.pen.fill({bounds.left + space::kSmall, bounds.top + bounds.height - kUnderline,
                      bounds.width - 2 * space::kSmall, kUnderline},
                     palette.accent);
  }
  if (interaction.focused) surface.focusRing(bounds, radius::kControl);
  return interaction.pressed && !chosen;
}

}  // namespace

std::optional<std::size_t> choice(Surface& surface, std::string_view label,
                                  std::span<const std::string_view> options, std::size_t chosen) {
  std::optional<std::size_t> result;
  surface.open(Role::Group, label, Key(label));
  silentText(surface, label, type::kBodyStrong, surface.palette.ink);
  surface.layout.gap(space::kSmall);
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (option(surface, options[i], i == chosen)) result = i;
  }
  surface.layout.endFlow();
  surface.semantics.close();
  return result;
}

std::optional<std::size_t> tabs(Surface& surface, std::span<const std::string_view> labels,
                                std::size_t chosen) {
  std::optional<std::size_t> result;
  surface.open(Role::TabList, {});
  surface.layout.beginFlow(0, 0);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (tab(surface, labels[i], i == chosen)) result = i;
  }
  surface.layout.endFlow();
  surface.semantics.close();
  const Bounds line = surface.layout.place(space::kHair);
  surface.pen.fill(line, surface.palette.line);
  return result;
}

std::optional<bool> toggle(Surface& surface, std::string_view label, std::string_view remark,
                           bool on) {
  const Pen& pen = surface.pen;
  constexpr float kWidth = 44;
  constexpr float kHeight = 26;
  constexpr float kInset = 3;
  const float room = surface.layout.width() - kWidth - space::kMedium;
  const TextBlock name = pen.layOut(label, type::kBody, room);
  const TextBlock small = pen.layOut(remark, type::kCaption, room);
  const float textHeight = name.height + small.height;
  const float height = std::max(surface.targetHeight(), textHeight + space::kSmall);
  const Bounds bounds = surface.layout.place(height);
  const float middle = bounds.top + height / 2;
  pen.draw(name, {bounds.left, middle - textHeight / 2}, surface.palette.ink);
  pen.draw(small, {bounds.left, middle - textHeight / 2 + name.height}, surface.palette.inkSoft);

  const Bounds track{bounds.left + bounds.width - kWidth, middle - kHeight / 2, kWidth, kHeight};
  SemanticNode& node = surface.record(Role::Switch, label, bounds, Key(label));
  node.checked = on;
  node.description = remark;
  const Interaction interaction = surface.interact(node.id, bounds);
  pen.fill(track, on ? surface.palette.accent : surface.palette.inkFaint, kHeight / 2);
  const float knob = kHeight / 2 - kInset;
  const float x = on ? track.left + kWidth - kInset - knob : track.left + kInset + knob;
  pen.fillCircle({x, middle}, knob, surface.palette.surface);
  if (interaction.focused) surface.focusRing(track, kHeight / 2);
  if (!interaction.pressed) return std::nullopt;
  return !on;
}

}  // namespace ui
