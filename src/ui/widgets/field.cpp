#include "ui/widgets/field.h"

#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace ui {

SearchEntry searchField(Surface& surface, const SearchField& field) {
  constexpr float kPadding = 12;  // as the input element has
  const Bounds bounds =
      surface.layout.placeInline(field.width, buttonHeight(surface, ButtonSize::Regular));
  const bool isTooLong =
      !field.shortLabel.empty() &&
      surface.pen.widthOf(field.label, type::kBody) > bounds.width - 2 * kPadding;
  SemanticNode& node = surface.record(Role::SearchBox, field.label, bounds, Key(field.label));
  node.value = field.value;
  node.placeholder = isTooLong ? field.shortLabel : field.label;
  const NodeId id = node.id;
  const Interaction interaction = surface.interact(id, bounds);
  surface.pen.fill(bounds, surface.palette.surface, radius::kControl);
  surface.pen.outline(bounds,
                      interaction.focused ? surface.palette.accent : surface.palette.controlLine,
                      radius::kControl, interaction.focused ? 2.0F : 1.0F);
  SearchEntry entry{.text = {}, .isSubmitted = surface.semantics.isActivated(id)};
  const auto entered = surface.semantics.enteredText(id);
  if (entered && *entered != field.value) entry.text = *entered;
  return entry;
}

std::optional<std::string> numberField(Surface& surface, const NumberField& field) {
  silentText(surface, field.label, type::kCaptionStrong, surface.palette.ink);
  surface.layout.gap(space::kTight);
  const Bounds bounds = surface.layout.place(surface.targetHeight());
  SemanticNode& node = surface.record(Role::TextBox, field.label, bounds, Key(field.label));
  node.value = field.value;
  node.inputKind = TextInputKind::Decimal;
  node.description = field.problem;
  const NodeId id = node.id;
  const Interaction interaction = surface.interact(id, bounds);
  const Palette& palette = surface.palette;
  const bool wrong = !field.problem.empty();
  const Colour calm = interaction.focused ? palette.accent : palette.controlLine;
  surface.pen.fill(bounds, palette.surface, radius::kControl);
  surface.pen.outline(bounds, wrong ? palette.high.ink : calm, radius::kControl,
                      interaction.focused || wrong ? 2.0F : 1.0F);
  surface.layout.gap(space::kTight);
  if (wrong) {
    paragraph(surface, field.problem, type::kCaption, palette.high.ink);
  } else {
    surface.layout.gap(surface.pen.scaled(type::kCaption.lineHeight));
  }
  const auto entered = surface.semantics.enteredText(id);
  if (!entered || *entered == field.value) return std::nullopt;
  return std::string(*entered);
}

}  // namespace ui
