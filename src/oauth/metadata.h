#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oauth/discovery.h"

namespace oauth {

/// What a discovery document of any kind says, before it is judged. Empty texts and vectors mean
/// that it says nothing.
struct Metadata {
  std::string authorizationEndpoint;
  std::string tokenEndpoint;
  std::string revocationEndpoint;
  std::string jwksUri;
  std::string endSessionEndpoint;
  std::string issuer;
  bool namesIssuerInResponses = false;
  std::optional<std::vector<std::string>> codeChallengeMethods;
  std::vector<std::string> responseTypes;
  std::vector<std::string> dpopAlgorithms;
  std::vector<std::string> capabilities;
  std::vector<std::string> scopesSupported;
  std::vector<DiscoveryNote> notes;
};

/// Applies the rules that all sources have in common.
Result<ServerConfiguration> judgeMetadata(const FhirBase& base, Metadata metadata,
                                          DiscoverySource source);

}  // namespace oauth
