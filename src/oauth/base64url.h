#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Base64url without padding (RFC 4648 section 5, RFC 7515 section 2).
namespace oauth {

std::string encodeBase64Url(std::string_view bytes);

/// Empty for padding, other characters, an impossible length, or unused bits that are not zero:
/// each byte string has one text only.
std::optional<std::string> decodeBase64Url(std::string_view text);

}  // namespace oauth
