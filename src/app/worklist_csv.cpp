#include "app/worklist_csv.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "risk/model.h"

namespace app {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kEndOfLine = "\r\n";
constexpr std::array<std::string_view, 17> kHeader{"Name",
                                                   "Sex",
                                                   "Birth date",
                                                   "Age",
                                                   "Identifier",
                                                   "10-year risk (%)",
                                                   "Model",
                                                   "Band",
                                                   "No number",
                                                   "Missing",
                                                   "Out of date",
                                                   "To be asked",
                                                   "Contradictions",
                                                   "Record is part",
                                                   "Problem",
                                                   "Last saved on",
                                                   "Last saved risk (%)"};

std::string field(std::string_view text) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  std::string safe(text);
  if (!safe.empty() && kFormulaStarts.find(safe.front()) != std::string_view::npos) {
    safe.insert(safe.begin(), '\'');
  }
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char letter : safe) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string percent(double probability) {
  std::array<char, 16> text{};
  constexpr double kHundred = 100;
  std::snprintf(text.data(), text.size(), "%.1f", probability * kHundred);
  return text.data();
}

template <typename Items, typename Name>
std::string joined(const Items& items, Name name) {
  std::string text;
  for (const auto& each : items) {
    if (!text.empty()) text += "; ";
    text += name(each);
  }
  return text;
}

std::string sexOf(const fhir::Patient& patient) {
  switch (patient.sex) {
    case fhir::Sex::Female:
      return "female";
    case fhir::Sex::Male:
      return "male";
    case fhir::Sex::Unknown:
      break;
  }
  return "unknown";
}

std::string ageOf(const fhir::Patient& patient, const fhir::Date& today) {
  if (!patient.birthDate || patient.deceased) return {};
  const int years = fhir::completedYears(patient.birthDate->last(), today);
  return years < 0 ? std::string() : std::to_string(years);
}

void addSummary(std::vector<std::string>& fields, const PatientSummary& summary) {
  const auto inputName = [](risk::Input input) { return std::string(risk::key(input)); };
  std::string reason;
  if (summary.reason) reason = risk::key(*summary.reason);
  if (!summary.outOfRange.empty()) reason += ": " + joined(summary.outOfRange, inputName);
  fields.push_back(summary.risk ? percent(*summary.risk) : std::string());
  fields.emplace_back(summary.model);
  fields.emplace_back(summary.band ? risk::key(*summary.band) : std::string_view());
  fields.push_back(std::move(reason));
  fields.push_back(joined(summary.missing, inputName));
  fields.push_back(joined(summary.stale,
                          [](const StaleFact& each) { return std::string(fhir::key(each.fact)); }));
  fields.push_back(
      joined(summary.questions, [](fhir::Fact fact) { return std::string(fhir::key(fact)); }));
  fields.push_back(std::to_string(summary.contradictions));
  fields.emplace_back(summary.partial ? "yes" : "no");
  fields.emplace_back(summary.isUnreadable() ? "could not be read" : "");
  fields.push_back(summary.lastSaved ? summary.lastSaved->date.text : std::string());
  const bool hasSavedRisk = summary.lastSaved && summary.lastSaved->probability;
  fields.push_back(hasSavedRisk ? percent(*summary.lastSaved->probability) : std::string());
}

std::vector<std::string> fieldsOf(const Worklists& worklists, const fhir::Patient& patient,
                                  const fhir::Date& today) {
  std::vector<std::string> fields{
      patient.name, sexOf(patient), patient.birthDate ? patient.birthDate->text : std::string(),
      ageOf(patient, today),
      patient.identifiers.empty() ? std::string() : patient.identifiers.front().value};
  const auto summary = worklists.triage.results.find(patient.id);
  if (summary != worklists.triage.results.end()) addSummary(fields, summary->second);
  fields.resize(kHeader.size());
  return fields;
}

template <typename Fields>
void addLine(std::string& text, const Fields& fields) {
  bool isFirst = true;
  for (const auto& each : fields) {
    if (!isFirst) text += ',';
    text += field(each);
    isFirst = false;
  }
  text += kEndOfLine;
}

}  // namespace

std::string worklistCsv(const Worklists& worklists, const std::vector<std::string>& patientIds,
                        const fhir::Date& today) {
  std::string text(kByteOrderMark);
  addLine(text, kHeader);
  for (const std::string& id : patientIds) {
    const auto patient = worklists.patients.find(id);
    if (patient != worklists.patients.end()) {
      addLine(text, fieldsOf(worklists, patient->second, today));
    }
  }
  return text;
}

std::string worklistFileName(const fhir::Date& today) {
  return "worklist-" + fhir::format(today) + ".csv";
}

}  // namespace app
