// What must never change a result: the order of entries, how they are paged, how often they come.
#include <gtest/gtest.h>

#include <random>

#include "fhir/reader.h"
#include "fhir/risk_inputs.h"
#include "quirk.h"

namespace {

const fhir::Date kAsOf{2026, 11, 23};

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
    const auto path = std::filesystem::path(FRAMINGHAM_TEST_DATA) / "quirks" / (name + ".json");
    const auto fixture = nlohmann::json::parse(readWhole(path), nullptr, false);
    for (auto resource : fixture.value("resources", nlohmann::json::array())) {
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

Summary summarise(const fhir::RecordReader& reader) {
  const auto record = reader.record("p1", kAsOf);
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
