#pragma once

#include <string>
#include <string_view>

#include "json/read.h"

namespace fhir {

/// The HumanName that a person goes by: the official, else the usual, else the first; null when
/// there is none.
const json::Value* chooseName(const json::Value& person);

/// How the person of a Practitioner, PractitionerRole, Patient, RelatedPerson or Person resource
/// is called, for display: cut and cleaned of control characters. Empty when the text is no such
/// resource, is not the one named, or has no name.
std::string readPersonName(std::string_view text, std::string_view type, std::string_view id);

}  // namespace fhir
