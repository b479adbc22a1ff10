#include "fhir/finding.h"

namespace fhir {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::Info:
      return "info";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "error";
}

std::string_view name(FindingCode code) {
  switch (code) {
    case FindingCode::Stale:
      return "stale";
    case FindingCode::UnitMissing:
      return "unit-missing";
    case FindingCode::UnitUnknown:
      return "unit-unknown";
    case FindingCode::NotANumber:
      return "not-a-number";
    case FindingCode::Comparator:
      return "comparator";
    case FindingCode::Absent:
      return "absent";
    case FindingCode::Implausible:
      return "implausible";
    case FindingCode::Undated:
      return "undated";
    case FindingCode::Future:
      return "future";
    case FindingCode::WeakStatus:
      return "weak-status";
    case FindingCode::Tie:
      return "tie";
    case FindingCode::NewerUnusable:
      return "newer-unusable";
    case FindingCode::SeveralReadings:
      return "several-readings";
    case FindingCode::Assumed:
      return "assumed";
    case FindingCode::Question:
      return "question";
    case FindingCode::Contradiction:
      return "contradiction";
    case FindingCode::Partial:
      return "partial";
    case FindingCode::Unidentified:
      return "unidentified";
    case FindingCode::OtherSubject:
      return "other-subject";
    case FindingCode::Race:
      return "race";
    case FindingCode::Note:
      return "note";
  }
  return "note";
}

}  // namespace fhir
