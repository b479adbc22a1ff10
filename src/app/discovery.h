#pragma once

#include <optional>

#include "app/configuration.h"
#include "net/http.h"
#include "oauth/discovery.h"

/// Which document says where to sign in at a configured EHR: SMART's own, else its
/// CapabilityStatement; or, where the configuration names an issuer, the issuer's metadata.
namespace app {

/// The document to ask for first.
oauth::DiscoverySource firstSource(const EhrConfiguration& ehr);

/// The document to ask for when `missing` is not there (404), and only then.
std::optional<oauth::DiscoverySource> sourceAfter(oauth::DiscoverySource missing);

/// REQUIRES: `source` is one that the functions above name for `ehr`.
net::Request discoveryRequest(const EhrConfiguration& ehr, const oauth::FhirBase& base,
                              oauth::DiscoverySource source);
oauth::Result<oauth::ServerConfiguration> processDiscovery(const EhrConfiguration& ehr,
                                                           const oauth::FhirBase& base,
                                                           oauth::DiscoverySource source,
                                                           const net::Response& response);

/// True when the configuration itself says where to sign in, so that nothing has to be asked.
bool namesEndpoints(const EhrConfiguration& ehr);
/// REQUIRES: namesEndpoints(ehr).
oauth::Result<oauth::ServerConfiguration> configuredServer(const EhrConfiguration& ehr,
                                                           const oauth::FhirBase& base);

}  // namespace app
