#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "fhir/code_system.h"

/// Which Observations hold which numbers.
namespace fhir {

/// A number that is read from an Observation or from one of its components.
enum class Analyte {
  TotalCholesterol,
  HdlCholesterol,
  LdlCholesterol,
  Triglycerides,
  SystolicBloodPressure,
  DiastolicBloodPressure,
  BodyMassIndex,
  Weight,
  Height,
  Egfr,
  Hba1c,
  UrineAlbuminCreatinineRatio,
};

struct AnalyteCode {
  Analyte analyte;
  std::string_view code;
  /// Among values of one time the code of lower rank is taken; codes of one rank are equal.
  int rank = 0;
  /// A race variant: taken only when no other value exists.
  bool isLastResort = false;
};

/// The number that a code stands for; null when it is not in the table.
const AnalyteCode* analyteOf(CodeSystem system, std::string_view code);

/// True for panels whose components are a blood pressure.
bool isBloodPressurePanel(CodeSystem system, std::string_view code);

/// True for HbA1c on the IFCC scale, where "per cent" is another number than on the NGSP scale.
bool isIfccHba1c(std::string_view code);

/// Every code of LOINC or SNOMED CT that is read, numbers and panels: what a server is asked for.
std::vector<std::string_view> observationCodes(CodeSystem system);

}  // namespace fhir
