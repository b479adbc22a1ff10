#include "oauth/dpop.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "json/parse.h"
#include "json/read.h"
#include "net/url.h"
#include "oauth/base64url.h"
#include "oauth/syntax.h"

namespace oauth {

class DpopKeyValidator {
 public:
  static DpopKey make(PublicJwk jwk) { return DpopKey(std::move(jwk)); }
};

namespace {

constexpr json::Limits kJwkLimits{.bytes = 4096, .depth = 3, .values = 32};
constexpr json::Limits kErrorLimits{.bytes = 16UL * 1024UL, .depth = 4, .values = 100};
constexpr std::size_t kCoordinateBytes = 32;  // P-256
constexpr std::size_t kSignatureBytes = 64;   // r and s
constexpr std::size_t kMaximumNonce = 1024;
constexpr std::size_t kMaximumOrigins = 16;

bool isCoordinate(std::string_view text) {
  const auto bytes = decodeBase64Url(text);
  return bytes && bytes->size() == kCoordinateBytes;
}

std::string_view methodName(net::Method method) {
  switch (method) {
    case net::Method::Get:
      return "GET";
    case net::Method::Post:
      return "POST";
    case net::Method::Put:
      return "PUT";
  }
  return "GET";
}

std::string encodeJson(const json::Value& value) {
  return encodeBase64Url(value.dump(-1, ' ', false, json::Value::error_handler_t::replace));
}

/// Section 8.1: NQCHAR, which is visible ASCII without quotation mark and backslash.
std::string_view nonceOf(const net::Response& response) {
  const std::string_view nonce = net::header(response, "dpop-nonce");
  const bool usable = nonce.size() <= kMaximumNonce && isVisible(nonce) &&
                      nonce.find_first_of("\"\\") == std::string_view::npos;
  return usable ? nonce : std::string_view{};
}

bool demandsNonce(const net::Response& response) {
  if (response.status == 400) {
    const auto body = json::parse(response.body, kErrorLimits);
    return body && json::text(*body, "error") == "use_dpop_nonce";
  }
  return response.status == 401 &&
         net::header(response, "www-authenticate").find("use_dpop_nonce") != std::string_view::npos;
}

}  // namespace

Result<DpopKey> parseDpopKey(std::string_view jwk) {
  const auto invalid = base::failure(Error{ErrorCode::DpopKeyInvalid});
  const auto key = json::parse(jwk, kJwkLimits);
  if (!key || json::text(*key, "kty") != "EC" || json::text(*key, "crv") != "P-256") {
    return invalid;
  }
  if (json::member(*key, "d") != nullptr) return invalid;
  PublicJwk held{.x = std::string(json::text(*key, "x")), .y = std::string(json::text(*key, "y"))};
  if (!isCoordinate(held.x) || !isCoordinate(held.y)) return invalid;
  return DpopKeyValidator::make(std::move(held));
}

std::string dpopSigningInput(const DpopKey& key, const net::Request& request,
                             const DpopClaims& claims) {
  const json::Value header = {
      {"typ", "dpop+jwt"},
      {"alg", "ES256"},
      {"jwk", {{"kty", "EC"}, {"crv", "P-256"}, {"x", key->x}, {"y", key->y}}}};
  const auto issuedAt = std::chrono::floor<std::chrono::seconds>(claims.now).time_since_epoch();
  json::Value payload = {{"jti", secretText(claims.randomBytes)},
                         {"htm", methodName(request.method)},
                         {"htu", request.url.substr(0, request.url.find_first_of("?#"))},
                         {"iat", issuedAt.count()}};
  if (!claims.nonce.empty()) payload["nonce"] = claims.nonce;
  if (claims.accessTokenDigest) payload["ath"] = secretText(*claims.accessTokenDigest);
  return encodeJson(header) + "." + encodeJson(payload);
}

Result<net::Request> addDpopProof(net::Request request, std::string_view signingInput,
                                  std::string_view signature) {
  if (signature.size() != kSignatureBytes) {
    return base::failure(Error{ErrorCode::DpopKeyInvalid});
  }
  request.headers.push_back({"DPoP", std::string(signingInput) + "." + encodeBase64Url(signature)});
  return request;
}

std::string DpopNonces::find(std::string_view url) const {
  const auto parsed = net::parseUrl(url);
  const auto found = parsed ? byOrigin_.find(parsed->origin()) : byOrigin_.end();
  return found == byOrigin_.end() ? std::string() : found->second;
}

void DpopNonces::remember(std::string_view url, const net::Response& response) {
  const auto parsed = net::parseUrl(url);
  const std::string_view nonce = nonceOf(response);
  if (!parsed || nonce.empty()) return;
  const std::string origin = parsed->origin();
  if (byOrigin_.size() == kMaximumOrigins && byOrigin_.find(origin) == byOrigin_.end()) return;
  byOrigin_.insert_or_assign(origin, std::string(nonce));
}

Result<NonceDemand> judgeNonceDemand(const net::Response& response, NonceRetry attempt) {
  if (!demandsNonce(response)) return NonceDemand::None;
  if (nonceOf(response).empty()) return base::failure(Error{ErrorCode::DpopNonceHidden});
  if (attempt == NonceRetry::Second) return base::failure(Error{ErrorCode::DpopNonceRepeated});
  return NonceDemand::Demanded;
}

}  // namespace oauth
