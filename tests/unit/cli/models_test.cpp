#include "cli/models.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "json/parse.h"
#include "json/read.h"
#include "risk/model.h"

namespace {

using testing::HasSubstr;

std::string run(std::vector<std::string_view> arguments, cli::ExitStatus expected) {
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(cli::runModels(arguments, out, err), expected);
  return out.str();
}

TEST(Models, PageNamesEveryModelItsSourceAndWhatWasLeftOut) {
  const std::string page = run({}, cli::ExitStatus::Success);
  for (const risk::Model* model : risk::models()) {
    EXPECT_THAT(page, HasSubstr(std::string(model->id)));
    EXPECT_THAT(page, HasSubstr(std::string(model->doi)));
  }
  EXPECT_THAT(page, HasSubstr("QRISK3"));
}

TEST(Models, PageFitsAHundredColumns) {
  std::istringstream page(run({}, cli::ExitStatus::Success));
  for (std::string line; std::getline(page, line);)
    EXPECT_LE(line.size(), 100U) << line;
}

TEST(Models, JsonHoldsWhatMachinesNeed) {
  const auto parsed = json::parse(run({"--json"}, cli::ExitStatus::Success),
                                  json::Limits{.bytes = 4UL * 1024UL * 1024UL});
  ASSERT_TRUE(parsed.ok());
  const auto& list = json::array(*parsed, "models");
  ASSERT_EQ(list.size(), risk::models().size());
  const auto& first = list[0];
  EXPECT_EQ(json::text(first, "id"), "framingham-2008-lipid");
  EXPECT_EQ(json::number(first, "year"), 2008);
  const auto& age = json::array(first, "inputs")[1];
  EXPECT_EQ(json::text(age, "column"), "age_years");
  EXPECT_EQ(json::text(age, "unit"), "a");
  EXPECT_EQ(json::number(*json::member(age, "range"), "high"), 74);
  const auto& outcome = json::array(first, "outcomes")[0];
  EXPECT_EQ(json::text(outcome, "outcome"), "general-cvd");
  EXPECT_EQ(json::number(outcome, "horizonYears"), 10);
}

TEST(Models, RefuseWrongUsage) {
  run({"--yaml"}, cli::ExitStatus::Usage);
}

}  // namespace
