#include "ui/screens/worklist_columns.h"

#include <algorithm>
#include <array>

#include "fhir/date.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"
#include "ui/screens/worklist_words.h"
#include "ui/widgets/chip.h"

namespace ui {

namespace {

/// The least that a column of free text gets, and its part of what is left over.
struct Elastic {
  float least = 0;
  float share = 0;
};

constexpr Elastic kPatient{180, 0.35F};
constexpr Elastic kToDo{130, 0.65F};

float widestOf(const Surface& surface, const TextStyle& style,
               std::initializer_list<std::string_view> words) {
  float widest = 0;
  for (const std::string_view each : words)
    widest = std::max(widest, surface.pen.widthOf(each, style));
  return widest;
}

float riskWidth(const Surface& surface) {
  const Words words = wordsOf(surface);
  const std::string range =
      formatRiskRange(risk::Probability(0.088), risk::Probability(0.88), words);
  const std::string least = formatRisk(risk::Probability(0), words);
  return widestOf(surface, type::kBodyStrong, {range, least});
}

/// The bands, and what stands in their place.
float badgeWidth(const Surface& surface) {
  float widest = 0;
  for (const risk::BandLevel level :
       {risk::BandLevel::Low, risk::BandLevel::Intermediate, risk::BandLevel::High}) {
    widest = std::max(widest, chipWidth(surface, surface.text(bandName(level)),
                                        bandStyle(surface.palette, level)));
  }
  const ChipStyle plain{{surface.palette.accent, surface.palette.accentTint}, Mark::None};
  for (const risk::Input input :
       {risk::Input::Smoker, risk::Input::Diabetes, risk::Input::HdlCholesterol,
        risk::Input::TotalCholesterol, risk::Input::SystolicBloodPressure,
        risk::Input::BloodPressureTreated}) {
    app::PatientSummary lacking{.reason = risk::Reason::Missing, .missing = {input}};
    widest = std::max(widest, chipWidth(surface, badgeOf(surface, lacking).words, plain));
  }
  return widest;
}

/// A day of the month whose name is widest, with the risk behind it where there is room for both.
float savedWidth(const Surface& surface) {
  const Words words = wordsOf(surface);
  const std::string risk = formatRisk(risk::Probability(0.088), words);
  float widest = 0;
  for (int month = 1; month <= 12; ++month) {
    std::string text = formatDate(fhir::Date{2028, month, 28}, words);
    if (surface.breakpoint() == Breakpoint::Desktop) {
      text = fill(surface.text(Text::SavedOn), {text, risk});
    }
    widest = std::max(widest, surface.pen.widthOf(text, type::kCaption));
  }
  return widest;
}

float contentWidth(const Surface& surface, WorklistCell cell) {
  switch (cell) {
    case WorklistCell::Patient:
      return surface.pen.scaled(kPatient.least);
    case WorklistCell::Sex:
      return widestOf(surface, type::kCaption,
                      {sexInWords(surface, fhir::Sex::Female), sexInWords(surface, fhir::Sex::Male),
                       surface.text(Text::NotRecorded)});
    case WorklistCell::Age:
      return widestOf(surface, type::kBody, {"100", surface.text(Text::Deceased)});
    case WorklistCell::Risk:
      return riskWidth(surface);
    case WorklistCell::Badge:
      return badgeWidth(surface);
    case WorklistCell::ToDo:
      return surface.pen.scaled(kToDo.least);
    case WorklistCell::LastSaved:
      break;
  }
  return savedWidth(surface);
}

float widthNeeded(const Surface& surface, const WorklistTableColumn& column) {
  float width = contentWidth(surface, column.cell);
  if (column.cell != WorklistCell::Badge) {
    float title = surface.pen.widthOf(surface.text(column.title), type::kCaptionStrong);
    if (column.sortsBy) title += sortArrowWidth(surface);
    width = std::max(width, title);
  }
  return width + 2 * kCellPadding;
}

float shareOf(WorklistCell cell) {
  if (cell == WorklistCell::Patient) return kPatient.share;
  return cell == WorklistCell::ToDo ? kToDo.share : 0;
}

constexpr WorklistTableColumn kPatientColumn{WorklistCell::Patient, Text::Patient, Alignment::Left,
                                             WorklistColumn::Name};
constexpr WorklistTableColumn kBadgeColumn{
    WorklistCell::Badge, Text::BandColumn, Alignment::Left, {}};
constexpr WorklistTableColumn kToDoColumn{WorklistCell::ToDo, Text::ToDo, Alignment::Left,
                                          WorklistColumn::ToDo};
constexpr WorklistTableColumn kSavedColumn{WorklistCell::LastSaved, Text::LastSaved,
                                           Alignment::Left, WorklistColumn::LastSaved};

constexpr WorklistTableColumn riskColumn(Alignment alignment) {
  return {WorklistCell::Risk, Text::TenYearRisk, alignment, WorklistColumn::Risk};
}

std::vector<WorklistTableColumn> columnsOf(Breakpoint breakpoint) {
  if (breakpoint == Breakpoint::Phone) return {};
  if (breakpoint == Breakpoint::Tablet) {
    return {kPatientColumn, riskColumn(Alignment::Left), kBadgeColumn, kToDoColumn, kSavedColumn};
  }
  return {kPatientColumn,
          {WorklistCell::Sex, Text::Sex, Alignment::Left, {}},
          {WorklistCell::Age, Text::Age, Alignment::Right, WorklistColumn::Age},
          riskColumn(Alignment::Right),
          kBadgeColumn,
          kToDoColumn,
          kSavedColumn};
}

}  // namespace

float sortArrowWidth(const Surface& surface) {
  return surface.pen.scaled(14) + space::kTight;
}

std::vector<WorklistTableColumn> worklistColumns(const Surface& surface, float width) {
  const bool stacked = surface.breakpoint() == Breakpoint::Tablet;
  auto columns = columnsOf(surface.breakpoint());
  float needed = 0;
  for (WorklistTableColumn& column : columns) {
    column.width = widthNeeded(surface, column);
    if (stacked && column.cell == WorklistCell::Risk) {
      column.width = std::max(column.width, widthNeeded(surface, kBadgeColumn));
    }
    if (!stacked || column.cell != WorklistCell::Badge) needed += column.width;
  }
  const float room = width - 2 * space::kSmall;
  const float spare = std::max(room - needed, 0.0F);
  // Where even the least is too much, all give way alike.
  const float shrink = std::min(room / needed, 1.0F);
  float left = space::kSmall;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    WorklistTableColumn& column = columns[i];
    if (stacked && column.cell == WorklistCell::Badge) {
      column.left = columns[i - 1].left;
      column.width = columns[i - 1].width;
      continue;
    }
    column.width = column.width * shrink + spare * shareOf(column.cell);
    column.left = left;
    left += column.width;
  }
  return columns;
}

}  // namespace ui
