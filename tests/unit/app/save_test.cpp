#include "app/save_flow.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/assessment_to_write.h"
#include "save_journey.h"

namespace {

using app::SaveFailureCode;
using app::SaveStep;
using fhir::WrittenKind;
using harness::Browser;
using harness::saveOf;

nlohmann::json parsed(const std::string& text) {
  return nlohmann::json::parse(text, nullptr, false);
}

std::string outcome(std::string_view text) {
  return R"({"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"invalid",)"
         R"("diagnostics":")" +
         std::string(text) + "\"}]}";
}

std::size_t posts(const Browser& browser) {
  std::size_t count = 0;
  for (const auto& each : browser.requests)
    count += each.request.method == net::Method::Post ? 1 : 0;
  return count;
}

TEST(Save, ShowsWhatItWillWriteBeforeAnythingIsSent) {
  Browser browser = harness::readingPatient();
  browser.happens(app::SavePressed{});
  EXPECT_EQ(browser.state.panel, app::Panel::Save);
  EXPECT_EQ(saveOf(browser).step, SaveStep::Preview);
  EXPECT_TRUE(browser.requests.empty());
  const auto& written = saveOf(browser).assessment;
  EXPECT_EQ(written.patientId, "p1");
  EXPECT_EQ(written.modelId, "framingham-2008-lipid");
  EXPECT_EQ(written.outcome, "general-cvd");
  EXPECT_EQ(written.horizonYears, 10);
  EXPECT_NEAR(written.probability, harness::kExampleRisk, 1e-12);
  EXPECT_EQ(written.band, "intermediate");
  EXPECT_EQ(written.basis,
            (std::vector<std::string>{"Patient/p1", "Observation/o1", "Observation/o2",
                                      "Observation/o3", "Observation/o4"}));
  const auto& inputs = written.inputs;
  EXPECT_TRUE(std::any_of(inputs.begin(), inputs.end(), [](const fhir::WrittenInput& each) {
    return each.line() == "total cholesterol: 180 mg/dL (Observation/o1, 2026-10-01)";
  }));
}

TEST(Save, IsNotOfferedWithoutANumberASessionOrARecordOfTheServer) {
  Browser browser = harness::signedInAsPatient();
  EXPECT_FALSE(app::canSave(browser.state)) << "nothing read";
  browser.answers("/Patient/p1", 200, harness::patientText());
  browser.answers("Observation?", 200, harness::searchset({}));
  harness::answerTheRest(browser);
  EXPECT_FALSE(app::canSave(browser.state)) << "no number";
  browser.happens(app::SavePressed{});
  EXPECT_EQ(browser.state.panel, app::Panel::None);

  Browser local;
  local.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  local.answers("config.json", 200, harness::configurationText());
  local.happens(app::FileOpened{"a.json", harness::patientText()});
  EXPECT_FALSE(app::canSave(local.state)) << "no session";

  app::State read = harness::readingPatient().state;
  ASSERT_TRUE(app::canSave(read));
  app::State typed = read;
  typed.patient->assessment->enteredByHand = true;
  EXPECT_FALSE(app::canSave(typed)) << "typed by hand";
  read.local.emplace();
  EXPECT_FALSE(app::canSave(read)) << "records of a file";
}

TEST(Save, WritesTheRecordsValuesAndNeverThoseOfAWhatIf) {
  Browser browser = harness::readingPatient();
  risk::Inputs tried = browser.state.patient->assessment->inputs;
  tried.smoking = risk::Smoking::Never;
  browser.happens(app::WhatIfChanged{tried, {}});
  browser.happens(app::SavePressed{});
  EXPECT_NEAR(saveOf(browser).assessment.probability, harness::kExampleRisk, 1e-12);
}

TEST(Save, SendsExactlyThePreviewAsAConditionalCreate) {
  Browser browser = harness::previewing();
  ASSERT_EQ(saveOf(browser).step, SaveStep::Preview) << "nothing is saved by coming back";
  EXPECT_EQ(posts(browser), 0U);
  const std::string shown = saveOf(browser).riskAssessment;
  browser.happens(app::SaveConfirmed{});
  const auto request = browser.takeRequest("/fhir/RiskAssessment");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->request.method, net::Method::Post);
  EXPECT_EQ(request->request.body, shown);
  const auto& headers = request->request.headers;
  const auto condition = std::find_if(headers.begin(), headers.end(), [](const auto& header) {
    return header.name == "If-None-Exist";
  });
  ASSERT_NE(condition, headers.end());
  const auto identifier = parsed(shown)["identifier"][0]["value"].get_ref<const std::string&>();
  EXPECT_NE(condition->value.find(identifier), std::string::npos);
}

TEST(Save, OfOnePatientIsNotEndedByTheAnswerAboutAnother) {
  Browser browser = harness::saving();
  browser.state.patient->id = "p2";
  browser.answers("/RiskAssessment", 201, harness::storedAssessment());
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saving);
}

TEST(Save, ShowsWhatTheServerHoldsInTheHistoryWithoutReadingAnew) {
  Browser browser = harness::saving();
  EXPECT_TRUE(browser.state.patient->record->assessments.empty());
  browser.answers("/RiskAssessment", 201, harness::storedAssessment());
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saved);
  ASSERT_EQ(saveOf(browser).saved.size(), 1U);
  EXPECT_EQ(saveOf(browser).saved[0].reference, "RiskAssessment/r1");
  EXPECT_FALSE(saveOf(browser).saved[0].alreadyStored);
  ASSERT_EQ(browser.state.patient->record->assessments.size(), 1U);
  EXPECT_EQ(browser.state.patient->record->assessments[0].source, "RiskAssessment/r1");
  EXPECT_TRUE(browser.requests.empty());
}

/// What is sent, as a server would hold it.
std::string asStored(const Browser& browser) {
  auto resource = parsed(saveOf(browser).riskAssessment);
  resource["id"] = "r1";
  return resource.dump();
}

TEST(Save, SaysThatTheSameAssessmentWasThereBefore) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 200, asStored(browser));
  ASSERT_EQ(saveOf(browser).saved.size(), 1U);
  EXPECT_TRUE(saveOf(browser).saved[0].alreadyStored);
}

TEST(Save, LooksForItWhereTheServerClaimsThatAnotherOneIsTheSame) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 200, harness::storedAssessment());
  EXPECT_EQ(saveOf(browser).step, SaveStep::Looking);
  const std::string entry = R"({"resource":)" + harness::storedAssessment() + "}";
  browser.answers("RiskAssessment?identifier=", 200, harness::searchset({entry}));
  EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::NotStored);
}

TEST(Save, NotesWhatWasAnsweredAtTheVisitAndWhatWasNotRead) {
  Browser browser = harness::signedInAsPatient();
  browser.answers("/Patient/p1", 200, harness::patientText());
  browser.answers(
      "Observation?", 200,
      harness::searchset({harness::observation("o1", "2093-3", harness::quantity("180", "mg/dL")),
                          harness::observation("o2", "2085-9", harness::quantity("47", "mg/dL")),
                          harness::observation("o3", "8480-6", harness::quantity("124", "mm[Hg]"))},
                         "https://elsewhere.example/page2"));
  harness::answerTheRest(browser);
  browser.happens(app::QuestionAnswered{risk::Input::Smoker, 1});
  browser.happens(app::SavePressed{});
  const std::string& written = saveOf(browser).riskAssessment;
  EXPECT_NE(written.find("smoking: yes (answered at the visit)"), std::string::npos) << written;
  EXPECT_NE(written.find("Not read completely: Observation."), std::string::npos) << written;
}

TEST(Save, GivesTheSameAssessmentTheSameIdentifierOnTheSameDay) {
  Browser browser = harness::readingPatient();
  browser.happens(app::SavePressed{});
  const auto first = fhir::assessmentIdentifier(saveOf(browser).assessment);
  browser.passes(std::chrono::minutes(5));
  browser.happens(app::PanelToggled{app::Panel::Save});
  browser.happens(app::SavePressed{});
  EXPECT_EQ(fhir::assessmentIdentifier(saveOf(browser).assessment).value, first.value);
}

TEST(SaveRow58, IsAnAlarmWhenTheServerStoredItForSomebodyElse) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 201, harness::storedAssessment("Patient/p2"));
  EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::WrongSubject);
  EXPECT_TRUE(browser.state.patient->record->assessments.empty());
  browser.happens(app::SaveRetried{});
  EXPECT_TRUE(browser.requests.empty());
}

TEST(SaveRow64, IsSentOnceMoreAfterA401BecauseNothingWasDone) {
  Browser leaving = harness::readingPatient();
  Browser browser = harness::backWith(harness::leaveToSave(leaving), harness::kSavingScopes,
                                      R"("refresh_token":"r1",)");
  browser.happens(app::SaveConfirmed{});
  browser.answers("/RiskAssessment", 401, "");
  EXPECT_EQ(posts(browser), 1U) << "the refresh";
  browser.answers("/token", 200, harness::tokenText("", harness::kSavingScopes));
  browser.answers("/RiskAssessment", 201, harness::storedAssessment());
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saved);
}

TEST(SaveRow67, IsTakenUpAgainAfterANewSignIn) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 401, "");
  ASSERT_FALSE(browser.state.signedIn);
  ASSERT_TRUE(browser.state.interrupted);
  browser.happens(app::SignInPressed{0, app::UserKind::Patient});
  ASSERT_TRUE(browser.state.signIn.continuation);
  EXPECT_EQ(browser.state.signIn.continuation->patient, "p1");
  EXPECT_EQ(browser.state.signIn.continuation->intention, oauth::Intention::Save);
  EXPECT_TRUE(browser.state.signIn.creates.empty()) << "reading only, until the user saves again";
}

TEST(SaveRow71, SaysThatThePermissionIsMissingAfterA403) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 403, outcome("<b>no</b>"));
  EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::NotPermitted);
  EXPECT_EQ(saveOf(browser).failure->detail, "<b>no</b>");
  EXPECT_TRUE(browser.state.signedIn);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(SaveRow79, WaitsAfterA429ButNeverRepeatsAfterA503) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 429, "", {{"retry-after", "2"}});
  EXPECT_TRUE(browser.requests.empty());
  browser.passes(std::chrono::seconds(2));
  browser.happens(app::DeadlineReached{});
  EXPECT_EQ(posts(browser), 1U);
  browser.answers("/RiskAssessment", 503, "");
  EXPECT_EQ(posts(browser), 0U);
  EXPECT_TRUE(browser.isAsked("RiskAssessment?identifier="));
}

TEST(SaveRow87, DoesNotFollowALocationElsewhere) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 201, harness::storedAssessment(),
                  {{"location", "https://evil.example/RiskAssessment/r9"}});
  EXPECT_TRUE(browser.requests.empty());
  EXPECT_EQ(saveOf(browser).saved[0].reference, "RiskAssessment/r1");
}

TEST(SaveRow88, AsksTheServerBeforeAnythingIsSentAgain) {
  for (const bool isStored : {true, false}) {
    Browser browser = harness::saving();
    browser.fails("/RiskAssessment", net::TransportError::Timeout);
    EXPECT_EQ(saveOf(browser).step, SaveStep::Looking);
    EXPECT_EQ(posts(browser), 0U);
    const std::string entry = R"({"resource":)" + asStored(browser) + "}";
    browser.answers("RiskAssessment?identifier=", 200,
                    isStored ? harness::searchset({entry}) : harness::searchset({}));
    if (isStored) {
      EXPECT_EQ(saveOf(browser).step, SaveStep::Saved);
      EXPECT_FALSE(saveOf(browser).saved[0].alreadyStored) << "it is this one that was stored";
      EXPECT_EQ(browser.state.patient->record->assessments.size(), 1U);
    } else {
      EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::NotStored);
      EXPECT_EQ(posts(browser), 0U) << "only the user sends it again";
      browser.happens(app::SaveRetried{});
      EXPECT_EQ(posts(browser), 1U);
    }
  }
}

TEST(SaveRow88, NeverSendsAgainWhileItIsNotKnownWhetherItIsThere) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 500, "");
  browser.fails("RiskAssessment?identifier=", net::TransportError::Offline);
  EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::OutcomeUnknown);
  browser.happens(app::SaveRetried{});
  EXPECT_EQ(posts(browser), 0U);
  EXPECT_TRUE(browser.isAsked("RiskAssessment?identifier="));
}

TEST(SaveRow89, SendsOneRequestForADoubleClick) {
  Browser browser = harness::previewing();
  browser.happens(app::SaveConfirmed{});
  browser.happens(app::SaveConfirmed{});
  browser.happens(app::SavePressed{});
  browser.happens(app::SaveConfirmed{});
  EXPECT_EQ(posts(browser), 1U);
}

TEST(SaveRow90, IsReadBackUnderTheNameThatTheServerGave) {
  Browser browser = harness::saving();
  const std::vector<net::Header> location{
      {"location", "https://ehr.example/fhir/RiskAssessment/r1/_history/1"}};
  browser.answers("/RiskAssessment", 201, "", location);
  EXPECT_FALSE(browser.isAsked("identifier=")) << "an index may lag behind";
  browser.answers("/fhir/RiskAssessment/r1", 200, harness::storedAssessment());
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saved);
  EXPECT_EQ(browser.state.patient->record->assessments.size(), 1U);

  Browser wrong = harness::saving();
  wrong.answers("/RiskAssessment", 201, "", location);
  wrong.answers("/fhir/RiskAssessment/r1", 200, harness::storedAssessment("Patient/p2"));
  EXPECT_EQ(saveOf(wrong).failure->code, SaveFailureCode::WrongSubject);

  Browser hidden = harness::saving();
  hidden.answers("/RiskAssessment", 201, "", location);
  hidden.answers("/fhir/RiskAssessment/r1", 403, "");
  EXPECT_EQ(saveOf(hidden).saved[0].reference, "RiskAssessment/r1");
}

TEST(SaveRow90, IsASuccessEvenWhenTheServerDoesNotSayWhatItStored) {
  Browser browser = harness::saving();
  browser.answers("/RiskAssessment", 201, "");
  EXPECT_TRUE(browser.isAsked("RiskAssessment?identifier="));
  browser.answers("RiskAssessment?identifier=", 404, "");
  EXPECT_EQ(saveOf(browser).step, SaveStep::Saved);
  EXPECT_TRUE(saveOf(browser).saved[0].reference.empty());
}

TEST(SaveRow91, KeepsTheAssessmentWhenTheServerRefusesIt) {
  for (const int status : {400, 409, 412, 422}) {
    Browser browser = harness::saving();
    browser.answers("/RiskAssessment", status, outcome("%s%n ##x"));
    EXPECT_EQ(saveOf(browser).failure->code, SaveFailureCode::Refused) << status;
    EXPECT_EQ(saveOf(browser).failure->detail, "%s%n ##x");
    browser.happens(app::SaveRetried{});
    EXPECT_EQ(posts(browser), 1U);
  }
}

TEST(Save, DropsAnAnswerThatComesWhenTheUserHasGoneOn) {
  Browser browser = harness::saving();
  const auto request = browser.takeRequest("/RiskAssessment");
  browser.happens(app::PatientChosen{"p2"});
  browser.happens(app::ResponseReceived{
      request->id, {.status = 201, .headers = {}, .body = harness::storedAssessment()}});
  EXPECT_EQ(browser.state.patient->id, "p2");
  EXPECT_FALSE(browser.state.patient->save);
}

}  // namespace
