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

/// The one event of a frame; empty when there is another, or not exactly one.
template <typename EventType>
std::optional<EventType> only(const Frame& frame) {
  EXPECT_EQ(frame.events.size(), 1U);
  if (frame.events.empty()) return std::nullopt;
  const auto* event = std::get_if<EventType>(&frame.events.front());
  return event == nullptr ? std::nullopt : std::optional<EventType>(*event);
}

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

TEST(PatientScreen, DoesNotTakeWhatIsSaidOfThePersonForARemarkOnTheAge) {
  app::State state = patientState();
  state.patient->record->findings = {
      {fhir::Severity::Warning, fhir::FindingCode::Race, "Patient/p1", "Race is not recorded."}};
  state.patient->record->numbers[static_cast<std::size_t>(fhir::Fact::Age)]->origin.sources = {
      "Patient/p1"};
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_NE(find(tree, Role::ListItem, "Race is not recorded."), nullptr);
}

TEST(PatientScreen, GathersEveryAssumedNoInOneRemark) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const auto items = all(tree, Role::ListItem);
  const auto assumed = [](const SemanticNode* item) {
    return item->name.find("\"no\" is assumed") != std::string::npos;
  };
  ASSERT_EQ(std::count_if(items.begin(), items.end(), assumed), 1);
  const std::string& words = (*std::find_if(items.begin(), items.end(), assumed))->name;
  for (const std::string_view fact : {"Diabetes", "Statin", "Prior cardiovascular disease"})
    EXPECT_NE(words.find(fact), std::string::npos) << fact << " in: " << words;
}

TEST(PatientScreen, SaysNothingOfAssumptionsWhereNoneWasMade) {
  app::State state = patientState();
  for (auto& answer : state.patient->record->answers) {
    if (answer) answer->assumed = false;
  }
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  for (const SemanticNode* item : all(tree, Role::ListItem))
    EXPECT_EQ(item->name.find("is assumed"), std::string::npos) << item->name;
}

TEST(WorklistsScreen, OpensTheListThatWasPressed) {
  Headless headless;
  const Frame frame = headless.press(worklistsState(), Role::Button, "Diabetes clinic");
  const auto chosen = only<app::WorklistChosen>(frame);
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->reference, "List/l2");
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

TEST(PatientScreen, NameIsTheHeadingAndTheRiskIsAStatus) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const SemanticNode* name = find(tree, Role::Heading, "Mārama Ngata");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->level, 1);
  const SemanticNode* risk = find(tree, Role::Status, "10-year risk");
  ASSERT_NE(risk, nullptr);
  // D'Agostino 2008, women, lipids: 51 years, TC 209, HDL 50, SBP 136 treated, smoker: 13.6 %.
  EXPECT_TRUE(risk->value.starts_with("14 %")) << risk->value;
}

TEST(PatientScreen, SaysOfWhatAndForHowLongTheRiskIs) {
  Headless headless;
  std::string words;
  for (const SemanticNode& node : headless.draw(patientState()).semantics.nodes) {
    words += node.name + "\n";
  }
  EXPECT_NE(words.find("Framingham general CVD, with lipids (2008): any cardiovascular event, 10 "
                       "years."),
            std::string::npos);
  EXPECT_NE(words.find("not a certified medical device"), std::string::npos);
}

TEST(PatientScreen, EveryPictureHasWords) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const auto pictures = all(tree, Role::Image);
  EXPECT_GE(pictures.size(), 3U);
  for (const SemanticNode* picture : pictures)
    EXPECT_FALSE(picture->name.empty());
}

TEST(PatientScreen, WithoutANumberSaysWhatIsMissingAndTheRange) {
  app::State state = patientState();
  state.patient->record->numbers[2].reset();
  assess(*state.patient);
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* status = find(tree, Role::Status, "10-year risk");
  ASSERT_NE(status, nullptr);
  EXPECT_EQ(status->value.find('%'), std::string::npos);
  EXPECT_NE(find(tree, Role::Text, "• HDL cholesterol: missing"), nullptr);
}

TEST(PatientScreen, NamesWhatCouldNotBeReadAndRetriesIt) {
  Headless headless;
  const SemanticTree tree = headless.draw(partialState()).semantics;
  ASSERT_EQ(all(tree, Role::Alert).size(), 1U);
  EXPECT_TRUE(all(tree, Role::Alert).front()->name.starts_with("Conditions could not be read"));
  const auto retry = only<app::RetryPressed>(headless.press(partialState(), Role::Button, "Retry"));
  ASSERT_TRUE(retry.has_value());
  EXPECT_EQ(retry->kind, fhir::RecordKind::Condition);
}

TEST(PatientScreen, TabsAreChosen) {
  Headless headless;
  const Frame frame = headless.press(patientState(), Role::Tab, "What if");
  const auto chosen = only<app::PatientTabChosen>(frame);
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->tab, app::PatientTab::WhatIf);
}

TEST(WhatIfTab, MovesOneValueAndLeavesTheOthers) {
  app::State state = patientState();
  state.patient->tab = app::PatientTab::WhatIf;
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* slider = find(tree, Role::Slider, "Systolic blood pressure");
  ASSERT_NE(slider, nullptr);
  const Frame frame =
      headless.draw(state, {{SemanticAction::Kind::SetNumber, slider->id, {}, 125}});
  const auto changed = only<app::WhatIfChanged>(frame);
  ASSERT_TRUE(changed.has_value());
  EXPECT_EQ(changed->inputs.systolicBloodPressure, risk::MmHg(125));
  EXPECT_EQ(changed->inputs.totalCholesterol, state.patient->assessment->inputs.totalCholesterol);
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

TEST(FactorsTable, TellsWhereEachValueComesFrom) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const SemanticNode* origin = find(tree, Role::Button, "Where this comes from: Total cholesterol");
  ASSERT_NE(origin, nullptr);
  EXPECT_NE(origin->description.find("Observation/14647-2 · final · LOINC 14647-2"),
            std::string::npos)
      << origin->description;
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
