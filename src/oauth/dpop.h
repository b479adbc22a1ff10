#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "net/http.h"
#include "oauth/errors.h"
#include "oauth/pkce.h"
#include "oauth/time.h"
#include "oauth/validated.h"

/// RFC 9449: each request carries a proof, signed with a key that cannot leave the browser, so that
/// a stolen token is worth nothing. Key and signature belong to the shell (WebCrypto, ES256).
namespace oauth {

struct PublicJwk {
  std::string x;  ///< base64url, 32 bytes
  std::string y;
};
/// The public half of a P-256 key (RFC 7518 section 6.2.1).
using DpopKey = Validated<PublicJwk, class DpopKeyValidator>;

/// Reads an exported JWK; fails with DpopKeyInvalid, also when it holds a private member.
Result<DpopKey> parseDpopKey(std::string_view jwk);

/// Section 4.2.
struct DpopClaims {
  Bytes32 randomBytes{};                     ///< for jti; fresh for each proof
  WallTime now;                              ///< for iat
  std::string nonce;                         ///< what the server last demanded; empty when nothing
  std::optional<Bytes32> accessTokenDigest;  ///< SHA-256; with a FHIR request, not a token request
};

/// The text to sign for `request`: htu is its URL without query and fragment.
std::string dpopSigningInput(const DpopKey& key, const net::Request& request,
                             const DpopClaims& claims);

/// Adds the proof to the request it was made for. `signature` is the 64 bytes of ES256 (RFC 7518
/// section 3.4); fails with DpopKeyInvalid for another length.
Result<net::Request> addDpopProof(net::Request request, std::string_view signingInput,
                                  std::string_view signature);

/// The last nonce of each origin (section 8.2).
class DpopNonces {
 public:
  std::string find(std::string_view url) const;
  void remember(std::string_view url, const net::Response& response);

 private:
  std::map<std::string, std::string, std::less<>> byOrigin_;
};

enum class NonceDemand { None, Demanded };
/// Section 8 (400, error use_dpop_nonce) and section 9 (401, WWW-Authenticate: DPoP). On a demand
/// the request is sent once more with the new nonce. Fails with DpopNonceHidden when CORS does not
/// expose the header, and with DpopNonceRepeated when `alreadyRetried`.
enum class NonceRetry { First, Second };
Result<NonceDemand> judgeNonceDemand(const net::Response& response, NonceRetry attempt);

}  // namespace oauth
