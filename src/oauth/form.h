#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "net/http.h"
#include "net/url.h"

namespace oauth {

using FormField = std::pair<std::string_view, std::string_view>;

/// application/x-www-form-urlencoded (RFC 6749 appendix B), every value percent-encoded.
inline std::string formText(std::initializer_list<FormField> fields) {
  std::string text;
  for (const auto& [name, value] : fields) {
    if (!text.empty()) text += '&';
    text += name;
    text += '=';
    text += net::percentEncode(value);
  }
  return text;
}

/// A POST of a form to an OAuth endpoint. No Authorization header: the client is public (RFC 6749
/// section 3.2.1).
inline net::Request formRequest(const net::Url& endpoint, std::initializer_list<FormField> fields) {
  return {.method = net::Method::Post,
          .url = endpoint.text(),
          .headers = {{"Accept", "application/json"},
                      {"Content-Type", "application/x-www-form-urlencoded"}},
          .body = formText(fields),
          .timeoutMilliseconds = 20'000};
}

}  // namespace oauth
