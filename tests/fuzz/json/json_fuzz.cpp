#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "json/read.h"

namespace {

constexpr json::Limits kLimits{.bytes = 64UL * 1024UL, .depth = 32, .values = 5'000};

void require(bool holds) {
  if (!holds) __builtin_trap();
}

std::size_t depthOf(const json::Value& value) {
  std::size_t deepest = 0;
  if (!value.is_structured()) return deepest;
  for (const json::Value& each : value)
    deepest = std::max(deepest, depthOf(each));
  return deepest + 1;
}

/// No reader may throw or convert, whatever the member is.
void readEveryWay(const json::Value& value) {
  for (const std::string_view key : {"", "a", "id", "resourceType"}) {
    const json::Value* found = json::member(value, key);
    require(found != nullptr || json::string(value, key) == nullptr);
    require(json::text(value, key).empty() || found->is_string());
    require(!json::number(value, key) || found->is_number());
    require(!json::boolean(value, key) || found->is_boolean());
    require(json::array(value, key).empty() || found->is_array());
  }
}

}  // namespace

/// Whatever the text, it is refused or it is a tree within the limits, and what is written from
/// that tree is read as the same tree.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto strict = json::parse(text, kLimits);
  const auto lenient = json::parse(text, kLimits, json::DuplicateKeys::KeepLast);
  if (!lenient.ok()) {
    require(!strict.ok() && !json::describe(lenient.error()).empty());
    return 0;
  }
  require(strict.ok() ? *strict == *lenient : strict.error() == json::ParseError::DuplicateKey);
  require(text.size() <= kLimits.bytes && depthOf(*lenient) <= kLimits.depth);
  readEveryWay(*lenient);
  const std::string written = lenient->dump();
  const auto again = json::parse(
      written, {.bytes = written.size(), .depth = kLimits.depth, .values = kLimits.values});
  require(again.ok() && *again == *lenient);
  return 0;
}
