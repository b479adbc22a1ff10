#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The part of the URL Standard that the app needs, strictly: what is not plainly an absolute http
/// or https URL is refused rather than repaired.
namespace net {

/// An absolute http(s) URL, taken apart. Only `parseUrl` makes one.
struct Url {
  std::string scheme;    ///< "http" or "https", lower case
  std::string host;      ///< lower case, no user information
  std::string port;      ///< digits; empty for the scheme's default
  std::string path;      ///< begins with '/'; as written, without dot segments
  std::string query;     ///< without '?'
  std::string fragment;  ///< without '#'

  /// scheme://host[:port]
  std::string origin() const;
  /// The whole URL, normalised as above.
  std::string text() const;
};

/// Parses an absolute http(s) URL of at most 8 KiB. Refuses user information, control characters,
/// spaces, backslashes, hosts outside letters, digits, '.', '-' and bracketed IPv6, ports outside
/// 1..65535, dot segments in any percent-encoding, and anything else that two parsers could read
/// differently.
std::optional<Url> parseUrl(std::string_view text);

/// True when the connection cannot leave this machine: 127.0.0.0/8, [::1], localhost.
bool isLoopback(const Url& url);

/// True for https, and for http on loopback (RFC 8252 section 8.3).
bool isTrustworthy(const Url& url);

/// True when `url` has the origin of `base` and its path lies under the path of `base` at a segment
/// boundary: `/fhir` covers `/fhir`, `/fhir/` and `/fhir/Patient`, not `/fhir-evil`.
bool isUnder(const Url& url, const Url& base);

/// Resolves a reference against `base`: absolute http(s) URLs, `//host/path`, `/path`, `path`,
/// `?query`. Empty when the result would not pass parseUrl.
std::optional<Url> resolve(const Url& base, std::string_view reference);

/// Percent-encodes everything but the unreserved characters of RFC 3986 section 2.3, so that the
/// result stands for itself in a path segment, a query value and a form body.
std::string percentEncode(std::string_view text);

/// Decodes application/x-www-form-urlencoded text ('+' is a space). Empty when a percent sign is
/// not followed by two hexadecimal digits or the result is not UTF-8.
std::optional<std::string> formDecode(std::string_view text);

}  // namespace net
