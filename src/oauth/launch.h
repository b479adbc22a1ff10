#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oauth/callback.h"
#include "oauth/fhir_base.h"

/// SMART App Launch, "Launch App: EHR Launch".
namespace oauth {

/// What happens with a launch from a server that is not on the list.
enum class UnlistedServers {
  Refuse,   ///< production
  AskUser,  ///< show the host and ask before anything is sent to it
};

enum class ServerTrust { Listed, AskUser };

struct Launch {
  FhirBase server;
  std::string launch;  ///< opaque; empty when the page was opened with `iss` alone
  ServerTrust trust = ServerTrust::AskUser;
};

/// Reads `iss` and `launch` of a page that `pageRole` calls an EhrLaunch. A server is listed when
/// its base lies under an entry of `listed`, compared as parsed URLs. `iss` without `launch` is
/// taken as a wish to sign in at that server, and only if it is listed.
///
/// Fails with LaunchWithoutServer, LaunchTooLong (8 KiB), FhirBaseInvalid, FhirBaseInsecure,
/// ServerNotListed.
Result<Launch> parseLaunch(const LocationQuery& query, const std::vector<FhirBase>& listed,
                           UnlistedServers unlisted);

}  // namespace oauth
