#pragma once

#include <string>
#include <string_view>

/// What the reading of a record has to say about it, beside the facts.
namespace fhir {

enum class Severity { Info, Warning, Error };

enum class FindingCode {
  Stale,            ///< older than the fact's age limit; used, to be measured again
  UnitMissing,      ///< a number without a unit
  UnitUnknown,      ///< a unit that is not in the tables
  NotANumber,       ///< text, a range or a code where a number belongs
  Comparator,       ///< "less than" or "more than" a number
  Absent,           ///< the record says that the value is absent
  Implausible,      ///< a value that no living adult has
  Undated,          ///< no date: cannot be placed in time
  Future,           ///< dated after the as-of date
  WeakStatus,       ///< preliminary or of unknown status, for want of a better one
  Tie,              ///< several values of one time that disagree
  NewerUnusable,    ///< a newer resource exists that holds no usable value
  SeveralReadings,  ///< blood pressures of one day that disagree
  Assumed,          ///< "no" because a complete record does not mention it
  Question,         ///< the record does not settle it; somebody has to answer
  Contradiction,    ///< facts that cannot both be right
  Partial,          ///< the record was not read completely
  Unidentified,     ///< an entry whose meaning cannot be told
  OtherSubject,     ///< data of another person, or of nobody: not used
  Race,             ///< which equations a model takes, and why
  Note,             ///< how something was read
};

struct Finding {
  Severity severity = Severity::Info;
  FindingCode code = FindingCode::Note;
  std::string path;     ///< the resource, with the element where that matters: "Observation/o9"
  std::string message;  ///< one English sentence; may quote the record: show as plain text only

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// "info", "warning", "error".
std::string_view name(Severity severity);

/// The code in lower case with hyphens: "unit-missing".
std::string_view name(FindingCode code);

}  // namespace fhir
