#include "app/triage_flow.h"

#include <gtest/gtest.h>

#include "triage_journey.h"

namespace {

using app::TriagePhase;
using std::chrono::milliseconds;
using std::chrono::seconds;
using namespace harness;

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

TEST(Triage, IgnoresLateAnswersOfAnotherList) {
  Browser browser = withOpenList(ids(10));
  const auto late = browser.requests;
  browser.requests.clear();
  browser.happens(app::WorklistChosen{"List/l2"});
  for (const auto& request : late)
    browser.happens(app::ResponseReceived{request.id, answerTo(request.request.url)});
  EXPECT_TRUE(triage(browser).results.empty());
  browser.answers("/Patient?", 200, searchsetOf({patientText("q0x"), patientText("q1x")}));
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
    for (const std::string& each : exampleObservationsOf(id))
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
