#include "oauth/authorization.h"

#include "oauth/form.h"

namespace oauth {
namespace {

constexpr std::size_t kMaximumUrl = 32UL * 1024UL;

}  // namespace

Result<std::string> authorizationUrl(const Transaction& transaction, const std::string& challenge,
                                     const std::string& launch) {
  const AuthorizationRequest& request = transaction->request;
  // A challenge is the text of 32 bytes, like a state.
  const bool challengeUsable = !transactionKey(challenge).empty();
  if (!challengeUsable || (request.kind == LaunchKind::Ehr) == launch.empty()) {
    return base::failure(Error{ErrorCode::AuthorizationRequestInvalid});
  }
  const Scopes scopes(request.scopes);
  std::string query = formText({{"response_type", "code"},
                                {"client_id", request.client->clientId},
                                {"redirect_uri", request.client->redirectUri},
                                {"scope", scopes.text()},
                                {"state", transaction->secrets.state},
                                {"code_challenge", challenge},
                                {"code_challenge_method", "S256"}});
  if (request.kind != LaunchKind::PlainOAuth) {
    query += "&" + formText({{"aud", request.server.fhirBase->audience}});
  }
  if (scopes.contains("openid")) query += "&" + formText({{"nonce", transaction->secrets.nonce}});
  if (!launch.empty()) query += "&" + formText({{"launch", launch}});

  const net::Url& endpoint = request.server.authorizationEndpoint;
  std::string url = endpoint.text() + (endpoint.query.empty() ? "?" : "&") + query;
  if (url.size() > kMaximumUrl) {
    return base::failure(Error{ErrorCode::AuthorizationRequestInvalid});
  }
  return url;
}

}  // namespace oauth
