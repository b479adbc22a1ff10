#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

app::State previewState() {
  app::State state = patientState();
  app::Save save;
  save.assessment.patientId = "p1";
  save.assessment.encounterId = "e1";
  save.assessment.performer = "Practitioner/d1";
  save.assessment.occurredAt = "2026-11-23T10:00:00+13:00";
  save.assessment.modelId = "framingham-2008-lipid";
  save.assessment.modelTitle = "Framingham general CVD, with lipids (2008)";
  save.assessment.outcome = "general-cvd";
  save.assessment.outcomeTitle = "Total cardiovascular disease";
  save.assessment.age = 51;
  save.assessment.probability = 0.14321;
  save.assessment.band = "intermediate";
  save.assessment.basis = {"Patient/p1", "Observation/o1"};
  save.assessment.inputs = {{"total cholesterol", "180 mg/dL", "Observation/o1, 2026-10-01"}};
  save.performerName = "Dr Aroha Williams";
  save.riskAssessment = fhir::riskAssessment(save.assessment);
  state.patient->save = save;
  state.panel = app::Panel::Save;
  return state;
}

app::State failedState(app::SaveFailureCode code, const std::string& detail) {
  app::State state = previewState();
  state.patient->save->step = app::SaveStep::Failed;
  state.patient->save->failure = app::SaveFailure{code, detail};
  return state;
}

template <typename EventType>
bool asksFor(const Frame& frame) {
  return frame.events.size() == 1 && std::holds_alternative<EventType>(frame.events.front());
}

TEST(SavePanel, SaysEveryThingThatWillBeWritten) {
  Headless headless;
  const std::string text = spoken(headless.draw(previewState()).semantics);
  for (const char* part :
       {"Patient/p1", "Encounter/e1", "Framingham general CVD, with lipids (2008)",
        "Total cardiovascular disease", "10 years, from age 51 to 61", "14.3210", "intermediate",
        "Dr Aroha Williams (Practitioner/d1)", "23 Nov 2026, 10:00", "2026-11-23T10:00:00+13:00",
        "total cholesterol: 180 mg/dL, Observation/o1, 2026-10-01", "2 resources"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

TEST(SavePanel, IsConfirmedOrCancelledByItsButtons) {
  Headless headless;
  const app::State state = previewState();
  EXPECT_TRUE(asksFor<app::SaveConfirmed>(headless.press(state, Role::Button, "Save to record")));
  EXPECT_TRUE(asksFor<app::PanelToggled>(headless.press(state, Role::Button, "Cancel")));
  EXPECT_TRUE(
      asksFor<app::SaveResourceToggled>(headless.press(state, Role::Button, "Show as JSON")));
}

TEST(SavePanel, ShowsTheResourceItselfOnRequest) {
  Headless headless;
  app::State state = previewState();
  EXPECT_EQ(spoken(headless.draw(state).semantics).find("probabilityDecimal"), std::string::npos);
  state.patient->save->showsResource = true;
  EXPECT_NE(spoken(headless.draw(state).semantics).find("probabilityDecimal"), std::string::npos);
}

TEST(SavePanel, AnnouncesWhatTheServerHolds) {
  Headless headless;
  app::State state = previewState();
  state.patient->save->step = app::SaveStep::Saved;
  state.patient->save->saved = {{"RiskAssessment/r1", false, "{}"}, {"", true, ""}};
  const Frame frame = headless.draw(state);
  std::string statuses;
  for (const SemanticNode* node : all(frame.semantics, Role::Status))
    statuses += node->name + " " + node->value;
  EXPECT_NE(statuses.find("Saved to the record: RiskAssessment/r1"), std::string::npos);
  EXPECT_NE(statuses.find("already saved"), std::string::npos);
}

TEST(SavePanel, ShowsTheServersWordsAsPlainTextInAnAlert) {
  Headless headless;
  const app::State state = failedState(app::SaveFailureCode::Refused, "%s%n ## <b>no</b>");
  const Frame frame = headless.draw(state);
  EXPECT_FALSE(all(frame.semantics, Role::Alert).empty());
  EXPECT_NE(spoken(frame.semantics).find("%s%n ## <b>no</b>"), std::string::npos);
  EXPECT_TRUE(asksFor<app::SaveRetried>(headless.press(state, Role::Button, "Retry")));
}

TEST(SavePanel, OffersNoRetryWhereItCouldOnlyDoHarm) {
  Headless headless;
  for (const auto code : {app::SaveFailureCode::WrongSubject, app::SaveFailureCode::NotOffered}) {
    const Frame frame = headless.draw(failedState(code, ""));
    EXPECT_EQ(find(frame.semantics, Role::Button, "Retry"), nullptr);
    EXPECT_FALSE(all(frame.semantics, Role::Alert).empty());
  }
}

TEST(SavePanel, ExplainsWhyTheUserLeavesForTheRecordSystem) {
  Headless headless;
  app::State state = previewState();
  state.patient->save->step = app::SaveStep::AskingPermission;
  EXPECT_NE(spoken(headless.draw(state).semantics)
                .find("Your record system will ask you to allow saving"),
            std::string::npos);
  EXPECT_TRUE(asksFor<app::PermissionAccepted>(
      headless.press(state, Role::Button, "Continue to the record system")));
}

TEST(DemonstrationPanel, AsksBeforeAnythingIsWritten) {
  Headless headless;
  app::State state = patientState();
  state.patient->demonstration = app::Demonstration{};
  state.panel = app::Panel::DemonstrationData;
  EXPECT_TRUE(asksFor<app::DemonstrationDataConfirmed>(
      headless.press(state, Role::Button, "Add demonstration data")));
}

}  // namespace
}  // namespace ui
