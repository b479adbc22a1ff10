#include "app/triage_flow.h"

#include <gtest/gtest.h>

#include <set>

#include "harness.h"

namespace {

using app::TriagePhase;
using harness::Browser;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// The first worked example of D'Agostino 2008: woman of 61, total cholesterol 180, HDL 47,
/// systolic 124 untreated, smoker, no diabetes.
constexpr double kExampleRisk = 0.10484180203720028;

std::string inQuotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::string patientText(std::string_view id) {
  return R"({"resourceType":"Patient","id":)" + inQuotes(id) +
         R"(,"gender":"female","birthDate":"1965-05-02","name":[{"text":"Ana"}]})";
}

std::string observation(std::string_view patient, std::string_view code, std::string_view value) {
  return R"({"resourceType":"Observation","id":)" +
         inQuotes(std::string(patient) + std::string(code)) +
         R"(,"status":"final","subject":{"reference":"Patient/)" + std::string(patient) +
         R"("},"effectiveDateTime":"2026-10-01","code":{"coding":[{"system":"http://loinc.org","code":)" +
         inQuotes(code) + "}]}," + std::string(value) + "}";
}

std::string quantity(std::string_view value, std::string_view unit) {
  return R"("valueQuantity":{"value":)" + std::string(value) +
         R"(,"system":"http://unitsofmeasure.org","code":)" + inQuotes(unit) + "}";
}

const std::string kSmokes =
    R"("valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"449868002"}]})";

std::vector<std::string> exampleObservations(std::string_view patient) {
  return {observation(patient, "2093-3", quantity("180", "mg/dL")),
          observation(patient, "2085-9", quantity("47", "mg/dL")),
          observation(patient, "8480-6", quantity("124", "mm[Hg]")),
          observation(patient, "72166-2", kSmokes)};
}

std::string searchset(const std::vector<std::string>& resources) {
  std::string text = R"({"resourceType":"Bundle","type":"searchset","entry":[)";
  for (std::size_t i = 0; i < resources.size(); ++i)
    text += (i > 0 ? "," : "") + (R"({"resource":)" + resources[i] + "}");
  return text + "]}";
}

std::string listOf(std::string_view id, const std::vector<std::string>& patients) {
  std::string text = R"({"resourceType":"List","id":)" + inQuotes(id) +
                     R"(,"status":"current","mode":"working","title":"Clinic","entry":[)";
  for (std::size_t i = 0; i < patients.size(); ++i) {
    text += (i > 0 ? "," : "") + (R"({"item":{"reference":"Patient/)" + patients[i]) + "\"}}";
  }
  return text + "]}";
}

std::vector<std::string> ids(int count, std::string_view prefix = "p") {
  std::vector<std::string> result;
  for (int i = 0; i < count; ++i)
    result.push_back(std::string(prefix) + std::to_string(i) + "x");
  return result;
}

/// A clinician who has opened the list l1, with its patients read; l2 holds the patients q….
Browser withOpenList(const std::vector<std::string>& patients) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?", 200, searchset({listOf("l1", patients), listOf("l2", ids(2, "q"))}));
  browser.answers("/Group?", 200, searchset({}));
  browser.happens(app::WorklistChosen{"List/l1"});
  while (browser.isAsked("/Patient?")) {
    std::vector<std::string> resources;
    for (const std::string& id : patients)
      resources.push_back(patientText(id));
    browser.answers("/Patient?", 200, searchset(resources));
  }
  return browser;
}

const app::Triage& triage(const Browser& browser) {
  return browser.state.worklists.triage;
}

std::string patientIn(const std::string& url) {
  for (const std::string_view before : {"patient=", "subject=", "/Patient/"}) {
    const auto at = url.find(before);
    if (at == std::string::npos) continue;
    const auto begin = at + before.size();
    std::string id = url.substr(begin, url.find_first_of("&?", begin) - begin);
    const auto slash = id.find("%2F");
    return slash == std::string::npos ? id : id.substr(slash + 3);
  }
  return {};
}

/// The server's answer to any reading of a patient's record, all of them being the paper's example.
net::Response answerTo(const std::string& url) {
  const std::string id = patientIn(url);
  std::string body = searchset({});
  if (url.find("/Patient/") != std::string::npos) body = patientText(id);
  if (url.find("/Observation?") != std::string::npos) body = searchset(exampleObservations(id));
  return {.status = 200, .headers = {}, .body = std::move(body)};
}

void answerOldest(Browser& browser) {
  const auto request = browser.takeRequest("");
  browser.happens(app::ResponseReceived{request->id, answerTo(request->request.url)});
}

void answerAll(Browser& browser) {
  while (!browser.requests.empty())
    answerOldest(browser);
}

std::set<std::string> patientsAsked(const Browser& browser) {
  std::set<std::string> patients;
  for (const auto& each : browser.requests)
    patients.insert(patientIn(each.request.url));
  return patients;
}

TEST(Triage, AssessesEveryPatientOfTheList) {
  Browser browser = withOpenList(ids(40));
  answerAll(browser);
  EXPECT_EQ(triage(browser).phase, TriagePhase::Done);
  ASSERT_EQ(triage(browser).results.size(), 40U);
  for (const auto& [id, summary] : triage(browser).results) {
    ASSERT_TRUE(summary.risk) << id;
    EXPECT_NEAR(*summary.risk, kExampleRisk, 1e-9) << id;
    EXPECT_FALSE(summary.partial) << id;
  }
}

TEST(Triage, GivesTheNumberThatThePatientsOwnScreenGives) {
  Browser browser = withOpenList(ids(1));
  answerAll(browser);
  browser.happens(app::PatientChosen{"p0x"});
  answerAll(browser);
  EXPECT_EQ(*triage(browser).results.at("p0x").risk,
            browser.state.patient->assessment->headlineResult().result->risk.value());
}

TEST(Triage, NeverHasMoreThanItsShareOfRequestsUnderWay) {
  Browser browser = withOpenList(ids(30));
  while (!browser.requests.empty()) {
    EXPECT_LE(browser.requests.size(), app::kTriageRequests);
    answerOldest(browser);
  }
}

TEST(Triage, KeepsNoRecordOfThoseItIsDoneWith) {
  Browser browser = withOpenList(ids(30));
  while (!browser.requests.empty()) {
    EXPECT_LE(triage(browser).readings.size(), app::kTriageRequests);
    answerOldest(browser);
  }
  EXPECT_TRUE(triage(browser).readings.empty());
  EXPECT_TRUE(triage(browser).queue.empty());
}

TEST(Triage, FollowsTheListsOrder) {
  Browser browser = withOpenList({"zoe", "ana", "mia"});
  EXPECT_EQ(patientsAsked(browser), (std::set<std::string>{"zoe"}));
}

TEST(Triage, TakesThoseOnTheScreenFirst) {
  Browser browser = withOpenList(ids(50));
  browser.happens(app::PatientsShown{{"p40x", "p41x"}});
  for (int i = 0; i < 21; ++i)
    answerOldest(browser);
  EXPECT_TRUE(triage(browser).results.count("p40x"));
  EXPECT_FALSE(triage(browser).results.count("p5x"));
}

TEST(Triage, SendsNothingWhileThePatientOnTheScreenIsRead) {
  Browser browser = withOpenList(ids(50));
  browser.happens(app::PatientChosen{"p30x"});
  for (int i = 0; i < 4; ++i)
    answerOldest(browser);
  EXPECT_EQ(patientsAsked(browser), (std::set<std::string>{"p30x"}));
}

TEST(Triage, TakesTheResultOfThePatientOnTheScreenWithoutReadingTwice) {
  Browser browser = withOpenList(ids(50));
  browser.happens(app::PatientChosen{"p30x"});
  for (int i = 0; i < 11; ++i)
    answerOldest(browser);
  ASSERT_TRUE(browser.state.patient->assessment);
  EXPECT_TRUE(triage(browser).results.count("p30x"));
  EXPECT_FALSE(triage(browser).pending.count("p30x"));
}

TEST(Triage, GoesOnWhereItWasAfterAPatientWasOpened) {
  Browser browser = withOpenList(ids(10));
  for (int i = 0; i < 21; ++i)
    answerOldest(browser);
  const auto before = triage(browser).results.size();
  const auto run = triage(browser).run;
  browser.happens(app::PatientChosen{"p9x"});
  browser.happens(app::HistoryMoved{app::Screen::Worklist});
  EXPECT_EQ(triage(browser).run, run);
  EXPECT_GE(triage(browser).results.size(), before);
  answerAll(browser);
  EXPECT_EQ(triage(browser).results.size(), 10U);
}

TEST(Triage, StopsAndGoesOnAsTheUserSays) {
  Browser browser = withOpenList(ids(10));
  for (int i = 0; i < 8; ++i)
    answerOldest(browser);
  const auto late = browser.requests;
  browser.requests.clear();
  browser.happens(app::TriageStopped{});
  for (const auto& request : late)
    browser.happens(app::ResponseReceived{request.id, answerTo(request.request.url)});
  EXPECT_TRUE(browser.requests.empty());
  EXPECT_EQ(triage(browser).phase, TriagePhase::Stopped);
  EXPECT_EQ(triage(browser).results.size(), 1U);
  browser.happens(app::TriageContinued{});
  answerAll(browser);
  EXPECT_EQ(triage(browser).results.size(), 10U);
}

TEST(Triage, CountsRequestsOfAnEarlierRunAmongThoseUnderWay) {
  Browser browser = withOpenList(ids(10));
  browser.happens(app::TriageStopped{});
  browser.happens(app::TriageContinued{});
  EXPECT_LE(browser.requests.size(), app::kTriageRequests);
}

TEST(Triage, WaitsAsLongAsTheServerAsksAndThenGoesOn) {
  Browser browser = withOpenList(ids(5));
  browser.answers("", 429, "", {{"retry-after", "20"}});
  EXPECT_EQ(triage(browser).phase, TriagePhase::Waiting);
  answerAll(browser);
  EXPECT_TRUE(browser.requests.empty()) << "nothing is sent while the server wants patience";
  browser.passes(seconds(19));
  browser.happens(app::DeadlineReached{});
  EXPECT_TRUE(browser.requests.empty());
  browser.passes(seconds(1));
  browser.happens(app::DeadlineReached{});
  answerAll(browser);
  EXPECT_EQ(triage(browser).results.size(), 5U);
  for (const auto& [id, summary] : triage(browser).results)
    EXPECT_TRUE(summary.risk) << id << ": the refused request was asked again";
}

TEST(Triage, WaitsLongerEachTimeAndGivesUpInTheEnd) {
  Browser browser = withOpenList(ids(5));
  milliseconds last{0};
  int refusals = 0;
  while (triage(browser).phase != TriagePhase::Failed) {
    ASSERT_LT(refusals, 20);
    while (browser.answers("", 503, "")) {
    }
    ++refusals;
    if (triage(browser).phase != TriagePhase::Waiting) break;
    const milliseconds wait = triage(browser).due - browser.now.clocks.monotonic;
    EXPECT_GE(wait, last);
    last = wait;
    browser.passes(wait);
    browser.happens(app::DeadlineReached{});
  }
  EXPECT_EQ(refusals, app::kMostRefusals + 1);
  EXPECT_TRUE(triage(browser).problem);
}

TEST(Triage, StopsWithAReasonWhenTheServerIsGoneAndGoesOnWhenTold) {
  Browser browser = withOpenList(ids(20));
  while (browser.fails("", net::TransportError::Unreachable)) {
  }
  EXPECT_EQ(triage(browser).phase, TriagePhase::Failed);
  EXPECT_TRUE(triage(browser).problem);
  EXPECT_LT(triage(browser).results.size(), 5U) << "it does not run through the whole list";
  browser.happens(app::TriageContinued{});
  answerAll(browser);
  EXPECT_EQ(triage(browser).phase, TriagePhase::Done);
  ASSERT_EQ(triage(browser).results.size(), 20U);
  for (const auto& [id, summary] : triage(browser).results)
    EXPECT_TRUE(summary.risk) << id;
}

TEST(Triage, NeverShowsANumberOfAPartlyReadRecordAsWhole) {
  Browser browser = withOpenList(ids(1));
  while (!browser.requests.empty()) {
    const auto request = browser.takeRequest("");
    const bool fails = request->request.url.find("/Condition?") != std::string::npos;
    browser.happens(app::ResponseReceived{
        request->id, fails ? net::Response{.status = 403, .headers = {}, .body = ""}
                           : answerTo(request->request.url)});
  }
  const app::PatientSummary& summary = triage(browser).results.at("p0x");
  EXPECT_TRUE(summary.partial);
  EXPECT_TRUE(summary.problem);
  EXPECT_FALSE(summary.risk)
      << "earlier disease was not read, so whether the model applies is open";
}

TEST(Triage, BeginsAnewWithAnotherModelAndNeverMixesTwo) {
  Browser browser = withOpenList(ids(3));
  answerAll(browser);
  app::Settings settings = browser.state.settings;
  settings.theme = app::Theme::Dark;
  browser.happens(app::SettingsChanged{settings});
  EXPECT_EQ(triage(browser).phase, TriagePhase::Done) << "looks change no number";
  settings.model = "pce-2013";
  browser.happens(app::SettingsChanged{settings});
  EXPECT_EQ(triage(browser).phase, TriagePhase::Running);
  EXPECT_TRUE(triage(browser).results.empty());
  answerAll(browser);
  for (const auto& [id, summary] : triage(browser).results) {
    ASSERT_TRUE(summary.risk) << id;
    EXPECT_NE(*summary.risk, kExampleRisk) << id;
  }
  settings.model = "prevent-2023-base";
  browser.happens(app::SettingsChanged{settings});
  answerAll(browser);
  const app::PatientSummary& summary = triage(browser).results.at("p0x");
  EXPECT_FALSE(summary.risk) << "without eGFR there is no number, and no other model's either";
  EXPECT_EQ(summary.missing, std::vector{risk::Input::Egfr});
  EXPECT_LT(summary.lowest.value_or(1), summary.highest.value_or(0));
}

TEST(Triage, CallsOldWhatTheConfigurationCallsOld) {
  Browser browser = withOpenList(ids(1));
  browser.state.configuration.ageLimits.bloodPressureYears = 5;
  while (!browser.requests.empty()) {
    const auto request = browser.takeRequest("");
    net::Response answer = answerTo(request->request.url);
    if (request->request.url.find("/Observation?") != std::string::npos) {
      std::string old = observation("p0x", "8480-6", quantity("124", "mm[Hg]"));
      old.replace(old.find("2026"), 4, "2022");
      answer.body = searchset({old});
    }
    browser.happens(app::ResponseReceived{request->id, answer});
  }
  EXPECT_TRUE(triage(browser).results.at("p0x").stale.empty());
}

TEST(Triage, SaysWhatIsMissingAndWhatIsOld) {
  Browser browser = withOpenList(ids(1));
  while (!browser.requests.empty()) {
    const auto request = browser.takeRequest("");
    net::Response answer = answerTo(request->request.url);
    if (request->request.url.find("/Observation?") != std::string::npos) {
      std::string old = observation("p0x", "8480-6", quantity("124", "mm[Hg]"));
      old.replace(old.find("2026"), 4, "2022");
      answer.body = searchset({old, observation("p0x", "2093-3", quantity("180", "mg/dL"))});
    }
    browser.happens(app::ResponseReceived{request->id, answer});
  }
  const app::PatientSummary& summary = triage(browser).results.at("p0x");
  EXPECT_FALSE(summary.risk);
  EXPECT_EQ(summary.reason, risk::Reason::Missing);
  EXPECT_TRUE(summary.isMissingSomething());
  ASSERT_EQ(summary.stale.size(), 1U);
  EXPECT_EQ(summary.stale.front().fact, fhir::Fact::SystolicBloodPressure);
  EXPECT_EQ(summary.stale.front().years, 4);
  EXPECT_LT(summary.lowest.value_or(1), summary.highest.value_or(0));
}

TEST(Triage, IgnoresLateAnswersOfAnotherList) {
  Browser browser = withOpenList(ids(10));
  const auto late = browser.requests;
  browser.requests.clear();
  browser.happens(app::WorklistChosen{"List/l2"});
  for (const auto& request : late)
    browser.happens(app::ResponseReceived{request.id, answerTo(request.request.url)});
  EXPECT_TRUE(triage(browser).results.empty());
  browser.answers("/Patient?", 200, searchset({patientText("q0x"), patientText("q1x")}));
  answerAll(browser);
  EXPECT_EQ(triage(browser).results.size(), 2U);
  EXPECT_TRUE(triage(browser).results.count("q1x"));
}

TEST(Triage, EndsWithTheSession) {
  Browser browser = withOpenList(ids(10));
  for (int i = 0; i < 10; ++i)
    answerOldest(browser);
  browser.happens(app::SignOutPressed{});
  EXPECT_TRUE(triage(browser).results.empty());
  EXPECT_TRUE(triage(browser).readings.empty());
  EXPECT_EQ(triage(browser).phase, TriagePhase::Idle);
}

TEST(Triage, OfAFileGoesInSlicesAndSendsNothing) {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  std::string content;
  for (const std::string& id : ids(20)) {
    content += patientText(id) + "\n";
    for (const std::string& each : exampleObservations(id))
      content += each + "\n";
  }
  browser.happens(app::FileOpened{"clinic.ndjson", content});
  EXPECT_EQ(browser.state.screen, app::Screen::Worklist);
  int slices = 0;
  while (triage(browser).phase == TriagePhase::Running) {
    const auto before = triage(browser).results.size();
    ASSERT_TRUE(browser.take<app::SetDeadline>());
    browser.passes(milliseconds(4));
    browser.happens(app::DeadlineReached{});
    EXPECT_LE(triage(browser).results.size() - before, app::kSlice);
    ASSERT_LT(++slices, 10);
  }
  EXPECT_EQ(triage(browser).results.size(), 20U);
  EXPECT_NEAR(triage(browser).results.begin()->second.risk.value_or(0), kExampleRisk, 1e-9);
  EXPECT_TRUE(browser.requests.empty());
}

}  // namespace
