#pragma once

#include <array>

namespace app {

/// The kinds of data read for a patient. Each is read on its own, in parallel with the others, and
/// can fail on its own.
enum class RecordKind {
  Patient,
  Observations,
  Conditions,
  Medications,
  Procedures,
  Assessments,
};

inline constexpr std::array kRecordKinds{RecordKind::Patient,    RecordKind::Observations,
                                         RecordKind::Conditions, RecordKind::Medications,
                                         RecordKind::Procedures, RecordKind::Assessments};

}  // namespace app
