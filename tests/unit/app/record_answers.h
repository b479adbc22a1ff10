#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness.h"

/// What the scripted server answers about its one patient.
namespace harness {

/// The first worked example of D'Agostino 2008: woman of 61, total cholesterol 180, HDL 47,
/// systolic 124 untreated, smoker, no diabetes.
inline constexpr double kExampleRisk = 0.10484180203720028;

inline std::string patientText(std::string_view id = "p1") {
  return R"({"resourceType":"Patient","id":")" + std::string(id) +
         R"(","gender":"female","birthDate":"1965-05-02","name":[{"given":["Ana"],"family":"Lopez"}]})";
}

inline std::string observation(std::string_view id, std::string_view code, std::string_view value) {
  return R"({"resource":{"resourceType":"Observation","id":")" + std::string(id) +
         R"(","status":"final","subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-10-01",)"
         R"("code":{"coding":[{"system":"http://loinc.org","code":")" +
         std::string(code) + "\"}]}," + std::string(value) + "}}";
}

inline std::string quantity(std::string_view value, std::string_view unit) {
  return R"("valueQuantity":{"value":)" + std::string(value) +
         R"(,"system":"http://unitsofmeasure.org","code":")" + std::string(unit) + "\"}";
}

inline const std::string kSmoker =
    R"("valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"449868002"}]})";

inline std::string searchset(const std::vector<std::string>& entries, std::string_view next = "") {
  std::string text = R"({"resourceType":"Bundle","type":"searchset",)";
  if (!next.empty()) {
    text += R"("link":[{"relation":"next","url":")" + std::string(next) + "\"}],";
  }
  text += R"("entry":[)";
  for (std::size_t i = 0; i < entries.size(); ++i)
    text += (i > 0 ? "," : "") + entries[i];
  return text + "]}";
}

inline std::string exampleObservations() {
  return searchset({observation("o1", "2093-3", quantity("180", "mg/dL")),
                    observation("o2", "2085-9", quantity("47", "mg/dL")),
                    observation("o3", "8480-6", quantity("124", "mm[Hg]")),
                    observation("o4", "72166-2", kSmoker)});
}

/// Answers all searches but those named in `except` with nothing found.
inline void answerTheRest(Browser& browser) {
  for (const char* type : {"Condition?", "MedicationRequest?", "MedicationStatement?", "Procedure?",
                           "RiskAssessment?"}) {
    browser.answers(type, 200, searchset({}));
  }
}

}  // namespace harness
