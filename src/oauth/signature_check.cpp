#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "json/parse.h"
#include "json/read.h"
#include "oauth/base64url.h"
#include "oauth/id_token.h"

// The choice of the key that should verify an id_token (RFC 7517 section 5, RFC 8725 section 3.1).
namespace oauth {
namespace {

constexpr json::Limits kKeySetLimits{.bytes = 256UL * 1024UL, .depth = 8, .values = 5'000};
constexpr std::size_t kMinimumModulusBytes = 256;  // RFC 7518 section 3.3: 2048 bits

struct KeyShape {
  SignatureAlgorithm algorithm;
  std::string_view type;   ///< kty
  std::string_view curve;  ///< crv; empty for RSA
};
constexpr std::array<KeyShape, 6> kShapes{{{SignatureAlgorithm::Rs256, "RSA", ""},
                                           {SignatureAlgorithm::Rs384, "RSA", ""},
                                           {SignatureAlgorithm::Ps256, "RSA", ""},
                                           {SignatureAlgorithm::Es256, "EC", "P-256"},
                                           {SignatureAlgorithm::Es384, "EC", "P-384"},
                                           {SignatureAlgorithm::EdDsa, "OKP", "Ed25519"}}};

const KeyShape& shapeFor(SignatureAlgorithm algorithm) {
  return *std::find_if(kShapes.begin(), kShapes.end(),
                       [&](const KeyShape& shape) { return shape.algorithm == algorithm; });
}

/// An absent member says nothing against the key.
bool absentOr(const json::Value& key, std::string_view member, std::string_view wanted) {
  return json::member(key, member) == nullptr || json::text(key, member) == wanted;
}

bool mayVerify(const json::Value& key) {
  if (!absentOr(key, "use", "sig")) return false;
  if (json::member(key, "key_ops") == nullptr) return true;
  const auto& operations = json::array(key, "key_ops");
  return std::any_of(operations.begin(), operations.end(), [](const json::Value& operation) {
    const std::string* text = json::string(operation);
    return text != nullptr && *text == "verify";
  });
}

bool fits(const json::Value& key, const UnverifiedIdToken& token) {
  const KeyShape& shape = shapeFor(token.algorithm);
  return json::text(key, "kty") == shape.type && json::text(key, "crv") == shape.curve &&
         absentOr(key, "alg", name(token.algorithm)) && mayVerify(key) &&
         (token.keyId.empty() || json::text(key, "kid") == token.keyId);
}

/// Copies one base64url member; false when it is missing, malformed or shorter than `minimumBytes`.
bool copyMember(const json::Value& from, json::Value& to, const char* member,
                std::size_t minimumBytes) {
  const std::string* text = json::string(from, member);
  const auto bytes = text == nullptr ? std::nullopt : decodeBase64Url(*text);
  if (!bytes || bytes->size() < minimumBytes) return false;
  to[member] = *text;
  return true;
}

/// The members that WebCrypto needs, and no others; empty when one is unusable.
std::string publicKey(const json::Value& key) {
  json::Value copy = {{"kty", json::text(key, "kty")}};
  bool usable = false;
  if (json::text(key, "kty") == "RSA") {
    usable = copyMember(key, copy, "n", kMinimumModulusBytes) && copyMember(key, copy, "e", 1);
  } else {
    copy["crv"] = json::text(key, "crv");
    usable = copyMember(key, copy, "x", 32) &&
             (json::text(key, "kty") == "OKP" || copyMember(key, copy, "y", 32));
  }
  if (!usable) return {};
  return copy.dump(-1, ' ', false, json::Value::error_handler_t::replace);
}

}  // namespace

net::Request jwksRequest(const net::Url& jwksUri) {
  return {.method = net::Method::Get,
          .url = jwksUri.text(),
          .headers = {{"Accept", "application/json"}}};
}

Result<SignatureCheck> prepareSignatureCheck(const UnverifiedIdToken& token,
                                             const net::Response& jwks) {
  const auto unknown = base::failure(Error{ErrorCode::IdTokenKeyUnknown});
  if (jwks.status != 200) return unknown;
  const auto document = json::parse(jwks.body, kKeySetLimits);
  if (!document) return unknown;
  const json::Value* only = nullptr;
  for (const json::Value& key : json::array(*document, "keys")) {
    if (!fits(key, token)) continue;
    if (only != nullptr) return unknown;
    only = &key;
  }
  std::string key = only == nullptr ? std::string() : publicKey(*only);
  if (key.empty()) return unknown;
  return SignatureCheck{.algorithm = token.algorithm,
                        .publicKey = std::move(key),
                        .signingInput = token.signingInput,
                        .signature = token.signature};
}

}  // namespace oauth
