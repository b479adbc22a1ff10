#include "oauth/launch.h"

#include <algorithm>
#include <cstddef>

namespace oauth {
namespace {

constexpr std::size_t kMaximumLaunch = 8UL * 1024UL;

bool isListed(const FhirBase& server, const std::vector<FhirBase>& listed) {
  return std::any_of(listed.begin(), listed.end(),
                     [&](const FhirBase& entry) { return net::isUnder(server->url, entry->url); });
}

}  // namespace

Result<Launch> parseLaunch(const LocationQuery& query, const std::vector<FhirBase>& listed) {
  const std::string* issuer = query.find("iss");
  const std::string* launch = query.find("launch");
  if (issuer == nullptr) return base::failure(Error{ErrorCode::LaunchWithoutServer});
  if (launch != nullptr && launch->size() > kMaximumLaunch) {
    return base::failure(Error{ErrorCode::LaunchTooLong});
  }
  auto server = parseFhirBase(*issuer);
  if (!server) return base::failure(server.error());

  if (!isListed(*server, listed)) return base::failure(Error{ErrorCode::ServerNotListed});
  return Launch{.server = *server, .launch = launch == nullptr ? std::string() : *launch};
}

}  // namespace oauth
