#include "browser/connections.h"

#include <cstddef>

extern "C" void connectionsLock(const char* policy, std::size_t size);

namespace browser {

void lockConnections(std::span<const std::string> origins) {
  std::string policy = "connect-src 'self'";
  for (const std::string& origin : origins)
    policy += ' ' + origin;
  connectionsLock(policy.data(), policy.size());
}

}  // namespace browser
