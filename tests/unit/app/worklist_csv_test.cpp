#include "app/worklist_csv.h"

#include <gtest/gtest.h>

namespace {

constexpr fhir::Date kToday{2026, 11, 23};

app::Worklists withPatient(std::string name, app::PatientSummary summary) {
  app::Worklists worklists;
  worklists.patients["p1"] = fhir::Patient{.id = "p1",
                                           .name = std::move(name),
                                           .sex = fhir::Sex::Female,
                                           .birthDate = fhir::parsePartialDate("1961-05-02"),
                                           .identifiers = {{"", "ZAC5361", "NHI"}}};
  worklists.triage.results["p1"] = std::move(summary);
  return worklists;
}

/// The only row, without its line end.
std::string rowOf(const app::Worklists& worklists) {
  const std::string text = app::worklistCsv(worklists, {"p1"}, kToday);
  const auto begin = text.find("\r\n") + 2;
  return text.substr(begin, text.size() - begin - 2);
}

TEST(WorklistCsv, HoldsTheAssessmentOfEachPatient) {
  app::PatientSummary summary{
      .risk = 0.1375, .band = risk::BandLevel::Intermediate, .model = "framingham-2008-bmi"};
  summary.stale = {{fhir::Fact::Smoker, 7}};
  summary.lastSaved = app::SavedRisk{*fhir::parsePartialDate("2026-03-12"), 0.25};
  EXPECT_EQ(
      rowOf(withPatient("Ana Lopez", summary)),
      "Ana Lopez,female,1961-05-02,65,ZAC5361,13.8,framingham-2008-bmi,intermediate,,,smoker,,"
      "0,no,,2026-03-12,25.0");
}

TEST(WorklistCsv, SaysWhyThereIsNoNumber) {
  app::PatientSummary summary{.model = "framingham-2008-lipid", .reason = risk::Reason::Missing};
  summary.missing = {risk::Input::HdlCholesterol, risk::Input::Smoker};
  EXPECT_EQ(rowOf(withPatient("Ana", summary)),
            "Ana,female,1961-05-02,65,ZAC5361,,framingham-2008-lipid,,missing,"
            "hdlCholesterol; smoker,,,0,no,,,");
}

TEST(WorklistCsv, LeavesOutWhatIsNotAssessedYet) {
  app::Worklists worklists = withPatient("Ana", {});
  worklists.triage.results.clear();
  EXPECT_EQ(rowOf(worklists), "Ana,female,1961-05-02,65,ZAC5361,,,,,,,,,,,,");
}

TEST(WorklistCsv, QuotesWhatWouldBreakTheTable) {
  EXPECT_TRUE(rowOf(withPatient("Lopez, \"Ana\"\r\nMaria", {}))
                  .starts_with("\"Lopez, \"\"Ana\"\"\r\nMaria\",female"));
}

TEST(WorklistCsv, NeverHandsASpreadsheetAFormula) {
  for (const std::string name : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
    std::string row = rowOf(withPatient(name, {}));
    if (row.front() == '"') row.erase(0, 1);
    EXPECT_EQ(row.front(), '\'') << name;
  }
}

TEST(WorklistCsv, HasOneLineForEachPatientInTheOrderGiven) {
  app::Worklists worklists = withPatient("Ana", {});
  worklists.patients["p2"] = fhir::Patient{.id = "p2", .name = "Ben"};
  const std::string text = app::worklistCsv(worklists, {"p2", "gone", "p1"}, kToday);
  EXPECT_LT(text.find("Ben"), text.find("Ana"));
  EXPECT_EQ(text.find("gone"), std::string::npos);
}

TEST(WorklistCsv, FileIsNamedByTheDayAlone) {
  EXPECT_EQ(app::worklistFileName(kToday), "worklist-2026-11-23.csv");
}

}  // namespace
