#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "app/entered_values.h"
#include "app/share_link.h"
#include "examples.h"
#include "headless.h"
#include "ui/documents/plain_text.h"

namespace ui {
namespace {

/// What the button gives along; empty when it gives something else.
template <typename EventType>
EventType pressed(const app::State& state, std::string_view button) {
  Headless headless;
  const Frame frame = headless.press(state, Role::Button, button);
  for (const app::Event& event : frame.events) {
    if (const auto* found = std::get_if<EventType>(&event)) return *found;
  }
  ADD_FAILURE() << button << " asked for nothing of the kind";
  return {};
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

app::State enteredState() {
  app::State state = startState();
  state.screen = app::Screen::EnterValues;
  state.entry = app::Entry{};
  state.entry->texts = {"51", "136", "5.4", "1.3"};
  state.entry->sex = risk::Sex::Female;
  state.entry->answers = {true, true, false, std::nullopt};
  state.patient = app::PatientView();
  state.patient->record =
      app::recordOf(app::valuesOf(*state.entry, state.settings), {2026, 11, 23});
  assess(*state.patient);
  state.patient->assessment->enteredByHand = true;
  return state;
}

app::State questionState() {
  app::State state = patientState();
  state.patient->record->answers[0] = fhir::AnswerFact{};
  state.patient->questions = app::questionsOf(*state.patient->record);
  assess(*state.patient);
  return state;
}

TEST(ClinicalNote, SaysWhatWasComputedFromWhat) {
  const std::string note = pressed<app::CopyRequested>(patientState(), "Copy note").text;
  EXPECT_TRUE(note.starts_with("Cardiovascular risk assessment, 23")) << note;
  EXPECT_TRUE(contains(note, "10-year risk of any cardiovascular event: 14")) << note;
  EXPECT_TRUE(contains(note, "Intermediate")) << note;
  EXPECT_TRUE(contains(note, "Framingham general CVD, with lipids (2008)")) << note;
  EXPECT_TRUE(contains(note, "- Total cholesterol: 5.4")) << note;
  EXPECT_TRUE(contains(note, "measure again")) << note;
  EXPECT_TRUE(contains(note, "- Diabetes: None on record, assumed, record complete")) << note;
  EXPECT_TRUE(contains(note, "not a certified medical device")) << note;
}

TEST(ClinicalNote, NamesNobody) {
  const std::string note = pressed<app::CopyRequested>(patientState(), "Copy note").text;
  EXPECT_FALSE(contains(note, "Ngata")) << note;
  EXPECT_FALSE(contains(note, "ZAC5361")) << note;
}

TEST(ClinicalNote, WithoutANumberSaysWhy) {
  app::State state = patientState();
  state.patient->record->numbers[2].reset();
  assess(*state.patient);
  const std::string note = pressed<app::CopyRequested>(state, "Copy note").text;
  EXPECT_TRUE(contains(note, "No 10-year risk")) << note;
  EXPECT_TRUE(contains(note, "- HDL cholesterol: missing")) << note;
}

TEST(ClinicalNote, MarksWhatWasAnsweredHere) {
  app::State state = questionState();
  state.patient->answers = {{risk::Input::Smoker, 1}};
  const auto answered = app::applyAnswers(*state.patient->record, state.patient->answers);
  assess(*state.patient);
  state.patient->assessment->answered = answered;
  const std::string note = pressed<app::CopyRequested>(state, "Copy note").text;
  EXPECT_TRUE(contains(note, "- Smoking: Smokes, answered here, not from the record")) << note;
}

TEST(Assumption, IsCorrectedWithOnePress) {
  const auto answered = pressed<app::QuestionAnswered>(patientState(), "Diabetes");
  EXPECT_EQ(answered.input, risk::Input::Diabetes);
  EXPECT_EQ(answered.value, 1.0);
}

TEST(ClinicalNote, KeepsHostileWordsOnOneLineAndInOneDirection) {
  app::State state = patientState();
  state.patient->record->answers[2]->words = "lisin\nopril\r\n=cmd|' /C calc'!A0 \u202Eesrever";
  const std::string note = pressed<app::CopyRequested>(state, "Copy note").text;
  EXPECT_TRUE(contains(note, "lisin opril  =cmd")) << note;
  EXPECT_FALSE(contains(note, "\u202E"));
  EXPECT_FALSE(contains(note, "\r"));
}

TEST(PlainLine, CutsWhatIsTooLongBetweenCharacters) {
  const std::string line = plainLine(std::string(199, 'a') + "éééé");
  EXPECT_EQ(line, std::string(199, 'a') + "é…");
}

app::Document sheetOf(const app::State& state) {
  return pressed<app::PrintRequested>(state, "Print").document;
}

template <typename Block>
std::vector<Block> blocksOf(const app::Document& document) {
  std::vector<Block> found;
  for (const app::DocumentBlock& block : document.blocks) {
    if (const auto* each = std::get_if<Block>(&block)) found.push_back(*each);
  }
  return found;
}

TEST(PatientSheet, CountsPeopleAndSaysWhatHelps) {
  const app::Document sheet = sheetOf(patientState());
  const auto figures = blocksOf<app::PeopleFigure>(sheet);
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].number, "14 in 100");
  EXPECT_EQ(figures[0].affected, 14);
  const auto tables = blocksOf<app::DocumentTable>(sheet);
  ASSERT_EQ(tables.size(), 2U);
  // D'Agostino 2008 for the same woman, not smoking: 8.2 %; then pressure 125 and cholesterol 180.
  EXPECT_EQ(tables[0].rows.front()[0], "1. stop smoking and stay stopped");
  EXPECT_TRUE(tables[0].rows.front()[1].starts_with("8.2")) << tables[0].rows.front()[1];
  EXPECT_EQ(tables[0].rows.back()[0], "do all of these");
}

TEST(PatientSheet, HasAsManyCellsAsColumns) {
  for (const app::State& state : {patientState(), enteredState(), questionState()}) {
    for (const auto& table : blocksOf<app::DocumentTable>(
             sheetOf(state.screen == app::Screen::EnterValues ? patientState() : state))) {
      for (const auto& row : table.rows)
        EXPECT_EQ(row.size(), table.columns.size());
    }
  }
}

TEST(PatientSheet, IsCalledNothingThatNamesThePatient) {
  EXPECT_EQ(sheetOf(patientState()).title, "Your heart health");
}

TEST(PatientSheet, SaysWhomToCall) {
  const auto paragraphs = blocksOf<app::DocumentParagraph>(sheetOf(patientState()));
  const auto boxed = std::find_if(paragraphs.begin(), paragraphs.end(), [](const auto& each) {
    return each.style == app::ParagraphStyle::Boxed;
  });
  ASSERT_NE(boxed, paragraphs.end());
  EXPECT_EQ(boxed->lead, "Call 111 at once");
}

TEST(PatientSheet, WithoutANumberSaysSo) {
  const app::Document sheet = sheetOf(questionState());
  EXPECT_TRUE(blocksOf<app::PeopleFigure>(sheet).empty());
  EXPECT_EQ(blocksOf<app::DocumentHeading>(sheet)[1].text, "There is no number yet.");
}

TEST(RiskPicture, ShowsTheNumberAndAsManyPeopleButNobodysName) {
  app::State state = patientState();
  state.panel = app::Panel::TakeAlong;
  const auto file = pressed<app::FileRequested>(state, "Save picture");
  EXPECT_EQ(file.name, "framingham-risk.svg");
  EXPECT_EQ(file.mediaType, "image/svg+xml");
  EXPECT_TRUE(file.content.starts_with("<svg ")) << file.content.substr(0, 80);
  EXPECT_TRUE(contains(file.content, ">14\u00A0%</text>"));
  EXPECT_TRUE(contains(file.content, ">Intermediate</text>"));
  EXPECT_FALSE(contains(file.content, "Ngata"));
  std::size_t people = 0;
  for (std::size_t at = 0; (at = file.content.find("<circle", at)) != std::string::npos; ++at)
    ++people;
  EXPECT_EQ(people, 100U);
}

TEST(TakeAlong, OffersNoPictureAndNoFhirWhereThereIsNoNumber) {
  app::State state = questionState();
  state.panel = app::Panel::TakeAlong;
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_EQ(find(tree, Role::Button, "Save picture"), nullptr);
  EXPECT_EQ(find(tree, Role::Button, "Save as FHIR"), nullptr);
  EXPECT_NE(find(tree, Role::Button, "Copy link"), nullptr);
}

TEST(TakeAlong, GivesTheAssessmentAsItWouldBeWritten) {
  app::State state = patientState();
  state.panel = app::Panel::TakeAlong;
  const auto file = pressed<app::FileRequested>(state, "Save as FHIR");
  EXPECT_EQ(file.name, "framingham-assessment.json");
  EXPECT_TRUE(contains(file.content, "\"resourceType\":\"RiskAssessment\""));
  EXPECT_TRUE(contains(file.content, "\"reference\":\"Patient/"));
}

TEST(TakeAlong, SaysNothingOfFhirForValuesThatWereTyped) {
  app::State state = enteredState();
  state.panel = app::Panel::TakeAlong;
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_EQ(find(tree, Role::Button, "Save as FHIR"), nullptr);
  EXPECT_NE(find(tree, Role::Button, "Save picture"), nullptr);
}

TEST(SharedLink, HoldsNoIdentity) {
  app::State state = patientState();
  state.pageUrl = net::parseUrl("https://risk.example/");
  state.panel = app::Panel::TakeAlong;
  const std::string link = pressed<app::CopyRequested>(state, "Copy link").text;
  EXPECT_EQ(link,
            "https://risk.example/#a=1&sex=female&age=51&sbp=136&tc=209&hdl=50&treated=1&smoker=1&"
            "diabetes=0&statin=0");
  const auto file = pressed<app::FileRequested>(state, "Save inputs");
  EXPECT_EQ(file.name, "framingham-inputs.json");
  EXPECT_TRUE(app::parseFile(file.content).ok());
}

TEST(Copying, IsReportedAsAStatus) {
  app::State state = patientState();
  state.copied = true;
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_TRUE(std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const SemanticNode& node) {
    return node.role == Role::Status && node.value == "Copied";
  }));
}

TEST(EnterValuesScreen, ShowsTheRiskBesideTheForm) {
  Headless headless;
  const SemanticTree tree = headless.draw(enteredState()).semantics;
  const SemanticNode* risk = find(tree, Role::Status, "10-year risk");
  ASSERT_NE(risk, nullptr);
  EXPECT_TRUE(risk->value.starts_with("13") || risk->value.starts_with("14")) << risk->value;
}

TEST(EnterValuesScreen, ReportsTheWholeFormWhenAFieldChanges) {
  const app::State state = enteredState();
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* field = find(tree, Role::TextBox, "Systolic blood pressure (mmHg)");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->value, "136");
  const Frame frame = headless.draw(state, {{SemanticAction::Kind::SetText, field->id, "125", 0}});
  ASSERT_FALSE(frame.events.empty());
  const auto* changed = std::get_if<app::EntryChanged>(&frame.events.front());
  ASSERT_NE(changed, nullptr);
  EXPECT_EQ(changed->entry.text(app::EntryField::SystolicBloodPressure), "125");
  EXPECT_EQ(changed->entry.text(app::EntryField::Age), "51");
}

TEST(EnterValuesScreen, SaysAtTheFieldWhatIsWrong) {
  app::State state = enteredState();
  state.entry->texts[0] = "5";
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* field = find(tree, Role::TextBox, "Age (years)");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->description, "Please check: from 18 to 120.");
}

TEST(EnterValuesScreen, MovesNothingWhileSomebodyTypes) {
  app::State state = enteredState();
  Headless headless;
  const auto place = [&](const char* age) {
    state.entry->texts[0] = age;
    const SemanticTree tree = headless.draw(state).semantics;
    return find(tree, Role::TextBox, "Total cholesterol (mmol/L)")->bounds;
  };
  const Bounds settled = place("51");
  EXPECT_EQ(place("5"), settled);
  EXPECT_EQ(place(""), settled);
}

TEST(EnterValuesScreen, IsUsableAtEveryWidth) {
  Headless headless;
  for (const float width : {320.0F, 360.0F, 820.0F, 1440.0F}) {
    headless.viewport.width = width;
    headless.viewport.coarsePointer = width < 500;
    for (const SemanticNode& node : headless.draw(enteredState()).semantics.nodes) {
      if (node.role != Role::TextBox && node.role != Role::Radio) continue;
      EXPECT_LE(node.bounds.left + node.bounds.width, width + 1) << node.name;
      if (width < 500) EXPECT_GE(node.bounds.height, 44) << node.name;
    }
  }
}

TEST(EnteredByHand, IsSaidOnThePatientsScreen) {
  app::State state = enteredState();
  state.screen = app::Screen::Patient;
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_NE(find(tree, Role::Heading, "Entered by hand"), nullptr);
  EXPECT_NE(find(tree, Role::Cell, "Entered by hand"), nullptr);
}

TEST(Questions, ShowTheRangeAndOfferTheAnswers) {
  const app::State state = questionState();
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_NE(find(tree, Role::Group, "Does this person smoke?"), nullptr);
  EXPECT_TRUE(std::any_of(tree.nodes.begin(), tree.nodes.end(), [](const SemanticNode& node) {
    return node.name.starts_with("Yes: 14") && contains(node.name, "No: 8.2");
  }));
  const Frame frame = headless.press(state, Role::Radio, "Yes");
  ASSERT_FALSE(frame.events.empty());
  const auto* answered = std::get_if<app::QuestionAnswered>(&frame.events.front());
  ASSERT_NE(answered, nullptr);
  EXPECT_EQ(answered->input, risk::Input::Smoker);
  EXPECT_EQ(answered->value, 1);
}

}  // namespace
}  // namespace ui
