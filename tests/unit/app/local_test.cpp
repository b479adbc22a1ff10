#include <gtest/gtest.h>

#include "harness.h"

namespace {

using app::LoadPhase;
using app::Screen;
using harness::Browser;

const std::string kAna =
    R"({"resourceType":"Patient","id":"ana","gender":"female","birthDate":"1965-05-02"})";
const std::string kBen =
    R"({"resourceType":"Patient","id":"ben","gender":"male","birthDate":"1970-05-02"})";

Browser started() {
  Browser browser;
  browser.happens(app::Started{.pageUrl = std::string(harness::kAppUrl)});
  browser.answers("config.json", 200, harness::configurationText());
  return browser;
}

TEST(File, OfOnePatientOpensTheirRecord) {
  Browser browser = started();
  browser.happens(app::FileOpened{"ana.json", kAna});
  EXPECT_EQ(browser.state.screen, Screen::Patient);
  ASSERT_TRUE(browser.state.patient && browser.state.patient->assessment);
  EXPECT_TRUE(browser.requests.empty()) << "a file never leaves the browser";
}

TEST(File, OfSeveralPatientsShowsAList) {
  Browser browser = started();
  browser.happens(app::FileOpened{"both.ndjson", kAna + "\n" + kBen + "\n"});
  EXPECT_EQ(browser.state.screen, Screen::Worklist);
  EXPECT_EQ(browser.state.worklists.patients.size(), 2U);
  browser.happens(app::PatientChosen{"ben"});
  ASSERT_TRUE(browser.state.patient && browser.state.patient->record);
  EXPECT_EQ(browser.state.patient->record->patient.id, "ben");
}

TEST(File, ThatHoldsNoPatientSaysSo) {
  for (const char* content : {"", "{", "<html>", R"({"resourceType":"Observation","id":"o"})"}) {
    Browser browser = started();
    browser.happens(app::FileOpened{"x.json", content});
    ASSERT_TRUE(browser.state.local);
    EXPECT_EQ(browser.state.local->load.phase, LoadPhase::Failed) << content;
    EXPECT_TRUE(browser.state.local->load.problem) << content;
    EXPECT_FALSE(browser.state.patient);
  }
}

TEST(File, IsNotMixedIntoASession) {
  Browser browser = harness::signedInAsPatient();
  browser.happens(app::FileOpened{"ana.json", kAna});
  EXPECT_EQ(browser.state.patient->id, "p1");
}

TEST(Samples, ComeFromTheAppsOwnAddress) {
  Browser browser = started();
  browser.happens(app::SamplesPressed{});
  const auto request = browser.takeRequest("samples.ndjson");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->request.url, "https://risk.example/samples.ndjson");
  browser.happens(app::ResponseReceived{
      request->id, {.status = 200, .headers = {}, .body = kAna + "\n" + kBen}});
  EXPECT_EQ(browser.state.worklists.chosenList()->count, 2U);
}

TEST(Samples, ThatCannotBeLoadedSaySo) {
  Browser browser = started();
  browser.happens(app::SamplesPressed{});
  browser.answers("samples.ndjson", 404, "");
  EXPECT_EQ(browser.state.local->load.phase, LoadPhase::Failed);
  EXPECT_EQ(browser.state.screen, Screen::Start);
}

}  // namespace
