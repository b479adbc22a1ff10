// Every code and name that a record is searched for, listed once more and apart from the tables of
// the program (data/codes.csv): a row that gets lost or changes its meaning is noticed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "fhir/condition_codes.h"
#include "fhir/medication_codes.h"
#include "fhir/observation_codes.h"
#include "fhir/smoking_codes.h"

namespace {

using fhir::Analyte;
using fhir::CodeSystem;

struct Row {
  std::string table;
  std::string system;
  std::string code;
  std::string meaning;
};

std::vector<Row> rows() {
  std::ifstream file(std::filesystem::path(FRAMINGHAM_TEST_DATA) / "codes.csv");
  std::vector<Row> all;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Row row;
    std::getline(cells, row.table, ',');
    std::getline(cells, row.system, ',');
    std::getline(cells, row.code, ',');
    std::getline(cells, row.meaning);
    all.push_back(std::move(row));
  }
  return all;
}

/// What the program takes a Condition's code for. The row says whether diabetes or the disease of
/// heart and vessels is in question.
std::string meaningOfCondition(CodeSystem system, const Row& row) {
  if (row.meaning == "prior-disease" || row.meaning == "not-prior-disease") {
    return fhir::isPriorDisease(system, row.code) ? "prior-disease" : "not-prior-disease";
  }
  const auto meaning = fhir::diabetesMeaning(system, row.code);
  if (!meaning) return "not in the table";
  const std::map<fhir::DiabetesMeaning, std::string> names{
      {fhir::DiabetesMeaning::Diabetes, "diabetes"},
      {fhir::DiabetesMeaning::InRemission, "in-remission"},
      {fhir::DiabetesMeaning::Resolved, "resolved"},
      {fhir::DiabetesMeaning::NotDiabetes, "not-diabetes"}};
  return names.at(*meaning);
}

std::string nameOf(fhir::MedicationClasses classes) {
  std::string name;
  const auto add = [&](fhir::MedicationClasses wanted, const char* text) {
    if ((classes & wanted) == 0) return;
    name += name.empty() ? "" : "+";
    name += text;
  };
  add(fhir::kAntihypertensive, "antihypertensive");
  add(fhir::kStatin, "statin");
  add(fhir::kGlucoseLowering, "glucose-lowering");
  return name.empty() ? "none" : name;
}

std::string meaningOfSmoking(CodeSystem system, const Row& row) {
  const auto answer = fhir::smokingAnswer(system, row.code);
  if (!answer) return "not in the table";
  const std::map<fhir::SmokingAnswer, std::string> names{
      {fhir::SmokingAnswer::Current, "current"},
      {fhir::SmokingAnswer::CurrentUncertain, "current-uncertain"},
      {fhir::SmokingAnswer::Former, "former"},
      {fhir::SmokingAnswer::Never, "never"},
      {fhir::SmokingAnswer::NotCurrent, "not-current"},
      {fhir::SmokingAnswer::Unknown, "unknown"}};
  return names.at(*answer);
}

std::string meaningOfObservation(CodeSystem system, const Row& row) {
  if (fhir::isBloodPressurePanel(system, row.code)) return "panel";
  const fhir::AnalyteCode* found = fhir::analyteOf(system, row.code);
  if (found == nullptr) return "none";
  const std::map<Analyte, std::string> names{
      {Analyte::TotalCholesterol, "totalCholesterol"},
      {Analyte::HdlCholesterol, "hdlCholesterol"},
      {Analyte::LdlCholesterol, "ldlCholesterol"},
      {Analyte::Triglycerides, "triglycerides"},
      {Analyte::SystolicBloodPressure, "systolicBloodPressure"},
      {Analyte::DiastolicBloodPressure, "diastolicBloodPressure"},
      {Analyte::BodyMassIndex, "bodyMassIndex"},
      {Analyte::Weight, "weight"},
      {Analyte::Height, "height"},
      {Analyte::Egfr, "egfr"},
      {Analyte::Hba1c, "hba1c"},
      {Analyte::UrineAlbuminCreatinineRatio, "urineAlbuminCreatinineRatio"}};
  return names.at(found->analyte);
}

std::string meaningOf(const Row& row) {
  const CodeSystem system = fhir::codeSystem(row.system);
  if (row.table == "condition") return meaningOfCondition(system, row);
  if (row.table == "procedure") {
    return fhir::isRevascularisation(system, row.code) ? "revascularisation" : "other";
  }
  if (row.table == "medicine") return nameOf(fhir::medicationMeaning(system, row.code).classes);
  if (row.table == "medicine-name") return nameOf(fhir::classesNamed(row.code + " 10 mg"));
  if (row.table == "smoking") return meaningOfSmoking(system, row);
  if (row.table == "smoking-question") return fhir::asksForSmoking(system, row.code) ? "yes" : "no";
  return row.table == "observation" ? meaningOfObservation(system, row) : "no such table";
}

TEST(CodeTables, HoldEveryRow) {
  const auto all = rows();
  EXPECT_GT(all.size(), 700U);
  for (const Row& row : all)
    EXPECT_EQ(meaningOf(row), row.meaning) << row.table << ' ' << row.system << ' ' << row.code;
}

}  // namespace
