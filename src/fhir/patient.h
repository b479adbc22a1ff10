#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fhir/date.h"

namespace fhir {

/// Administrative sex as the equations need it. Anything but male and female is Unknown.
enum class Sex { Unknown, Female, Male };

struct Identifier {
  std::string system;
  std::string value;
  std::string type;  ///< its type in words, or empty

  friend bool operator==(const Identifier&, const Identifier&) = default;
};

/// What US Core's race extension says: the Pooled Cohort Equations ask for it, nothing else does.
enum class Race { NotRecorded, Black, Other };

/// Who the patient is (FHIR `Patient`).
struct Patient {
  std::string id;
  std::string name;  ///< official name, else usual, else the first; given names then family
  std::vector<std::string> givenNames;
  std::string familyName;
  Sex sex = Sex::Unknown;
  std::string gender;  ///< `gender` as written
  std::optional<PartialDate> birthDate;
  bool deceased = false;                    ///< on the as-of date
  std::optional<PartialDate> deceasedDate;  ///< where the record gives one
  Race race = Race::NotRecorded;
  std::vector<Identifier> identifiers;
};

}  // namespace fhir
