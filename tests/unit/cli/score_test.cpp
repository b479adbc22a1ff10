#include "cli/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "cli/columns.h"
#include "cli/csv.h"

namespace {

using cli::ExitStatus;
using testing::HasSubstr;
using testing::IsEmpty;

using Fields = std::vector<std::string>;

/// What a run wrote, its table by records.
struct Scored {
  ExitStatus status;
  std::vector<Fields> table;
  std::string errors;

  /// The cell of a row (from 1) under a header name; the last such column.
  std::string cell(std::size_t row, std::string_view column) const {
    for (std::size_t i = table[0].size(); i-- > 0;) {
      if (table[0][i] == column) return table[row][i];
    }
    return "no such column";
  }
};

Scored score(const std::string& text, std::vector<std::string_view> arguments) {
  std::istringstream in(text);
  std::ostringstream out;
  std::ostringstream err;
  Scored run{cli::runScore(arguments, in, out, err), {}, err.str()};
  std::istringstream written(out.str());
  cli::CsvReader reader(written);
  Fields fields;
  while (reader.next(fields) == cli::CsvReader::Status::Record)
    run.table.push_back(fields);
  return run;
}

Scored scoreLipids(const std::string& text) {
  return score(text, {"--model", "framingham-2008-lipid"});
}

constexpr const char* kHeader =
    "sex,age_years,total_chol_mgdl,hdl_mgdl,sbp_mmhg,bp_treated,smoker,diabetes\n";
// The woman of the paper: 0.10484180203720028, 13 points, 10 %, vascular age 73.
constexpr const char* kWoman = "female,61,180,47,124,0,1,0\n";

TEST(Score, AppendsTheModelsOutputsAndAProblem) {
  const Scored run = scoreLipids(std::string(kHeader) + kWoman);
  EXPECT_EQ(run.status, ExitStatus::Success);
  EXPECT_THAT(run.errors, IsEmpty());
  ASSERT_EQ(run.table.size(), 2U);
  EXPECT_EQ(run.cell(1, "sex"), "female");
  EXPECT_NEAR(*cli::parseNumber(run.cell(1, "risk_10y")), 0.10484180203720028, 1e-15);
  EXPECT_EQ(run.cell(1, "points"), "13");
  EXPECT_EQ(run.cell(1, "risk_pct_table"), "10");
  EXPECT_EQ(run.cell(1, "heart_age_table"), "73");
  EXPECT_EQ(run.cell(1, "problem"), "");
}

TEST(Score, ReadsColumnsInAnyOrderAmongOthers) {
  const Scored run = scoreLipids(
      "note,diabetes,smoker,bp_treated,sbp_mmhg,hdl_mgdl,total_chol_mgdl,age_years,sex\n"
      "\"x, y\",no,yes,FALSE, 124 ,47,180.0,61,Female\n");
  EXPECT_NEAR(*cli::parseNumber(run.cell(1, "risk_10y")), 0.10484180203720028, 1e-15);
  EXPECT_EQ(run.cell(1, "note"), "x, y");
}

TEST(Score, ReadsAByteOrderMarkAndWindowsLineEnds) {
  const Scored run =
      scoreLipids("\xEF\xBB\xBF" + std::string("sex,age_years,total_chol_mgdl,hdl_mgdl,sbp_mmhg,"
                                               "bp_treated,smoker,diabetes\r\n"
                                               "female,61,180,47,124,0,1,0\r\n"));
  EXPECT_EQ(run.status, ExitStatus::Success);
  EXPECT_EQ(run.cell(1, "points"), "13");
}

TEST(Score, LeavesOutputsEmptyAndSaysWhyOutOfRange) {
  const Scored run = scoreLipids(std::string(kHeader) + "male,75,180,47,250,0,1,0\n" + kWoman);
  EXPECT_EQ(run.status, ExitStatus::Success);
  EXPECT_EQ(run.cell(1, "risk_10y"), "");
  EXPECT_EQ(run.cell(1, "points"), "");
  EXPECT_EQ(run.cell(1, "problem"),
            "out-of-range: age_years 75 (30 to 74), sbp_mmhg 250 (90 to 200)");
  EXPECT_EQ(run.cell(2, "points"), "13");
}

TEST(Score, ScoresOutsideTheRangesWhenUnchecked) {
  const Scored run = score(std::string(kHeader) + "male,80,180,47,150,0,1,0\n",
                           {"--model", "framingham-2008-lipid", "--unchecked"});
  EXPECT_GT(*cli::parseNumber(run.cell(1, "risk_10y")), 0.5);
  EXPECT_EQ(run.cell(1, "problem"), "");
}

TEST(Score, RefusesWhatIsNotFiniteEvenUnchecked) {
  const Scored run = score(std::string(kHeader) + "male,nan,inf,47,-150,0,1,0\n",
                           {"--model", "framingham-2008-lipid", "--unchecked"});
  EXPECT_EQ(run.cell(1, "risk_10y"), "");
  EXPECT_THAT(run.cell(1, "problem"), HasSubstr("age_years nan"));
  EXPECT_THAT(run.cell(1, "problem"), HasSubstr("total_chol_mgdl inf"));
  EXPECT_THAT(run.cell(1, "problem"), HasSubstr("sbp_mmhg -150"));
}

TEST(Score, NamesMissingInputsByTheirColumns) {
  const Scored run =
      scoreLipids(std::string(kHeader) + "female,61,,47,124,,1,0\n,61,180,47,124,0,1,0\n");
  EXPECT_EQ(run.cell(1, "problem"), "missing: total_chol_mgdl, bp_treated");
  EXPECT_EQ(run.cell(2, "problem"), "sex-unknown");
  EXPECT_EQ(run.status, ExitStatus::Success);
}

TEST(Score, SaysWhichCellIsNoValueAndOnWhichLine) {
  const Scored run =
      scoreLipids(std::string(kHeader) + "female,sixty,180,47,124,0,maybe,0\n" + kWoman);
  EXPECT_EQ(run.status, ExitStatus::Unreadable);
  EXPECT_EQ(run.cell(1, "problem"),
            "not a value: age_years \"sixty\"; not a value: smoker \"maybe\"");
  EXPECT_THAT(run.errors, HasSubstr("standard input:2: not a value"));
  EXPECT_EQ(run.cell(2, "points"), "13");
}

TEST(Score, KeepsTheTableRectangularWhenRowsAreRagged) {
  const Scored run = scoreLipids(std::string(kHeader) + "female,61\n" +
                                 "female,61,180,47,124,0,1,0,extra\n" + kWoman);
  EXPECT_EQ(run.status, ExitStatus::Unreadable);
  for (const Fields& row : run.table)
    EXPECT_EQ(row.size(), run.table[0].size());
  EXPECT_EQ(run.cell(1, "problem"), "2 fields where the header has 8");
  EXPECT_EQ(run.cell(2, "problem"), "9 fields where the header has 8");
  EXPECT_EQ(run.cell(3, "points"), "13");
}

TEST(Score, NamesEveryColumnThatTheHeaderLacks) {
  const Scored run = scoreLipids("sex,age_years,sbp_mmhg,bp_treated,smoker,diabetes\n");
  EXPECT_EQ(run.status, ExitStatus::Unreadable);
  EXPECT_TRUE(run.table.empty());
  EXPECT_EQ(run.errors, "standard input:1: the header lacks total_chol_mgdl hdl_mgdl\n");
}

TEST(Score, RefusesAnEmptyTable) {
  const Scored run = scoreLipids("");
  EXPECT_EQ(run.status, ExitStatus::Unreadable);
  EXPECT_THAT(run.errors, HasSubstr("empty"));
}

TEST(Score, NamesOnlyTheFirstOfVeryManyBadRows) {
  std::string text = kHeader;
  for (int i = 0; i < 1000; ++i)
    text += "x\n";
  const Scored run = scoreLipids(text);
  EXPECT_EQ(run.table.size(), 1001U);
  EXPECT_EQ(std::count(run.errors.begin(), run.errors.end(), '\n'), 21);
  EXPECT_THAT(run.errors, HasSubstr("980 more rows"));
}

TEST(Score, TakesTheHorizonFromTheRow) {
  const std::string header =
      "model,horizon_years,sex,age_years,total_chol_mgdl,hdl_mgdl,sbp_mmhg,bp_treated,statin,"
      "diabetes,smoker,egfr,bmi\n";
  const std::string woman = "female,50,200,45,160,1,0,1,0,90,35\n";
  const Scored run = score(
      header + "base,10," + woman + "base,30," + woman + "base,20," + woman + "hba1c,10," + woman,
      {"--model", "prevent-2023-base"});
  EXPECT_NEAR(*cli::parseNumber(run.cell(1, "risk_ascvd")), 0.0919508975363287, 1e-12);
  EXPECT_GT(*cli::parseNumber(run.cell(2, "risk_ascvd")), 0.2);
  EXPECT_EQ(run.cell(3, "problem"), "no such horizon: 20");
  EXPECT_EQ(run.cell(4, "problem"), "the row is for model hba1c");
  EXPECT_EQ(run.status, ExitStatus::Unreadable);
}

TEST(Score, GivesTheOtherOutcomesWhenOneCannotBeComputed) {
  const Scored run = score(
      "sex,age_years,total_chol_mgdl,hdl_mgdl,sbp_mmhg,bp_treated,statin,diabetes,smoker,egfr\n"
      "female,50,200,45,160,1,0,1,0,90\n",
      {"--model", "prevent-2023-base"});
  EXPECT_NE(run.cell(1, "risk_total_cvd"), "");
  EXPECT_EQ(run.cell(1, "risk_hf"), "");
  EXPECT_EQ(run.cell(1, "problem"), "missing: bmi");
}

TEST(Score, TakesATableWithoutTheOneAnswerThatTheModelAllows) {
  const std::string header = "sex,age_years,total_chol_mgdl,hdl_mgdl,sbp_mmhg,bp_treated,smoker";
  const Scored without = score(header + "\nmale,50,200,50,120,0,0\n", {"--model", "atp3-2001"});
  EXPECT_NEAR(*cli::parseNumber(without.cell(1, "risk_10y")), 0.03938148834363553, 1e-12);
  const Scored with =
      score(header + ",diabetes\nmale,50,200,50,120,0,0,1\n", {"--model", "atp3-2001"});
  EXPECT_EQ(with.cell(1, "problem"), "out-of-range: diabetes 1 (0 to 0)");
}

TEST(Score, RefusesWrongUsage) {
  for (const auto& arguments :
       std::vector<std::vector<std::string_view>>{{},
                                                  {"--model"},
                                                  {"--model", "none-such"},
                                                  {"--what"},
                                                  {"--model", "pce-2013", "a.csv", "b.csv"}}) {
    const Scored run = score("", arguments);
    EXPECT_EQ(run.status, ExitStatus::Usage);
    EXPECT_THAT(run.errors, HasSubstr("framingham"));
  }
}

TEST(Score, NamesAFileThatCannotBeOpened) {
  const Scored run = score("", {"--model", "pce-2013", "/no/such/table.csv"});
  EXPECT_EQ(run.status, ExitStatus::Unreadable);
  EXPECT_EQ(run.errors, "/no/such/table.csv: cannot be opened\n");
}

TEST(Columns, NumbersReadBackAsTheyWereWritten) {
  for (const double value : {0.1, 1.0 / 3, 1e-12, 213.0, 0.10484180203720028}) {
    EXPECT_EQ(cli::parseNumber(cli::formatNumber(value)), value);
  }
  for (const char* bad : {"", "1,5", "0x10", "1e", "12 13", "1e999", "--1"}) {
    EXPECT_FALSE(cli::parseNumber(bad).has_value()) << bad;
  }
}

}  // namespace
