#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "net/http.h"
#include "oauth/callback.h"
#include "oauth/errors.h"
#include "oauth/launch_context.h"
#include "oauth/scopes.h"
#include "oauth/time.h"
#include "oauth/validated.h"

/// RFC 6749 sections 4.1.3 to 6, for a public client. The code is sent once: after a failure with
/// unknown outcome the sign-in starts anew.
namespace oauth {

/// Lifetime assumed when expires_in is missing or absurd.
inline constexpr std::chrono::seconds kDefaultLifetime{300};

enum class TokenType { Bearer, Dpop };

struct Tokens {
  std::string accessToken;  ///< opaque; never taken apart
  TokenType type = TokenType::Bearer;
  std::string refreshToken;  ///< empty when the server gave none
  std::string idToken;       ///< not validated yet: see id_token.h; empty when there is none
  Permissions permissions;
  LaunchContext context;
  Now receivedAt;
  std::chrono::seconds lifetime{};

  bool missingNoStore = false;  ///< the response lacked Cache-Control: no-store; a diagnostic
};
using TokenSet = Validated<Tokens, class TokenValidator>;

/// RFC 6749 section 4.1.3, RFC 7636 section 4.5: to the pinned token endpoint, no Authorization
/// header, no secret.
net::Request codeTokenRequest(const ValidatedCallback& callback);

/// RFC 6749 section 6, without `scope`: what was granted stays.
/// REQUIRES: `tokens` has a refresh token.
net::Request refreshTokenRequest(const AuthorizationRequest& request, const TokenSet& tokens);

/// Judges the response to codeTokenRequest. `expected` is Dpop when the request carried a proof: a
/// bearer token is then refused (RFC 9449 section 5), and a DPoP token otherwise.
///
/// Fails with an RFC 6749 section 5.2 error on 400 and 401; with TokenEndpointFailed on any other
/// status but 200; with TokenResponseMalformed unless the body is application/json, an object, no
/// longer than 256 KiB, without repeated members; with TokenTypeUnsupported, TokenBindingLost,
/// AccessTokenInvalid, PatientInvalid, EncounterInvalid.
Result<TokenSet> processTokenResponse(const ValidatedCallback& callback, TokenType expected,
                                      const net::Response& response, Now now);

/// Judges the response to refreshTokenRequest. A refresh token that is not replaced stays; so does
/// the launch context. Besides the errors above, fails with ContextChanged when the response names
/// another patient or encounter: the caller wipes everything and starts anew.
Result<TokenSet> processRefreshResponse(const TokenSet& previous, const net::Response& response,
                                        Now now);

}  // namespace oauth
