#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace net {

/// The host of a URL in the one form in which browsers compare it: names in lower case, IPv4 as
/// four decimal numbers, IPv6 in brackets, shortened as RFC 5952 section 4 says. Empty for anything
/// that is not plainly one of these: a name with an empty label or a trailing dot, and an IPv4
/// address in octal, hexadecimal or with fewer than four parts (`0x7f.1`), which only some parsers
/// recognise.
std::optional<std::string> normaliseHost(std::string_view text);

}  // namespace net
