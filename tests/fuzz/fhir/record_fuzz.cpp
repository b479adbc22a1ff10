#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fhir/reader.h"
#include "fhir/risk_inputs.h"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

/// Whatever the text, reading it at once and byte by byte gives the same records, every number is
/// plausible and has a source, and nothing is both assumed and sourced.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr fhir::Date kAsOf{2026, 11, 23};
  fhir::RecordReader whole;
  const auto outcome = whole.read(text);
  fhir::RecordReader bytewise;
  for (const char& c : text)
    bytewise.feed({&c, 1});
  require(bytewise.endDocument().problems.size() == outcome.problems.size());
  const auto ids = whole.patientIds();
  require(bytewise.patientIds() == ids);
  for (const auto& id : ids) {
    const auto record = whole.record(id, kAsOf);
    const auto again = bytewise.record(id, kAsOf);
    require(record && again && record->findings == again->findings);
    require(fhir::toInputs(*record) == fhir::toInputs(*again));
    for (const fhir::Fact fact : fhir::kNumberFacts) {
      const auto* found = record->number(fact);
      require(found == nullptr || (found->value >= 0 && !found->origin.sources.empty()));
    }
    for (const fhir::Fact fact : fhir::kAnswerFacts) {
      const auto* found = record->answer(fact);
      require(found == nullptr || !found->assumed || found->origin.sources.empty());
    }
  }
  return 0;
}
