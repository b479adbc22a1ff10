#include "ui/widgets/text.h"

namespace ui {

namespace {

Bounds drawBlock(Surface& surface, std::string_view text, const TextStyle& style, Colour colour,
                 Alignment alignment) {
  const TextBlock block = surface.pen.layOut(text, style, surface.layout.width());
  const Bounds bounds = surface.layout.place(block.height);
  surface.pen.draw(block, {bounds.left, bounds.top}, colour, alignment, bounds.width);
  return bounds;
}

}  // namespace

void heading(Surface& surface, std::string_view text, int level, const TextStyle& style) {
  const Bounds bounds = drawBlock(surface, text, style, surface.palette.ink, Alignment::Left);
  surface.record(Role::Heading, text, bounds).level = level;
}

void paragraph(Surface& surface, std::string_view text, const TextStyle& style, Colour colour) {
  const Bounds bounds = drawBlock(surface, text, style, colour, Alignment::Left);
  surface.record(Role::Text, text, bounds);
}

void paragraph(Surface& surface, std::string_view text) {
  paragraph(surface, text, type::kBody, surface.palette.ink);
}

void inlineText(Surface& surface, std::string_view text, const TextStyle& style, Colour colour) {
  const TextBlock block = surface.pen.layOutLine(text, style, surface.layout.width());
  const Bounds bounds = surface.layout.placeInline(block.width, block.height);
  surface.pen.draw(block, {bounds.left, bounds.top}, colour);
  surface.record(Role::Text, text, bounds);
}

float silentText(Surface& surface, std::string_view text, const TextStyle& style, Colour colour,
                 Alignment alignment) {
  return drawBlock(surface, text, style, colour, alignment).height;
}

}  // namespace ui
