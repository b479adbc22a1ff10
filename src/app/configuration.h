#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fhir/reader.h"
#include "net/url.h"

/// `config.json`: what the person who hosts the app decides. It is the only thing that a host
/// edits.
namespace app {

/// In which part a person signs in to an EHR.
enum class UserKind { Clinician, Patient };

/// An EHR that the app may sign in to.
struct EhrConfiguration {
  std::string name;                 ///< as shown on the sign-in button
  net::Url fhirBase;                ///< without trailing slash
  std::string audience;             ///< the base as written: told to the server as `aud`
  std::string clientId;             ///< public client, as registered with the EHR
  std::vector<UserKind> userKinds;  ///< at least one; the order of the buttons
  std::vector<std::string> scopes;  ///< further scopes to ask for, usually none
  bool demonstration = false;       ///< may the app write invented data there?
  bool saveObservation = false;     ///< save LOINC 65853-4 beside the RiskAssessment?
  /// For servers without SMART's own discovery document: the issuer whose metadata says where to
  /// sign in; empty otherwise. The text is compared letter by letter.
  std::string issuer;
  /// False for a server that signs in by plain OAuth 2 and knows nothing of SMART App Launch.
  bool smart = true;
  /// For servers that publish no discovery document; both or neither.
  std::optional<net::Url> authorizationEndpoint;
  std::optional<net::Url> tokenEndpoint;
};

struct Configuration {
  std::vector<EhrConfiguration> ehrs;
  std::string emergencyNumber;  ///< "111", "911", "112", …
  std::string redirectUri;      ///< registered with every EHR; default: the app's own address
  std::int64_t idleLockMinutes = 15;
  std::int64_t sessionCapMinutes = 480;
  fhir::AgeLimits ageLimits;  ///< after how many years a value counts as old
};

/// What is wrong with a configuration, in words for the person who wrote it.
struct ConfigurationError {
  std::string path;     ///< e.g. "ehrs[0].fhirBase"
  std::string message;  ///< e.g. "must be an absolute https URL"
};

/// Reads `config.json`. `appUrl` is the address that the app was loaded from, without query and
/// fragment; a redirect URI, where given, must share its origin. Unknown members are errors: a
/// misspelt one would otherwise silently do nothing.
base::Result<Configuration, ConfigurationError> parseConfiguration(std::string_view text,
                                                                   const net::Url& appUrl);

}  // namespace app
