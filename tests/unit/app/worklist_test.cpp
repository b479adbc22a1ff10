#include <gtest/gtest.h>

#include "harness.h"

namespace {

using app::LoadPhase;
using app::Screen;
using harness::Browser;

std::string list(std::string_view id, std::string_view title,
                 const std::vector<std::string>& patients) {
  std::string text = R"({"resource":{"resourceType":"List","id":")" + std::string(id) +
                     R"(","status":"current","mode":"working","title":")" + std::string(title) +
                     R"(","entry":[)";
  for (std::size_t i = 0; i < patients.size(); ++i) {
    text += (i > 0 ? "," : "") + (R"({"item":{"reference":"Patient/)" + patients[i]) + "\"}}";
  }
  return text + "]}}";
}

std::string bundle(std::string_view entries, std::string_view next = "") {
  std::string text = R"({"resourceType":"Bundle","type":"searchset",)";
  if (!next.empty()) {
    text += R"("link":[{"relation":"next","url":")" + std::string(next) + "\"}],";
  }
  return text + R"("entry":[)" + std::string(entries) + "]}";
}

std::string patient(std::string_view id) {
  return R"({"resource":{"resourceType":"Patient","id":")" + std::string(id) +
         R"(","gender":"male","birthDate":"1970-01-01","name":[{"text":"N )" + std::string(id) +
         R"("}]}})";
}

Browser withOneList(const std::vector<std::string>& patients) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?", 200, bundle(list("l1", "Monday clinic", patients)));
  browser.answers("/Group?", 200, bundle(""));
  return browser;
}

TEST(Worklists, AreReadFromListsAndGroups) {
  Browser browser = withOneList({"p1", "p2"});
  ASSERT_EQ(browser.state.worklists.lists.size(), 1U);
  EXPECT_EQ(browser.state.worklists.lists[0].title, "Monday clinic");
  EXPECT_EQ(browser.state.worklists.lists[0].count, 2U);
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Done);
}

TEST(Worklists, AreStillLoadingUntilBothSearchesAreIn) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?", 200, bundle(""));
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Loading);
}

TEST(Worklists, DoWithoutGroupsWhereTheServerHasNone) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?", 200, bundle(list("l1", "Monday clinic", {"p1"})));
  browser.answers("/Group?", 404, "");
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Done);
}

TEST(Worklists, SayWhyWhenNothingCouldBeRead) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?", 403, "");
  browser.fails("/Group?", net::TransportError::Unreachable);
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Failed);
  ASSERT_TRUE(browser.state.worklists.load.problem);
  browser.happens(app::StartOverPressed{});
  EXPECT_TRUE(browser.isAsked("/List?"));
}

TEST(Worklists, AreReadToTheLastPageAndNoFurtherThanTheEhr) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?", 200,
                  bundle(list("l1", "One", {}), "https://ehr.example/fhir/List?page=2"));
  EXPECT_TRUE(browser.answers("page=2", 200,
                              bundle(list("l2", "Two", {}), "https://evil.example/List?page=3")));
  EXPECT_FALSE(browser.isAsked("page=3"));
  EXPECT_EQ(browser.state.worklists.lists.size(), 2U);
  browser.answers("/Group?", 200, bundle(""));
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Done);
  ASSERT_TRUE(browser.state.worklists.load.problem) << "these are not all";
}

TEST(Worklists, StopAtALoopOfPagesAndSaySo) {
  Browser browser = harness::signedInAsClinician();
  const std::string self = "https://ehr.example/fhir/List?page=1";
  int pages = 0;
  while (browser.answers("/List?", 200, bundle(list("l1", "One", {}), self)))
    ++pages;
  EXPECT_LE(pages, 50);
  browser.answers("/Group?", 200, bundle(""));
  EXPECT_TRUE(browser.state.worklists.load.problem);
}

TEST(Worklists, AreAskedForMoreSimplyWhereTheServerRefusesParameters) {
  Browser browser = harness::signedInAsClinician();
  browser.answers("/List?status=current&_count=100", 400, "");
  browser.answers("/List?status=current", 422, "");
  EXPECT_TRUE(browser.answers("/fhir/List", 200, bundle(list("l1", "One", {"p1"}))));
  browser.answers("/Group?", 400, "");
  browser.answers("/Group?type=person", 400, "");
  browser.answers("/fhir/Group", 400, "");
  EXPECT_TRUE(browser.requests.empty());
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Done);
  EXPECT_EQ(browser.state.worklists.lists.size(), 1U);
}

TEST(Worklists, FollowNoLinkThatIsTooLongToBeAnAddress) {
  Browser browser = harness::signedInAsClinician();
  const std::string next = "https://ehr.example/fhir/List?page=" + std::string(17UL * 1024UL, '2');
  browser.answers("/List?", 200, bundle(list("l1", "One", {}), next));
  browser.answers("/Group?", 200, bundle(""));
  EXPECT_FALSE(browser.isAsked("2222"));
  EXPECT_EQ(browser.state.worklists.load.phase, LoadPhase::Done);
}

TEST(Worklist, ShowsItsPatientsThoughANameHoldsHalfACharacter) {
  Browser browser = withOneList({"p1", "\\ud83d", "p2"});
  browser.happens(app::WorklistChosen{"List/l1"});
  browser.answers("/Patient?", 200, bundle(patient("p1\",\"language\":\"\\ud83d")));
  EXPECT_EQ(browser.state.worklists.patients.size(), 1U);
}

TEST(Worklist, ShowsItsPatientsAsTheyArrive) {
  Browser browser = withOneList({"p1", "p2"});
  browser.happens(app::WorklistChosen{"List/l1"});
  EXPECT_EQ(browser.state.screen, Screen::Worklist);
  browser.answers("/Patient?", 200, bundle(patient("p1") + "," + patient("p2")));
  EXPECT_EQ(browser.state.worklists.patients.size(), 2U);
  EXPECT_EQ(browser.state.worklists.patientsLoad.phase, LoadPhase::Done);
}

TEST(Worklist, OfNobodyIsDoneAtOnce) {
  Browser browser = withOneList({});
  browser.happens(app::WorklistChosen{"List/l1"});
  EXPECT_EQ(browser.state.worklists.patientsLoad.phase, LoadPhase::Done);
}

TEST(Worklist, OfThousandsAsksForFewAtATimeAndForAllInTheEnd) {
  std::vector<std::string> ids;
  for (int i = 0; i < 1000; ++i)
    ids.push_back("p" + std::to_string(i));
  Browser browser = withOneList(ids);
  browser.happens(app::WorklistChosen{"List/l1"});
  EXPECT_LE(browser.requests.size(), 4U);
  int answered = 0;
  while (browser.answers("/Patient?", 200, bundle(patient("p" + std::to_string(answered))))) {
    ++answered;
  }
  EXPECT_GE(answered, 20);
  EXPECT_EQ(browser.state.worklists.patientsLoad.phase, LoadPhase::Done);
}

TEST(Worklist, ReadsItsPatientsOneByOneWhereAListOfIdsIsRefused) {
  Browser browser = withOneList({"p1", "p2", "p3", "p4", "p5", "p6"});
  browser.happens(app::WorklistChosen{"List/l1"});
  browser.answers("/Patient?", 400, "");
  EXPECT_LE(browser.requests.size(), 4U);
  for (int i = 1; i <= 6; ++i) {
    const std::string id = "p" + std::to_string(i);
    const std::string text = patient(id);  // {"resource":...}
    EXPECT_TRUE(browser.answers("/Patient/" + id, 200, text.substr(12, text.size() - 13))) << id;
  }
  EXPECT_EQ(browser.state.worklists.patients.size(), 6U);
  EXPECT_EQ(browser.state.worklists.patientsLoad.phase, LoadPhase::Done);
  EXPECT_FALSE(browser.state.worklists.patientsLoad.problem);
}

TEST(Worklist, StopsAtALoopOfPagesOfItsPatientsAndSaysSo) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::WorklistChosen{"List/l1"});
  int pages = 0;
  while (pages < 200 &&
         browser.answers("/Patient?", 200,
                         bundle(patient("p1"), "https://ehr.example/fhir/Patient?x")))
    ++pages;
  EXPECT_LE(pages, 60);
  EXPECT_TRUE(browser.state.worklists.patientsLoad.problem);
}

TEST(PatientSearch, ReadsEveryPage) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientSearched{"ngata"});
  browser.answers("/Patient?name", 200,
                  bundle(patient("x1"), "https://ehr.example/fhir/Patient?page=2"));
  EXPECT_EQ(browser.state.screen, Screen::Worklists) << "not all are there yet";
  browser.answers("page=2", 200, bundle(patient("x1") + "," + patient("x2")));
  ASSERT_EQ(browser.state.screen, Screen::Worklist);
  EXPECT_EQ(browser.state.worklists.chosenList()->count, 2U);
  EXPECT_FALSE(browser.state.worklists.patientsLoad.problem);
}

TEST(PatientSearch, SaysThatThereAreMoreThanWereRead) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientSearched{"a"});
  for (int page = 1; page <= 10; ++page) {
    browser.answers("/Patient?", 200,
                    bundle(patient("x" + std::to_string(page)),
                           "https://ehr.example/fhir/Patient?page=" + std::to_string(page + 1)));
  }
  ASSERT_EQ(browser.state.screen, Screen::Worklist);
  EXPECT_EQ(browser.state.worklists.chosenList()->count, 10U);
  EXPECT_TRUE(browser.state.worklists.patientsLoad.problem);
}

TEST(PatientSearch, DoesWithoutACountWhereTheServerRefusesIt) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientSearched{"ngata"});
  browser.answers("&_count=50", 400, "");
  EXPECT_TRUE(browser.answers("/Patient?name=ngata", 200, bundle(patient("x1"))));
  EXPECT_EQ(browser.state.screen, Screen::Worklist);
}

TEST(PatientSearch, MakesAListOfThoseWhoWereFound) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientSearched{"1970-01-01"});
  EXPECT_TRUE(browser.isAsked("birthdate=1970-01-01"));
  browser.answers("/Patient?", 200, bundle(patient("x1") + "," + patient("x2")));
  EXPECT_EQ(browser.state.screen, Screen::Worklist);
  ASSERT_NE(browser.state.worklists.chosenList(), nullptr);
  EXPECT_EQ(browser.state.worklists.chosenList()->count, 2U);
  EXPECT_EQ(browser.state.worklists.patients.size(), 2U);
  EXPECT_TRUE(browser.isAsked("/Patient/x1")) << "they are assessed as those of any list";
}

TEST(PatientSearch, LeavesOneListForTheLastSearch) {
  Browser browser = withOneList({"p1"});
  for (const char* name : {"ngata", "lopez"}) {
    browser.happens(app::PatientSearched{name});
    browser.answers("/Patient?", 200, bundle(patient("x1")));
  }
  ASSERT_EQ(browser.state.worklists.lists.size(), 2U);
  EXPECT_EQ(browser.state.worklists.lists[1].title, "lopez");
}

TEST(PatientSearch, SaysWhenNobodyIsFoundAndWhenItFails) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientSearched{"nobody"});
  browser.answers("/Patient?", 200, bundle(""));
  EXPECT_EQ(browser.state.screen, Screen::Worklists);
  EXPECT_EQ(browser.state.worklists.search.load.phase, LoadPhase::Done);
  browser.happens(app::PatientSearched{"ngata"});
  while (browser.answers("/Patient?", 500, "")) {
  }
  EXPECT_EQ(browser.state.worklists.search.load.phase, LoadPhase::Failed);
}

TEST(PatientSearch, OfNothingIsNotSent) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientSearched{"  "});
  EXPECT_FALSE(browser.isAsked("/Patient?"));
}

TEST(Navigation, GoesBackToTheListWithTheBrowsersButton) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::WorklistChosen{"List/l1"});
  browser.happens(app::PatientChosen{"p1"});
  EXPECT_EQ(browser.state.screen, Screen::Patient);
  browser.happens(app::HistoryMoved{Screen::Worklist});
  EXPECT_EQ(browser.state.screen, Screen::Worklist);
}

TEST(Navigation, ShowsNoScreenOfASessionThatIsOver) {
  Browser browser = withOneList({"p1"});
  browser.happens(app::PatientChosen{"p1"});
  browser.happens(app::SignOutPressed{});
  browser.happens(app::HistoryMoved{Screen::Patient});
  EXPECT_EQ(browser.state.screen, Screen::Start);
}

TEST(Navigation, OpensAndClosesOnePanelAtATime) {
  Browser browser = withOneList({});
  browser.happens(app::PanelToggled{app::Panel::WarningSigns});
  EXPECT_EQ(browser.state.panel, app::Panel::WarningSigns);
  browser.happens(app::PanelToggled{app::Panel::Settings});
  EXPECT_EQ(browser.state.panel, app::Panel::Settings);
  browser.happens(app::PanelToggled{app::Panel::Settings});
  EXPECT_EQ(browser.state.panel, app::Panel::None);
}

TEST(Settings, AreKeptWhenTheyChange) {
  Browser browser;
  browser.happens(app::SettingsChanged{{.theme = app::Theme::Dark}});
  const auto saved = browser.take<app::SaveSettings>();
  ASSERT_TRUE(saved);
  EXPECT_EQ(app::parseSettings(saved->settings).theme, app::Theme::Dark);
}

}  // namespace
