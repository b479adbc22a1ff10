#include "fhir/search.h"

#include <gtest/gtest.h>

namespace {

using fhir::Paging;
using fhir::PagingStop;
using fhir::RecordKind;

constexpr std::string_view kBase = "https://ehr.example/fhir";
constexpr std::string_view kFirst = "https://ehr.example/fhir/Observation?patient=p1";

TEST(Search, EncodesEveryValue) {
  const auto search = fhir::searchFor(RecordKind::Observation, "p1");
  EXPECT_EQ(search.url.find("Observation?patient=p1&code="), 0U);
  EXPECT_EQ(search.url.find("//"), std::string::npos);
}

TEST(Search, IsShortEnoughForServersThatLimitTheLengthOfQueries) {
  constexpr std::size_t kLongestId = 64;  // FHIR R4 2.24.0.1
  const std::string id(kLongestId, 'a');
  for (const RecordKind kind : {RecordKind::Observation, RecordKind::Condition,
                                RecordKind::MedicationRequest, RecordKind::RiskAssessment}) {
    EXPECT_LE(fhir::searchFor(kind, id).url.size(), fhir::kLongestSearch);
  }
}

// What a file is read for, a server is asked for: what is not asked for would be taken as missing.
TEST(Search, AsksForWhatIsReadUnderOtherCodesToo) {
  const std::string url = fhir::searchFor(RecordKind::Observation, "p1").url;
  for (const std::string code : {"96608-5", "96609-3", "271649006", "271650006", "365981007",
                                 "1005671000000105", "163020007", "266919005"}) {
    EXPECT_NE(url.find("," + code + ","), std::string::npos) << code;
  }
}

// One whose status nobody knows is a question; one that was never sent would be taken as none.
TEST(Search, AsksForMedicinesOfUnknownStatusToo) {
  const std::string url = fhir::searchFor(RecordKind::MedicationRequest, "p1").url;
  EXPECT_NE(url.find("status=active,on-hold,unknown&"), std::string::npos) << url;
}

TEST(Search, AsksForLessOfTheServerStepByStep) {
  auto search = fhir::searchFor(RecordKind::Observation, "p1");
  EXPECT_NE(search.url.find("_sort"), std::string::npos);
  std::vector<std::string> urls;
  while (const auto simpler = fhir::simplerSearch(search, "p1")) {
    search = *simpler;
    urls.push_back(search.url);
  }
  ASSERT_EQ(urls.size(), 7U);
  for (const std::string& url : urls)
    EXPECT_EQ(url.find("_sort"), std::string::npos) << url;
  EXPECT_NE(urls[1].find("2093-3"), std::string::npos);
  EXPECT_EQ(urls[1].find("_count"), std::string::npos)
      << "a large count may be all that is refused";
  EXPECT_NE(urls[2].find("http%3A%2F%2Floinc.org%7C2093-3"), std::string::npos);
  EXPECT_EQ(urls[3].find("code="), std::string::npos);
  EXPECT_NE(urls[3].find("category="), std::string::npos);
  EXPECT_EQ(urls[5], "Observation?patient=p1");
  EXPECT_EQ(urls[6], "Observation?subject=Patient%2Fp1");
}

TEST(Search, ReadsThePatientDirectly) {
  EXPECT_EQ(fhir::searchFor(RecordKind::Patient, "p1").url, "Patient/p1");
  EXPECT_FALSE(fhir::simplerSearch(fhir::searchFor(RecordKind::Patient, "p1"), "p1").has_value());
}

TEST(Search, AsksForPatientsInPortions) {
  std::vector<std::string> ids;
  for (int i = 0; i < 120; ++i)
    ids.push_back("p" + std::to_string(i));
  ids.push_back("../evil");
  const auto searches = fhir::patientsByIdSearches(ids);
  ASSERT_EQ(searches.size(), 3U);
  EXPECT_NE(searches[2].find("p119"), std::string::npos);
  EXPECT_EQ(searches[2].find("evil"), std::string::npos);
}

TEST(Search, AsksForFewerPatientsAtOnceWhereTheirIdsAreLong) {
  const std::vector<std::string> ids(50, std::string(64, 'a'));
  const auto searches = fhir::patientsByIdSearches(ids);
  ASSERT_EQ(searches.size(), 2U);
  for (const std::string& search : searches)
    EXPECT_LE(search.size(), fhir::kLongestSearch);
}

TEST(Search, ReadsPatientsOneByOneWhereAListOfIdsIsRefused) {
  const auto searches = fhir::patientsByIdSearches({"p1", "p-2", "p.3"});
  EXPECT_EQ(fhir::singlePatientReads("https://ehr.example/fhir/" + searches[0]),
            (std::vector<std::string>{"Patient/p1", "Patient/p-2", "Patient/p.3"}));
  EXPECT_TRUE(fhir::singlePatientReads("https://ehr.example/fhir/Patient/p1").empty());
}

TEST(Search, TellsNamesDatesAndIdentifiersApart) {
  EXPECT_EQ(fhir::patientSearch(" L\xC3\xB3pez "), "Patient?name=L%C3%B3pez&_count=50");
  EXPECT_EQ(fhir::patientSearch("1961-05-02"), "Patient?birthdate=1961-05-02&_count=50");
  EXPECT_EQ(fhir::patientSearch("ZZZ0016"), "Patient?identifier=ZZZ0016&_count=50");
}

TEST(Paging, FollowsLinksUnderTheBaseOnly) {
  for (const std::string_view next :
       {"https://evil.example/fhir?p=2", "http://ehr.example/fhir?p=2",
        "https://ehr.example:8443/fhir?p=2", "https://ehr.example/fhir-evil?p=2",
        "https://ehr.example/fhir/../admin", "//evil.example/fhir?p=2", "javascript:alert(1)"}) {
    Paging paging(kBase, kFirst);
    const auto followed = paging.follow(next, {1, 1});
    ASSERT_FALSE(followed.ok()) << next;
    EXPECT_EQ(followed.error(), PagingStop::OutsideBase) << next;
  }
}

TEST(Paging, ResolvesRelativeLinks) {
  Paging paging(kBase, kFirst);
  EXPECT_EQ(*paging.follow("Observation?page=2", {1, 1}),
            "https://ehr.example/fhir/Observation?page=2");
  EXPECT_EQ(*paging.follow("?page=3", {1, 1}), "https://ehr.example/fhir/Observation?page=3");
  EXPECT_EQ(*paging.follow("https://ehr.example/fhir?_getpages=x", {1, 1}),
            "https://ehr.example/fhir?_getpages=x");
}

TEST(Paging, FollowsNoLinkThatIsTooLongToBeAnAddress) {
  constexpr std::size_t kLongest = 8UL * 1024UL;  // net::parseUrl
  const std::string start = std::string(kBase) + "/Observation?_getpages=";
  const std::string longest = start + std::string(kLongest - start.size(), 'x');
  EXPECT_EQ(*Paging(kBase, kFirst).follow(longest, {1, 1}), longest);
  EXPECT_EQ(Paging(kBase, kFirst).follow(longest + "x", {1, 1}).error(), PagingStop::OutsideBase);
}

TEST(Paging, StopsAtARepeatedPage) {
  Paging paging(kBase, kFirst);
  EXPECT_EQ(paging.follow(kFirst, {1, 1}).error(), PagingStop::Repeated);
}

TEST(Paging, StopsAtItsLimits) {
  EXPECT_EQ(Paging(kBase, kFirst, {.pages = 1}).follow("?page=2", {1, 1}).error(),
            PagingStop::TooManyPages);
  EXPECT_EQ(Paging(kBase, kFirst, {.resources = 10}).follow("?page=2", {10, 1}).error(),
            PagingStop::TooManyResources);
  EXPECT_EQ(Paging(kBase, kFirst, {.bytes = 10}).follow("?page=2", {1, 10}).error(),
            PagingStop::TooManyBytes);
  constexpr std::chrono::seconds kHalf{30};
  Paging slow(kBase, kFirst);
  EXPECT_TRUE(slow.follow("?page=2", {.time = kHalf}).ok());
  EXPECT_EQ(slow.follow("?page=3", {.time = kHalf}).error(), PagingStop::TooSlow);
}

}  // namespace
