#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTTP as values (RFC 9110). Nothing here performs a request: layers build requests and judge
/// responses, the shell carries them.
namespace net {

enum class Method { Get, Post, Put };

struct Header {
  std::string name;
  std::string value;

  friend bool operator==(const Header&, const Header&) = default;
};

/// A request to carry out. The transport never sends cookies or other ambient credentials, never
/// caches, sends no referrer and refuses redirects.
struct Request {
  Method method = Method::Get;
  std::string url;              ///< absolute
  std::vector<Header> headers;  ///< names as they go on the wire
  std::string body;
  std::uint32_t timeoutMilliseconds = 15'000;  ///< from sending to the last byte
  std::uint32_t maximumBytes = 256 * 1024;     ///< a longer response body fails with TooLarge
};

struct Response {
  int status = 0;
  std::vector<Header> headers;  ///< names in lower case; only those that CORS exposes
  std::string body;
};

/// The value of the header `name`, given in lower case; empty when it is absent or not exposed.
std::string_view header(const Response& response, std::string_view name);

/// The media type without parameters, in lower case (RFC 9110 section 8.3.1).
std::string mediaType(const Response& response);

/// True for application/json and for types with the +json suffix (RFC 6839 section 3.1).
bool isJson(const Response& response);

/// Why no response was obtained. A browser does not tell an unreachable server from one that does
/// not allow the app's origin (CORS): both are Unreachable.
enum class TransportError { Unreachable, Timeout, TooLarge, Redirected, Offline, Cancelled };

}  // namespace net
