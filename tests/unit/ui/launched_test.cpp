// The app where another program brought the user: by a link, or in the EHR's own frame.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "../app/record_answers.h"
#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

constexpr std::string_view kShow = "Show birth date and identifier";

/// On the screen itself: what a hint says of a value's origin does not count.
bool shows(const SemanticTree& tree, std::string_view part) {
  return std::any_of(tree.nodes.begin(), tree.nodes.end(), [part](const SemanticNode& node) {
    return node.name.find(part) != std::string::npos;
  });
}

TEST(Invitation, PutsTheEhrOfTheLinkFirstAndSaysThatNothingWasSent) {
  app::State state = startState();
  state.configuration.ehrs.push_back(state.configuration.ehrs.front());
  state.configuration.ehrs.back().name = "Second EHR";
  state.invitedTo = 1;
  Headless headless;
  const Frame frame = headless.draw(state);
  EXPECT_TRUE(shows(frame.semantics, "This link leads to Second EHR"));
  const auto buttons = all(frame.semantics, Role::Button);
  const auto at = [&](std::string_view name) {
    std::size_t i = 0;
    while (i < buttons.size() && buttons[i]->name != name)
      ++i;
    return i;
  };
  EXPECT_LT(at("Sign in to Second EHR"), at("Sign in to Demo EHR"));
  ASSERT_LT(at("Sign in to Demo EHR"), buttons.size());
  const Frame pressed = headless.press(state, Role::Button, "Sign in to Second EHR");
  ASSERT_EQ(pressed.events.size(), 1U);
  EXPECT_EQ(std::get<app::SignInPressed>(pressed.events.front()).ehr, 1U);
}

/// Ana Lopez, for whom the EHR opened the app in a frame that shows who she is.
app::State framedState() {
  harness::Browser leaving;
  harness::Browser browser = harness::returned(harness::leaveToSignIn(
      leaving, app::UserKind::Clinician, "iss=https%3A%2F%2Fehr.example%2Ffhir&launch=x"));
  browser.answers(
      "/token", 200,
      harness::tokenText(R"("patient":"p1","need_patient_banner":false,)", "launch patient/*.rs"));
  browser.answers("/Patient/p1", 200, harness::patientText());
  browser.answers("Observation?", 200, harness::exampleObservations());
  harness::answerTheRest(browser);
  return browser.state;
}

TEST(PatientBanner, LeavesWhatTheEhrShowsOnePressAway) {
  for (const float width : {1440.0F, 820.0F, 360.0F}) {
    Headless headless;
    headless.viewport.width = width;
    app::State state = framedState();
    const Frame compact = headless.draw(state);
    EXPECT_NE(find(compact.semantics, Role::Heading, "Ana Lopez"), nullptr) << width;
    EXPECT_FALSE(shows(compact.semantics, "1965")) << width;
    const Frame pressed = headless.press(state, Role::Button, kShow);
    ASSERT_EQ(pressed.events.size(), 1U) << width;
    EXPECT_TRUE(std::holds_alternative<app::ParticularsRequested>(pressed.events.front()));
    state.patient->showsParticulars = true;
    const Frame whole = headless.draw(state);
    EXPECT_TRUE(shows(whole.semantics, "1965")) << width;
    EXPECT_EQ(find(whole.semantics, Role::Button, kShow), nullptr) << width;
  }
}

TEST(PatientBanner, KeepsIdentityOnThePrintedSheet) {
  Headless headless;
  const Frame frame = headless.press(framedState(), Role::Button, "Print");
  ASSERT_EQ(frame.events.size(), 1U);
  bool isNamed = false;
  for (const auto& block : std::get<app::PrintRequested>(frame.events.front()).document.blocks) {
    const auto* paragraph = std::get_if<app::DocumentParagraph>(&block);
    isNamed = isNamed || (paragraph != nullptr && paragraph->text.find("Ana Lopez") == 0 &&
                          paragraph->text.find("1965") != std::string::npos);
  }
  EXPECT_TRUE(isNamed);
}

}  // namespace
}  // namespace ui
