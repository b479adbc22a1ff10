#include "oauth/id_token.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/parse.h"
#include "json/read.h"
#include "oauth/base64url.h"
#include "oauth/launch_context.h"
#include "oauth/syntax.h"

namespace oauth {

class ClaimsValidator {
 public:
  static ValidatedClaims make(Claims claims) { return ValidatedClaims(std::move(claims)); }
};

class IdentityValidator {
 public:
  static Identity make(SignedInIdentity identity) { return Identity(std::move(identity)); }
};

namespace {

constexpr json::Limits kJwtLimits{.bytes = kMaximumTokenLength, .depth = 8, .values = 1'000};
constexpr std::size_t kMaximumSubject = 255;  // OpenID Connect Core section 2
constexpr double kLatestSeconds = 1e10;

constexpr std::array<std::pair<std::string_view, SignatureAlgorithm>, 6> kAlgorithms{
    {{"RS256", SignatureAlgorithm::Rs256},
     {"RS384", SignatureAlgorithm::Rs384},
     {"PS256", SignatureAlgorithm::Ps256},
     {"ES256", SignatureAlgorithm::Es256},
     {"ES384", SignatureAlgorithm::Es384},
     {"EdDSA", SignatureAlgorithm::EdDsa}}};

constexpr std::array<std::string_view, 5> kPersonTypes{"Practitioner", "PractitionerRole",
                                                       "Patient", "RelatedPerson", "Person"};

template <typename T>
Result<T> fail(ErrorCode code) {
  return base::failure(Error{code});
}

std::optional<json::Value> readObject(std::string_view text) {
  auto parsed = json::parse(text, kJwtLimits);
  if (!parsed || !parsed->is_object()) return std::nullopt;
  return std::move(parsed).value();
}

/// Our client_id must be in the audience; others only where azp confirms us.
bool isForUs(const json::Value& claims, const std::string& clientId) {
  const json::Value* audience = json::member(claims, "aud");
  if (audience == nullptr) return false;
  const json::Value* party = json::member(claims, "azp");
  if (party != nullptr && json::text(claims, "azp") != clientId) return false;
  if (const std::string* only = json::string(*audience)) return *only == clientId;
  const auto& list = json::array(claims, "aud");
  const bool areTexts = std::all_of(list.begin(), list.end(), [](const json::Value& one) {
    return json::string(one) != nullptr;
  });
  const bool named = std::find(list.begin(), list.end(), clientId) != list.end();
  return areTexts && named && (list.size() == 1 || party != nullptr);
}

std::optional<double> readTime(const json::Value& claims, std::string_view key) {
  const auto seconds = json::number(claims, key);
  if (!seconds || *seconds < 0 || *seconds > kLatestSeconds) return std::nullopt;
  return seconds;
}

/// Rules 9 and 10 of section 3.1.3.7, and RFC 7519 section 4.1.5 where the token has a `nbf`.
std::optional<ErrorCode> judgeTimes(const json::Value& claims, WallTime now) {
  const auto expires = readTime(claims, "exp");
  const auto issued = readTime(claims, "iat");
  const bool hasStart = json::member(claims, "nbf") != nullptr;
  const auto starts = hasStart ? readTime(claims, "nbf") : issued;
  if (!expires || !issued || !starts) return ErrorCode::IdTokenMalformed;
  const double seconds = std::chrono::duration<double>(now.time_since_epoch()).count();
  const auto tolerance = static_cast<double>(kClockTolerance.count());
  if (*expires + tolerance <= seconds) return ErrorCode::IdTokenExpired;
  if (std::max(*issued, *starts) - tolerance > seconds) return ErrorCode::IdTokenFromTheFuture;
  return std::nullopt;
}

enum class NoncePresence { Required, Optional };

bool isNonceOurs(const json::Value& claims, const std::string& ours, NoncePresence presence) {
  if (json::member(claims, "nonce") == nullptr) return presence == NoncePresence::Optional;
  return json::text(claims, "nonce") == ours;
}

Result<ValidatedClaims> judgeClaims(const UnverifiedIdToken& token, const Transaction& transaction,
                                    NoncePresence presence, WallTime now) {
  const auto claims = readObject(token.claims);
  if (!claims) return fail<ValidatedClaims>(ErrorCode::IdTokenMalformed);
  const AuthorizationRequest& request = transaction->request;
  const std::string_view issuer = json::text(*claims, "iss");
  if (issuer.empty() || issuer != request.server.issuer) {
    return fail<ValidatedClaims>(ErrorCode::IdTokenIssuerWrong);
  }
  if (!isForUs(*claims, request.client->clientId)) {
    return fail<ValidatedClaims>(ErrorCode::IdTokenAudienceWrong);
  }
  if (const auto error = judgeTimes(*claims, now)) return fail<ValidatedClaims>(*error);
  if (!isNonceOurs(*claims, transaction->secrets.nonce, presence)) {
    return fail<ValidatedClaims>(ErrorCode::IdTokenNonceWrong);
  }
  const std::string_view subject = json::text(*claims, "sub");
  if (subject.empty() || subject.size() > kMaximumSubject) {
    return fail<ValidatedClaims>(ErrorCode::IdTokenSubjectMissing);
  }
  const double issued = readTime(*claims, "iat").value_or(0);
  return ClaimsValidator::make(
      {.issuer = std::string(issuer),
       .subject = std::string(subject),
       .fhirUser = std::string(json::text(*claims, "fhirUser")),
       .displayName = cleanServerText(json::text(*claims, "name")),
       .issuedAt = std::chrono::seconds(static_cast<std::int64_t>(issued))});
}

/// The part of `fhirUser` below the FHIR base; empty when it lies elsewhere.
std::string_view belowBase(std::string_view fhirUser, const net::Url& base) {
  if (fhirUser.find(':') == std::string_view::npos) return fhirUser;
  const auto url = net::parseUrl(fhirUser);
  if (!url || !net::isUnder(*url, base)) return {};
  const std::size_t prefix = base.text().size() + (base.path == "/" ? 0 : 1);
  return url->text().size() != fhirUser.size() || fhirUser.size() <= prefix
             ? std::string_view{}
             : fhirUser.substr(prefix);
}

std::optional<FhirUser> readFhirUser(std::string_view fhirUser, const net::Url& base) {
  const std::string_view reference = belowBase(fhirUser, base);
  const std::size_t slash = reference.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view type = reference.substr(0, slash);
  const std::string_view id = reference.substr(slash + 1);
  if (std::find(kPersonTypes.begin(), kPersonTypes.end(), type) == kPersonTypes.end() ||
      !isFhirId(id)) {
    return std::nullopt;
  }
  return FhirUser{.type = std::string(type), .id = std::string(id)};
}

}  // namespace

std::string_view name(SignatureAlgorithm algorithm) {
  for (const auto& [text, known] : kAlgorithms) {
    if (known == algorithm) return text;
  }
  return {};
}

Result<UnverifiedIdToken> parseIdToken(std::string_view token) {
  const auto malformed = base::failure(Error{ErrorCode::IdTokenMalformed});
  if (token.size() > kMaximumTokenLength) return malformed;
  const std::size_t first = token.find('.');
  const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos) return malformed;

  const auto headerText = decodeBase64Url(token.substr(0, first));
  auto claims = decodeBase64Url(token.substr(first + 1, second - first - 1));
  auto signature = decodeBase64Url(token.substr(second + 1));
  if (!headerText || !claims || !signature) return malformed;
  const auto header = readObject(*headerText);
  if (!header || !readObject(*claims)) return malformed;
  // RFC 7515 section 4.1.11: an extension that is not understood must not be passed over.
  if (json::member(*header, "crit") != nullptr) return malformed;

  const std::string_view algorithm = json::text(*header, "alg");
  const auto known = std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                                  [&](const auto& entry) { return entry.first == algorithm; });
  if (known == kAlgorithms.end()) {
    return base::failure(Error{ErrorCode::IdTokenAlgorithmRefused});
  }
  if (signature->empty()) return malformed;
  return UnverifiedIdToken{.algorithm = known->second,
                           .keyId = std::string(json::text(*header, "kid")),
                           .signingInput = std::string(token.substr(0, second)),
                           .signature = std::move(*signature),
                           .claims = std::move(*claims)};
}

Result<ValidatedClaims> validateClaims(const UnverifiedIdToken& token,
                                       const Transaction& transaction, WallTime now) {
  return judgeClaims(token, transaction, NoncePresence::Required, now);
}

Result<ValidatedClaims> validateRefreshedClaims(const UnverifiedIdToken& token,
                                                const Transaction& transaction,
                                                const ValidatedClaims& previous, WallTime now) {
  auto claims = judgeClaims(token, transaction, NoncePresence::Optional, now);
  if (claims && (claims.value()->issuer != previous->issuer ||
                 claims.value()->subject != previous->subject)) {
    return fail<ValidatedClaims>(ErrorCode::IdTokenSubjectChanged);
  }
  return claims;
}

Result<Identity> acceptIdentity(const ValidatedClaims& claims, SignatureVerdict verdict,
                                const FhirBase& fhirBase) {
  if (verdict == SignatureVerdict::Wrong) {
    return fail<Identity>(ErrorCode::IdTokenSignatureWrong);
  }
  return IdentityValidator::make({.claims = *claims,
                                  .signatureChecked = verdict == SignatureVerdict::Valid,
                                  .fhirUser = readFhirUser(claims->fhirUser, fhirBase->url)});
}

}  // namespace oauth
