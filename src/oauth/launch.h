#pragma once

#include <string>
#include <vector>

#include "oauth/callback.h"
#include "oauth/fhir_base.h"

/// SMART App Launch, "Launch App: EHR Launch".
namespace oauth {

struct Launch {
  FhirBase server;
  std::string launch;  ///< opaque; empty when the page was opened with `iss` alone
};

/// Reads `iss` and `launch` of a page that `pageRole` calls an EhrLaunch. A server is listed when
/// its base lies under an entry of `listed`, compared as parsed URLs; nothing is ever sent to one
/// that is not. `iss` without `launch` is taken as a wish to sign in at that server.
///
/// Fails with LaunchWithoutServer, LaunchTooLong (8 KiB), FhirBaseInvalid, FhirBaseInsecure,
/// ServerNotListed.
Result<Launch> parseLaunch(const LocationQuery& query, const std::vector<FhirBase>& listed);

}  // namespace oauth
