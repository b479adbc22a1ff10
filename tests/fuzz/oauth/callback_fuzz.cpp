#include <cstddef>
#include <cstdint>
#include <string_view>

#include "oauth/callback.h"
#include "oauth/launch.h"

/// Whatever the address bar holds: a page without a pending sign-in never gets a code out of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto query = oauth::parseLocationQuery(text);
  if (!query) return 0;
  if (oauth::pageRole(*query) == oauth::PageRole::EhrLaunch) {
    const auto launch = oauth::parseLaunch(*query, {});
    if (launch.ok()) __builtin_trap();
  }
  const auto callback =
      oauth::validateAuthorizationResponse(*query, std::nullopt, oauth::WallTime());
  if (callback.ok()) __builtin_trap();
  return 0;
}
