#include <gtest/gtest.h>

#include "app/session_flow.h"
#include "harness.h"
#include "save_journey.h"

namespace {

using app::LoadPhase;
using app::ProblemCode;
using app::Screen;
using app::SignInStep;
using app::UserKind;
using harness::Browser;

oauth::ErrorCode signInError(const Browser& browser) {
  const auto& problem = browser.state.signIn.problem;
  if (!problem || !std::holds_alternative<oauth::ErrorCode>(problem->cause)) {
    ADD_FAILURE() << "the sign-in has not failed with an OAuth error";
    return {};
  }
  return std::get<oauth::ErrorCode>(problem->cause);
}

TEST(Start, ReadsTheConfigurationBesideThePageAndWaits) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = "https://risk.example/app/"});
  const auto request = browser.takeRequest("config.json");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->request.url, "https://risk.example/app/config.json");
  EXPECT_TRUE(request->request.headers.empty());
  EXPECT_EQ(browser.state.configurationLoad.phase, LoadPhase::Loading);
}

TEST(Start, SaysWhichSettingIsWrong) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, R"({"emergencyNumber":5})");
  ASSERT_TRUE(browser.state.configurationLoad.problem);
  EXPECT_EQ(browser.state.configurationLoad.problem->subject, "emergencyNumber");
  browser.happens(app::StartOverPressed{});
  EXPECT_TRUE(browser.isAsked("config.json"));
}

TEST(Start, RestoresTheSettingsOfThisBrowser) {
  Browser browser;
  browser.happens(
      app::Started{.pageUrl = std::string(harness::kAppUrl), .settings = R"({"theme":"dark"})"});
  EXPECT_EQ(browser.state.settings.theme, app::Theme::Dark);
}

TEST(SignIn, LeavesForTheServersPageWithPkceStateAndAudience) {
  Browser browser;
  harness::leaveToSignIn(browser, UserKind::Clinician);
  const auto leaving = browser.take<app::Navigate>();
  ASSERT_TRUE(leaving);
  EXPECT_EQ(leaving->url.find("https://ehr.example/auth?"), 0U);
  for (const std::string& part :
       {std::string("response_type=code"), std::string("client_id=framingham"),
        std::string("redirect_uri=https%3A%2F%2Frisk.example%2F"),
        std::string("aud=https%3A%2F%2Fehr.example%2Ffhir"),
        std::string("code_challenge_method=S256"), "code_challenge=" + harness::secret('c'),
        "state=" + harness::secret('s')}) {
    EXPECT_NE(leaving->url.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(leaving->url.find(harness::secret('v')), std::string::npos)
      << "the verifier never leaves before the code is exchanged";
  EXPECT_EQ(browser.state.signIn.step, SignInStep::Leaving);
}

TEST(SignIn, AsksAClinicianForUserScopesAndAPatientForTheirOwn) {
  Browser clinician;
  harness::leaveToSignIn(clinician, UserKind::Clinician);
  EXPECT_NE(clinician.take<app::Navigate>()->url.find("user%2FPatient.rs"), std::string::npos);
  Browser patient;
  harness::leaveToSignIn(patient, UserKind::Patient);
  const auto url = patient.take<app::Navigate>()->url;
  EXPECT_NE(url.find("launch%2Fpatient"), std::string::npos);
  EXPECT_EQ(url.find("user%2F"), std::string::npos);
  EXPECT_EQ(url.find("offline_access"), std::string::npos);
}

TEST(SignIn, StopsBeforeLeavingWhenTheBrowserStoresNothing) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  browser.happens(app::SignInPressed{0, UserKind::Patient});
  browser.answers(".well-known", 200, harness::smartConfigurationText());
  browser.happens(app::AuthorizationSecretsMade{harness::secret('v'), harness::secret('c'),
                                                harness::secret('s'), harness::secret('n')});
  browser.happens(app::AuthorizationStored{false});
  EXPECT_FALSE(browser.take<app::Navigate>());
  EXPECT_EQ(std::get<ProblemCode>(browser.state.signIn.problem->cause),
            ProblemCode::StorageUnavailable);
}

TEST(SignIn, FallsBackToTheCapabilityStatementOnlyWhenThereIsNoSmartConfiguration) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  browser.happens(app::SignInPressed{0, UserKind::Patient});
  browser.answers(".well-known", 404, "");
  EXPECT_TRUE(browser.isAsked("https://ehr.example/fhir/metadata"));

  browser.happens(app::SignInPressed{0, UserKind::Patient});
  browser.answers(".well-known", 500, "");
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::DiscoveryFailed);
}

TEST(SignIn, ExchangesTheCodeOnceAndOnlyAfterConnectionsAreLocked) {
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  Browser browser = harness::returned(back);
  const auto removed = browser.take<app::RemoveAuthorization>();
  ASSERT_TRUE(removed);
  EXPECT_EQ(removed->key, back.record.key);
  const auto locked = browser.take<app::LockConnections>();
  ASSERT_TRUE(locked);
  EXPECT_EQ(locked->origins, std::vector<std::string>{"https://ehr.example"});
  const auto request = browser.takeRequest("/token");
  ASSERT_TRUE(request);
  EXPECT_NE(request->request.body.find("code_verifier=" + harness::secret('v')), std::string::npos);
  EXPECT_FALSE(browser.isAsked("/token"));
}

TEST(SignIn, SendsNoCodeWhenTheStateIsNotOurs) {
  Browser leaving;
  auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  back.state = harness::secret('x');
  Browser browser = harness::returned(back);
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::StateUnknown);
  EXPECT_FALSE(browser.isAsked("/token"));
  EXPECT_FALSE(browser.take<app::RemoveAuthorization>()) << "another tab's sign-in goes on";
}

std::vector<std::string> keysRemoved(Browser& browser) {
  std::vector<std::string> keys;
  while (const auto removed = browser.take<app::RemoveAuthorization>())
    keys.push_back(removed->key);
  return keys;
}

TEST(SignIn, ForgetsTheOnesThatThisTabBeganAndGaveUp) {
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  const app::StoredRecord abandoned{harness::secret('o'), back.record.value};
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                               .query = harness::codeResponse(back),
                               .pendingAuthorizations = {abandoned, back.record}});
  browser.answers("config.json", 200, harness::configurationText());
  EXPECT_EQ(keysRemoved(browser), (std::vector{back.record.key, abandoned.key}));
}

TEST(SignIn, ForgetsWhatNothingCanComeOfAsSoonAsThePageOpens) {
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  const auto removedAfter = [&](std::chrono::minutes time, const app::StoredRecord& record) {
    Browser browser;
    browser.passes(time);
    browser.happens(
        app::Started{.pageUrl = std::string(harness::kAppUrl), .pendingAuthorizations = {record}});
    browser.answers("config.json", 200, harness::configurationText());
    return keysRemoved(browser).size();
  };
  EXPECT_EQ(removedAfter(std::chrono::minutes(10), back.record), 0U) << "it may still come back";
  EXPECT_EQ(removedAfter(std::chrono::minutes(11), back.record), 1U);
  EXPECT_EQ(removedAfter(std::chrono::minutes(0), {"k", "{}"}), 1U);
}

TEST(SignIn, ForgetsAPatientToComeBackToWhenThePageOpensForAnythingElse) {
  Browser leaving = harness::readingPatient();
  const auto back = harness::leaveToSave(leaving);
  const auto removedBy = [&](std::string query) {
    Browser browser;
    browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                                 .query = std::move(query),
                                 .pendingAuthorizations = {back.record}});
    browser.answers("config.json", 200, harness::configurationText());
    return keysRemoved(browser);
  };
  const std::vector<std::string> gone{back.record.key};
  EXPECT_EQ(removedBy(""), gone);
  EXPECT_EQ(removedBy("launch=x&iss=https%3A%2F%2Fehr.example%2Ffhir"), gone);
  EXPECT_EQ(removedBy("code=a&state=" + harness::secret('x')), std::vector<std::string>())
      << "a forged answer does not end the sign-in that goes on";
}

/// The verdict on an answer whose record was altered while the user was away.
oauth::ErrorCode errorWith(const std::string& member, const std::string& value,
                           const std::string& configuration = harness::configurationText()) {
  Browser leaving;
  auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  const std::string name = '"' + member + R"(":")";
  const std::size_t at = back.record.value.find(name);
  if (at == std::string::npos) ADD_FAILURE() << member;
  const std::size_t begin = at + name.size();
  back.record.value.replace(begin, back.record.value.find('"', begin) - begin, value);
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                               .query = harness::codeResponse(back),
                               .pendingAuthorizations = {back.record}});
  browser.answers("config.json", 200, configuration);
  EXPECT_FALSE(browser.isAsked("/token"));
  return signInError(browser);
}

TEST(SignIn, TakesNoRecordThatNamesWhatTheConfigurationDoesNot) {
  EXPECT_EQ(errorWith("fhirBase", "https://evil.example/fhir"), oauth::ErrorCode::StateUnknown);
  EXPECT_EQ(errorWith("clientId", "another-app"), oauth::ErrorCode::StateUnknown);
  EXPECT_EQ(errorWith("redirectUri", "https://risk.example/other"), oauth::ErrorCode::StateUnknown);
}

TEST(SignIn, TellsTwoClientsOfOneServerApart) {
  const std::string two = R"({"emergencyNumber":"111","ehrs":[
    {"name":"A","fhirBase":"https://ehr.example/fhir","clientId":"other","users":["patient"]},
    {"name":"B","fhirBase":"https://ehr.example/fhir","clientId":"framingham",
     "users":["clinician"]}]})";
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                               .query = harness::codeResponse(back),
                               .pendingAuthorizations = {back.record}});
  browser.answers("config.json", 200, two);
  EXPECT_EQ(browser.state.signIn.ehr, 1U);
  EXPECT_TRUE(browser.isAsked("/token"));
}

TEST(SignIn, ShowsThatTheUserSaidNoAndOffersAWayOn) {
  Browser leaving;
  const auto back = harness::leaveToSignIn(leaving, UserKind::Clinician);
  Browser browser;
  browser.happens(
      app::Started{.pageUrl = std::string(harness::kAppUrl),
                   .query = "error=access_denied&iss=https%3A%2F%2Fehr.example&state=" + back.state,
                   .pendingAuthorizations = {back.record}});
  browser.answers("config.json", 200, harness::configurationText());
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::AccessDenied);
  EXPECT_EQ(browser.state.screen, Screen::SigningIn);
  browser.happens(app::StartOverPressed{});
  EXPECT_EQ(browser.state.screen, Screen::Start);
  EXPECT_FALSE(browser.state.signIn.problem);
}

TEST(SignIn, DoesNotSendTheCodeAgainAfterALostAnswer) {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, UserKind::Clinician));
  ASSERT_TRUE(browser.fails("/token", net::TransportError::Timeout));
  EXPECT_EQ(signInError(browser), oauth::ErrorCode::TimedOut);
  EXPECT_TRUE(browser.requests.empty());
}

TEST(SignIn, OpensTheWorklistsForAClinician) {
  Browser browser = harness::signedInAsClinician();
  ASSERT_TRUE(browser.state.signedIn);
  EXPECT_EQ(browser.state.screen, Screen::Worklists);
  EXPECT_TRUE(browser.isAsked("/fhir/List?"));
}

TEST(SignIn, OpensTheirOwnRecordForAPatient) {
  Browser browser = harness::signedInAsPatient("p1");
  EXPECT_EQ(browser.state.screen, Screen::Patient);
  const auto request = browser.takeRequest("/fhir/Patient/p1");
  ASSERT_TRUE(request);
  bool authorized = false;
  for (const auto& header : request->request.headers) {
    authorized = authorized || header == net::Header{"Authorization", "Bearer token-1"};
  }
  EXPECT_TRUE(authorized);
}

TEST(SignIn, RefusesAPatientSignInThatNamesNoPatient) {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(leaving, UserKind::Patient));
  browser.answers("/token", 200, harness::tokenText("", harness::kPatientScopes));
  EXPECT_FALSE(browser.state.signedIn);
  ASSERT_TRUE(browser.state.sessionProblem);
  EXPECT_TRUE(browser.requests.empty()) << "no data is asked for without a patient";
}

TEST(Launch, SignsInAtTheEhrThatOpenedTheApp) {
  Browser browser;
  const auto back = harness::leaveToSignIn(
      browser, UserKind::Clinician, "iss=https%3A%2F%2Fehr.example%2Ffhir&launch=xyz%26%231");
  const auto leaving = browser.take<app::Navigate>();
  ASSERT_TRUE(leaving);
  EXPECT_NE(leaving->url.find("launch=xyz%26%231"), std::string::npos);
  EXPECT_FALSE(back.record.key.empty());
}

/// Launched by the EHR for p1, with these members beside the tokens.
Browser launchedWith(const std::string& members) {
  Browser leaving;
  Browser browser = harness::returned(harness::leaveToSignIn(
      leaving, UserKind::Clinician, "iss=https%3A%2F%2Fehr.example%2Ffhir&launch=x"));
  browser.answers("/token", 200,
                  harness::tokenText(R"("patient":"p1",)" + members, "launch patient/*.rs"));
  return browser;
}

TEST(Launch, LeavesWhoThePatientIsToTheEhrOnlyWhereItSaysThatItShowsIt) {
  const std::string shown = R"("need_patient_banner":false,)";
  EXPECT_FALSE(app::ehrShowsPatient(launchedWith("").state));
  EXPECT_FALSE(app::ehrShowsPatient(launchedWith(R"("need_patient_banner":true,)").state));
  Browser browser = launchedWith(shown);
  EXPECT_TRUE(app::ehrShowsPatient(browser.state));
  browser.happens(app::PatientChosen{"p2"});
  EXPECT_FALSE(app::ehrShowsPatient(browser.state)) << "the EHR's frame is about another";
  browser.happens(app::SignOutPressed{});
  EXPECT_FALSE(app::ehrShowsPatient(browser.state));

  Browser leaving;
  Browser standalone = harness::returned(harness::leaveToSignIn(leaving, UserKind::Patient));
  standalone.answers("/token", 200,
                     harness::tokenText(R"("patient":"p1",)" + shown, harness::kPatientScopes));
  ASSERT_TRUE(standalone.state.patient);
  EXPECT_FALSE(app::ehrShowsPatient(standalone.state)) << "there is no frame of the EHR's";
}

TEST(Launch, OpensTheHistoryForWhoWantsATimeline) {
  EXPECT_EQ(launchedWith(R"("intent":"summary-timeline-view",)").state.patient->tab,
            app::PatientTab::History);
  EXPECT_EQ(launchedWith(R"("intent":"reconcile-medications",)").state.patient->tab,
            app::PatientTab::Result);
}

TEST(Launch, NamesTheServerThatIsNotConfigured) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                               .query = "launch=x&iss=https%3A%2F%2Fclinic.example%2Ffhir"});
  browser.answers("config.json", 200, harness::configurationText());
  ASSERT_TRUE(browser.state.signIn.problem);
  EXPECT_EQ(*browser.state.signIn.problem,
            (app::Problem{oauth::ErrorCode::ServerNotListed, "clinic.example", ""}));
}

TEST(Launch, SendsNothingToAServerThatIsNotConfigured) {
  for (const char* base :
       {"https%3A%2F%2Fevil.example%2Ffhir", "https%3A%2F%2Fehr.example%40evil.example%2Ffhir",
        "https%3A%2F%2Fehr.example.evil.example%2Ffhir", "javascript%3A1", "%2Ffhir",
        "https%3A%2F%2Fehr.example%3A8443%2Ffhir"}) {
    Browser browser;
    browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl),
                                 .query = "launch=x&iss=" + std::string(base)});
    browser.answers("config.json", 200, harness::configurationText());
    EXPECT_TRUE(browser.state.signIn.problem) << base;
    EXPECT_TRUE(browser.requests.empty()) << base;
  }
}

}  // namespace
