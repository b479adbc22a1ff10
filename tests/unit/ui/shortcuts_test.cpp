// Keys that do what a button does.
#include <gtest/gtest.h>
#include <imgui.h>

#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

TEST(Shortcuts, DoWhatTheButtonsOfTheScreenDo) {
  Headless headless;
  const app::State state = patientState();
  headless.draw(state);
  ImGui::GetIO().AddInputCharacter('2');
  const auto chosen = only<app::PatientTabChosen>(headless.draw(state));
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->tab, app::PatientTab::WhatIf);
}

TEST(Shortcuts, FocusTheSearchFieldAndListThemselves) {
  Headless headless;
  const app::State state = worklistState(9);
  const SemanticTree tree = headless.draw(state).semantics;
  ImGui::GetIO().AddInputCharacter('/');
  EXPECT_EQ(headless.drawOnce(state).semantics.moveFocusTo, all(tree, Role::SearchBox).front()->id);
  ImGui::GetIO().AddInputCharacter('?');
  const auto toggled = only<app::PanelToggled>(headless.draw(state));
  ASSERT_TRUE(toggled.has_value());
  EXPECT_EQ(toggled->panel, app::Panel::Shortcuts);
}

TEST(Shortcuts, LeaveWhatLiesUnderAPanelAlone) {
  Headless headless;
  app::State state = patientState();
  state.panel = app::Panel::Settings;
  headless.draw(state);
  ImGui::GetIO().AddInputCharacter('2');
  EXPECT_TRUE(headless.draw(state).events.empty());
}

}  // namespace
}  // namespace ui
