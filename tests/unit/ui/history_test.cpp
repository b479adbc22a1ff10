#include <gtest/gtest.h>

#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

std::string wordsOn(const SemanticTree& tree) {
  std::string words;
  for (const SemanticNode& node : tree.nodes)
    words += node.name + "\n";
  return words;
}

std::vector<const SemanticNode*> pictures(const SemanticTree& tree) {
  return all(tree, Role::Image);
}

// By hand (risk/change_test.cpp): 0.153738 at 48 with 150, 0.174890 at 51 with 150, 0.135662 now.
TEST(History, TellsAgeingFromChange) {
  Headless headless;
  const std::string words = wordsOn(headless.draw(historyState()).semantics);
  for (const char* expected :
       {"Since 28 Oct 2023 the risk went from 15 % to 14 %: age added 2.1 "
        "points, "
        "changed factors took away 3.9.",
        "Systolic blood pressure, 150 mmHg then and 136 mmHg now: −3.9 points",
        "Since then +2.1 points from age, −3.9 from changed factors"}) {
    EXPECT_NE(words.find(expected), std::string::npos) << expected << " in: " << words;
  }
}

TEST(History, SaysWhatCameFromBothWhenBothAdd) {
  app::State state = historyState();
  app::PastRisk& past = state.patient->pastRisks.front();
  past.inputs.systolicBloodPressure = risk::MmHg(130);
  past.change = *risk::changeBetween(*risk::findModel("framingham-2008-lipid"), 0, past.inputs,
                                     state.patient->assessment->inputs);
  Headless headless;
  // The women's equation by hand: 0.105469 at 48 with 130, 0.120461 at 51 with 130, 0.135662 now.
  EXPECT_NE(wordsOn(headless.draw(state).semantics)
                .find("Of the 3.0 points since 28 Oct 2023, 1.5 came from age and 1.5 from "
                      "changed factors."),
            std::string::npos);
}

TEST(History, DrawsPastRisksAndTodaysWithTheirTextEquivalent) {
  Headless headless;
  const SemanticTree tree = headless.draw(historyState()).semantics;
  const auto found = pictures(tree);
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found.front()->focusable);
  for (const char* expected : {"9 Jan 2022 9.0 %", "28 Oct 2023 15 %", "2 Feb 2025 16 %",
                               "23 Nov 2026 14 %", "age alone 17 %"}) {
    EXPECT_NE(found.front()->name.find(expected), std::string::npos)
        << expected << " in: " << found.front()->name;
  }
}

TEST(History, SaysWhyAgeingCannotBeToldApart) {
  app::State state = historyState();
  state.patient->pastRisks.clear();
  Headless headless;
  const std::string words = wordsOn(headless.draw(state).semantics);
  EXPECT_NE(words.find("cannot be told"), std::string::npos);
  EXPECT_EQ(words.find("points from age"), std::string::npos);
}

TEST(History, ShowsNoChartOfASingleNumber) {
  app::State state = historyState();
  state.patient->pastRisks.clear();
  state.patient->record->assessments.clear();
  Headless headless;
  EXPECT_EQ(find(headless.draw(state).semantics, Role::Heading, "10-year risk over time"), nullptr);
}

TEST(History, PutsTrendsOfFactorsBesideEachOtherWhereThereIsRoom) {
  app::State state = historyState();
  Headless headless;
  const auto tops = [&](float width) {
    headless.viewport.width = width;
    const SemanticTree tree = headless.draw(state).semantics;
    auto found = pictures(tree);
    found.erase(found.begin());
    return std::vector<float>{found[0]->bounds.top, found[1]->bounds.top, found[2]->bounds.top};
  };
  const auto wide = tops(1920);
  EXPECT_EQ(wide[0], wide[2]);
  const auto middle = tops(820);
  EXPECT_EQ(middle[0], middle[1]);
  EXPECT_LT(middle[1], middle[2]);
  const auto narrow = tops(360);
  EXPECT_LT(narrow[0], narrow[1]);
}

TEST(Charts, AreReachedWithTheKeyboard) {
  Headless headless;
  for (const app::PatientTab tab :
       {app::PatientTab::Result, app::PatientTab::WhatIf, app::PatientTab::History}) {
    app::State state = historyState();
    state.patient->tab = tab;
    const SemanticTree tree = headless.draw(state).semantics;
    const auto found = pictures(tree);
    EXPECT_FALSE(found.empty());
    for (const SemanticNode* picture : found)
      EXPECT_TRUE(picture->focusable) << picture->name;
  }
}

}  // namespace
}  // namespace ui
