#include "browser/response_headers.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "net/ascii.h"

namespace browser {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kWhitespace = " \t\r";
  const std::size_t begin = text.find_first_not_of(kWhitespace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhitespace) - begin + 1);
}

}  // namespace

std::vector<net::Header> parseResponseHeaders(std::string_view block) {
  std::vector<net::Header> headers;
  while (!block.empty()) {
    const std::string_view line = block.substr(0, block.find('\n'));
    block.remove_prefix(std::min(line.size() + 1, block.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    headers.push_back({.name = net::toLower(trimmed(line.substr(0, colon))),
                       .value = std::string(trimmed(line.substr(colon + 1)))});
  }
  return headers;
}

}  // namespace browser
