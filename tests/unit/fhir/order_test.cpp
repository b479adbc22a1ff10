// What must never change a result: the order of entries, how they are paged, how often they come.
#include <gtest/gtest.h>

#include <random>

#include "fhir/reader.h"
#include "fhir/risk_inputs.h"
#include "quirk.h"

namespace {

const fhir::Date kAsOf{2026, 11, 23};

std::vector<nlohmann::json> resourcesOf(const std::string& quirk) {
  const auto fixture = nlohmann::json::parse(readWhole(pathOfQuirk(quirk)), nullptr, false);
  std::vector<nlohmann::json> resources;
  for (const auto& each : fixture.value("resources", nlohmann::json::array()))
    resources.push_back(each);
  return resources;
}

/// A record that has a bit of everything, from the fixtures that do not depend on each other.
std::vector<nlohmann::json> mixedResources() {
  const std::vector<std::string> names{"tie-later-issued-wins",
                                       "pressure-as-two-observations",
                                       "several-readings-of-one-day",
                                       "body-mass-index-derived-from-later-weight",
                                       "diabetes-resolved",
                                       "antihypertensive-by-name",
                                       "infarction-unconfirmed-is-a-question"};
  std::vector<nlohmann::json> resources;
  int number = 0;
  for (const std::string& name : names) {
    for (auto resource : resourcesOf(name)) {
      const bool isPatient = resource.value("resourceType", "") == "Patient";
      if (isPatient && number > 0) continue;
      if (!isPatient) resource["id"] = resource.value("id", "") + std::to_string(number);
      resources.push_back(std::move(resource));
      ++number;
    }
  }
  return resources;
}

struct Summary {
  risk::Inputs inputs;
  std::vector<fhir::Finding> findings;
  std::vector<std::string> sources;

  friend bool operator==(const Summary&, const Summary&) = default;
};

Summary summarise(const fhir::RecordReader& reader, const fhir::Date& asOf = kAsOf) {
  const auto record = reader.record("p1", asOf);
  if (!record) return {};
  Summary summary{fhir::toInputs(*record), record->findings, {}};
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    const auto* found = record->number(fact);
    summary.sources.push_back(found == nullptr ? "" : found->origin.sources.front());
  }
  return summary;
}

Summary readAtOnce(const std::vector<nlohmann::json>& resources) {
  fhir::RecordReader reader;
  reader.read(bundleOf(resources));
  return summarise(reader);
}

TEST(RecordOrder, OfEntriesNeverChangesTheResult) {
  auto resources = mixedResources();
  const Summary expected = readAtOnce(resources);
  ASSERT_TRUE(expected.inputs.totalCholesterol.has_value());
  std::mt19937 random(20261123);
  for (int i = 0; i < 50; ++i) {
    std::shuffle(resources.begin(), resources.end(), random);
    EXPECT_EQ(readAtOnce(resources), expected);
  }
}

TEST(RecordOrder, PagesAndPiecesNeverChangeTheResult) {
  const auto resources = mixedResources();
  const Summary expected = readAtOnce(resources);
  fhir::RecordReader oneByOne;
  for (const auto& each : resources)
    oneByOne.read(each.dump());
  EXPECT_EQ(summarise(oneByOne), expected);
  fhir::RecordReader byBytes;
  for (const char c : bundleOf(resources))
    byBytes.feed(std::string_view(&c, 1));
  byBytes.endDocument();
  EXPECT_EQ(summarise(byBytes), expected);
}

TEST(RecordOrder, DuplicatesNeverChangeTheResult) {
  auto resources = mixedResources();
  const Summary expected = readAtOnce(resources);
  const auto once = resources;
  resources.insert(resources.end(), once.begin(), once.end());
  EXPECT_EQ(readAtOnce(resources), expected);
}

nlohmann::json cholesterol(const std::string& lastUpdated) {
  return {{"resourceType", "Observation"},
          {"id", "o1"},
          {"meta", {{"lastUpdated", lastUpdated}}},
          {"status", "final"},
          {"code", {{"coding", {{{"system", "http://loinc.org"}, {"code", "2093-3"}}}}}},
          {"subject", {{"reference", "Patient/p1"}}},
          {"effectiveDateTime", "2026-03-04"},
          {"valueQuantity", {{"value", 190}, {"unit", "mg/dL"}}}};
}

/// Versions of that resource that hold nothing which could be a fact of p1.
std::vector<nlohmann::json> withdrawnVersions(const std::string& lastUpdated) {
  auto withdrawn = cholesterol(lastUpdated);
  withdrawn["status"] = "entered-in-error";
  auto withoutValue = cholesterol(lastUpdated);
  withoutValue.erase("valueQuantity");
  auto ofAnotherCode = cholesterol(lastUpdated);
  ofAnotherCode["code"] = {{"text", "Glucose"}};
  auto ofAnotherPatient = cholesterol(lastUpdated);
  ofAnotherPatient["subject"]["reference"] = "Patient/p2";
  const nlohmann::json bare{{"resourceType", "Observation"},
                            {"id", "o1"},
                            {"meta", {{"lastUpdated", lastUpdated}, {"versionId", "2"}}},
                            {"status", "entered-in-error"}};
  return {withdrawn, withoutValue, ofAnotherCode, ofAnotherPatient, bare};
}

TEST(RecordOrder, AVersionWithoutAFactReplacesOlderOnesWheneverItIsRead) {
  const nlohmann::json patient{{"resourceType", "Patient"}, {"id", "p1"}};
  const auto older = cholesterol("2026-04-01T00:00:00Z");
  ASSERT_TRUE(readAtOnce({patient, older}).inputs.totalCholesterol.has_value());
  for (const auto& newer : withdrawnVersions("2026-05-01T00:00:00Z")) {
    const Summary newerLast = readAtOnce({patient, older, newer});
    EXPECT_FALSE(newerLast.inputs.totalCholesterol.has_value()) << newer;
    EXPECT_EQ(readAtOnce({patient, newer, older}), newerLast) << newer;
    EXPECT_EQ(readAtOnce({newer, older, patient, newer}), newerLast) << newer;
  }
  for (const auto& oldest : withdrawnVersions("2026-03-01T00:00:00Z")) {
    EXPECT_TRUE(readAtOnce({oldest, older, patient}).inputs.totalCholesterol.has_value()) << oldest;
    EXPECT_TRUE(readAtOnce({older, patient, oldest}).inputs.totalCholesterol.has_value()) << oldest;
  }
}

class QuirkOrderTest : public testing::TestWithParam<std::string> {};

TEST_P(QuirkOrderTest, NeverMatters) {
  auto resources = resourcesOf(GetParam());
  const auto asOf = fhir::parseDate(readQuirk(pathOfQuirk(GetParam())).asOf).value_or(kAsOf);
  fhir::RecordReader asWritten;
  asWritten.read(bundleOf(resources));
  const Summary expected = summarise(asWritten, asOf);
  std::mt19937 random(20261123);
  for (int i = 0; i < 4; ++i) {
    std::shuffle(resources.begin(), resources.end(), random);
    fhir::RecordReader shuffled;
    shuffled.read(bundleOf(resources));
    EXPECT_EQ(summarise(shuffled, asOf), expected) << bundleOf(resources);
    // Some of it again, and each resource as a page of its own.
    fhir::RecordReader paged;
    for (const auto& each : resources)
      paged.read(each.dump());
    for (std::size_t again = 0; again < resources.size(); again += 2)
      paged.read(bundleOf(nlohmann::json::array({resources[again]})));
    EXPECT_EQ(summarise(paged, asOf), expected) << bundleOf(resources);
  }
}

/// Fixtures of single resources, but for the one in which being the last decides, by rule.
std::vector<std::string> quirksOfAnyOrder() {
  std::vector<std::string> names;
  for (const std::string& name : quirkNames()) {
    const bool hasResources =
        readWhole(pathOfQuirk(name)).find("\"resources\"") != std::string::npos;
    if (hasResources && name != "same-id-twice-without-update-last-wins") names.push_back(name);
  }
  return names;
}

INSTANTIATE_TEST_SUITE_P(Record, QuirkOrderTest, testing::ValuesIn(quirksOfAnyOrder()), nameOf);

TEST(RecordOrder, ACopyOfAReaderIsIndependent) {
  fhir::RecordReader reader;
  reader.read(bundleOf(mixedResources()));
  const Summary expected = summarise(reader);
  fhir::RecordReader copy = reader;
  copy.read(R"({"resourceType":"Observation","id":"x","status":"final",
    "code":{"coding":[{"system":"http://loinc.org","code":"2093-3"}]},
    "subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-11-01",
    "valueQuantity":{"value":250,"unit":"mg/dL"}})");
  EXPECT_NE(summarise(copy), expected);
  EXPECT_EQ(summarise(reader), expected);
}

}  // namespace
