#include <fuzzer/FuzzedDataProvider.h>

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "fhir/reader.h"
#include "fhir/write.h"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

/// Whatever an assessment says, what is written can be read, and says the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  fhir::AssessmentToWrite written;
  written.patientId = "p1";
  written.occurredAt = "2026-11-23T10:00:00Z";
  written.modelId = "framingham-2008-lipid";
  written.outcome = "general-cvd";
  written.age = input.ConsumeIntegralInRange<int>(0, 120);
  written.horizonYears = input.PickValueInArray({10, 30});
  written.probability = input.ConsumeProbability<double>();
  written.band = input.ConsumeRandomLengthString(20);
  written.performer = input.ConsumeRandomLengthString(40);
  written.modelTitle = input.ConsumeRandomLengthString(40);
  written.outcomeTitle = input.ConsumeRandomLengthString(40);
  written.basis = {input.ConsumeRandomLengthString(40)};
  written.inputs = {{input.ConsumeRemainingBytesAsString(), "", ""}};
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  require(reader.read(fhir::riskAssessment(written)).problems.empty());
  const auto record = reader.record("p1", {2026, 11, 23});
  require(record && record->assessments.size() == 1);
  const fhir::EarlierAssessment& found = record->assessments.front();
  require(found.ours && found.modelId == written.modelId && found.outcome == written.outcome);
  require(found.probability == written.probability && found.horizonYears == written.horizonYears);
  const auto observation = fhir::riskObservation(written, *record);
  require(observation.has_value() == (written.horizonYears == 10));
  if (!observation) return 0;
  require(reader.read(*observation).problems.empty());
  const auto both = reader.record("p1", {2026, 11, 23});
  require(both && both->assessments.size() == 2);
  for (const fhir::EarlierAssessment& each : both->assessments) {
    require(each.ours && each.modelId == written.modelId && each.horizonYears == 10);
    require(each.probability && std::abs(*each.probability - written.probability) < 1e-12);
  }
  return 0;
}
