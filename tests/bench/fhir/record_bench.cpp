// How fast records are read: a large Bundle and an export of 10,000 patients as NDJSON, beside a
// plain nlohmann tree of the same text. JSON.parse of the same bytes is measured by
// `record_bench --write FILE` and `node -e`.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "fhir/reader.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string observation(int patient, int number) {
  const std::string id = std::to_string(patient) + "-" + std::to_string(number);
  const bool isUsed = number % 10 == 0;
  return R"({"resourceType":"Observation","id":"o)" + id +
         R"(","status":"final","code":{"coding":[{"system":"http://loinc.org","code":")" +
         (isUsed ? "2093-3" : "718-7") + R"(","display":"A laboratory test"}],"text":"A test"},)" +
         R"("subject":{"reference":"Patient/p)" + std::to_string(patient) +
         R"("},"effectiveDateTime":"2026-03-04T10:00:00+13:00","issued":"2026-03-04T11:00:00Z",)" +
         R"("valueQuantity":{"value":)" + std::to_string(150 + number % 100) +
         R"(.25,"unit":"mg/dL","system":"http://unitsofmeasure.org","code":"mg/dL"}})";
}

std::string patient(int number) {
  return R"({"resourceType":"Patient","id":"p)" + std::to_string(number) +
         R"(","gender":"female","birthDate":"1961-05-02"})";
}

std::string largeBundle(std::size_t bytes) {
  std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[{"resource":)";
  text += patient(1) + "}";
  for (int i = 0; text.size() < bytes; ++i)
    text += ",{\"resource\":" + observation(1, i) + "}";
  return text + "]}";
}

std::string bulkExport(int patients) {
  std::string text;
  for (int p = 0; p < patients; ++p) {
    text += patient(p) + "\n";
    for (int i = 0; i < 20; ++i)
      text += observation(p, i) + "\n";
  }
  return text;
}

template <typename Function>
void measure(std::string_view name, std::size_t bytes, Function run) {
  const auto start = Clock::now();
  const std::size_t result = run();
  const std::chrono::duration<double> seconds = Clock::now() - start;
  std::printf("%-28.*s %7.1f MB  %7.3f s  %7.1f MB/s  (%zu)\n", static_cast<int>(name.size()),
              name.data(), static_cast<double>(bytes) / 1e6, seconds.count(),
              static_cast<double>(bytes) / 1e6 / seconds.count(), result);
}

std::size_t readRecords(const std::string& text) {
  constexpr fhir::Date kAsOf{2026, 11, 23};
  fhir::RecordReader reader;
  reader.read(text);
  std::size_t facts = 0;
  for (const std::string& id : reader.patientIds()) {
    const auto record = reader.record(id, kAsOf);
    if (record && record->number(fhir::Fact::TotalCholesterol) != nullptr) ++facts;
  }
  return facts;
}

std::size_t parseLines(std::string_view text) {
  std::size_t values = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    values += nlohmann::json::parse(line, nullptr, false).size();
  }
  return values;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::size_t kBundleBytes = 50'000'000;
  constexpr int kPatients = 10'000;
  const std::string bundle = largeBundle(kBundleBytes);
  if (argc == 3 && std::string_view(argv[1]) == "--write") {
    std::ofstream(argv[2], std::ios::binary) << bundle;
    return 0;
  }
  measure("Bundle, records", bundle.size(), [&] { return readRecords(bundle); });
  measure("Bundle, nlohmann tree", bundle.size(), [&] { return parseLines(bundle); });
  const std::string lines = bulkExport(kPatients);
  measure("NDJSON, records", lines.size(), [&] { return readRecords(lines); });
  measure("NDJSON, nlohmann trees", lines.size(), [&] { return parseLines(lines); });
  return 0;
}
