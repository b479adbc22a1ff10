#include "net/url.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"
#include "net/ascii.h"
#include "net/host.h"

namespace net {
namespace {

constexpr std::size_t kMaximumUrl = 8UL * 1024UL;
constexpr std::size_t kMaximumPort = 65'535;
constexpr int kMaximumPathDecodings = 4;  // beyond that the encoding itself is the attack

bool isUnreserved(char c) {
  return isLetter(c) || isDigit(c) || std::string_view("-._~").find(c) != std::string_view::npos;
}

/// RFC 3986 section 3.3: what a path may hold.
bool isPathCharacter(char c) {
  return isUnreserved(c) || std::string_view("!$&'()*+,;=:@/").find(c) != std::string_view::npos;
}

/// RFC 3986 section 3.4, and the three characters that servers leave bare in the searches they link
/// to and that every parser passes on unchanged.
bool isQueryCharacter(char c) {
  return isPathCharacter(c) || std::string_view("?|[]").find(c) != std::string_view::npos;
}

template <typename Allowed>
bool isComponent(std::string_view text, Allowed allowed) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (i + 2 >= text.size() || hexDigitValue(text[i + 1]) < 0 || hexDigitValue(text[i + 2]) < 0)
        return false;
      i += 2;
    } else if (!allowed(text[i])) {
      return false;
    }
  }
  return true;
}

/// Decodes every well-formed percent-encoding and leaves the rest as it is.
std::string decodeOnce(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hexDigitValue(text[i + 1]) : -1;
    const int low = high >= 0 ? hexDigitValue(text[i + 2]) : -1;
    if (low < 0) {
      decoded += text[i];
    } else {
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return decoded;
}

/// True when a segment of `path` is "." or "..", also where it carries parameters ("..;a=b"), which
/// some servers cut off before they walk the path.
bool hasDotSegment(std::string_view path) {
  while (true) {
    const std::size_t end = path.find_first_of("/\\");
    std::string_view segment = path.substr(0, end);
    segment = segment.substr(0, segment.find(';'));
    if (segment == "." || segment == "..") return true;
    if (end == std::string_view::npos) return false;
    path.remove_prefix(end + 1);
  }
}

/// A server, or a proxy before it, may decode the path more than once: it must stay in place, and
/// free of control characters, however often that happens.
bool isPlainPath(std::string_view path) {
  if (!isComponent(path, isPathCharacter)) return false;
  std::string text(path);
  for (int round = 0; round <= kMaximumPathDecodings; ++round) {
    if (hasDotSegment(text)) return false;
    std::string decoded = decodeOnce(text);
    if (decoded == text) {
      return std::none_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
      });
    }
    text = std::move(decoded);
  }
  return false;
}

/// The port without the scheme's default; empty when it is no port.
std::optional<std::string> normalisePort(std::string_view text, std::string_view scheme) {
  if (text.empty() || text.size() > 5 || text[0] == '0') return std::nullopt;
  std::size_t value = 0;
  for (char c : text) {
    if (!isDigit(c)) return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  if (value > kMaximumPort) return std::nullopt;
  const bool isDefault = value == (scheme == "https" ? 443U : 80U);
  return isDefault ? std::string() : std::string(text);
}

bool readAuthority(std::string_view authority, Url& url) {
  std::size_t hostEnd = authority.find(':');
  if (!authority.empty() && authority[0] == '[') {
    hostEnd = authority.find(']');
    if (hostEnd == std::string_view::npos) return false;
    ++hostEnd;
  }
  auto host = normaliseHost(authority.substr(0, hostEnd));
  if (!host) return false;
  url.host = std::move(*host);
  if (hostEnd >= authority.size()) return true;
  if (authority[hostEnd] != ':') return false;
  auto port = normalisePort(authority.substr(hostEnd + 1), url.scheme);
  if (!port) return false;
  url.port = std::move(*port);
  return true;
}

/// Cuts `text` at the first `separator` and returns what follows it.
std::string_view cut(std::string_view& text, char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + 1);
  text = text.substr(0, at);
  return rest;
}

}  // namespace

std::string Url::origin() const {
  return scheme + "://" + host + (port.empty() ? "" : ":" + port);
}

std::string Url::text() const {
  return origin() + path + (query.empty() ? "" : "?" + query) +
         (fragment.empty() ? "" : "#" + fragment);
}

std::optional<Url> parseUrl(std::string_view text) {
  if (text.size() > kMaximumUrl) return std::nullopt;
  const std::size_t schemeEnd = text.find("://");
  if (schemeEnd == std::string_view::npos) return std::nullopt;
  Url url;
  url.scheme = toLower(text.substr(0, schemeEnd));
  if (url.scheme != "http" && url.scheme != "https") return std::nullopt;
  std::string_view rest = text.substr(schemeEnd + 3);

  const std::string_view fragment = cut(rest, '#');
  const std::string_view query = cut(rest, '?');
  const std::size_t pathBegin = rest.find('/');
  if (!readAuthority(rest.substr(0, pathBegin), url)) return std::nullopt;
  const std::string_view path = pathBegin == std::string_view::npos ? "/" : rest.substr(pathBegin);
  if (!isPlainPath(path) || !isComponent(query, isQueryCharacter) ||
      !isComponent(fragment, isQueryCharacter)) {
    return std::nullopt;
  }
  url.path = path;
  url.query = query;
  url.fragment = fragment;
  return url;
}

bool isLoopback(const Url& url) {
  if (url.host == "localhost" || url.host == "[::1]") return true;
  // A host of digits and dots is an IPv4 address in four parts, or parseUrl refused it.
  return url.host.rfind("127.", 0) == 0 &&
         url.host.find_first_not_of("0123456789.") == std::string::npos;
}

bool isTrustworthy(const Url& url) {
  return url.scheme == "https" || (url.scheme == "http" && isLoopback(url));
}

bool isUnder(const Url& url, const Url& base) {
  if (url.origin() != base.origin()) return false;
  std::string_view prefix = base.path;
  while (!prefix.empty() && prefix.back() == '/')
    prefix.remove_suffix(1);
  if (url.path.compare(0, prefix.size(), prefix) != 0) return false;
  return url.path.size() == prefix.size() || url.path[prefix.size()] == '/';
}

std::optional<Url> resolve(const Url& base, std::string_view reference) {
  if (reference.empty()) return std::nullopt;
  // RFC 3986 section 4.2: a colon before the first slash ends a scheme, never a path segment.
  const std::size_t delimiter = reference.find_first_of(":/?#");
  if (delimiter != std::string_view::npos && reference[delimiter] == ':')
    return parseUrl(reference);

  const std::string text(reference);
  if (text.rfind("//", 0) == 0) return parseUrl(base.scheme + ":" + text);
  if (text[0] == '/') return parseUrl(base.origin() + text);
  if (text[0] == '?') return parseUrl(base.origin() + base.path + text);
  if (text[0] == '#') return std::nullopt;
  return parseUrl(base.origin() + base.path.substr(0, base.path.rfind('/') + 1) + text);
}

std::string percentEncode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (char c : text) {
    if (isUnreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits[byte >> 4U];
    encoded += kDigits[byte & 0x0FU];
  }
  return encoded;
}

std::optional<std::string> formDecode(std::string_view text) {
  if (!isComponent(text, [](char /*any*/) { return true; })) return std::nullopt;
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  std::string decoded = decodeOnce(spaced);
  if (!base::isUtf8(decoded)) return std::nullopt;
  return decoded;
}

}  // namespace net
