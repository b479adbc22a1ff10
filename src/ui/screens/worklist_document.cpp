#include "ui/screens/worklist_document.h"

#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"
#include "ui/screens/worklist_order.h"
#include "ui/screens/worklist_words.h"

namespace ui {

namespace {

std::vector<std::string> rowOf(const Surface& surface, const fhir::Patient& patient,
                               const app::PatientSummary* summary, const fhir::Date& today) {
  const auto age = patient.deceased ? std::nullopt : ageOf(patient, today);
  std::vector<std::string> cells{listName(surface, patient), sexInWords(surface, patient.sex),
                                 age ? std::to_string(*age) : std::string("–"),
                                 identifierOf(patient)};
  if (summary == nullptr) {
    cells.insert(cells.end(), {"", std::string(surface.text(Text::NotAssessedYet)), "", ""});
    return cells;
  }
  std::string items;
  for (const std::string& item : toDo(surface, *summary))
    items += (items.empty() ? "" : "; ") + item;
  cells.push_back(riskInFigures(surface, *summary));
  cells.push_back(badgeOf(surface, *summary).words);
  cells.push_back(std::move(items));
  cells.push_back(savedInWords(surface, *summary));
  return cells;
}

}  // namespace

app::Document worklistDocument(const Surface& surface, const app::State& state,
                               std::string_view title, const std::vector<std::string>& ids) {
  const fhir::Date today = app::today(state.now);
  const auto column = [&](Text text, bool isNumber) {
    return app::DocumentColumn{std::string(surface.text(text)), isNumber};
  };
  app::DocumentTable table{
      .columns = {column(Text::Patient, false), column(Text::Sex, false), column(Text::Age, true),
                  column(Text::Identifier, false), column(Text::TenYearRisk, true),
                  column(Text::BandColumn, false), column(Text::ToDo, false),
                  column(Text::LastSaved, false)},
      .rows = {}};
  for (const std::string& id : ids) {
    const auto patient = state.worklists.patients.find(id);
    if (patient == state.worklists.patients.end()) continue;
    table.rows.push_back(rowOf(surface, patient->second, summaryFor(state.worklists, id), today));
  }
  const std::string printed =
      fill(surface.text(Text::ListPrintedOn), {formatDate(today, wordsOf(surface))});
  const app::DocumentParagraph meaning{
      .text = meaningOfListRisk(surface), .style = app::ParagraphStyle::Small, .lead = {}};
  const app::DocumentParagraph standing{.text = std::string(surface.text(Text::StandingLine)),
                                        .style = app::ParagraphStyle::Small,
                                        .lead = {}};
  return {.title = std::string(surface.text(Text::AppName)),
          .language = app::tagOf(state.settings.language),
          .blocks = {app::DocumentHeading{std::string(title), printed, 1}, std::move(table),
                     meaning, standing}};
}

}  // namespace ui
