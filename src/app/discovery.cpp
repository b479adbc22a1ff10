#include "app/discovery.h"

#include <utility>

namespace app {
namespace {

using oauth::DiscoverySource;

oauth::Issuer issuerOf(const EhrConfiguration& ehr) {
  return *oauth::parseIssuer(ehr.issuer);  // parseConfiguration has seen to it
}

}  // namespace

DiscoverySource firstSource(const EhrConfiguration& ehr) {
  return ehr.issuer.empty() ? DiscoverySource::SmartConfiguration
                            : DiscoverySource::AuthorizationServerMetadata;
}

std::optional<DiscoverySource> sourceAfter(DiscoverySource missing) {
  switch (missing) {
    case DiscoverySource::SmartConfiguration:
      return DiscoverySource::CapabilityStatement;
    case DiscoverySource::AuthorizationServerMetadata:
      return DiscoverySource::OpenIdConfiguration;
    case DiscoverySource::CapabilityStatement:
    case DiscoverySource::OpenIdConfiguration:
    case DiscoverySource::Configured:
      return std::nullopt;
  }
  return std::nullopt;
}

net::Request discoveryRequest(const EhrConfiguration& ehr, const oauth::FhirBase& base,
                              DiscoverySource source) {
  switch (source) {
    case DiscoverySource::AuthorizationServerMetadata:
      return oauth::authorizationServerMetadataRequest(issuerOf(ehr));
    case DiscoverySource::OpenIdConfiguration:
      return oauth::openIdConfigurationRequest(issuerOf(ehr));
    case DiscoverySource::CapabilityStatement:
      return oauth::capabilityStatementRequest(base);
    case DiscoverySource::SmartConfiguration:
    case DiscoverySource::Configured:
      break;
  }
  return oauth::smartConfigurationRequest(base);
}

oauth::Result<oauth::ServerConfiguration> processDiscovery(const EhrConfiguration& ehr,
                                                           const oauth::FhirBase& base,
                                                           DiscoverySource source,
                                                           const net::Response& response) {
  switch (source) {
    case DiscoverySource::AuthorizationServerMetadata:
    case DiscoverySource::OpenIdConfiguration:
      return oauth::processIssuerMetadata(base, issuerOf(ehr), source, response);
    case DiscoverySource::CapabilityStatement:
      return oauth::processCapabilityStatement(base, response);
    case DiscoverySource::SmartConfiguration:
    case DiscoverySource::Configured:
      break;
  }
  return oauth::processSmartConfiguration(base, response);
}

bool namesEndpoints(const EhrConfiguration& ehr) {
  return ehr.authorizationEndpoint && ehr.tokenEndpoint;
}

oauth::Result<oauth::ServerConfiguration> configuredServer(const EhrConfiguration& ehr,
                                                           const oauth::FhirBase& base) {
  return oauth::configureServer(base, {.authorization = ehr.authorizationEndpoint->text(),
                                       .token = ehr.tokenEndpoint->text(),
                                       .revocation = {},
                                       .issuer = ehr.issuer,
                                       .jwks = {}});
}

}  // namespace app
