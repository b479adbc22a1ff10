#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "net/http.h"
#include "net/url.h"
#include "oauth/errors.h"
#include "oauth/time.h"
#include "oauth/transaction.h"
#include "oauth/validated.h"

/// OpenID Connect Core sections 2, 3.1.3.7 and 12.2. In order: parseIdToken, validateClaims, then,
/// if the server has a jwks_uri, jwksRequest and prepareSignatureCheck, the check itself by
/// WebCrypto outside, and acceptIdentity.
namespace oauth {

enum class SignatureAlgorithm { Rs256, Rs384, Ps256, Es256, Es384, EdDsa };

/// The registered name (RFC 7518 section 3.1, RFC 8037 section 3.1).
std::string_view name(SignatureAlgorithm algorithm);

/// A JWT taken apart (RFC 7519 section 3, RFC 7515 section 7.1); nothing in it is to be believed
/// yet.
struct UnverifiedIdToken {
  SignatureAlgorithm algorithm = SignatureAlgorithm::Rs256;
  std::string keyId;         ///< kid; empty when absent
  std::string signingInput;  ///< the two signed parts with their dot
  std::string signature;     ///< bytes
  std::string claims;        ///< JSON text of the payload
};

/// Fails with IdTokenMalformed (not three parts of base64url, more than 16 KiB, header or payload
/// no JSON object, a `crit` header) or IdTokenAlgorithmRefused ("none", the HMAC family, unknown
/// ones).
Result<UnverifiedIdToken> parseIdToken(std::string_view token);

/// Clock difference between server and browser that is tolerated.
inline constexpr std::chrono::seconds kClockTolerance{120};

struct Claims {
  std::string issuer;
  std::string subject;
  std::string fhirUser;     ///< the claim as it stands; empty when absent
  std::string displayName;  ///< `name`, cleaned for display; may be empty
  std::chrono::seconds issuedAt{};
};
using ValidatedClaims = Validated<Claims, class ClaimsValidator>;

/// OpenID Connect Core section 3.1.3.7: issuer exact; our client_id in the audience, and alone
/// there or confirmed by azp; nonce ours; neither expired nor issued in the future; subject
/// present.
Result<ValidatedClaims> validateClaims(const UnverifiedIdToken& token,
                                       const Transaction& transaction, WallTime now);

/// Section 12.2, for an id_token that came with a refresh: the same issuer, subject and audience; a
/// nonce need not be there, but must be ours if it is.
Result<ValidatedClaims> validateRefreshedClaims(const UnverifiedIdToken& token,
                                                const Transaction& transaction,
                                                const ValidatedClaims& previous, WallTime now);

net::Request jwksRequest(const net::Url& jwksUri);

/// What crypto.subtle.importKey and verify need.
struct SignatureCheck {
  SignatureAlgorithm algorithm = SignatureAlgorithm::Rs256;
  std::string publicKey;  ///< one JWK as JSON, public members only
  std::string signingInput;
  std::string signature;
};

/// Picks the key (RFC 7517 section 5): by kid; without kid only if exactly one key fits the
/// algorithm. Fails with IdTokenKeyUnknown; the caller then fetches the key set once more, and not
/// again.
Result<SignatureCheck> prepareSignatureCheck(const UnverifiedIdToken& token,
                                             const net::Response& jwks);

enum class SignatureVerdict {
  Valid,
  Wrong,
  NotChecked,  ///< no jwks_uri or no such algorithm here; allowed by section 3.1.3.7 rule 6
};

/// The resource that stands for the signed-in person.
struct FhirUser {
  std::string type;  ///< Practitioner, PractitionerRole, Patient, RelatedPerson, Person
  std::string id;
};

struct SignedInIdentity {
  Claims claims;
  bool signatureChecked = false;     ///< only then is it fit for an author field
  std::optional<FhirUser> fhirUser;  ///< only under the FHIR base: it is read with a token
};
using Identity = Validated<SignedInIdentity, class IdentityValidator>;

/// Fails with IdTokenSignatureWrong.
Result<Identity> acceptIdentity(const ValidatedClaims& claims, SignatureVerdict verdict,
                                const FhirBase& fhirBase);

}  // namespace oauth
