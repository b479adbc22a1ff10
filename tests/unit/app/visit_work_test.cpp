// What was said and tried at the desk, on its way to the authorization server and back.
#include "app/visit_work.h"

#include <gtest/gtest.h>

#include "save_journey.h"

namespace {

using app::Answers;
using harness::Browser;
using risk::Input;
using risk::Therapy;

const std::string kMembers = R"("patient":"p1",)";

/// The example's record but for the smoking, which has to be asked for.
void answerAllButSmoking(Browser& browser) {
  using harness::observation;
  using harness::quantity;
  browser.answers("/Patient/p1", 200, harness::patientText());
  browser.answers("Observation?", 200,
                  harness::searchset({observation("o1", "2093-3", quantity("180", "mg/dL")),
                                      observation("o2", "2085-9", quantity("47", "mg/dL")),
                                      observation("o3", "8480-6", quantity("124", "mm[Hg]"))}));
  harness::answerTheRest(browser);
}

Browser reading() {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, app::UserKind::Patient));
  browser.answers("/token", 200, harness::tokenText(kMembers, harness::kPatientScopes));
  answerAllButSmoking(browser);
  return browser;
}

/// Says that the patient smokes, then tries what else could be.
Browser withWork() {
  Browser browser = reading();
  browser.happens(app::QuestionAnswered{Input::Smoker, 1.0});
  risk::Inputs tried = browser.state.patient->assessment->inputs;
  tried.smoking = risk::Smoking::Former;
  tried.systolicBloodPressure = risk::MmHg(115);
  browser.happens(app::WhatIfChanged{tried, {Therapy::HighIntensityStatin}});
  return browser;
}

Browser backFrom(const harness::Return& back, std::string_view scopes = harness::kSavingScopes) {
  Browser browser = harness::returned(back);
  browser.answers("/token", 200, harness::tokenText(kMembers, scopes));
  return browser;
}

TEST(VisitWork, SurvivesTheWayToTheAuthorizationServerAndBack) {
  Browser leaving = withWork();
  const app::WhatIf before = *leaving.state.patient->whatIf;
  Browser browser = backFrom(harness::leaveToSave(leaving));
  answerAllButSmoking(browser);
  const app::PatientView& patient = *browser.state.patient;
  EXPECT_EQ(patient.answers, (Answers{{Input::Smoker, 1.0}}));
  EXPECT_TRUE(patient.assessment->isAnswered(Input::Smoker));
  EXPECT_EQ(patient.whatIf->inputs, before.inputs);
  EXPECT_EQ(patient.whatIf->therapies, before.therapies);
  ASSERT_TRUE(patient.whatIf->benefit);
  EXPECT_EQ(patient.whatIf->benefit->after.value(), before.benefit->after.value());
  ASSERT_TRUE(patient.save) << "without the answer there is no number to save";
  EXPECT_EQ(patient.save->step, app::SaveStep::Preview);
}

TEST(VisitWork, HoldsNothingOfTheRecord) {
  Browser leaving = withWork();
  const auto back = harness::leaveToSave(leaving);
  const auto pending = oauth::parseTransaction(back.record.value);
  ASSERT_TRUE(pending.ok());
  EXPECT_EQ((*pending)->continuation->work,
            "answer.smoker=1&tried.smoker=0&tried.systolicBloodPressure=115.000000000"
            "&therapy.high-intensity-statin=1");
}

TEST(VisitWork, IsEmptyWhereNothingWasSaidOrTried) {
  Browser leaving = harness::readingPatient();
  const auto pending = oauth::parseTransaction(harness::leaveToSave(leaving).record.value);
  ASSERT_TRUE(pending.ok());
  EXPECT_EQ((*pending)->continuation->work, "");
}

TEST(VisitWork, IsNeverTakenForWhatTheRecordSays) {
  Browser leaving = withWork();
  Browser browser = backFrom(harness::leaveToSave(leaving));
  std::string observations = harness::exampleObservations();
  observations.replace(observations.find("449868002"), 9, "266919005");  // never smoked
  browser.answers("/Patient/p1", 200, harness::patientText());
  browser.answers("Observation?", 200, observations);
  harness::answerTheRest(browser);
  const app::PatientView& patient = *browser.state.patient;
  EXPECT_FALSE(patient.assessment->isAnswered(Input::Smoker));
  EXPECT_EQ(patient.assessment->inputs.smoking, risk::Smoking::Never);
  EXPECT_EQ(patient.whatIf->inputs.smoking, risk::Smoking::Never);
}

TEST(VisitWork, IsNotCarriedToAnotherPatient) {
  Browser leaving = withWork();
  Browser browser = backFrom(harness::leaveToSave(leaving));
  browser.happens(app::PatientChosen{"p2"});
  EXPECT_TRUE(browser.state.patient->answers.empty());
  EXPECT_FALSE(browser.state.patient->leftWith);

  Browser again = withWork();
  Browser other = harness::returned(harness::leaveToSave(again));
  other.answers("/token", 200, harness::tokenText(R"("patient":"p2",)", harness::kSavingScopes));
  EXPECT_FALSE(other.state.patient);
}

TEST(VisitWork, SurvivesAPatientThatCouldNotBeReadAtFirst) {
  Browser leaving = withWork();
  Browser browser = backFrom(harness::leaveToSave(leaving));
  browser.answers("/Patient/p1", 404, "");
  browser.happens(app::RetryPressed{fhir::RecordKind::Patient});
  answerAllButSmoking(browser);
  EXPECT_EQ(browser.state.patient->answers, (Answers{{Input::Smoker, 1.0}}));
  EXPECT_EQ(browser.state.patient->whatIf->inputs.systolicBloodPressure, risk::MmHg(115));
  EXPECT_TRUE(browser.state.patient->save);
}

TEST(VisitWork, SurvivesAPermissionThatIsRefused) {
  Browser leaving = withWork();
  const auto back = harness::leaveToSave(leaving);
  Browser refused;
  refused.happens(
      app::Started{.pageUrl = std::string(harness::kAppUrl),
                   .query = "error=access_denied&iss=https%3A%2F%2Fehr.example&state=" + back.state,
                   .pendingAuthorizations = {back.record}});
  refused.answers("config.json", 200, harness::configurationText());
  refused.happens(app::ReturnToPatientPressed{});
  Browser browser = backFrom(harness::leaveToAllow(refused), harness::kPatientScopes);
  answerAllButSmoking(browser);
  EXPECT_EQ(browser.state.patient->answers, (Answers{{Input::Smoker, 1.0}}));
  EXPECT_EQ(browser.state.patient->whatIf->therapies,
            std::vector<Therapy>{Therapy::HighIntensityStatin});
  EXPECT_FALSE(browser.state.patient->save);
}

TEST(VisitWork, ComesBackAsItWasWritten) {
  const app::VisitWork work{.answers = {{Input::Sex, 1.0},
                                        {Input::Smoker, 0.0},
                                        {Input::Diabetes, 1.0},
                                        {Input::BloodPressureTreated, 0.0},
                                        {Input::Statin, 1.0},
                                        {Input::PriorCardiovascularDisease, 0.0}},
                            .tried = {{Input::Smoker, 0.0},
                                      {Input::SystolicBloodPressure, 200.0},
                                      {Input::TotalCholesterol, 193.348801237},
                                      {Input::HdlCholesterol, 54.137664346},
                                      {Input::BodyMassIndex, 22.5}},
                            .therapies = {Therapy::ModerateIntensityStatin, Therapy::Aspirin,
                                          Therapy::MediterraneanDiet, Therapy::PhysicalActivity}};
  const std::string text = serialise(work);
  EXPECT_EQ(app::parseVisitWork(text), work);
  EXPECT_LE(text.size(), 1024U) << "what a transaction takes";
  EXPECT_EQ(app::parseVisitWork(""), app::VisitWork());
}

TEST(VisitWork, IsRefusedAsAWholeWhereAPartOfItIsNotOurs) {
  for (const char* text : {"answer.smoker",
                           "answer.smoker=",
                           "answer.smoker=2",
                           "answer.smoker=yes",
                           "answer.smoker=1&answer.smoker=0",
                           "answer.age=1",
                           "answer.=1",
                           "smoker=1",
                           "tried.smoker=1",
                           "tried.age=50.0",
                           "tried.systolicBloodPressure=1e2",
                           "tried.systolicBloodPressure=120",
                           "tried.systolicBloodPressure=-120.0",
                           "tried.systolicBloodPressure=39.9",
                           "tried.systolicBloodPressure=351.0",
                           "tried.systolicBloodPressure=120.0000000000001",
                           "tried.systolicBloodPressure=.",
                           "tried.systolicBloodPressure=nan",
                           "therapy.aspirin=0",
                           "therapy.prayer=1",
                           "&answer.smoker=1",
                           "answer.smoker=1&x"}) {
    EXPECT_FALSE(app::parseVisitWork(text)) << text;
  }
}

}  // namespace
