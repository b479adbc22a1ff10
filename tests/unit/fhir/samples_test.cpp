// Public synthetic records, where they are at hand: everything is read, nothing is invented.
#include <gtest/gtest.h>

#include <cstdlib>

#include "fhir/reader.h"
#include "quirk.h"

namespace {

std::filesystem::path samplesFolder() {
  const char* named = std::getenv("FRAMINGHAM_FHIR_SAMPLES");
  if (named != nullptr) return named;
  return std::filesystem::path(FRAMINGHAM_SOURCE_DIR) / ".." / "shared" / "fhir-samples";
}

std::vector<std::filesystem::path> samples() {
  std::vector<std::filesystem::path> files;
  std::error_code absent;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samplesFolder(), absent)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  return files;
}

TEST(Samples, AreReadWithoutAProblemAndInAnyPieces) {
  for (const auto& path : samples()) {
    const std::string text = readWhole(path);
    fhir::RecordReader whole;
    EXPECT_TRUE(whole.read(text).problems.empty()) << path;
    fhir::RecordReader inPieces;
    for (std::size_t at = 0; at < text.size(); at += 777)
      inPieces.feed(text.substr(at, 777));
    inPieces.endDocument();
    ASSERT_EQ(inPieces.patientIds(), whole.patientIds()) << path;
    for (const std::string& id : whole.patientIds()) {
      const auto record = whole.record(id, {2020, 1, 1});
      EXPECT_EQ(inPieces.record(id, {2020, 1, 1})->findings, record->findings) << path;
      for (const fhir::Fact fact : fhir::kNumberFacts) {
        const auto* found = record->number(fact);
        if (found != nullptr) EXPECT_FALSE(found->origin.sources.empty()) << path;
      }
    }
  }
}

}  // namespace
