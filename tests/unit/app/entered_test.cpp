#include <gtest/gtest.h>

#include "app/entered_values.h"
#include "harness.h"

namespace {

using app::Entry;
using app::EntryField;
using app::EntryProblem;
using app::Screen;
using harness::Browser;

const app::Settings kMilligrams{.cholesterolUnit = app::CholesterolUnit::MilligramsPerDecilitre};

Browser started(std::string fragment = "") {
  Browser browser;
  app::Started event{.pageUrl = std::string(harness::kAppUrl)};
  event.fragment = std::move(fragment);
  browser.happens(event);
  browser.answers("config.json", 200, harness::configurationText());
  return browser;
}

Entry with(EntryField field, std::string text) {
  Entry entry;
  entry.texts[static_cast<std::size_t>(field)] = std::move(text);
  return entry;
}

TEST(Entry, TakesAPointOrACommaAndBlanks) {
  for (const char* text : {"136", " 136 ", "136.0", "136,0"}) {
    const auto values = app::valuesOf(with(EntryField::SystolicBloodPressure, text), kMilligrams);
    EXPECT_EQ(values.number(EntryField::SystolicBloodPressure), 136) << text;
  }
}

TEST(Entry, SaysWhatIsWrongWithAText) {
  const auto problem = [](EntryField field, const char* text) {
    return app::problemOf(with(field, text), field, kMilligrams);
  };
  EXPECT_EQ(problem(EntryField::Age, ""), std::nullopt);
  EXPECT_EQ(problem(EntryField::Age, "51"), std::nullopt);
  EXPECT_EQ(problem(EntryField::Age, "51.5"), EntryProblem::NotWhole);
  EXPECT_EQ(problem(EntryField::Age, "5"), EntryProblem::OutOfRange);
  EXPECT_EQ(problem(EntryField::SystolicBloodPressure, "1360"), EntryProblem::OutOfRange);
  for (const char* text : {"abc", "1e3", "-5", "=cmd", "1.2.3", ".", "nan", "0x10", "<b>"}) {
    EXPECT_EQ(problem(EntryField::Age, text), EntryProblem::NotANumber) << text;
  }
}

TEST(Entry, RefusesHdlThatIsNotBelowTotal) {
  Entry entry = with(EntryField::TotalCholesterol, "150");
  entry.texts[static_cast<std::size_t>(EntryField::HdlCholesterol)] = "150";
  EXPECT_EQ(app::problemOf(entry, EntryField::HdlCholesterol, kMilligrams),
            EntryProblem::NotBelowTotal);
}

TEST(Entry, FormsTheBodyMassIndexOfWeightAndHeight) {
  app::EnteredValues values;
  values.number(EntryField::Weight) = 81;
  values.number(EntryField::Height) = 180;
  const auto record = app::recordOf(values, {2026, 11, 23});
  ASSERT_NE(record.number(fhir::Fact::BodyMassIndex), nullptr);
  EXPECT_DOUBLE_EQ(record.number(fhir::Fact::BodyMassIndex)->value, 25);
}

TEST(EnterValues, AssessesAsOneTypes) {
  Browser browser = started();
  browser.happens(app::EnterValuesPressed{});
  EXPECT_EQ(browser.state.screen, Screen::EnterValues);
  ASSERT_TRUE(browser.state.patient && browser.state.patient->assessment);
  EXPECT_FALSE(browser.state.patient->assessment->headlineResult().result.ok());

  Entry entry;
  entry.texts = {"51", "136", "5.4", "1.3"};
  entry.sex = risk::Sex::Female;
  entry.answers = {true, true, false, std::nullopt};
  browser.happens(app::EntryChanged{entry});
  const app::Assessment& assessment = *browser.state.patient->assessment;
  ASSERT_TRUE(assessment.headlineResult().result.ok());
  // D'Agostino 2008, women, lipids: 51 years, TC 208.8, HDL 50.3, SBP 136 treated, smoker.
  EXPECT_NEAR(assessment.headlineResult().result->risk.value(), 0.135, 0.002);
  EXPECT_TRUE(assessment.enteredByHand);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(EnterValues, KeepsTheAmountWhenTheUnitChanges) {
  Browser browser = started();
  browser.happens(app::EnterValuesPressed{});
  browser.happens(app::EntryChanged{with(EntryField::TotalCholesterol, "5.4")});
  app::Settings settings = browser.state.settings;
  settings.cholesterolUnit = kMilligrams.cholesterolUnit;
  browser.happens(app::SettingsChanged{settings});
  EXPECT_EQ(browser.state.entry->text(EntryField::TotalCholesterol), "208.82");
}

TEST(EnterValues, TakesPoundsInchesAndMillimolesPerMole) {
  const app::Settings settings{.bodyUnit = app::BodyUnit::PoundsAndInches,
                               .hba1cUnit = app::Hba1cUnit::MillimolesPerMole};
  Entry entry = with(EntryField::Weight, "180");
  entry.texts[static_cast<std::size_t>(EntryField::Height)] = "70";
  entry.texts[static_cast<std::size_t>(EntryField::Hba1c)] = "48";
  const app::EnteredValues values = app::valuesOf(entry, settings);
  // 180 lb x 0.45359237, 70 in x 2.54, 48 mmol/mol x 0.09148 + 2.152.
  EXPECT_NEAR(*values.number(EntryField::Weight), 81.6466266, 1e-9);
  EXPECT_NEAR(*values.number(EntryField::Height), 177.8, 1e-9);
  EXPECT_NEAR(*values.number(EntryField::Hba1c), 6.54304, 1e-9);
  EXPECT_EQ(app::entryOf(values, settings), entry);
  EXPECT_EQ(app::problemOf(with(EntryField::Weight, "1200"), EntryField::Weight, settings),
            EntryProblem::OutOfRange);
}

TEST(EnterValues, AreAssessedByTheModelThatIsChosen) {
  Browser browser =
      started("a=1&sex=male&age=53&tc=161&hdl=55&sbp=125&treated=1&smoker=0&diabetes=0");
  app::Settings settings = browser.state.settings;
  settings.model = "pce-2013";
  browser.happens(app::SettingsChanged{settings});
  const app::Assessment& assessment = *browser.state.patient->assessment;
  EXPECT_EQ(assessment.headlineResult().model->id, "pce-2013");
  EXPECT_TRUE(assessment.headlineResult().result.ok());
  EXPECT_TRUE(assessment.enteredByHand);
}

TEST(EnterValues, IsNotThereDuringASession) {
  Browser browser = harness::signedInAsPatient();
  browser.happens(app::EnterValuesPressed{});
  EXPECT_FALSE(browser.state.entry);
}

TEST(SharedLink, OpensAsEnteredValues) {
  const Browser browser = started("a=1&sex=male&age=53&tc=161&hdl=55&sbp=125&treated=1&smoker=0");
  EXPECT_EQ(browser.state.screen, Screen::EnterValues);
  ASSERT_TRUE(browser.state.entry);
  EXPECT_EQ(browser.state.entry->text(EntryField::Age), "53");
}

TEST(SharedLink, ThatIsNoneSaysSoOnTheStartScreen) {
  const Browser browser = started("a=1&age=999");
  EXPECT_EQ(browser.state.screen, Screen::Start);
  ASSERT_TRUE(browser.state.local && browser.state.local->load.problem);
  EXPECT_EQ(browser.state.local->load.problem->cause,
            decltype(app::Problem::cause)(app::ProblemCode::InputsUnreadable));
}

TEST(InputsFile, IsOpenedLikeAnyFile) {
  Browser browser = started();
  browser.happens(app::FileOpened{"x.json", R"({"framinghamInputs":1,"age":53})"});
  EXPECT_EQ(browser.state.screen, Screen::EnterValues);
  EXPECT_EQ(browser.state.entry->text(EntryField::Age), "53");
}

}  // namespace
