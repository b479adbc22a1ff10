#pragma once

#include <string>
#include <string_view>

#include "net/url.h"
#include "oauth/errors.h"
#include "oauth/validated.h"

namespace oauth {

struct NamedFhirBase {
  std::string audience;  ///< exactly as it was given; sent as `aud`, which some servers compare
  net::Url url;          ///< without trailing slash, query or fragment

  /// `url` of a file below the base, e.g. ".well-known/smart-configuration".
  std::string below(std::string_view path) const;
};

/// The base URL of a FHIR server: https, or http on loopback.
using FhirBase = Validated<NamedFhirBase, class FhirBaseValidator>;

/// Fails with FhirBaseInvalid (not an absolute URL, or with user information, query or fragment) or
/// FhirBaseInsecure (http beyond loopback: RFC 6749 section 3.1, SMART App Launch "App
/// Protection").
Result<FhirBase> parseFhirBase(std::string_view text);

}  // namespace oauth
