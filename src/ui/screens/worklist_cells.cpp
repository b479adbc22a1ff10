#include "ui/screens/worklist_cells.h"

#include <algorithm>
#include <array>
#include <optional>

#include "ui/screens/person.h"
#include "ui/screens/worklist_words.h"
#include "ui/widgets/logo.h"

namespace ui {

namespace {

enum class Cell { Patient, Sex, Age, Identifier, Risk, Badge, ToDo, LastSaved };

struct Column {
  Cell cell;
  Text title;
  float share;  ///< of the table's width
  Alignment alignment;
  std::optional<WorklistColumn> sortsBy;
};

constexpr std::array kDesktop{
    Column{Cell::Patient, Text::Patient, 0.2F, Alignment::Left, WorklistColumn::Name},
    Column{Cell::Sex, Text::Sex, 0.09F, Alignment::Left, {}},
    Column{Cell::Age, Text::Age, 0.06F, Alignment::Right, WorklistColumn::Age},
    Column{Cell::Identifier, Text::Identifier, 0.115F, Alignment::Left, {}},
    Column{Cell::Risk, Text::TenYearRisk, 0.115F, Alignment::Right, WorklistColumn::Risk},
    Column{Cell::Badge, Text::BandColumn, 0.15F, Alignment::Left, {}},
    Column{Cell::ToDo, Text::ToDo, 0.155F, Alignment::Left, WorklistColumn::ToDo},
    Column{Cell::LastSaved, Text::LastSaved, 0.115F, Alignment::Left, WorklistColumn::LastSaved}};

constexpr std::array kTablet{
    Column{Cell::Patient, Text::Patient, 0.31F, Alignment::Left, WorklistColumn::Name},
    Column{Cell::Risk, Text::TenYearRisk, 0.16F, Alignment::Right, WorklistColumn::Risk},
    Column{Cell::Badge, Text::BandColumn, 0.2F, Alignment::Left, {}},
    Column{Cell::ToDo, Text::ToDo, 0.18F, Alignment::Left, WorklistColumn::ToDo},
    Column{Cell::LastSaved, Text::LastSaved, 0.15F, Alignment::Left, WorklistColumn::LastSaved}};

std::span<const Column> columnsOf(const Surface& surface) {
  if (surface.breakpoint() == Breakpoint::Desktop) return kDesktop;
  return kTablet;
}

constexpr float kCellPadding = space::kSmall;

Bounds cellBounds(const Bounds& row, std::span<const Column> columns, std::size_t index) {
  float left = row.left + space::kSmall;
  const float width = row.width - 2 * space::kSmall;
  for (std::size_t i = 0; i < index; ++i)
    left += columns[i].share * width;
  return {left, row.top, columns[index].share * width, row.height};
}

bool isInWindow(const Bounds& bounds) {
  const Bounds window = Pen::clip();
  return bounds.top + bounds.height > window.top && bounds.top < window.top + window.height;
}

/// One or two lines in a cell, centred from top to bottom.
void drawLines(const Surface& surface, std::initializer_list<std::pair<TextBlock, Colour>> lines,
               const Bounds& cell, Alignment alignment) {
  float height = 0;
  for (const auto& [block, colour] : lines)
    height += block.height;
  float top = cell.top + (cell.height - height) / 2;
  for (const auto& [block, colour] : lines) {
    surface.pen.draw(block, {cell.left + kCellPadding, top}, colour, alignment,
                     cell.width - 2 * kCellPadding);
    top += block.height;
  }
}

TextBlock lineIn(const Surface& surface, std::string_view text, const TextStyle& style,
                 const Bounds& cell) {
  return surface.pen.layOutLine(text, style, cell.width - 2 * kCellPadding);
}

/// A grey strip where a result is going to be.
void drawSkeleton(const Surface& surface, const Bounds& cell, Alignment alignment) {
  constexpr float kWidth = 56;
  const float height = surface.pen.scaled(12);
  const float width = std::min(surface.pen.scaled(kWidth), cell.width - 2 * kCellPadding);
  const float left = alignment == Alignment::Right ? cell.left + cell.width - kCellPadding - width
                                                   : cell.left + kCellPadding;
  surface.pen.fill({left, cell.top + (cell.height - height) / 2, width, height},
                   surface.palette.track, height / 2);
}

void drawBadge(Surface& surface, const Badge& badge, const Bounds& cell, Alignment alignment) {
  const float height = chipHeight(surface);
  drawChip(surface, badge.words, badge.style,
           {cell.left + kCellPadding, cell.top + (cell.height - height) / 2,
            cell.width - 2 * kCellPadding, height},
           alignment);
}

std::string ageInWords(const Surface& surface, const fhir::Patient& patient,
                       const fhir::Date& today) {
  if (patient.deceased) return std::string(surface.text(Text::Deceased));
  const auto age = ageOf(patient, today);
  return age ? std::to_string(*age) : std::string("–");
}

std::string sexInColumn(const Surface& surface, const fhir::Patient& patient) {
  return patient.sex == fhir::Sex::Unknown ? std::string(surface.text(Text::NotRecorded))
                                           : sexInWords(surface, patient.sex);
}

/// What a cell says to assistive technology.
std::string cellInWords(const Surface& surface, const PatientRow& row, Cell cell) {
  const app::PatientSummary* summary = row.summary;
  switch (cell) {
    case Cell::Patient:
      return listName(surface, row.patient);
    case Cell::Sex:
      return sexInColumn(surface, row.patient);
    case Cell::Age:
      return ageInWords(surface, row.patient, row.today);
    case Cell::Identifier:
      return identifierOf(row.patient);
    case Cell::Risk:
      return summary == nullptr ? std::string(surface.text(Text::NotAssessedYet))
                                : riskInFigures(surface, *summary);
    case Cell::Badge:
      return summary == nullptr ? std::string() : badgeOf(surface, *summary).words;
    case Cell::ToDo: {
      std::string text;
      if (summary == nullptr) return text;
      for (const std::string& item : toDo(surface, *summary))
        text += (text.empty() ? "" : "; ") + item;
      return text;
    }
    case Cell::LastSaved:
      return summary == nullptr || !summary->lastSaved
                 ? std::string(surface.text(Text::NothingSaved))
                 : savedInWords(surface, *summary);
  }
  return {};
}

void drawPatient(const Surface& surface, const PatientRow& row, const Bounds& cell) {
  const Palette& palette = surface.palette;
  const std::string name = listName(surface, row.patient);
  if (surface.breakpoint() == Breakpoint::Desktop) {
    drawLines(surface, {{lineIn(surface, name, type::kBody, cell), palette.ink}}, cell,
              Alignment::Left);
    return;
  }
  const std::string small = particularsInShort(surface, row.patient, row.today);
  drawLines(surface,
            {{lineIn(surface, name, type::kBodyStrong, cell), palette.ink},
             {lineIn(surface, small, type::kCaption, cell), palette.inkSoft}},
            cell, Alignment::Left);
}

/// The date over the risk where the column is too narrow for both on a line.
void drawSaved(const Surface& surface, const app::PatientSummary& summary, const Bounds& cell) {
  const Colour colour = surface.palette.inkSoft;
  if (!summary.lastSaved || !summary.lastSaved->probability) {
    drawLines(surface,
              {{lineIn(surface, savedInWords(surface, summary), type::kCaption, cell), colour}},
              cell, Alignment::Left);
    return;
  }
  const Words words = wordsOf(surface);
  const std::string date = formatDate(summary.lastSaved->date, words);
  const std::string risk = formatRisk(risk::Probability(*summary.lastSaved->probability), words);
  drawLines(surface,
            {{lineIn(surface, date, type::kCaption, cell), colour},
             {lineIn(surface, risk, type::kCaption, cell), colour}},
            cell, Alignment::Left);
}

void drawToDo(const Surface& surface, const PatientRow& row, const Bounds& cell) {
  std::string text = row.summary == nullptr ? std::string() : toDoInShort(surface, *row.summary);
  if (row.isReading) text = surface.text(Text::Assessing);
  const TextBlock block =
      surface.pen.layOut(text, type::kCaption, cell.width - 2 * kCellPadding, 2);
  drawLines(surface, {{block, surface.palette.inkSoft}}, cell, Alignment::Left);
}

void drawCell(Surface& surface, const PatientRow& row, const Column& column, const Bounds& cell) {
  const Palette& palette = surface.palette;
  const bool isResult = column.cell == Cell::Risk || column.cell == Cell::Badge;
  if (row.summary == nullptr && isResult) {
    drawSkeleton(surface, cell, column.alignment);
    return;
  }
  switch (column.cell) {
    case Cell::Patient:
      drawPatient(surface, row, cell);
      return;
    case Cell::Badge:
      drawBadge(surface, badgeOf(surface, *row.summary), cell, column.alignment);
      return;
    case Cell::ToDo:
      drawToDo(surface, row, cell);
      return;
    case Cell::LastSaved:
      if (row.summary != nullptr) drawSaved(surface, *row.summary, cell);
      return;
    case Cell::Risk:
      drawLines(surface,
                {{lineIn(surface, riskInFigures(surface, *row.summary), type::kBodyStrong, cell),
                  palette.ink}},
                cell, column.alignment);
      return;
    case Cell::Sex:
    case Cell::Age:
    case Cell::Identifier:
      break;
  }
  const TextStyle style = column.cell == Cell::Age ? type::kBody : type::kCaption;
  drawLines(
      surface,
      {{lineIn(surface, cellInWords(surface, row, column.cell), style, cell), palette.inkSoft}},
      cell, column.alignment);
}

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

void headCell(Surface& surface, const Column& column, const Bounds& cell, WorklistChoice& choice) {
  const bool isSorted = column.sortsBy == choice.sortedBy;
  const std::string_view title = surface.text(column.title);
  const NodeId head = surface.open(Role::ColumnHeader, title, Key(title));
  Bounds words = cell;
  Colour colour = isSorted ? surface.palette.accent : surface.palette.inkFaint;
  const float arrow = surface.pen.scaled(14);
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
  if (isSorted) {
    surface.semantics.node(head).sorted = choice.direction;
    words.width -= arrow;
  }
  const TextBlock block = lineIn(surface, title, type::kCaptionStrong, words);
  if (column.cell != Cell::Badge) drawLines(surface, {{block, colour}}, words, column.alignment);
  if (!isSorted) return;
  const float x = column.alignment == Alignment::Right
                      ? cell.left + cell.width - kCellPadding - arrow / 2
                      : cell.left + kCellPadding + block.width + arrow / 2 + space::kTight;
  drawArrow(surface, {x, cell.top + cell.height / 2}, choice.direction);
}

void wideCells(Surface& surface, const PatientRow& row) {
  const auto columns = columnsOf(surface);
  const bool visible = isInWindow(row.bounds);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Bounds cell = cellBounds(row.bounds, columns, i);
    if (visible) drawCell(surface, row, columns[i], cell);
    if (i > 0) surface.record(Role::Cell, cellInWords(surface, row, columns[i].cell), cell);
  }
}

/// On a phone: the name and the risk, what is known of the person and the band, what is to be done.
struct NarrowLines {
  Bounds name;
  Bounds risk;
  Bounds particulars;
  Bounds badge;
  Bounds toDo;
};

NarrowLines narrowLines(const Surface& surface, const Bounds& row, bool hasToDo) {
  const float line = chipHeight(surface);
  const float lines = hasToDo ? 3 : 2;
  const float side = std::min(surface.pen.scaled(170), row.width * 0.6F);
  const float main = row.width - side;
  const float first = row.top + (row.height - lines * line) / 2;
  const float second = first + line;
  return {.name = {row.left, first, main, line},
          .risk = {row.left + main, first, side, line},
          .particulars = {row.left, second, main, line},
          .badge = {row.left + main, second, side, line},
          .toDo = {row.left, second + line, row.width, line}};
}

void drawLine(const Surface& surface, std::string_view text, const TextStyle& style, Colour colour,
              const Bounds& cell, Alignment alignment = Alignment::Left) {
  drawLines(surface, {{lineIn(surface, text, style, cell), colour}}, cell, alignment);
}

void narrowCells(Surface& surface, const PatientRow& row) {
  const Palette& palette = surface.palette;
  std::string toDo = row.summary == nullptr ? std::string() : toDoInShort(surface, *row.summary);
  if (row.isReading) toDo = surface.text(Text::Assessing);
  const NarrowLines lines = narrowLines(surface, row.bounds, !toDo.empty());
  const std::string particulars = particularsInShort(surface, row.patient, row.today);
  surface.record(Role::Cell, particulars, lines.particulars);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::Risk), lines.risk);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::Badge), lines.badge);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::ToDo), lines.toDo);
  if (!isInWindow(row.bounds)) return;
  drawLine(surface, listName(surface, row.patient), type::kBodyStrong, palette.ink, lines.name);
  drawLine(surface, particulars, type::kCaption, palette.inkSoft, lines.particulars);
  drawLine(surface, toDo, type::kCaption, palette.inkSoft, lines.toDo);
  if (row.summary == nullptr) {
    drawSkeleton(surface, lines.risk, Alignment::Right);
    return;
  }
  drawLine(surface, riskInFigures(surface, *row.summary), type::kBodyStrong, palette.ink,
           lines.risk, Alignment::Right);
  drawBadge(surface, badgeOf(surface, *row.summary), lines.badge, Alignment::Right);
}

}  // namespace

void tableHead(Surface& surface, WorklistChoice& choice) {
  const Bounds row = surface.layout.place(std::max(surface.pen.scaled(40), surface.targetHeight()));
  const NodeId id = surface.open(Role::Row, {}, Key("header"));
  surface.semantics.node(id).rowIndex = 1;
  const auto columns = columnsOf(surface);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    headCell(surface, columns[i], cellBounds(row, columns, i), choice);
  }
  surface.semantics.close();
}

void patientCells(Surface& surface, const PatientRow& row) {
  if (surface.isPhone()) {
    narrowCells(surface, row);
  } else {
    wideCells(surface, row);
  }
}

float rowHeight(const Surface& surface) {
  constexpr float kPhone = 92;
  constexpr float kTabletOrDesktop = 56;
  const float least = surface.isPhone() ? kPhone : kTabletOrDesktop;
  return std::max(surface.pen.scaled(least), surface.targetHeight());
}

}  // namespace ui
