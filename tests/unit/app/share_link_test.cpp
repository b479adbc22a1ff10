#include "app/share_link.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace {

using app::EnteredValues;
using app::EntryField;
using app::parseFile;
using app::parseFragment;

EnteredValues womanOf51() {
  EnteredValues values;
  values.sex = risk::Sex::Female;
  values.number(EntryField::Age) = 51;
  values.number(EntryField::SystolicBloodPressure) = 136;
  values.number(EntryField::TotalCholesterol) = 209;
  values.number(EntryField::HdlCholesterol) = 50;
  values.answers = {true, true, false, std::nullopt};
  return values;
}

TEST(ShareLink, SaysTheInputsAndNothingElse) {
  EXPECT_EQ(app::serialiseFragment(womanOf51()),
            "a=1&sex=female&age=51&sbp=136&tc=209&hdl=50&treated=1&smoker=1&diabetes=0");
}

TEST(ShareLink, ComesBackAsItWent) {
  const auto back = parseFragment(app::serialiseFragment(womanOf51()));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(*back, womanOf51());
}

TEST(ShareLink, KeepsACholesterolThatWasMeasuredInMillimoles) {
  risk::Inputs inputs;
  inputs.totalCholesterol = risk::MillimolesPerLitre(5.4);
  const auto back = parseFragment(app::serialiseFragment(app::shareable(inputs)));
  ASSERT_TRUE(back.ok());
  const app::Entry entry = app::entryOf(*back, app::Settings{});
  EXPECT_EQ(entry.text(EntryField::TotalCholesterol), "5.4");
}

TEST(ShareLink, RefusesWhatIsHostileOrImpossible) {
  const std::string long1 = "a=1&age=" + std::string(10'000, '9');
  for (const std::string_view text :
       std::initializer_list<std::string_view>{"",
                                               "a=2&age=51",
                                               "age=51",
                                               "a=1&age=51&age=52",
                                               "a=1&age=-5",
                                               "a=1&age=51.5",
                                               "a=1&age=1e2",
                                               "a=1&age=nan",
                                               "a=1&age=",
                                               "a=1&name=Ana",
                                               "a=1&access_token=x",
                                               "a=1&sbp=9999",
                                               "a=1&smoker=yes",
                                               "a=1&sex=<img>",
                                               "a=1&&age=51",
                                               "a=1&age=5 1",
                                               "a=1&age=%35%31",
                                               "a=1&tc=100&hdl=100",
                                               "a=1&age=0x33",
                                               "a=1&sbp=136.5.5",
                                               "a=1&sbp=136.0000000000000",
                                               std::string_view(long1)}) {
    EXPECT_FALSE(parseFragment(text).ok()) << text.substr(0, 60);
  }
}

TEST(ShareLink, NamesTheKnownMemberThatItRefused) {
  EXPECT_EQ(parseFragment("a=1&sbp=9999").error().member, "sbp");
  EXPECT_EQ(parseFragment("a=1&<b>=1").error().member, "");
}

TEST(InputsFile, ComesBackAsItWent) {
  const std::string file = app::serialiseFile(womanOf51());
  EXPECT_TRUE(app::isInputsFile(file));
  const auto back = parseFile(file);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(*back, womanOf51());
}

TEST(InputsFile, RefusesWhatIsHostileOrImpossible) {
  for (const char* text :
       {"", "{", "[]", R"({"framinghamInputs":2,"age":51})", R"({"framinghamInputs":1,"age":"x"})",
        R"({"framinghamInputs":1,"age":true})", R"({"framinghamInputs":1,"age":[51]})",
        R"({"framinghamInputs":1,"name":"Ana"})", R"({"framinghamInputs":1,"age":-1})"}) {
    EXPECT_FALSE(parseFile(text).ok()) << text;
  }
}

TEST(InputsFile, IsAtMostFourKibibytes) {
  const std::string file = app::serialiseFile(womanOf51());
  EXPECT_TRUE(parseFile(file + std::string(4096 - file.size(), ' ')).ok());
  EXPECT_FALSE(parseFile(file + std::string(4097 - file.size(), ' ')).ok());
}

}  // namespace
