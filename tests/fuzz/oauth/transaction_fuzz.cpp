#include <cstddef>
#include <cstdint>
#include <string_view>

#include "oauth/transaction.h"

/// Whatever sessionStorage holds: a record that is accepted is accepted again as it is written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record =
      oauth::parseTransaction(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!record) return 0;
  const std::string text = oauth::serialise(*record);
  const auto again = oauth::parseTransaction(text);
  if (!again.ok() || oauth::serialise(*again) != text) __builtin_trap();
  return 0;
}
