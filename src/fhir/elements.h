#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/clinical_record.h"
#include "fhir/code_system.h"
#include "fhir/date.h"
#include "json/read.h"

/// FHIR's data types as they are read from a resource, whichever version wrote it.
namespace fhir {

/// A CodeableConcept, or a plain code where older versions have one.
struct Concept {
  std::vector<Coding> codings;
  std::string text;

  /// What a person would read: the text, else the first display.
  std::string words() const;
  /// Text and all displays in lower case, for matching.
  std::string allWords() const;
  /// True when a coding says why the concept is absent or masked.
  bool isAbsent() const;
  /// True for a coding with this code, of whatever system.
  bool hasCode(std::string_view code) const;
};

/// The concept in member `key`: a CodeableConcept, a list of them (the codings of all), a Coding, a
/// code, or R5's CodeableReference (its concept).
Concept readConcept(const json::Value& resource, std::string_view key);

/// A reference taken apart: "Patient/p1", "https://host/fhir/Patient/p1/_history/2",
/// "urn:uuid:...".
struct Reference {
  std::string local;  ///< "Patient/p1"; the URN itself; "#id" for a contained resource
  std::string base;   ///< "https://host/fhir" where it is absolute

  bool isEmpty() const { return local.empty(); }
  friend bool operator==(const Reference&, const Reference&) = default;
};

Reference parseReference(std::string_view text);

/// The reference in member `key`: a Reference or R5's CodeableReference.
Reference reference(const json::Value& resource, std::string_view key);

/// True when both can name one resource: the same local part, and no two different servers.
bool mayBeSame(const Reference& a, const Reference& b);

std::optional<Timestamp> timestamp(const json::Value& resource, std::string_view key);

/// `meta.lastUpdated`, or the instant in `key`, in microseconds of the epoch; 0 when not given.
std::int64_t lastUpdated(const json::Value& resource);
std::int64_t instant(const json::Value& resource, std::string_view key);

/// The time of member PREFIX + "DateTime", "Instant" or "Period" (its end, else its start).
std::optional<Timestamp> occurrence(const json::Value& resource, std::string_view prefix);

/// The contained resource that "#m1" refers to; null when there is none.
const json::Value* contained(const json::Value& resource, std::string_view localReference);

}  // namespace fhir
