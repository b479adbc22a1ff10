#include "ui/screens/worklist_cells.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "ui/screens/person.h"
#include "ui/screens/worklist_words.h"

namespace ui {

namespace {

using Cell = WorklistCell;
using Column = WorklistTableColumn;

/// Text in the colour that it is drawn in.
struct Line {
  TextBlock block;
  Colour colour;
};

Bounds cellBounds(const Bounds& row, const Column& column) {
  return {row.left + column.left, row.top, column.width, row.height};
}

bool isInWindow(const Bounds& bounds) {
  const Bounds window = Pen::clip();
  return bounds.top + bounds.height > window.top && bounds.top < window.top + window.height;
}

float innerWidth(const Bounds& cell) {
  return std::max(cell.width - 2 * kCellPadding, 0.0F);
}

/// Lines in a cell, centred from top to bottom.
void drawLines(const Surface& surface, const std::vector<Line>& lines, const Bounds& cell,
               Alignment alignment = Alignment::Left) {
  float height = 0;
  for (const Line& line : lines)
    height += line.block.height;
  float top = cell.top + (cell.height - height) / 2;
  for (const Line& line : lines) {
    surface.pen.draw(line.block, {cell.left + kCellPadding, top}, line.colour, alignment,
                     innerWidth(cell));
    top += line.block.height;
  }
}

Line lineIn(const Surface& surface, std::string_view text, const TextStyle& style, Colour colour,
            const Bounds& cell) {
  return {surface.pen.layOutLine(text, style, innerWidth(cell)), colour};
}

/// A name on one line; where that is too short, in smaller letters on two.
Line nameIn(const Surface& surface, std::string_view name, const TextStyle& style,
            const Bounds& cell) {
  const float width = innerWidth(cell);
  if (surface.pen.widthOf(name, style) <= width) {
    return {surface.pen.layOutLine(name, style, width), surface.palette.ink};
  }
  const TextStyle small = style.weight == Weight::Semibold ? type::kCaptionStrong : type::kCaption;
  return {surface.pen.layOut(name, small, width, 2), surface.palette.ink};
}

/// A grey strip where a result is going to be.
void drawSkeleton(const Surface& surface, const Bounds& cell, Alignment alignment) {
  constexpr float kWidth = 56;
  const float height = surface.pen.scaled(12);
  const float width = std::min(surface.pen.scaled(kWidth), innerWidth(cell));
  const float left = alignment == Alignment::Right ? cell.left + cell.width - kCellPadding - width
                                                   : cell.left + kCellPadding;
  surface.pen.fill({left, cell.top + (cell.height - height) / 2, width, height},
                   surface.palette.track, height / 2);
}

void drawBadge(Surface& surface, const Badge& badge, const Bounds& cell, Alignment alignment) {
  const float height = chipHeight(surface);
  drawChip(
      surface, badge.words, badge.style,
      {cell.left + kCellPadding, cell.top + (cell.height - height) / 2, innerWidth(cell), height},
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
      break;
  }
  return summary == nullptr || !summary->lastSaved ? std::string(surface.text(Text::NothingSaved))
                                                   : savedInWords(surface, *summary);
}

void drawPatient(const Surface& surface, const PatientRow& row, const Bounds& cell) {
  const bool isDesktop = surface.breakpoint() == Breakpoint::Desktop;
  const std::string name = listName(surface, row.patient);
  std::vector<Line> lines{nameIn(surface, name, isDesktop ? type::kBody : type::kBodyStrong, cell)};
  const std::string small = patientDescription(surface, row);
  // A long name takes the second line of a low row.
  const bool isOneLine = lines.front().block.lines.size() == 1;
  if (!small.empty() && (!isDesktop || isOneLine)) {
    lines.push_back(lineIn(surface, small, type::kCaption, surface.palette.inkSoft, cell));
  }
  drawLines(surface, lines, cell);
}

/// The date over the risk where the column is too narrow for both on a line.
void drawSaved(const Surface& surface, const app::PatientSummary& summary, const Bounds& cell) {
  const Colour colour = surface.palette.inkSoft;
  const std::string whole = savedInWords(surface, summary);
  const bool fits = surface.pen.widthOf(whole, type::kCaption) <= innerWidth(cell);
  if (fits || !summary.lastSaved || !summary.lastSaved->probability) {
    drawLines(surface, {lineIn(surface, whole, type::kCaption, colour, cell)}, cell);
    return;
  }
  const Words words = wordsOf(surface);
  const std::string date = formatDate(summary.lastSaved->date, words);
  const std::string risk = formatRisk(risk::Probability(*summary.lastSaved->probability), words);
  drawLines(surface,
            {lineIn(surface, date, type::kCaption, colour, cell),
             lineIn(surface, risk, type::kCaption, colour, cell)},
            cell);
}

std::string toDoInRow(const Surface& surface, const PatientRow& row) {
  if (row.isReading) return std::string(surface.text(Text::Assessing));
  return row.summary == nullptr ? std::string() : toDoInShort(surface, *row.summary);
}

void drawToDo(const Surface& surface, const PatientRow& row, const Bounds& cell) {
  const TextBlock block =
      surface.pen.layOut(toDoInRow(surface, row), type::kCaption, innerWidth(cell), 2);
  drawLines(surface, {{block, surface.palette.inkSoft}}, cell);
}

/// The upper or the lower part of a cell that two results share, else the whole of it.
Bounds partFor(const Surface& surface, Cell cell, const Bounds& whole) {
  if (surface.breakpoint() != Breakpoint::Tablet) return whole;
  const float figures = surface.pen.scaled(type::kBodyStrong.lineHeight);
  const float badge = chipHeight(surface);
  const float top = whole.top + (whole.height - figures - badge) / 2;
  if (cell == Cell::Risk) return {whole.left, top, whole.width, figures};
  return {whole.left, top + figures, whole.width, badge};
}

void drawResult(Surface& surface, const PatientRow& row, const Column& column, const Bounds& cell) {
  const Bounds part = partFor(surface, column.cell, cell);
  if (row.summary == nullptr) {
    drawSkeleton(surface, part, column.alignment);
  } else if (column.cell == Cell::Badge) {
    drawBadge(surface, badgeOf(surface, *row.summary), part, column.alignment);
  } else {
    drawLines(surface,
              {lineIn(surface, riskInFigures(surface, *row.summary), type::kBodyStrong,
                      surface.palette.ink, part)},
              part, column.alignment);
  }
}

void drawCell(Surface& surface, const PatientRow& row, const Column& column, const Bounds& cell) {
  switch (column.cell) {
    case Cell::Patient:
      drawPatient(surface, row, cell);
      return;
    case Cell::Risk:
    case Cell::Badge:
      drawResult(surface, row, column, cell);
      return;
    case Cell::ToDo:
      drawToDo(surface, row, cell);
      return;
    case Cell::LastSaved:
      if (row.summary != nullptr) drawSaved(surface, *row.summary, cell);
      return;
    case Cell::Sex:
    case Cell::Age:
      break;
  }
  const TextStyle style = column.cell == Cell::Age ? type::kBody : type::kCaption;
  drawLines(surface,
            {lineIn(surface, cellInWords(surface, row, column.cell), style, surface.palette.inkSoft,
                    cell)},
            cell, column.alignment);
}

void wideCells(Surface& surface, std::span<const Column> columns, const PatientRow& row) {
  const bool visible = isInWindow(row.bounds);
  for (const Column& column : columns) {
    const Bounds cell = cellBounds(row.bounds, column);
    if (visible) drawCell(surface, row, column, cell);
    if (column.cell == Cell::Patient) continue;
    surface.record(Role::Cell, cellInWords(surface, row, column.cell), cell);
  }
}

/// On a phone: the name and the risk, what is known of the person and the band, what is to be done.
struct NarrowLines {
  Bounds name;
  Bounds risk;
  Bounds particulars;
  Bounds badge;
  Bounds last;
};

/// Risk and band take what they need, name and particulars the rest.
NarrowLines narrowLines(const Surface& surface, const Bounds& row, float nameHeight,
                        float lastHeight, const std::string& figures,
                        const std::optional<Badge>& badge) {
  const float middle = chipHeight(surface);
  const float risk =
      std::min(surface.pen.widthOf(figures, type::kBodyStrong) + 2 * kCellPadding, row.width / 2);
  const float chip =
      badge ? std::min(chipWidth(surface, badge->words, badge->style) + 2 * kCellPadding,
                       row.width * 0.65F)
            : 0;
  const float first = row.top + (row.height - nameHeight - middle - lastHeight) / 2;
  const float second = first + nameHeight;
  return {.name = {row.left, first, row.width - risk, nameHeight},
          .risk = {row.left + row.width - risk, first, risk,
                   surface.pen.scaled(type::kBodyStrong.lineHeight)},
          .particulars = {row.left, second, row.width - chip, middle},
          .badge = {row.left + row.width - chip, second, chip, middle},
          .last = {row.left, second + middle, row.width, lastHeight}};
}

/// As much of who it is as there is room for: what does not fit goes as a whole.
std::string particularsWithin(const Surface& surface, const PatientRow& row, float width) {
  for (std::string text : {particularsInShort(surface, row.patient, row.today),
                           sexAndAge(surface, row.patient, row.today)}) {
    if (surface.pen.widthOf(text, type::kCaption) <= width) return text;
  }
  return sexAndYears(surface, row.patient, row.today);
}

/// What a row says last: what is to be done, else what was saved, so that all rows have as many
/// lines.
std::string lastInNarrowRow(const Surface& surface, const PatientRow& row) {
  std::string text = toDoInRow(surface, row);
  if (!text.empty() || row.summary == nullptr) return text;
  if (!row.summary->lastSaved) return std::string(surface.text(Text::NothingToDo));
  return fill(surface.text(Text::SavedInShort), {savedInWords(surface, *row.summary)});
}

void narrowCells(Surface& surface, const PatientRow& row) {
  const Palette& palette = surface.palette;
  const std::string figures =
      row.summary == nullptr ? std::string("00 %") : riskInFigures(surface, *row.summary);
  std::optional<Badge> badge;
  if (row.summary != nullptr) badge = badgeOf(surface, *row.summary);
  const std::string listed = listName(surface, row.patient);
  const float full = surface.pen.scaled(type::kBodyStrong.lineHeight);
  const float small = surface.pen.scaled(type::kCaption.lineHeight);
  NarrowLines lines = narrowLines(surface, row.bounds, full, small, figures, badge);
  const Line name = nameIn(surface, listed, type::kBodyStrong, lines.name);
  // The row has room for a second line of one or the other.
  const std::size_t most = name.block.lines.size() > 1 ? 1 : 2;
  const Line last{surface.pen.layOut(lastInNarrowRow(surface, row), type::kCaption,
                                     innerWidth(row.bounds), most),
                  palette.inkSoft};
  lines = narrowLines(surface, row.bounds, name.block.height, std::max(last.block.height, small),
                      figures, badge);
  const std::string particulars = particularsInShort(surface, row.patient, row.today);
  surface.record(Role::Cell, particulars, lines.particulars);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::Risk), lines.risk);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::Badge), lines.badge);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::ToDo), lines.last);
  surface.record(Role::Cell, cellInWords(surface, row, Cell::LastSaved), lines.last);
  if (!isInWindow(row.bounds)) return;
  drawLines(surface, {name}, lines.name);
  drawLines(surface,
            {lineIn(surface, particularsWithin(surface, row, innerWidth(lines.particulars)),
                    type::kCaption, palette.inkSoft, lines.particulars)},
            lines.particulars);
  drawLines(surface, {last}, lines.last);
  if (!badge) {
    drawSkeleton(surface, lines.risk, Alignment::Right);
    return;
  }
  drawLines(surface, {lineIn(surface, figures, type::kBodyStrong, palette.ink, lines.risk)},
            lines.risk, Alignment::Right);
  drawBadge(surface, *badge, lines.badge, Alignment::Right);
}

}  // namespace

void patientCells(Surface& surface, std::span<const WorklistTableColumn> columns,
                  const PatientRow& row) {
  if (columns.empty()) {
    narrowCells(surface, row);
  } else {
    wideCells(surface, columns, row);
  }
}

std::string patientDescription(const Surface& surface, const PatientRow& row) {
  switch (surface.breakpoint()) {
    case Breakpoint::Phone:
      return {};
    case Breakpoint::Tablet:
      return particularsInShort(surface, row.patient, row.today);
    case Breakpoint::Desktop:
      break;
  }
  return identifierOf(row.patient);
}

float rowHeight(const Surface& surface) {
  constexpr float kPhone = 100;
  constexpr float kTablet = 72;
  constexpr float kDesktop = 56;
  const Breakpoint breakpoint = surface.breakpoint();
  const float least = breakpoint == Breakpoint::Phone    ? kPhone
                      : breakpoint == Breakpoint::Tablet ? kTablet
                                                         : kDesktop;
  return std::max(surface.pen.scaled(least), surface.targetHeight());
}

}  // namespace ui
