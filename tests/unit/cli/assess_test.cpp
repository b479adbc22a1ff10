#include "cli/assess.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

using cli::ExitStatus;

struct Assessment {
  ExitStatus status = ExitStatus::Success;
  std::vector<nlohmann::json> lines;
  std::string out;
  std::string err;
};

Assessment run(std::vector<std::string_view> arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  Assessment done;
  done.status = cli::runAssess(arguments, in, out, err);
  done.out = out.str();
  done.err = err.str();
  std::istringstream lines(done.out);
  for (std::string line; std::getline(lines, line);) {
    done.lines.push_back(nlohmann::json::parse(line, nullptr, false));
  }
  return done;
}

const std::string kAna =
    R"({"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1961-05-02",)"
    R"("name":[{"given":["Ana"],"family":"Lopez"}]})"
    "\n";

std::string laboratory(const std::string& id, const std::string& loinc, const std::string& value) {
  return R"({"resourceType":"Observation","id":")" + id +
         R"(","status":"final","code":{"coding":[{"system":"http://loinc.org","code":")" + loinc +
         R"("}]},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-03-04T10:00:00Z",)" +
         value + "}\n";
}

std::string wholeRecord() {
  return kAna + laboratory("tc", "2093-3", R"("valueQuantity":{"value":5.2,"unit":"mmol/L"})") +
         laboratory("hdl", "2085-9", R"("valueQuantity":{"value":50,"unit":"mg/dL"})") +
         laboratory("sbp", "8480-6", R"("valueQuantity":{"value":130,"unit":"mm[Hg]"})") +
         laboratory("smk", "72166-2",
                    R"("valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct",)"
                    R"("code":"266919005"}]})");
}

TEST(Assess, WritesOneLineForEachPatientInOrderOfId) {
  const Assessment done = run({"--as-of", "2026-11-23"}, R"({"resourceType":"Patient","id":"b"})"
                                                         "\n"
                                                         R"({"resourceType":"Patient","id":"B"})"
                                                         "\n"
                                                         R"({"resourceType":"Patient","id":"a"})");
  ASSERT_EQ(done.lines.size(), 3U);
  EXPECT_EQ(done.lines[0]["patient"]["id"], "B");
  EXPECT_EQ(done.lines[1]["patient"]["id"], "a");
  EXPECT_EQ(done.status, ExitStatus::Success);
}

TEST(Assess, ShowsEachInputWithItsOrigin) {
  const Assessment done =
      run({"--as-of", "2026-11-23", "--model", "framingham-2008-lipid"}, wholeRecord());
  ASSERT_EQ(done.lines.size(), 1U);
  auto& line = done.lines[0];
  EXPECT_EQ(line["patient"], nlohmann::json::parse(R"({"id":"p1","name":"Ana Lopez",
    "sex":"female","birthDate":"1961-05-02","deceased":false})"));
  EXPECT_EQ(line["inputs"]["age"],
            nlohmann::json::parse(R"({"value":65,"unit":"a","source":"Patient/p1"})"));
  EXPECT_EQ(line["inputs"]["totalCholesterol"],
            nlohmann::json::parse(R"({"value":201.08275328692963,"unit":"mg/dL",
              "date":"2026-03-04","source":"Observation/tc",
              "original":{"value":5.2,"unit":"mmol/L"}})"));
  EXPECT_EQ(line["inputs"]["diabetes"], nlohmann::json::parse(R"({"value":false,"assumed":true})"));
  ASSERT_EQ(line["results"].size(), 1U);
  EXPECT_EQ(line["results"][0]["outcome"], "general-cvd");
  EXPECT_EQ(line["results"][0]["horizonYears"], 10);
  EXPECT_GT(line["results"][0]["risk"], 0.0);
  EXPECT_TRUE(line["results"][0].contains("heartAge"));
}

TEST(Assess, SaysWhyAModelGivesNoNumber) {
  const Assessment done =
      run({"--as-of", "2026-11-23", "--model", "framingham-1998-ldl", "--model", "score2-2021"},
          wholeRecord());
  ASSERT_EQ(done.lines.size(), 1U);
  auto& results = done.lines[0]["results"];
  EXPECT_EQ(results[0]["notAssessed"], "missing");
  EXPECT_EQ(results[0]["inputs"],
            nlohmann::json::parse(R"(["ldlCholesterol","diastolicBloodPressure"])"));
  EXPECT_EQ(results[1]["inputs"], nlohmann::json::parse(R"(["region"])"));
}

TEST(Assess, TakesARegionForScore2) {
  const Assessment done =
      run({"--as-of=2026-11-23", "--model=score2-2021", "--region=low"}, wholeRecord());
  ASSERT_EQ(done.lines.size(), 1U);
  EXPECT_TRUE(done.lines[0]["results"][0].contains("risk"));
}

TEST(Assess, GivesNoRiskWhenConditionsWereCutShort) {
  const std::string cutShort =
      R"({"resourceType":"Bundle","type":"searchset","link":[{"relation":"self",)"
      R"("url":"https://e.example/Condition?patient=p1"},{"relation":"next",)"
      R"("url":"https://e.example/Condition?page=2"}],"entry":[{"resource":)"
      R"({"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p1"},)"
      R"("code":{"coding":[{"system":"http://snomed.info/sct","code":"44054006"}]}}}]})";
  const Assessment done =
      run({"--as-of", "2026-11-23", "--model", "framingham-2008-lipid"}, wholeRecord() + cutShort);
  ASSERT_EQ(done.lines.size(), 1U);
  EXPECT_EQ(done.lines[0]["inputs"]["diabetes"]["value"], true);
  EXPECT_EQ(done.lines[0]["results"][0]["notAssessed"], "missing");
  EXPECT_EQ(done.lines[0]["results"][0]["inputs"],
            nlohmann::json::parse(R"(["priorCardiovascularDisease"])"));
}

TEST(Assess, NamesABadLineAndAssessesTheRest) {
  const Assessment done = run({"--as-of", "2026-11-23", "--model", "framingham-2008-lipid"},
                              "rubbish\n" + wholeRecord());
  EXPECT_EQ(done.status, ExitStatus::Unreadable);
  EXPECT_EQ(done.err.find("standard input:1:"), 0U);
  ASSERT_EQ(done.lines.size(), 1U);
  EXPECT_TRUE(done.lines[0]["results"][0].contains("risk"));
}

TEST(Assess, ReadsSeveralFilesTogether) {
  const std::string folder = testing::TempDir();
  const std::string patients = folder + "framingham_assess_patients.ndjson";
  const std::string observations = folder + "framingham_assess_observations.ndjson";
  std::ofstream(patients) << kAna;
  std::ofstream(observations) << laboratory("tc", "2093-3",
                                            R"("valueQuantity":{"value":200,"unit":"mg/dL"})");
  const Assessment done = run({observations, patients, "/no/such/file"});
  EXPECT_EQ(done.status, ExitStatus::Unreadable);
  EXPECT_EQ(done.err, "/no/such/file: cannot be opened\n");
  ASSERT_EQ(done.lines.size(), 1U);
  EXPECT_EQ(done.lines[0]["inputs"]["totalCholesterol"]["value"], 200);
}

TEST(Assess, RefusesWrongUsage) {
  for (const std::vector<std::string_view>& arguments : {std::vector<std::string_view>{"--bad"},
                                                         {"--as-of"},
                                                         {"--as-of", "2026-02-30"},
                                                         {"--model", "none"},
                                                         {"--region", "mars"}}) {
    EXPECT_EQ(run(arguments).status, ExitStatus::Usage) << arguments[0];
  }
}

TEST(Assess, CountsAnEmptyInputAsUnreadable) {
  EXPECT_EQ(run({}, "").status, ExitStatus::Unreadable);
  EXPECT_EQ(run({}, "\xEF\xBB\xBF" + kAna).status, ExitStatus::Success);
}

}  // namespace
