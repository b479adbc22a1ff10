#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http.h"
#include "net/url.h"
#include "oauth/errors.h"
#include "oauth/fhir_base.h"
#include "oauth/validated.h"

/// Where to send the user and the code. Try smartConfigurationRequest first; on
/// SmartConfigurationMissing, and only then, capabilityStatementRequest. Servers without SMART are
/// found through their issuer (RFC 8414, then OpenID Connect Discovery 1.0) or configured by hand.
namespace oauth {

/// What of a server is pinned for the rest of a sign-in; no later document can change it.
struct Server {
  FhirBase fhirBase;
  std::string issuer;                   ///< exact text; empty when the server names none
  bool namesIssuerInResponses = false;  ///< RFC 9207 section 3
  bool acceptsDpop = false;             ///< ES256 among dpop_signing_alg_values_supported
  net::Url authorizationEndpoint;
  net::Url tokenEndpoint;
  std::optional<net::Url> revocationEndpoint;
  std::optional<net::Url> jwksUri;
  std::optional<net::Url> endSessionEndpoint;
};

enum class DiscoverySource {
  SmartConfiguration,
  CapabilityStatement,
  AuthorizationServerMetadata,
  OpenIdConfiguration,
  Configured,
};

/// Things worth telling an integrator that do not stop a sign-in.
enum class DiscoveryNote {
  PkceNotListed,          ///< S256 is sent all the same: RFC 6749 section 3.1 has servers ignore it
  EndpointRelative,       ///< resolved against the FHIR base, as SMART "Conformance" advises
  EndpointOnOtherOrigin,  ///< common; worth showing for a server nobody listed
  RevocationOnForeignOrigin,  ///< left out: a token goes to no origin but those of the sign-in
  CodeFlowNotListed,          ///< response_types_supported lacks "code"
  OptionalMemberIgnored,      ///< an optional member has the wrong type or an unusable URL
};

struct Discovery {
  Server server;
  DiscoverySource source = DiscoverySource::SmartConfiguration;
  std::vector<std::string> capabilities;  ///< SMART App Launch "Capability Sets"
  std::vector<std::string> scopesSupported;
  std::vector<DiscoveryNote> notes;

  bool hasCapability(std::string_view name) const;
};

using ServerConfiguration = Validated<Discovery, class DiscoveryValidator>;

/// SMART App Launch "Conformance": {base}/.well-known/smart-configuration.
net::Request smartConfigurationRequest(const FhirBase& base);

/// Fails with SmartConfigurationMissing on 404; with DiscoveryFailed on any other status but 200;
/// with MetadataMalformed when the body is not a JSON object of the right types within 256 KiB;
/// with MetadataWithoutOAuth, EndpointInvalid, EndpointInsecure, IssuerInvalid, PkceUnsupported.
Result<ServerConfiguration> processSmartConfiguration(const FhirBase& base,
                                                      const net::Response& response);

/// SMART 1.0: {base}/metadata with the oauth-uris extension in rest[0].security.
net::Request capabilityStatementRequest(const FhirBase& base);
Result<ServerConfiguration> processCapabilityStatement(const FhirBase& base,
                                                       const net::Response& response);

/// An issuer identifier: https (http on loopback), no query, no fragment (RFC 8414 section 2).
struct NamedIssuer {
  std::string text;  ///< exactly as it was given
  net::Url url;
};
using Issuer = Validated<NamedIssuer, class IssuerValidator>;
Result<Issuer> parseIssuer(std::string_view text);

/// RFC 8414 section 3.1: the well-known part goes between host and path.
net::Request authorizationServerMetadataRequest(const Issuer& issuer);
/// OpenID Connect Discovery section 4: the well-known part is appended.
net::Request openIdConfigurationRequest(const Issuer& issuer);
/// Judges the response to either; besides the errors above, fails with IssuerMismatch unless the
/// document names exactly `issuer` (RFC 8414 section 3.3, OpenID Connect Discovery section 4.3).
Result<ServerConfiguration> processIssuerMetadata(const FhirBase& base, const Issuer& issuer,
                                                  DiscoverySource source,
                                                  const net::Response& response);

/// Endpoints from the app's own configuration; empty texts mean "has none".
struct ConfiguredEndpoints {
  std::string authorization;
  std::string token;
  std::string revocation;
  std::string issuer;
  std::string jwks;
};
Result<ServerConfiguration> configureServer(const FhirBase& base,
                                            const ConfiguredEndpoints& endpoints);

/// Every origin that a session with `server` may contact, each once: what the page's connect-src is
/// narrowed to before the code is exchanged.
std::vector<std::string> contactedOrigins(const Server& server);

}  // namespace oauth
