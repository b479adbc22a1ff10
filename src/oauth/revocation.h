#pragma once

#include <optional>
#include <string>
#include <vector>

#include "net/http.h"
#include "oauth/token.h"
#include "oauth/transaction.h"

/// Signing out. The caller wipes its own memory first and whatever these answer.
namespace oauth {

/// RFC 7009 section 2.1: the refresh token, then the access token. Empty when the server has no
/// revocation endpoint.
std::vector<net::Request> revocationRequests(const AuthorizationRequest& request,
                                             const TokenSet& tokens);

enum class RevocationOutcome {
  Revoked,       ///< 200, also for a token the server did not know (RFC 7009 section 2.2)
  NotSupported,  ///< unsupported_token_type or no such endpoint
  Failed,        ///< anything else: the token lives until it expires; say so
};
RevocationOutcome processRevocationResponse(const net::Response& response);

/// OpenID Connect RP-Initiated Logout 1.0 section 2: where to send the user to end the session at
/// the server too. Nothing when the server has no such endpoint.
std::optional<std::string> endSessionUrl(const AuthorizationRequest& request,
                                         const std::string& idToken);

}  // namespace oauth
