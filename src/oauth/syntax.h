#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

/// Character rules of RFC 6749 appendix A.
namespace oauth {

inline constexpr std::size_t kMaximumTokenLength = 16UL * 1024UL;

/// Printable ASCII without the space: what may stand in an HTTP header field as one word.
inline bool isVisible(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

/// A code, an access token or a refresh token: appendices A.11, A.12 and A.17, less the space,
/// which no bearer token holds (RFC 6750 section 2.1), and bounded.
inline bool isTokenText(std::string_view text) {
  return !text.empty() && text.size() <= kMaximumTokenLength && isVisible(text);
}

/// A scope-token: appendix A.4.
inline bool isScopeToken(std::string_view text) {
  return !text.empty() && text.size() <= 512 && isVisible(text) &&
         text.find_first_of("\"\\") == std::string_view::npos;
}

}  // namespace oauth
