#include <gtest/gtest.h>

#include "app/save_flow.h"
#include "oauth/id_token.h"
#include "save_journey.h"

namespace {

using app::Permission;
using app::SaveFailureCode;
using app::SaveStep;
using fhir::WrittenKind;
using harness::Browser;
using harness::saveOf;

const std::string kBothScopes = std::string(harness::kSavingScopes) + " patient/Observation.crs";

Permission permission(const char* asked, const char* granted) {
  return app::permissionToCreate(
      oauth::Permissions(oauth::Scopes::parse(asked), oauth::Scopes::parse(granted)),
      "RiskAssessment");
}

TEST(SavePermission, IsJudgedFromWhatWasAskedAndWhatWasGranted) {
  for (const char* both : {"patient/RiskAssessment.c", "user/RiskAssessment.crs",
                           "patient/RiskAssessment.write", "user/*.cruds", "patient/*.*"}) {
    EXPECT_EQ(permission(both, both), Permission::Granted) << both;
    EXPECT_EQ(permission(both, "patient/RiskAssessment.rs"), Permission::Withheld) << both;
    EXPECT_EQ(permission("patient/RiskAssessment.rs", both), Permission::NotAsked)
        << both << ": a wider grant than was asked for is not used";
  }
  for (const char* reading : {"", "patient/RiskAssessment.read", "patient/RiskAssessment.rs",
                              "patient/Observation.c", "system/RiskAssessment.c", "garbage"}) {
    EXPECT_EQ(permission(reading, reading), Permission::NotAsked) << reading;
  }
  EXPECT_EQ(permission("patient/RiskAssessment.write", "patient/RiskAssessment.c"),
            Permission::Granted)
      << "row 62: asked in one syntax, granted in the other";
}

TEST(SavePermission, IsAskedForOnlyWhenTheUserSavesAndOnlyForWhatIsWritten) {
  Browser browser = harness::readingPatient();
  browser.happens(app::SavePressed{});
  browser.happens(app::SaveConfirmed{});
  EXPECT_EQ(saveOf(browser).step, SaveStep::AskingPermission);
  EXPECT_TRUE(browser.requests.empty());
  harness::leaveToAllow(browser);
  const auto leaving = browser.take<app::Navigate>();
  ASSERT_TRUE(leaving);
  EXPECT_NE(leaving->url.find("patient%2FRiskAssessment.crs"), std::string::npos);
  EXPECT_NE(leaving->url.find("patient%2FObservation.rs"), std::string::npos);
  EXPECT_EQ(leaving->url.find("p1"), std::string::npos) << "the patient is nobody else's business";
}

TEST(SavePermission, LeavesNoMoreBehindThanTheWayBack) {
  Browser browser = harness::readingPatient(R"("id_token":")" + harness::idTokenOf("u1") +
                                            R"(","encounter":"e1",)");
  const auto back = harness::leaveToSave(browser);
  EXPECT_EQ(back.record.value.find("Lopez"), std::string::npos);
  EXPECT_EQ(back.record.value.find("token-1"), std::string::npos);
  const auto pending = oauth::parseTransaction(back.record.value);
  ASSERT_TRUE(pending.ok());
  EXPECT_EQ((*pending)->continuation,
            (oauth::Continuation{"p1", "e1", "u1", oauth::Intention::Save, ""}));
}

TEST(SavePermission, BringsBackThePreviewOfTheSamePatientReadAnew) {
  Browser browser = harness::previewing();
  EXPECT_TRUE(browser.take<app::RemoveAuthorization>());
  EXPECT_EQ(browser.state.screen, app::Screen::Patient);
  EXPECT_EQ(browser.state.panel, app::Panel::Save);
  EXPECT_EQ(saveOf(browser).step, SaveStep::Preview);
  EXPECT_TRUE(browser.requests.empty()) << "saved only when the user confirms";
}

TEST(SavePermission, StopsWhenAnotherPatientComesBack) {
  Browser leaving = harness::readingPatient();
  Browser browser =
      harness::backWith(harness::leaveToSave(leaving), harness::kSavingScopes, "", "p2");
  EXPECT_FALSE(browser.state.signedIn);
  EXPECT_FALSE(browser.state.patient);
  EXPECT_EQ(std::get<oauth::ErrorCode>(browser.state.sessionProblem->cause),
            oauth::ErrorCode::ContextChanged);
}

TEST(SavePermission, StopsWhenAnotherUserComesBack) {
  for (const std::string& who :
       {R"("id_token":")" + harness::idTokenOf("u2") + "\",", std::string()}) {
    Browser leaving = harness::readingPatient(R"("id_token":")" + harness::idTokenOf("u1") + "\",");
    Browser browser = harness::backWith(harness::leaveToSave(leaving), harness::kSavingScopes, who);
    EXPECT_FALSE(browser.state.signedIn);
    ASSERT_TRUE(browser.state.sessionProblem);
    EXPECT_EQ(std::get<oauth::ErrorCode>(browser.state.sessionProblem->cause),
              oauth::ErrorCode::IdTokenSubjectChanged);
  }
}

TEST(SavePermission, SaysThatItWasWithheld) {
  Browser leaving = harness::readingPatient();
  Browser browser = harness::backWith(harness::leaveToSave(leaving), harness::kPatientScopes);
  EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::PermissionWithheld);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(SavePermission, LeadsBackToThePatientWhenTheUserRefusesIt) {
  Browser leaving = harness::readingPatient();
  const auto back = harness::leaveToSave(leaving);
  Browser browser;
  browser.happens(
      app::Started{.pageUrl = std::string(harness::kAppUrl),
                   .query = "error=access_denied&iss=https%3A%2F%2Fehr.example&state=" + back.state,
                   .pendingAuthorizations = {back.record}});
  browser.answers("config.json", 200, harness::configurationText());
  EXPECT_EQ(std::get<oauth::ErrorCode>(browser.state.signIn.problem->cause),
            oauth::ErrorCode::AccessDenied);
  browser.happens(app::ReturnToPatientPressed{});
  const auto again = harness::leaveToAllow(browser);
  const auto leavingAgain = browser.take<app::Navigate>();
  ASSERT_TRUE(leavingAgain);
  EXPECT_EQ(leavingAgain->url.find(".crs"), std::string::npos) << "reading only";
  Browser reading = harness::backWith(again, harness::kPatientScopes);
  EXPECT_TRUE(reading.state.patient->assessment);
  EXPECT_EQ(reading.state.panel, app::Panel::None);
}

TEST(SavePermission, KeepsThePatientWhenTheBackButtonBringsThePageBack) {
  Browser browser = harness::readingPatient();
  while (browser.take<app::RemoveAuthorization>()) {
  }
  harness::leaveToSave(browser);
  ASSERT_EQ(browser.state.screen, app::Screen::SigningIn);
  browser.happens(app::PageShown{});
  EXPECT_EQ(browser.state.screen, app::Screen::Patient);
  EXPECT_TRUE(browser.state.signedIn);
  const auto removed = browser.take<app::RemoveAuthorization>();
  ASSERT_TRUE(removed) << "what names the patient waits no longer";
  EXPECT_EQ(removed->key, harness::secret('s'));
}

TEST(SaveObservation, TakesThePlaceOfARiskAssessmentThatTheServerDoesNotTake) {
  for (const int status : {404, 405}) {
    Browser first = harness::saving();
    first.answers("/RiskAssessment", status, "");
    EXPECT_EQ(saveOf(first).step, SaveStep::AskingPermission) << "for the Observation";
    const auto back = harness::leaveToAllow(first);
    const auto url = first.take<app::Navigate>()->url;
    EXPECT_NE(url.find("patient%2FObservation.crs"), std::string::npos);
    Browser browser = harness::backWith(back, kBothScopes);
    browser.happens(app::SaveConfirmed{});
    browser.answers("/RiskAssessment", status, "");
    const auto request = browser.takeRequest("/fhir/Observation");
    ASSERT_TRUE(request);
    EXPECT_NE(request->request.body.find("65853-4"), std::string::npos);
  }
}

TEST(SaveObservation, IsWrittenBesideTheRiskAssessmentWhereTheConfigurationAsksForIt) {
  Browser leaving = harness::readingPatient();
  leaving.state.configuration.ehrs[0].saveObservation = true;
  const auto back = harness::leaveToSave(leaving);
  EXPECT_NE(leaving.take<app::Navigate>()->url.find("Observation.crs"), std::string::npos);
  Browser browser = harness::backWith(back, kBothScopes);
  browser.state.configuration.ehrs[0].saveObservation = true;
  browser.happens(app::SavePressed{});
  browser.happens(app::SaveConfirmed{});
  browser.answers("/RiskAssessment", 201, harness::storedAssessment());
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saving);
  browser.answers(
      "/Observation", 201,
      R"({"resourceType":"Observation","id":"o9","subject":{"reference":"Patient/p1"}})");
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saved);
  ASSERT_EQ(saveOf(browser).saved.size(), 2U);
  EXPECT_EQ(saveOf(browser).saved[1].reference, "Observation/o9");
}

TEST(SavePerformer, IsTheSignedInPersonWhoseSignatureWasChecked) {
  for (const auto verdict : {oauth::SignatureVerdict::Valid, oauth::SignatureVerdict::NotChecked}) {
    Browser leaving;
    const auto back = harness::leaveToSignIn(leaving, app::UserKind::Patient);
    const auto pending = oauth::parseTransaction(back.record.value);
    Browser browser = harness::readingPatient();
    const auto token = oauth::parseIdToken(harness::idTokenOf("u1"));
    const auto claims = oauth::validateClaims(*token, *pending, browser.now.clocks.wall);
    ASSERT_TRUE(claims.ok());
    auto identity = oauth::acceptIdentity(*claims, verdict, (*pending)->request.server.fhirBase);
    browser.state.signedIn->identity = *std::move(identity);
    browser.happens(app::SavePressed{});
    const bool isChecked = verdict == oauth::SignatureVerdict::Valid;
    EXPECT_EQ(saveOf(browser).assessment.performer, isChecked ? "Practitioner/d1" : "");
    EXPECT_EQ(saveOf(browser).riskAssessment.find("Practitioner/d1") != std::string::npos,
              isChecked);
  }
}

TEST(SavePermission, LeavesAClinicianTheWayToTheirLists) {
  Browser leaving = harness::signedInAsClinician();
  leaving.happens(app::PatientChosen{"p1"});
  harness::answerTheRecord(leaving);
  Browser browser =
      harness::backWith(harness::leaveToSave(leaving),
                        std::string(harness::kClinicianScopes) + " user/RiskAssessment.c");
  ASSERT_EQ(browser.state.screen, app::Screen::Patient);
  browser.happens(app::ScreenRequested{app::Screen::Worklists});
  EXPECT_EQ(browser.state.screen, app::Screen::Worklists);
  browser.answers("/List?", 200, R"({"resourceType":"Bundle","type":"searchset"})");
  browser.answers("/Group?", 200, R"({"resourceType":"Bundle","type":"searchset"})");
  EXPECT_EQ(browser.state.worklists.load.phase, app::LoadPhase::Done);
}

TEST(SavePermission, LeavesAPatientAtTheirOwnRecord) {
  Browser browser = harness::previewing();
  browser.happens(app::ScreenRequested{app::Screen::Worklists});
  EXPECT_EQ(browser.state.screen, app::Screen::Patient);
  EXPECT_EQ(browser.state.worklists.load.phase, app::LoadPhase::Waiting);
}

TEST(SaveEncounter, IsTheLaunchsAndSurvivesTheFurtherAuthorization) {
  Browser leaving = harness::readingPatient(R"("encounter":"e1",)");
  Browser browser = harness::backWith(harness::leaveToSave(leaving), harness::kSavingScopes);
  EXPECT_NE(saveOf(browser).riskAssessment.find("Encounter/e1"), std::string::npos);
}

TEST(SaveEncounter, IsNotWrittenAboutAnotherPatientThanTheLaunchs) {
  Browser browser = harness::readingPatient(R"("encounter":"e1",)");
  browser.happens(app::PatientChosen{"p2"});
  browser.answers("/Patient/p2", 200, harness::patientText("p2"));
  std::string observations = harness::exampleObservations();
  for (std::size_t at = 0; (at = observations.find("Patient/p1", at)) != std::string::npos;)
    observations.replace(at, 10, "Patient/p2");
  browser.answers("Observation?", 200, observations);
  harness::answerTheRest(browser);
  browser.happens(app::SavePressed{});
  ASSERT_TRUE(browser.state.patient->save);
  EXPECT_EQ(saveOf(browser).riskAssessment.find("Encounter"), std::string::npos);
  const auto back = harness::leaveToSave(browser);
  const auto pending = oauth::parseTransaction(back.record.value);
  ASSERT_TRUE(pending.ok());
  EXPECT_EQ((*pending)->continuation->encounter, "");
}

}  // namespace
