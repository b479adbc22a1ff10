#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fhir/answer_error.h"

/// What a server says it can do (FHIR R4 `CapabilityStatement`, `[base]/metadata`).
namespace fhir {

struct Capability {
  FhirVersion version = FhirVersion::Unknown;
  std::string versionText;             ///< as written
  std::string software;                ///< name in words, or empty
  std::vector<std::string> readable;   ///< resource types with `search-type` or `read`
  std::vector<std::string> creatable;  ///< resource types with `create`

  bool canRead(std::string_view type) const;
  bool canCreate(std::string_view type) const;
};

/// Reads `[base]/metadata`; UnsupportedVersion (with the version's name as detail) for DSTU2 and
/// older. Servers may leave everything but the version out.
base::Result<Capability, AnswerError> readCapability(std::string_view text);

}  // namespace fhir
