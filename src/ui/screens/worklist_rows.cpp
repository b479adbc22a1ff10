#include "ui/screens/worklist_rows.h"

#include <algorithm>
#include <array>

#include "net/ascii.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/logo.h"

namespace ui {

namespace {

/// Lists up to this length are in the accessible tree as a whole.
constexpr std::size_t kWhollyRecorded = 200;
/// How far beyond the window rows are still recorded.
constexpr float kRecordedBeyond = 800;

bool contains(std::string_view text, std::string_view lowerCaseSearch) {
  return net::toLower(text).find(lowerCaseSearch) != std::string::npos;
}

bool matches(const fhir::Patient& patient, std::string_view search) {
  if (search.empty() || contains(patient.name, search)) return true;
  if (patient.birthDate && contains(patient.birthDate->text, search)) return true;
  return std::any_of(
      patient.identifiers.begin(), patient.identifiers.end(),
      [search](const fhir::Identifier& each) { return contains(each.value, search); });
}

struct Column {
  Text title;
  float share;  ///< of the table's width
  Alignment alignment;
};

constexpr std::array kColumns{
    Column{Text::Patient, 0.36F, Alignment::Left}, Column{Text::Sex, 0.13F, Alignment::Left},
    Column{Text::Age, 0.09F, Alignment::Right}, Column{Text::BornOn, 0.19F, Alignment::Right},
    Column{Text::Identifier, 0.23F, Alignment::Right}};

std::array<std::string, kColumns.size()> cells(const Surface& surface, const fhir::Patient& patient,
                                               const fhir::Date& today) {
  const Words words = wordsOf(surface);
  const auto age = patient.deceased ? std::nullopt : ageOf(patient, today);
  std::string ageText = age ? std::to_string(*age) : std::string("–");
  if (patient.deceased) ageText = surface.text(Text::Deceased);
  std::string sex = patient.sex == fhir::Sex::Unknown ? std::string(surface.text(Text::Unknown))
                                                      : sexInWords(surface, patient.sex);
  return {listName(surface, patient), std::move(sex), std::move(ageText),
          patient.birthDate ? formatDate(*patient.birthDate, words) : std::string("–"),
          identifierOf(patient)};
}

constexpr float kCellPadding = space::kSmall;

Bounds cellBounds(const Bounds& row, std::size_t index) {
  float left = row.left + space::kMedium;
  const float width = row.width - 2 * space::kMedium;
  for (std::size_t i = 0; i < index; ++i)
    left += kColumns[i].share * width;
  return {left, row.top, kColumns[index].share * width, row.height};
}

void drawCell(Surface& surface, std::string_view text, const TextStyle& style, Colour colour,
              const Bounds& cell, Alignment alignment) {
  const float room = cell.width - 2 * kCellPadding;
  const TextBlock block = surface.pen.layOutLine(text, style, room);
  surface.pen.draw(block, {cell.left + kCellPadding, cell.top + (cell.height - block.height) / 2},
                   colour, alignment, room);
}

void headerRow(Surface& surface) {
  const Bounds row = surface.layout.place(surface.pen.scaled(40));
  surface.open(Role::Row, {}, Key("header"));
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const Bounds cell = cellBounds(row, i);
    const std::string_view title = surface.text(kColumns[i].title);
    drawCell(surface, title, type::kCaptionStrong, surface.palette.inkFaint, cell,
             kColumns[i].alignment);
    surface.record(Role::ColumnHeader, title, cell);
  }
  surface.semantics.close();
}

/// The row reacts as a whole; to assistive technology it is the button with the patient's name.
Interaction rowButton(Surface& surface, const fhir::Patient& patient, const Bounds& row) {
  const std::string name = listName(surface, patient);
  surface.open(Role::Cell, name);
  const NodeId id = surface.record(Role::Button, name, row, Key(patient.id)).id;
  surface.semantics.close();
  const Interaction interaction = surface.interact(id, row);
  if (interaction.hovered) surface.pen.fill(row, surface.palette.accentTint);
  if (interaction.pressed) surface.emit(app::PatientChosen{patient.id});
  return interaction;
}

void wideRow(Surface& surface, const fhir::Patient& patient, const Bounds& row,
             const fhir::Date& today) {
  const Interaction interaction = rowButton(surface, patient, row);
  const auto texts = cells(surface, patient, today);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const Bounds cell = cellBounds(row, i);
    const bool isName = i == 0;
    drawCell(surface, texts[i], isName ? type::kBodyStrong : type::kBody,
             isName ? surface.palette.ink : surface.palette.inkSoft, cell, kColumns[i].alignment);
    if (!isName) surface.record(Role::Cell, texts[i], cell);
  }
  if (interaction.focused) surface.focusRing(row, 0);
}

void narrowRow(Surface& surface, const fhir::Patient& patient, const Bounds& row,
               const fhir::Date& today) {
  const Interaction interaction = rowButton(surface, patient, row);
  const Pen& pen = surface.pen;
  const float room = row.width - 2 * space::kMedium - space::kLarge;
  const TextBlock name = pen.layOutLine(listName(surface, patient), type::kBodyStrong, room);
  const std::string small = particulars(surface, patient, today);
  const TextBlock caption = pen.layOutLine(small, type::kCaption, room);
  const float middle = row.top + row.height / 2;
  const float left = row.left + space::kMedium;
  pen.draw(name, {left, middle - name.height}, surface.palette.ink);
  pen.draw(caption, {left, middle}, surface.palette.inkSoft);
  surface.record(Role::Cell, small, {left, middle, room, caption.height});
  drawChevron(pen, {row.left + row.width - space::kMedium, middle}, Direction::Onward,
              surface.palette.inkFaint);
  if (interaction.focused) surface.focusRing(row, 0);
}

}  // namespace

std::vector<const fhir::Patient*> matchingPatients(const app::Worklists& worklists,
                                                   std::string_view search) {
  std::vector<const fhir::Patient*> matching;
  const std::string lowerCaseSearch = net::toLower(search);
  for (const auto& [id, patient] : worklists.patients) {
    if (matches(patient, lowerCaseSearch)) matching.push_back(&patient);
  }
  std::sort(matching.begin(), matching.end(), [](const auto* a, const auto* b) {
    if (a->familyName != b->familyName) return a->familyName < b->familyName;
    return a->name != b->name ? a->name < b->name : a->id < b->id;
  });
  return matching;
}

void patientTable(Surface& surface, const std::vector<const fhir::Patient*>& patients,
                  const fhir::Date& today) {
  const bool narrow = surface.isPhone();
  const Card card(surface, {.padding = space::kSmall});
  surface.open(Role::Table, surface.text(Text::Patient));
  if (!narrow) headerRow(surface);
  const float height = std::max(surface.pen.scaled(narrow ? 64 : 49), surface.targetHeight());
  const Bounds window = Pen::clip();
  for (const fhir::Patient* patient : patients) {
    const Bounds row = surface.layout.place(height);
    const bool near = row.top + height > window.top - kRecordedBeyond &&
                      row.top < window.top + window.height + kRecordedBeyond;
    if (!near && patients.size() > kWhollyRecorded) continue;
    const bool isFirstWithoutHeader = narrow && patient == patients.front();
    if (!isFirstWithoutHeader) {
      surface.pen.line({row.left, row.top}, {row.left + row.width, row.top}, surface.palette.line);
    }
    surface.open(Role::Row, {}, Key(patient->id));
    if (narrow) {
      narrowRow(surface, *patient, row, today);
    } else {
      wideRow(surface, *patient, row, today);
    }
    surface.semantics.close();
  }
  surface.semantics.close();
}

}  // namespace ui
