#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "examples.h"
#include "headless.h"
#include "ui/screens/worklist_order.h"

namespace ui {
namespace {

app::PatientSummary withRisk(double risk, risk::BandLevel band) {
  return {.risk = risk, .band = band};
}

app::State assessedState(std::size_t count = 9) {
  return assessedListState(count);
}

/// The names on the buttons of the rows, from top to bottom.
std::vector<std::string> names(const SemanticTree& tree) {
  std::vector<std::string> result;
  for (const SemanticNode& node : tree.nodes) {
    if (node.role == Role::Button && node.name.find(", ") != std::string::npos) {
      result.push_back(node.name);
    }
  }
  return result;
}

const SemanticNode* header(const SemanticTree& tree, std::string_view name) {
  return find(tree, Role::ColumnHeader, name);
}

TEST(WorklistTriage, ShowsRiskBandAndReasonInWords) {
  Headless headless;
  const SemanticTree tree = headless.draw(assessedState()).semantics;
  for (const char* words :
       {"27 %", "High", "14 %", "Intermediate", "6.1 %", "Low", "HDL missing", "19–31 %",
        "Smoking: 7 years old", "Model does not apply: Myocardial infarction", "Assessed 5 of 9"}) {
    EXPECT_TRUE(says(tree, words)) << words;
  }
}

TEST(WorklistScreen, CutsNoTitleForTheSakeOfTheCount) {
  app::State state = assessedState();
  state.worklists.lists[*state.worklists.chosen].title = "Sample patients";
  Headless headless;
  const auto widthAt = [&](float width) {
    headless.viewport.width = width;
    const SemanticTree tree = headless.draw(state).semantics;
    return find(tree, Role::Heading, "Sample patients")->bounds.width;
  };
  EXPECT_EQ(widthAt(360), widthAt(1440));
}

TEST(WorklistTriage, SortsByTheColumnThatWasPressedAndSaysSo) {
  const app::State state = assessedState();
  Headless headless;
  EXPECT_EQ(header(headless.draw(state).semantics, "Patient")->sorted, SortDirection::Ascending);
  headless.press(state, Role::Button, "10-year risk");
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_EQ(header(tree, "10-year risk")->sorted, SortDirection::Descending);
  EXPECT_FALSE(header(tree, "Patient")->sorted.has_value());
  const auto order = names(tree);
  ASSERT_GE(order.size(), 3U);
  EXPECT_EQ(order[0], "Okafor, Chidi");
  EXPECT_EQ(order[1], "Ngata, Mārama");
  EXPECT_EQ(order[2], "Lopez, Ana");
}

TEST(WorklistTriage, PutsThoseWithoutANumberLastInEitherDirection) {
  const app::State state = assessedState();
  for (const SortDirection direction : {SortDirection::Ascending, SortDirection::Descending}) {
    const auto order =
        orderPatients(state.worklists, {.sortedBy = WorklistColumn::Risk, .direction = direction});
    EXPECT_EQ(std::set<std::string>(order.begin() + 3, order.begin() + 5),
              (std::set<std::string>{"p3", "p4"}));
  }
}

TEST(WorklistTriage, FiltersByBandAndByWhatIsMissing) {
  const app::Worklists worklists = assessedState().worklists;
  EXPECT_EQ(orderPatients(worklists, {.band = BandFilter::High}), (std::vector<std::string>{"p1"}));
  EXPECT_EQ(orderPatients(worklists, {.missingOnly = true}), (std::vector<std::string>{"p3"}));
  EXPECT_EQ(orderPatients(worklists, {.outOfDateOnly = true}), (std::vector<std::string>{"p1"}));
  EXPECT_TRUE(orderPatients(worklists, {.band = BandFilter::Low, .missingOnly = true}).empty());
}

TEST(WorklistTriage, FindsByNameBirthDateAndIdentifier) {
  const app::Worklists worklists = assessedState().worklists;
  EXPECT_EQ(orderPatients(worklists, {.search = "NGATA"}), (std::vector<std::string>{"p0"}));
  EXPECT_EQ(orderPatients(worklists, {.search = "zac5363"}), (std::vector<std::string>{"p2"}));
}

TEST(WorklistTriage, MovesNoRowUnderAHandButDoesSoWhenItIsLifted) {
  app::State state = assessedState();
  const WorklistChoice byRisk{.sortedBy = WorklistColumn::Risk,
                              .direction = SortDirection::Descending};
  WorklistOrder order;
  order.update(state.worklists, byRisk, WorklistOrder::Hands::Off);
  state.worklists.triage.results["p8"] = withRisk(0.5, risk::BandLevel::High);
  ++state.worklists.triage.revision;
  EXPECT_EQ(order.update(state.worklists, byRisk, WorklistOrder::Hands::OnRow).front(), "p1");
  EXPECT_EQ(order.counts().high, 2U) << "what is counted is not held back";
  EXPECT_EQ(order.update(state.worklists, byRisk, WorklistOrder::Hands::Off).front(), "p8");
}

TEST(WorklistTriage, TakesResultsOfALongListInByTheDozenAndTheLastAtOnce) {
  app::State state = assessedState(1000);
  app::Triage& triage = state.worklists.triage;
  const WorklistChoice byRisk{.sortedBy = WorklistColumn::Risk,
                              .direction = SortDirection::Descending};
  WorklistOrder order;
  const auto arrives = [&](const std::string& id, double risk) {
    triage.results[id] = withRisk(risk, risk::BandLevel::High);
    ++triage.revision;
    return order.update(state.worklists, byRisk, WorklistOrder::Hands::Off).front();
  };
  EXPECT_EQ(order.update(state.worklists, byRisk, WorklistOrder::Hands::Off).front(), "p1");
  for (int i = 10; i < 14; ++i)
    EXPECT_EQ(arrives("p" + std::to_string(i), 0.5 + i / 100.0), "p1") << i;
  EXPECT_EQ(arrives("p14", 0.9), "p14") << "five of a thousand";
  EXPECT_EQ(order.counts().high, 6U);
  triage.phase = app::TriagePhase::Done;
  EXPECT_EQ(arrives("p15", 0.95), "p15");
  EXPECT_EQ(order.counts().high, 7U);
}

TEST(WorklistTriage, OffersToStopAndToGoOn) {
  app::State state = assessedState();
  Headless headless;
  const auto has = [](const Frame& frame, auto event) {
    for (const app::Event& each : frame.events) {
      if (std::holds_alternative<decltype(event)>(each)) return true;
    }
    return false;
  };
  EXPECT_TRUE(has(headless.press(state, Role::Button, "Stop"), app::TriageStopped{}));
  state.worklists.triage.phase = app::TriagePhase::Stopped;
  EXPECT_TRUE(has(headless.press(state, Role::Button, "Continue"), app::TriageContinued{}));
  state.worklists.triage.phase = app::TriagePhase::Failed;
  EXPECT_TRUE(has(headless.press(state, Role::Button, "Retry"), app::TriageContinued{}));
}

TEST(WorklistTriage, SaysWhoIsOnTheScreen) {
  app::State state = assessedState(300);
  state.worklists.triage.pending = {"p7"};
  Headless headless;
  const Frame frame = headless.draw(state);
  const app::PatientsShown* shown = nullptr;
  for (const app::Event& each : frame.events) {
    if (const auto* found = std::get_if<app::PatientsShown>(&each)) shown = found;
  }
  ASSERT_NE(shown, nullptr);
  EXPECT_GT(shown->ids.size(), 5U);
  EXPECT_LT(shown->ids.size(), 30U);
}

TEST(WorklistTriage, RowsOfALongListTellTheirPlaceAmongAll) {
  Headless headless;
  const SemanticTree tree = headless.draw(worklistState(5000)).semantics;
  EXPECT_EQ(all(tree, Role::Table).front()->rowCount, 5001U);
  const auto rows = all(tree, Role::Row);
  EXPECT_LT(rows.size(), 60U);
  for (std::size_t i = 0; i < rows.size(); ++i)
    EXPECT_EQ(rows[i]->rowIndex, i + 1);
}

TEST(WorklistTriage, EveryRowOfALongListIsReachedByTheKeyboard) {
  const app::State state = worklistState(400);
  Headless headless;
  std::size_t highest = 0;
  NodeId last = 0;
  for (int step = 0; step < 100 && highest < 401; ++step) {
    // Tab goes to the last row that the tree holds; the window follows.
    const Frame frame = last == 0
                            ? headless.draw(state)
                            : headless.draw(state, {{SemanticAction::Kind::Focus, last, "", 0}});
    for (const SemanticNode& node : frame.semantics.nodes) {
      if (node.role == Role::Row && node.rowIndex > highest) highest = node.rowIndex;
    }
    const auto buttons = all(frame.semantics, Role::Button);
    for (const SemanticNode* button : buttons) {
      if (button->name.find(", ") != std::string::npos) last = button->id;
    }
  }
  EXPECT_EQ(highest, 401U);
}

TEST(WorklistTriage, NamesTheModelWhoseRiskItShowsOnScreenAndPaper) {
  app::State state = assessedState();
  const auto expectSaid = [&](const std::string& meaning) {
    Headless headless;
    EXPECT_NE(find(headless.draw(state).semantics, Role::Text, meaning), nullptr) << meaning;
    const auto printed = only<app::PrintRequested>(headless.press(state, Role::Button, "Print"));
    ASSERT_TRUE(printed.has_value());
    const auto isMeaning = [&](const app::DocumentBlock& block) {
      const auto* paragraph = std::get_if<app::DocumentParagraph>(&block);
      return paragraph != nullptr && paragraph->text == meaning;
    };
    const auto& blocks = printed->document.blocks;
    EXPECT_EQ(std::count_if(blocks.begin(), blocks.end(), isMeaning), 1) << meaning;
  };
  expectSaid(
      "10-year risk of any cardiovascular event by the Framingham general CVD models (2008).");
  state.settings.model = "pce-2013";
  expectSaid(
      "10-year risk of a heart attack, stroke or coronary death by ACC/AHA pooled cohort equations "
      "(2013).");
}

TEST(WorklistTriage, HandsOverTheListAsCsvAndOnPaper) {
  const app::State state = assessedState();
  Headless headless;
  const Frame exported = headless.press(state, Role::Button, "Export");
  const Frame printed = headless.press(state, Role::Button, "Print");
  const app::FileRequested* file = nullptr;
  const app::PrintRequested* paper = nullptr;
  for (const app::Event& each : exported.events) {
    if (const auto* found = std::get_if<app::FileRequested>(&each)) file = found;
  }
  for (const app::Event& each : printed.events) {
    if (const auto* found = std::get_if<app::PrintRequested>(&each)) paper = found;
  }
  ASSERT_NE(file, nullptr);
  EXPECT_NE(file->content.find("Chidi Okafor,male"), std::string::npos);
  ASSERT_NE(paper, nullptr);
  ASSERT_GE(paper->document.blocks.size(), 2U);
  EXPECT_EQ(std::get<app::DocumentTable>(paper->document.blocks[1]).rows.size(), 9U);
}

/// The cell of a row that says `words`; null when none does.
const SemanticNode* cell(const SemanticTree& tree, std::string_view words) {
  return find(tree, Role::Cell, words);
}

TEST(WorklistTriage, GivesNamesAndThingsToDoTheRoomThatFiguresLeave) {
  Headless headless;
  const SemanticTree tree = headless.draw(assessedState()).semantics;
  const SemanticNode* risk = cell(tree, "27 %");
  const SemanticNode* toDo = cell(tree, "Smoking: 7 years old");
  const SemanticNode* saved = cell(tree, "28 Feb 2025 · 16 %");
  ASSERT_TRUE(risk != nullptr && toDo != nullptr && saved != nullptr);
  EXPECT_LT(risk->bounds.width, 150);
  EXPECT_GT(toDo->bounds.width, risk->bounds.width);
  // A date and a risk on one line take 150 pixels.
  EXPECT_GT(saved->bounds.width, 150);
  const SemanticNode* row = all(tree, Role::Button).back();
  EXPECT_LE(saved->bounds.left + saved->bounds.width, 1440 - (1440 - 1136) / 2) << row->name;
}

TEST(WorklistTriage, CellsOfARowStandSideBySide) {
  Headless headless;
  for (const float width : {700.0F, 820.0F, 1100.0F, 1440.0F}) {
    headless.viewport.width = width;
    float right = 0;
    const SemanticTree tree = headless.draw(assessedState()).semantics;
    for (const SemanticNode* head : all(tree, Role::ColumnHeader)) {
      // On tablets the band stands under the risk.
      if (head->name == "Band" && width < 1100) continue;
      EXPECT_GE(head->bounds.left, right - 1) << head->name << " at " << width;
      right = head->bounds.left + head->bounds.width;
    }
    EXPECT_LE(right, width);
  }
}

TEST(WorklistTriage, KeepsFiltersAndOrderBehindAButtonOnAPhone) {
  const app::State state = assessedState();
  Headless headless;
  headless.viewport.width = 360;
  headless.viewport.coarsePointer = true;
  const SemanticTree closed = headless.draw(state).semantics;
  EXPECT_TRUE(all(closed, Role::Radio).empty());
  ASSERT_NE(find(closed, Role::Button, "Filter and sort"), nullptr);
  EXPECT_EQ(find(closed, Role::Button, "Filter and sort")->expanded, false);
  headless.press(state, Role::Button, "Filter and sort");
  headless.press(state, Role::Radio, "High 1");
  EXPECT_EQ(names(headless.draw(state).semantics), (std::vector<std::string>{"Okafor, Chidi"}));
  headless.press(state, Role::Button, "Filter and sort");
  // What is in force stays in sight, and is taken off by a press.
  headless.press(state, Role::Checkbox, "High 1");
  EXPECT_EQ(names(headless.draw(state).semantics).size(), 9U);
}

TEST(WorklistTriage, TellsHowFarItIsAtTheEndOfTheFilters) {
  app::State state = assessedState();
  for (const app::TriagePhase phase : {app::TriagePhase::Running, app::TriagePhase::Done}) {
    state.worklists.triage.phase = phase;
    const Role role = phase == app::TriagePhase::Done ? Role::Text : Role::ProgressBar;
    Headless headless;
    const SemanticTree tree = headless.draw(state).semantics;
    const SemanticNode* progress = find(tree, role, "Assessed 5 of 9");
    const SemanticNode* filter = find(tree, Role::Radio, "All 9");
    ASSERT_TRUE(progress != nullptr && filter != nullptr);
    EXPECT_GT(progress->bounds.left, filter->bounds.left + 400);
    EXPECT_GE(progress->bounds.top, filter->bounds.top);
    EXPECT_LE(progress->bounds.top + progress->bounds.height,
              filter->bounds.top + filter->bounds.height);
  }
}

TEST(WorklistTriage, SaysOfAPatientOnATabletWhatHasNoColumn) {
  Headless headless;
  headless.viewport.width = 820;
  const SemanticTree tree = headless.draw(assessedState()).semantics;
  EXPECT_EQ(find(tree, Role::Button, "Okafor, Chidi")->description,
            "Male · 70 years · NHI ZAC5362");
}

}  // namespace
}  // namespace ui
