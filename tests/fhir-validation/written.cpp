// Writes one line for each resource that the app can write: fully filled in, and as bare as can be.
#include <iostream>

#include "fhir/reader.h"
#include "fhir/write.h"

namespace {

fhir::AssessmentToWrite bare() {
  fhir::AssessmentToWrite written;
  written.patientId = "p1";
  written.occurredAt = "2026-11-23T10:00:00+13:00";
  written.modelId = "framingham-2008-lipid";
  written.modelTitle = "Framingham general cardiovascular disease, 2008";
  written.outcome = "general-cvd";
  written.outcomeTitle = "General cardiovascular disease";
  written.age = 65;
  written.probability = 0.12345678901;
  return written;
}

fhir::AssessmentToWrite full() {
  fhir::AssessmentToWrite written = bare();
  written.encounterId = "e1";
  written.performer = "Practitioner/d1";
  written.band = "intermediate";
  written.basis = {"Patient/p1", "Observation/o1", "Condition/c1"};
  written.inputs = {"Total cholesterol 201 mg/dL", "Systolic blood pressure 130 mm[Hg]"};
  return written;
}

}  // namespace

int main() {
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  reader.read(fhir::demonstrationData("p1", {2026, 11, 23}, 1));
  const auto record = reader.record("p1", {2026, 11, 23});
  if (!record) return 1;
  for (const auto& written : {bare(), full()}) {
    std::cout << fhir::riskAssessment(written) << '\n';
    std::cout << fhir::riskObservation(written, *record).value_or("null") << '\n';
  }
  auto unnamedBand = full();
  unnamedBand.band = "very-high";
  std::cout << fhir::riskAssessment(unnamedBand) << '\n';
  std::cout << fhir::demonstrationData("p1", {2026, 11, 23}, 2) << '\n';
  return 0;
}
