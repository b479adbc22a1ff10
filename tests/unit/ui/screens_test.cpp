#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <variant>

#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

bool isControl(Role role) {
  return role == Role::Button || role == Role::Link || role == Role::SearchBox ||
         role == Role::Switch || role == Role::Radio || role == Role::Slider || role == Role::Tab;
}

/// What holds for every tree, whatever is shown.
void expectSound(const SemanticTree& tree, const Viewport& viewport, const std::string& where) {
  std::set<NodeId> known;
  for (const SemanticNode& node : tree.nodes) {
    EXPECT_TRUE(known.insert(node.id).second) << where << ": an id twice: " << node.name;
    EXPECT_TRUE(node.parent == 0 || known.contains(node.parent)) << where << ": " << node.name;
    EXPECT_EQ(node.name.find('\0'), std::string::npos) << where;
    // Nothing scrolls sideways: what lies beyond the page can never be read.
    const bool isShown = node.bounds.width > 0 && node.role != Role::Main;
    if (isShown && node.parent != 0) {
      EXPECT_GE(node.bounds.left, -1) << where << ": " << node.name.substr(0, 80);
      EXPECT_LE(node.bounds.left + node.bounds.width, viewport.width + 1)
          << where << ": " << node.name.substr(0, 80);
    }
    if (!isControl(node.role)) continue;
    EXPECT_FALSE(node.name.empty()) << where << ": a control without a name";
    EXPECT_GE(node.bounds.left, -1) << where << ": " << node.name;
    EXPECT_LE(node.bounds.left + node.bounds.width, viewport.width + 1)
        << where << ": " << node.name;
    EXPECT_GT(node.bounds.height, 0) << where << ": " << node.name;
  }
}

TEST(EveryScreen, IsSoundAtEveryWidthAndTextSize) {
  const std::vector<Example> states = everyState();
  Headless headless;
  for (const auto& [width, text, language] : {std::tuple{320.0F, 100, app::Language::English},
                                              {320.0F, 200, app::Language::Spanish},
                                              {820.0F, 100, app::Language::Spanish},
                                              {820.0F, 200, app::Language::English},
                                              {1920.0F, 100, app::Language::English},
                                              {1920.0F, 200, app::Language::Spanish}}) {
    {
      headless.viewport.width = width;
      headless.viewport.coarsePointer = width < 500;
      for (const Example& example : states) {
        app::State state = example.state;
        state.settings.textPercent = text;
        state.settings.language = language;
        const std::string where =
            example.name + " at " + std::to_string(width) + ", " + std::to_string(text) + " %";
        expectSound(headless.draw(state).semantics, headless.viewport, where);
      }
    }
  }
}

TEST(EveryScreen, HasTargetsForFingers) {
  Headless headless;
  headless.viewport.width = 360;
  headless.viewport.coarsePointer = true;
  for (const Example& example : everyState()) {
    for (const SemanticNode& node : headless.draw(example.state).semantics.nodes) {
      if (isControl(node.role)) EXPECT_GE(node.bounds.height, 44) << node.name;
    }
  }
}

TEST(StartScreen, SignsInWithTheKindThatWasPressed) {
  Headless headless;
  const Frame frame = headless.press(startState(), Role::Button, "Sign in as patient");
  const auto pressed = only<app::SignInPressed>(frame);
  ASSERT_TRUE(pressed.has_value());
  EXPECT_EQ(pressed->userKind, app::UserKind::Patient);
}

TEST(StartScreen, NamesTheEhrWhereThereAreSeveral) {
  app::State state = startState();
  state.configuration.ehrs.push_back(state.configuration.ehrs.front());
  state.configuration.ehrs[1].name = "City Hospital";
  Headless headless;
  const Frame frame = headless.press(state, Role::Button, "Sign in to City Hospital");
  const auto pressed = only<app::SignInPressed>(frame);
  ASSERT_TRUE(pressed.has_value());
  EXPECT_EQ(pressed->ehr, 1U);
}

TEST(StartScreen, ShowsWhomToCall) {
  Headless headless;
  const SemanticTree tree = headless.draw(startState()).semantics;
  const SemanticNode* call = find(tree, Role::Link, "Call 111");
  ASSERT_NE(call, nullptr);
  EXPECT_EQ(call->url, "tel:111");
}

TEST(SigningInScreen, TellsWhyItFailedAndHowToGoOn) {
  app::State state = signingInState();
  state.signIn.problem = app::Problem{oauth::ErrorCode::AccessDenied, "ehr.example.org", {}};
  Headless headless;
  EXPECT_EQ(all(headless.draw(state).semantics, Role::Alert).size(), 1U);
  EXPECT_TRUE(
      only<app::StartOverPressed>(headless.press(state, Role::Button, "Start again")).has_value());
}

TEST(SigningInScreen, OffersNoCheckOfAServerThatIsNotListed) {
  app::State state = signingInState();
  state.signIn.problem = app::Problem{oauth::ErrorCode::ServerNotListed, "clinic.example", {}};
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_EQ(find(tree, Role::Button, "Check the connection"), nullptr);
  const auto alerts = all(tree, Role::Alert);
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_NE(alerts.front()->name.find("clinic.example"), std::string::npos);
}

TEST(ConnectionCheckScreen, CopiesTheWholeReportAsText) {
  Headless headless;
  const app::State state = connectionCheckState();
  const auto copied =
      only<app::CopyRequested>(headless.press(state, Role::Button, "Copy the report"));
  ASSERT_TRUE(copied);
  EXPECT_NE(copied->text.find("Discovery document: wrong."), std::string::npos);
  EXPECT_NE(copied->text.find("https://risk.example.org/"), std::string::npos);
}

TEST(StartScreen, OffersToSignOutAtTheServerToo) {
  Headless headless;
  app::State state = startState();
  state.signedOut = app::SignedOut{.endSessionUrl = "https://ehr.example.org/logout"};
  const std::string name = "Sign out of " + state.configuration.ehrs.front().name + " too";
  EXPECT_TRUE(only<app::ServerSignOutPressed>(headless.press(state, Role::Button, name)));
  state.signedOut->endSessionUrl.clear();
  EXPECT_EQ(find(headless.draw(state).semantics, Role::Button, name), nullptr);
}

TEST(WorklistsScreen, OpensTheListThatWasPressed) {
  Headless headless;
  const Frame frame = headless.press(worklistsState(), Role::Button, "Diabetes clinic");
  const auto chosen = only<app::WorklistChosen>(frame);
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->reference, "List/l2");
}

TEST(WorklistsScreen, FindsAPatientWithTheButtonAndWithEnter) {
  Headless headless;
  const app::State state = worklistsState();
  const NodeId field = all(headless.draw(state).semantics, Role::SearchBox).front()->id;
  headless.draw(state, {{SemanticAction::Kind::SetText, field, "ngata", 0}});
  const auto pressed = only<app::PatientSearched>(headless.press(state, Role::Button, "Find"));
  ASSERT_TRUE(pressed.has_value());
  EXPECT_EQ(pressed->text, "ngata");
  // Who types fast has both in one frame.
  const Frame frame = headless.draw(state, {{SemanticAction::Kind::SetText, field, "lopez", 0},
                                            {SemanticAction::Kind::Activate, field, {}, 0}});
  const auto entered = only<app::PatientSearched>(frame);
  ASSERT_TRUE(entered.has_value());
  EXPECT_EQ(entered->text, "lopez");
}

TEST(WorklistsScreen, NothingThatIsBeingReadMovesTheSearch) {
  Headless headless;
  const app::State done = worklistsState();
  app::State reading = done;
  reading.worklists.lists.clear();
  reading.worklists.load.phase = app::LoadPhase::Loading;
  const Bounds before = all(headless.draw(reading).semantics, Role::SearchBox).front()->bounds;
  const Bounds after = all(headless.draw(done).semantics, Role::SearchBox).front()->bounds;
  EXPECT_EQ(before.top, after.top);
}

TEST(WorklistScreen, HasOneRowForEachPatientAndOneHeader) {
  Headless headless;
  EXPECT_EQ(all(headless.draw(worklistState(30)).semantics, Role::Row).size(), 31U);
}

TEST(WorklistScreen, OpensThePatientThatWasPressed) {
  Headless headless;
  const Frame frame = headless.press(worklistState(9), Role::Button, "Ngata, Mārama");
  const auto chosen = only<app::PatientChosen>(frame);
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->id, "p0");
}

TEST(WorklistScreen, SearchLeavesThoseWhoMatch) {
  app::State state = worklistState(9);
  Headless headless;
  const SemanticTree before = headless.draw(state).semantics;
  const NodeId field = all(before, Role::SearchBox).front()->id;
  const Frame after = headless.draw(state, {{SemanticAction::Kind::SetText, field, "ngata", 0}});
  EXPECT_EQ(all(after.semantics, Role::Row).size(), 2U);
}

TEST(WorklistScreen, ThousandsOfPatientsStayAFewNodes) {
  Headless headless;
  EXPECT_LT(headless.draw(worklistState(5000)).semantics.nodes.size(), 1000U);
}

TEST(Panels, AreModalAndCloseWithEscape) {
  app::State state = startState();
  state.panel = app::Panel::Settings;
  Headless headless;
  EXPECT_NE(headless.draw(state).semantics.modal, 0U);
  const Frame frame = headless.draw(state, {{SemanticAction::Kind::Dismiss, 0, {}, 0}});
  const auto toggled = only<app::PanelToggled>(frame);
  ASSERT_TRUE(toggled.has_value());
  EXPECT_EQ(toggled->panel, app::Panel::Settings);
}

TEST(Focus, BeginsAtTheHeadingOfANewScreenAndComesBackFromAPanel) {
  Headless headless;
  app::State state = startState();
  EXPECT_EQ(headless.drawOnce(state).semantics.moveFocusTo, 0U);
  state = patientState();
  SemanticTree tree = headless.drawOnce(state).semantics;
  EXPECT_EQ(tree.moveFocusTo, find(tree, Role::Heading, "Mārama Ngata")->id);

  const NodeId button = find(tree, Role::Button, "Settings")->id;
  headless.drawOnce(state, {{SemanticAction::Kind::Focus, button, {}, 0}});
  state.panel = app::Panel::Settings;
  tree = headless.drawOnce(state).semantics;
  EXPECT_EQ(tree.moveFocusTo, find(tree, Role::Heading, "Settings")->id);
  state.panel = app::Panel::None;
  EXPECT_EQ(headless.drawOnce(state).semantics.moveFocusTo, button);
}

TEST(SettingsPanel, ChangesOneSettingAndLeavesTheOthers) {
  app::State state = startState();
  state.panel = app::Panel::Settings;
  state.settings.textPercent = 150;
  Headless headless;
  const Frame frame = headless.press(state, Role::Radio, "Dark");
  const auto changed = only<app::SettingsChanged>(frame);
  ASSERT_TRUE(changed.has_value());
  EXPECT_EQ(changed->settings.theme, app::Theme::Dark);
  EXPECT_EQ(changed->settings.textPercent, 150);
}

TEST(SettingsPanel, OfferUnitsAndModels) {
  Headless headless;
  app::State state = startState();
  state.panel = app::Panel::Settings;
  const auto changed = [&](std::string_view option) {
    const Frame frame = headless.press(state, Role::Radio, option);
    const auto* event =
        frame.events.empty() ? nullptr : std::get_if<app::SettingsChanged>(&frame.events.front());
    return event == nullptr ? app::Settings{} : event->settings;
  };
  EXPECT_EQ(changed("lb, in").bodyUnit, app::BodyUnit::PoundsAndInches);
  EXPECT_EQ(changed("mmol/mol").hba1cUnit, app::Hba1cUnit::MillimolesPerMole);
  EXPECT_EQ(changed("Pooled cohort 2013").model, "pce-2013");
  EXPECT_EQ(changed("Moderate").riskRegion, risk::Region::Moderate);
}

TEST(Toast, OffersToUndoAReset) {
  app::State state = patientState();
  state.undoableReset = app::UndoableReset{.patient = "p1", .values = *state.patient->whatIf};
  Headless headless;
  EXPECT_TRUE(
      only<app::WhatIfResetUndone>(headless.press(state, Role::Button, "Undo")).has_value());
}

TEST(ForeignText, IsDrawnByTheBrowserAWordAtATime) {
  Headless headless;
  headless.draw(withName("محمد علي"));
  const auto& runs = headless.fallback.runs;
  EXPECT_NE(std::find(runs.begin(), runs.end(), "محمد علي"), runs.end());
}

}  // namespace
}  // namespace ui
