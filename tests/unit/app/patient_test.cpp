#include <gtest/gtest.h>

#include <cmath>

#include "harness.h"
#include "record_answers.h"

namespace {

using app::LoadPhase;
using app::ProblemCode;
using fhir::RecordKind;
using harness::Browser;

using harness::answerTheRest;
using harness::exampleObservations;
using harness::kExampleRisk;
using harness::kSmoker;
using harness::observation;
using harness::patientText;
using harness::quantity;
using harness::searchset;

LoadPhase phase(const Browser& browser, RecordKind kind) {
  return browser.state.patient->kind(kind).load.phase;
}

double headline(const Browser& browser) {
  const auto& result = browser.state.patient->assessment->headlineResult().result;
  return result.ok() ? result->risk.value() : -1;
}

bool headlineIsMissing(const Browser& browser, risk::Input input) {
  const auto& result = browser.state.patient->assessment->headlineResult().result;
  if (result.ok() || result.error().reason != risk::Reason::Missing) return false;
  for (const auto& obstacle : result.error().obstacles) {
    if (obstacle.input == input) return true;
  }
  return false;
}

TEST(Patient, GivesThePublishedRiskOnceEverythingIsRead) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  EXPECT_FALSE(browser.state.patient->assessment) << "no number on half of the data";
  answerTheRest(browser);
  ASSERT_TRUE(browser.state.patient->assessment);
  EXPECT_NEAR(headline(browser), kExampleRisk, 1e-12);
  EXPECT_EQ(browser.state.patient->record->patient.name, "Ana Lopez");
}

TEST(Patient, AsksForEveryKindAtOnce) {
  Browser browser = harness::signedInAsPatient();
  EXPECT_EQ(browser.requests.size(), fhir::kRecordKinds.size());
}

TEST(Patient, FollowsPagesToTheLast) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200,
                  searchset({observation("o1", "2093-3", quantity("180", "mg/dL")),
                             observation("o2", "2085-9", quantity("47", "mg/dL"))},
                            "https://ehr.example/fhir/Observation?page=2"));
  EXPECT_EQ(phase(browser, RecordKind::Observation), LoadPhase::Loading);
  browser.answers("page=2", 200,
                  searchset({observation("o3", "8480-6", quantity("124", "mm[Hg]")),
                             observation("o4", "72166-2", kSmoker)}));
  answerTheRest(browser);
  EXPECT_NEAR(headline(browser), kExampleRisk, 1e-12);
}

TEST(Patient, SendsTheTokenNowhereElseForANextPage) {
  for (const char* next :
       {"https://evil.example/fhir/Observation?page=2",
        "http://ehr.example/fhir/Observation?page=2",
        "https://ehr.example:8443/fhir/Observation?page=2", "//evil.example/fhir/x",
        "https://ehr.example/fhir-evil/Observation?page=2",
        "https://ehr.example/fhir/../admin?page=2"}) {
    Browser browser = harness::signedInAsPatient();
    browser.answers("Observation?", 200, searchset({}, next));
    EXPECT_FALSE(browser.isAsked("page=2")) << next;
    EXPECT_FALSE(browser.isAsked("evil")) << next;
    EXPECT_TRUE(browser.state.patient->kind(RecordKind::Observation).load.problem) << next;
  }
}

TEST(Patient, TakesAFailedConditionSearchAsUnknownNotAsNoDiabetes) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  while (browser.answers("Condition?", 403, "")) {
  }
  answerTheRest(browser);
  EXPECT_EQ(phase(browser, RecordKind::Condition), LoadPhase::Failed);
  EXPECT_EQ(
      std::get<ProblemCode>(browser.state.patient->kind(RecordKind::Condition).load.problem->cause),
      ProblemCode::NotPermitted);
  ASSERT_TRUE(browser.state.patient->assessment);
  EXPECT_TRUE(headlineIsMissing(browser, risk::Input::Diabetes));
}

TEST(Patient, GivesTheModelsThoughTheProceduresWereCutShort) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  browser.answers("Procedure?", 200, searchset({}, "https://evil.example/fhir/Procedure?page=2"));
  answerTheRest(browser);
  EXPECT_EQ(browser.state.patient->record->completenessOf(RecordKind::Procedure),
            fhir::Completeness::CutShort);
  EXPECT_TRUE(browser.state.patient->record->isPartial());
  EXPECT_NEAR(headline(browser), kExampleRisk, 1e-12);
}

TEST(Patient, IsCutShortByAServerThatTakesAMinuteForItsPages) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  answerTheRest(browser);
  int pages = 0;
  do {
    browser.passes(std::chrono::seconds(25));
    ++pages;
  } while (pages < 9 && browser.answers("Observation?", 200,
                                        searchset({observation("o4", "72166-2", kSmoker)},
                                                  "https://ehr.example/fhir/Observation?page=" +
                                                      std::to_string(pages))));
  EXPECT_EQ(pages, 4) << "three pages take 75 seconds";
  EXPECT_EQ(browser.state.patient->record->completenessOf(RecordKind::Observation),
            fhir::Completeness::CutShort);
  EXPECT_TRUE(browser.state.patient->record->isTrue(fhir::Fact::Smoker));
}

TEST(Patient, IsCutShortByALinkThatIsLongerThanIsHeld) {
  // The reader holds 16 KiB of a link: what is left of a longer one must not pass for an address.
  for (const std::size_t length : {9U * 1024U, 16U * 1024U, 20U * 1024U, 1024U * 1024U}) {
    for (const std::string start :
         {"https://ehr.example/fhir/Observation?page=", "?page=", "page/"}) {
      Browser browser = harness::signedInAsPatient();
      browser.answers("/Patient/p1", 200, patientText());
      const std::string next = start + std::string(length, '2');
      browser.answers("Observation?", 200,
                      searchset({observation("o4", "72166-2", kSmoker)}, next));
      answerTheRest(browser);
      EXPECT_FALSE(browser.isAsked("2222")) << start << length;
      EXPECT_EQ(browser.state.patient->record->completenessOf(RecordKind::Observation),
                fhir::Completeness::CutShort);
    }
  }
}

TEST(Patient, ReadsAFailedKindAgainOnRetry) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  browser.fails("Condition?", net::TransportError::Unreachable);
  answerTheRest(browser);
  browser.happens(app::RetryPressed{RecordKind::Condition});
  EXPECT_FALSE(browser.state.patient->assessment) << "the old result is not shown meanwhile";
  browser.answers("Condition?", 200, searchset({}));
  EXPECT_NEAR(headline(browser), kExampleRisk, 1e-12);
}

TEST(Patient, TriesASimplerSearchWhereTheServerRefusesTheExactOne) {
  Browser browser = harness::signedInAsPatient();
  const auto exact = browser.takeRequest("Observation?");
  ASSERT_TRUE(exact);
  browser.happens(app::ResponseReceived{exact->id, {.status = 400, .headers = {}, .body = ""}});
  const auto simpler = browser.takeRequest("Observation?");
  ASSERT_TRUE(simpler);
  EXPECT_NE(simpler->request.url, exact->request.url);
}

TEST(Patient, DoesWithoutKindsThatTheServerDoesNotHave) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  while (browser.answers("MedicationStatement?", 404, "")) {
  }
  answerTheRest(browser);
  EXPECT_EQ(phase(browser, RecordKind::MedicationStatement), LoadPhase::Done);
  EXPECT_NEAR(headline(browser), kExampleRisk, 1e-12);
}

TEST(Patient, StopsAtOnceWhenTheServerAnswersWithSomebodyElse) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("Observation?", 200, exampleObservations());
  browser.answers("/Patient/p1", 200, patientText("p2"));
  EXPECT_TRUE(browser.requests.empty());
  EXPECT_FALSE(browser.state.patient->record);
  EXPECT_EQ(std::get<fhir::AnswerErrorCode>(
                browser.state.patient->kind(RecordKind::Patient).load.problem->cause),
            fhir::AnswerErrorCode::WrongPatient);
}

TEST(Patient, NamesAKindThatWasNotGranted) {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, app::UserKind::Patient));
  browser.answers("/token", 200,
                  harness::tokenText(R"("patient":"p1",)",
                                     "launch/patient patient/Patient.rs patient/Observation.rs "
                                     "patient/MedicationRequest.rs patient/Procedure.rs"));
  EXPECT_FALSE(browser.isAsked("Condition?"));
  EXPECT_EQ(phase(browser, RecordKind::Condition), LoadPhase::Failed);
  EXPECT_EQ(phase(browser, RecordKind::RiskAssessment), LoadPhase::Done);
}

TEST(Patient, Row60APermissionForAPartIsNotTakenForTheWhole) {
  std::string scopes(harness::kPatientScopes);
  const std::string whole = "patient/Condition.rs";
  scopes.replace(scopes.find(whole), whole.size(), whole + "?category=problem-list-item");
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, app::UserKind::Patient));
  browser.answers("/token", 200, harness::tokenText(R"("patient":"p1",)", scopes));
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  answerTheRest(browser);
  ASSERT_TRUE(browser.state.patient->record);
  EXPECT_EQ(browser.state.patient->record->completenessOf(RecordKind::Condition),
            fhir::Completeness::CutShort);
  EXPECT_TRUE(headlineIsMissing(browser, risk::Input::Diabetes));
}

TEST(Patient, OffersTheBodyMassIndexModelWhereOnlyCholesterolIsMissing) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200,
                  searchset({observation("o3", "8480-6", quantity("124", "mm[Hg]")),
                             observation("o4", "72166-2", kSmoker),
                             observation("o5", "39156-5", quantity("24.3", "kg/m2"))}));
  answerTheRest(browser);
  const auto& assessment = *browser.state.patient->assessment;
  EXPECT_TRUE(assessment.withoutLipids);
  EXPECT_EQ(assessment.headlineResult().model->id, "framingham-2008-bmi");
  EXPECT_TRUE(assessment.interval) << "and what the lipid model could give";
}

/// The example's woman, read completely.
Browser withExample() {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  answerTheRest(browser);
  return browser;
}

TEST(WhatIf, BeginsWithNothingChanged) {
  const Browser browser = withExample();
  const auto& view = *browser.state.patient;
  ASSERT_TRUE(view.whatIf && view.whatIf->benefit);
  EXPECT_TRUE(view.whatIf->isUnchanged(view.assessment->inputs));
  EXPECT_EQ(view.whatIf->benefit->absoluteReduction.value(), 0.0);
}

TEST(WhatIf, ShowsWhatNotSmokingWouldMeanAndLeavesTheRecordAlone) {
  Browser browser = withExample();
  risk::Inputs tried = browser.state.patient->assessment->inputs;
  tried.smoking = risk::Smoking::Former;
  browser.happens(app::WhatIfChanged{tried, {}});
  const auto& benefit = *browser.state.patient->whatIf->benefit;
  // 1 - 0.95012^(exp(LP - 0.52873)) for the example's linear predictor (D'Agostino 2008, table 2).
  const double lower = 1 - std::pow(1 - kExampleRisk, std::exp(-0.52873));
  EXPECT_NEAR(benefit.after.value(), lower, 1e-12);
  EXPECT_NEAR(headline(browser), kExampleRisk, 1e-12);
  browser.happens(app::WhatIfReset{});
  EXPECT_EQ(browser.state.patient->whatIf->benefit->after.value(),
            browser.state.patient->whatIf->benefit->before.value());
}

TEST(WhatIf, ComesBackWhenItsResetIsUndoneInTime) {
  Browser browser = withExample();
  risk::Inputs tried = browser.state.patient->assessment->inputs;
  tried.smoking = risk::Smoking::Former;
  browser.happens(app::WhatIfChanged{tried, {}});
  browser.happens(app::WhatIfReset{});
  ASSERT_TRUE(browser.state.undoableReset);
  browser.happens(app::WhatIfResetUndone{});
  EXPECT_EQ(browser.state.patient->whatIf->inputs, tried);
  EXPECT_FALSE(browser.state.undoableReset);
}

TEST(WhatIf, StopsOfferingToUndoAfterAWhile) {
  Browser browser = withExample();
  browser.happens(app::WhatIfReset{});
  browser.passes(std::chrono::seconds(9));
  browser.happens(app::DeadlineReached{});
  EXPECT_FALSE(browser.state.undoableReset);
}

TEST(WhatIf, GivesNoNumberForValuesThatTheModelDoesNotCover) {
  Browser browser = withExample();
  risk::Inputs tried = browser.state.patient->assessment->inputs;
  tried.systolicBloodPressure = risk::MmHg(260);
  browser.happens(app::WhatIfChanged{tried, {}});
  EXPECT_FALSE(browser.state.patient->whatIf->benefit);
}

TEST(Patient, IgnoresAnswersThatConcernThePatientBefore) {
  Browser browser = harness::signedInAsClinician();
  browser.happens(app::PatientChosen{"p1"});
  const auto late = browser.takeRequest("Patient/p1");
  ASSERT_TRUE(late);
  browser.happens(app::PatientChosen{"p2"});
  browser.happens(
      app::ResponseReceived{late->id, {.status = 200, .headers = {}, .body = patientText("p1")}});
  EXPECT_EQ(browser.state.patient->id, "p2");
  EXPECT_FALSE(browser.state.patient->record);
}

TEST(Patient, OpensNoPatientWhoseIdCouldClimbThePath) {
  Browser browser = harness::signedInAsClinician();
  const std::size_t before = browser.requests.size();
  for (const char* id : {"..", "../Patient", "a?b", ""}) {
    browser.happens(app::PatientChosen{id});
    EXPECT_FALSE(browser.state.patient) << id;
  }
  EXPECT_EQ(browser.requests.size(), before);
}

TEST(Patient, UnderstandsAnErrorPageInPlaceOfData) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("Observation?", 200, "<html>gateway</html>", {{"content-type", "text/html"}});
  EXPECT_EQ(phase(browser, RecordKind::Observation), LoadPhase::Failed);
  EXPECT_EQ(std::get<fhir::AnswerErrorCode>(
                browser.state.patient->kind(RecordKind::Observation).load.problem->cause),
            fhir::AnswerErrorCode::Html);
}

TEST(Patient, IsAssessedByTheModelThatIsChosen) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  answerTheRest(browser);
  const double general = headline(browser);
  app::Settings settings = browser.state.settings;
  settings.model = "pce-2013";
  browser.happens(app::SettingsChanged{settings});
  const app::Assessment& assessment = *browser.state.patient->assessment;
  EXPECT_EQ(assessment.headlineResult().model->id, "pce-2013");
  EXPECT_NE(headline(browser), general);
  EXPECT_TRUE(assessment.contributions);
  browser.happens(app::SettingsChanged{app::Settings{}});
  EXPECT_EQ(headline(browser), general);
}

TEST(Patient, ShowsNoOtherNumberWhereTheChosenModelHasNone) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, patientText());
  browser.answers("Observation?", 200, exampleObservations());
  answerTheRest(browser);
  browser.happens(app::SettingsChanged{app::Settings{.model = "score2-2021"}});
  EXPECT_TRUE(headlineIsMissing(browser, risk::Input::Region));
  app::Settings settings{.model = "score2-2021", .riskRegion = risk::Region::Low};
  browser.happens(app::SettingsChanged{settings});
  EXPECT_GT(headline(browser), 0);
}

}  // namespace
