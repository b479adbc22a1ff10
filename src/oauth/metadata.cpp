#include "oauth/metadata.h"

#include <algorithm>
#include <array>

namespace oauth {

class DiscoveryValidator {
 public:
  static ServerConfiguration make(Discovery discovery) {
    return ServerConfiguration(std::move(discovery));
  }
};

class IssuerValidator {
 public:
  static Issuer make(NamedIssuer issuer) { return Issuer(std::move(issuer)); }
};

namespace {

bool holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

void note(std::vector<DiscoveryNote>& notes, DiscoveryNote added) {
  if (std::find(notes.begin(), notes.end(), added) == notes.end()) notes.push_back(added);
}

/// Judges one endpoint. A server beyond this machine cannot name one on it: it would send the code
/// to whatever listens there.
Result<net::Url> judgeEndpoint(const FhirBase& base, const std::string& text,
                               std::vector<DiscoveryNote>& notes) {
  auto url = net::parseUrl(text);
  if (!url) {
    net::Url directory = base->url;
    if (directory.path.back() != '/') directory.path += '/';
    url = net::resolve(directory, text);
    if (url) note(notes, DiscoveryNote::EndpointRelative);
  }
  if (!url || text.find('#') != std::string::npos) {
    return base::failure(Error{ErrorCode::EndpointInvalid});
  }
  if (!net::isTrustworthy(*url) || (url->scheme == "http" && !net::isLoopback(base->url))) {
    return base::failure(Error{ErrorCode::EndpointInsecure});
  }
  if (url->origin() != base->url.origin()) note(notes, DiscoveryNote::EndpointOnOtherOrigin);
  return std::move(*url);
}

std::optional<net::Url> judgeOptionalEndpoint(const FhirBase& base, const std::string& text,
                                              std::vector<DiscoveryNote>& notes) {
  if (text.empty()) return std::nullopt;
  auto url = judgeEndpoint(base, text, notes);
  if (url) return std::move(url).value();
  note(notes, DiscoveryNote::OptionalMemberIgnored);
  return std::nullopt;
}

Result<base::Nothing> judgeProtection(const Metadata& metadata, std::vector<DiscoveryNote>& notes) {
  if (!metadata.codeChallengeMethods) {
    note(notes, DiscoveryNote::PkceNotListed);
  } else if (!holds(*metadata.codeChallengeMethods, "S256")) {
    return base::failure(Error{ErrorCode::PkceUnsupported});  // RFC 7636 section 4.2
  }
  if (!metadata.responseTypes.empty() && !holds(metadata.responseTypes, "code")) {
    note(notes, DiscoveryNote::CodeFlowNotListed);
  }
  if (!metadata.issuer.empty()) {
    const auto issuer = parseIssuer(metadata.issuer);
    if (!issuer) return base::failure(issuer.error());
  } else if (metadata.namesIssuerInResponses) {
    return base::failure(Error{ErrorCode::IssuerInvalid});  // RFC 9207 section 3
  }
  return base::Nothing{};
}

bool isKnownOrigin(const Server& server, const net::Url& url) {
  const std::array known{server.fhirBase->url.origin(), server.tokenEndpoint.origin(),
                         server.authorizationEndpoint.origin()};
  return std::find(known.begin(), known.end(), url.origin()) != known.end();
}

/// A token is sent to no origin but those that take part in the sign-in anyway.
void dropForeignRevocation(Server& server, std::vector<DiscoveryNote>& notes) {
  if (!server.revocationEndpoint || isKnownOrigin(server, *server.revocationEndpoint)) return;
  server.revocationEndpoint.reset();
  note(notes, DiscoveryNote::RevocationOnForeignOrigin);
}

/// The same for the sign-out page, which is handed the id_token.
void dropForeignEndSession(Server& server, std::vector<DiscoveryNote>& notes) {
  if (!server.endSessionEndpoint || isKnownOrigin(server, *server.endSessionEndpoint)) return;
  server.endSessionEndpoint.reset();
  note(notes, DiscoveryNote::OptionalMemberIgnored);
}

}  // namespace

bool Discovery::hasCapability(std::string_view name) const {
  return holds(capabilities, name);
}

Result<Issuer> parseIssuer(std::string_view text) {
  auto url = net::parseUrl(text);
  if (!url || !net::isTrustworthy(*url) || text.find_first_of("?#") != std::string_view::npos) {
    return base::failure(Error{ErrorCode::IssuerInvalid});
  }
  return IssuerValidator::make({.text = std::string(text), .url = std::move(*url)});
}

Result<ServerConfiguration> judgeMetadata(const FhirBase& base, Metadata metadata,
                                          DiscoverySource source) {
  if (metadata.authorizationEndpoint.empty() || metadata.tokenEndpoint.empty()) {
    return base::failure(Error{ErrorCode::MetadataWithoutOAuth});
  }
  std::vector<DiscoveryNote> notes = std::move(metadata.notes);
  const auto protection = judgeProtection(metadata, notes);
  if (!protection) return base::failure(protection.error());
  auto authorization = judgeEndpoint(base, metadata.authorizationEndpoint, notes);
  if (!authorization) return base::failure(authorization.error());
  auto token = judgeEndpoint(base, metadata.tokenEndpoint, notes);
  if (!token) return base::failure(token.error());

  Server server{
      .fhirBase = base,
      .issuer = std::move(metadata.issuer),
      .namesIssuerInResponses = metadata.namesIssuerInResponses,
      .acceptsDpop = holds(metadata.dpopAlgorithms, "ES256"),
      .authorizationEndpoint = std::move(authorization).value(),
      .tokenEndpoint = std::move(token).value(),
      .revocationEndpoint = judgeOptionalEndpoint(base, metadata.revocationEndpoint, notes),
      .jwksUri = judgeOptionalEndpoint(base, metadata.jwksUri, notes),
      .endSessionEndpoint = judgeOptionalEndpoint(base, metadata.endSessionEndpoint, notes)};
  dropForeignRevocation(server, notes);
  dropForeignEndSession(server, notes);
  return DiscoveryValidator::make({.server = std::move(server),
                                   .source = source,
                                   .capabilities = std::move(metadata.capabilities),
                                   .scopesSupported = std::move(metadata.scopesSupported),
                                   .notes = std::move(notes)});
}

std::vector<std::string> contactedOrigins(const Server& server) {
  std::vector<std::string> origins;
  const auto add = [&origins](const net::Url& url) {
    std::string origin = url.origin();
    if (!holds(origins, origin)) origins.push_back(std::move(origin));
  };
  add(server.fhirBase->url);
  add(server.tokenEndpoint);
  if (server.revocationEndpoint) add(*server.revocationEndpoint);
  if (server.jwksUri) add(*server.jwksUri);
  return origins;
}

}  // namespace oauth
