// written [PATIENT]: one line for each resource that the app can write about a patient, fully
// filled in, and as bare as can be.
#include <iostream>
#include <string>

#include "fhir/reader.h"
#include "fhir/write.h"

namespace {

fhir::AssessmentToWrite bare(const std::string& patient) {
  fhir::AssessmentToWrite written;
  written.patientId = patient;
  written.occurredAt = "2026-11-23T10:00:00+13:00";
  written.modelId = "framingham-2008-lipid";
  written.modelTitle = "Framingham general cardiovascular disease, 2008";
  written.outcome = "general-cvd";
  written.outcomeTitle = "General cardiovascular disease";
  written.age = 65;
  written.probability = 0.12345678901;
  return written;
}

fhir::AssessmentToWrite full(const std::string& patient) {
  fhir::AssessmentToWrite written = bare(patient);
  written.encounterId = "e1";
  written.performer = "Practitioner/d1";
  written.band = "intermediate";
  written.basis = {"Patient/" + patient, "Observation/o1", "Condition/c1"};
  written.inputs = {{"total cholesterol", "201 mg/dL", "Observation/o1, 2026-10-01"},
                    {"systolic blood pressure", "130 mm[Hg]", ""}};
  written.remarks = {"Not read completely: Procedure."};
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string patient = argc > 1 ? argv[1] : "p1";
  fhir::RecordReader reader;
  reader.read(R"({"resourceType":"Patient","id":"p1","birthDate":"1961-05-02"})");
  reader.read(fhir::demonstrationData("p1", {2026, 11, 23}, 1));
  const auto record = reader.record("p1", {2026, 11, 23});
  if (!record) return 1;
  for (const auto& written : {bare(patient), full(patient)}) {
    std::cout << fhir::riskAssessment(written) << '\n';
    std::cout << fhir::riskObservation(written, *record).value_or("null") << '\n';
  }
  auto unnamedBand = full(patient);
  unnamedBand.band = "very-high";
  std::cout << fhir::riskAssessment(unnamedBand) << '\n';
  std::cout << fhir::demonstrationData("p1", {2026, 11, 23}, 2) << '\n';
  return 0;
}
