#include <cstddef>
#include <cstdint>
#include <string_view>

#include "net/url.h"

namespace {

void require(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

/// A URL that is accepted is read in the same way when it is written out, and a reference never
/// resolves to something that would not be accepted by itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto url = net::parseUrl(text)) {
    const auto again = net::parseUrl(url->text());
    require(again && again->text() == url->text() && again->origin() == url->origin());
    require(net::isUnder(*url, *url));
  }
  const auto base = net::parseUrl("https://ehr.example/fhir/");
  require(base.has_value());
  if (const auto resolved = net::resolve(*base, text)) {
    require(net::parseUrl(resolved->text()).has_value());
  }
  require(net::formDecode(net::percentEncode(text)).value_or(std::string(text)) == text);
  return 0;
}
