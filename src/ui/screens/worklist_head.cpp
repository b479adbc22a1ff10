#include <algorithm>
#include <optional>

#include "ui/screens/worklist_cells.h"

namespace ui {

namespace {

void drawArrow(const Surface& surface, Point centre, SortDirection direction) {
  const float r = surface.pen.scaled(4);
  const float up = direction == SortDirection::Ascending ? -1.0F : 1.0F;
  const Colour colour = surface.palette.accent;
  surface.pen.line({centre.x, centre.y - r}, {centre.x, centre.y + r}, colour, 1.5F);
  surface.pen.line({centre.x, centre.y + r * up}, {centre.x - r * 0.8F, centre.y + r * up * 0.2F},
                   colour, 1.5F);
  surface.pen.line({centre.x, centre.y + r * up}, {centre.x + r * 0.8F, centre.y + r * up * 0.2F},
                   colour, 1.5F);
}

void sortBy(WorklistChoice& choice, WorklistColumn column) {
  if (choice.sortedBy != column) {
    choice.sortedBy = column;
    choice.direction = usualDirection(column);
  } else {
    choice.direction = choice.direction == SortDirection::Ascending ? SortDirection::Descending
                                                                    : SortDirection::Ascending;
  }
}

void drawTitle(const Surface& surface, const WorklistTableColumn& column, const Bounds& cell,
               Colour colour, const std::optional<SortDirection>& sorted) {
  const float arrow = sortArrowWidth(surface);
  const float width = cell.width - 2 * kCellPadding - (sorted ? arrow : 0);
  const TextBlock title =
      surface.pen.layOutLine(surface.text(column.title), type::kCaptionStrong, width);
  const float left = cell.left + kCellPadding;
  surface.pen.draw(title, {left, cell.top + (cell.height - title.height) / 2}, colour,
                   column.alignment, width);
  if (!sorted) return;
  const float end = column.alignment == Alignment::Right ? left + width : left + title.width;
  drawArrow(surface, {end + (arrow + space::kTight) / 2, cell.top + cell.height / 2}, *sorted);
}

void headCell(Surface& surface, const WorklistTableColumn& column, const Bounds& cell,
              WorklistChoice& choice) {
  const bool isSorted = column.sortsBy == choice.sortedBy;
  const std::string_view title = surface.text(column.title);
  const NodeId head = surface.open(Role::ColumnHeader, title, Key(title));
  Colour colour = isSorted ? surface.palette.accent : surface.palette.inkFaint;
  if (column.sortsBy) {
    const NodeId id = surface.record(Role::Button, title, cell).id;
    const Interaction interaction = surface.interact(id, cell);
    if (interaction.hovered && !isSorted) colour = surface.palette.ink;
    if (interaction.focused) surface.focusRing(cell, radius::kControl);
    if (interaction.pressed) sortBy(choice, *column.sortsBy);
  } else {
    surface.record(Role::Text, title, cell);
  }
  surface.semantics.close();
  std::optional<SortDirection> sorted;
  if (isSorted) sorted = choice.direction;
  surface.semantics.node(head).sorted = sorted;
  if (column.cell != WorklistCell::Badge) drawTitle(surface, column, cell, colour, sorted);
}

}  // namespace

void tableHead(Surface& surface, std::span<const WorklistTableColumn> columns,
               WorklistChoice& choice) {
  const Bounds row = surface.layout.place(std::max(surface.pen.scaled(40), surface.targetHeight()));
  const NodeId id = surface.open(Role::Row, {}, Key("header"));
  surface.semantics.node(id).rowIndex = 1;
  for (const WorklistTableColumn& column : columns)
    headCell(surface, column, {row.left + column.left, row.top, column.width, row.height}, choice);
  surface.semantics.close();
}

}  // namespace ui
