#include "oauth/revocation.h"

#include <nlohmann/json.hpp>

#include "json/parse.h"
#include "json/read.h"
#include "oauth/form.h"

namespace oauth {
namespace {

constexpr json::Limits kErrorLimits{.bytes = 16UL * 1024UL, .depth = 4, .values = 100};

net::Request revocationRequest(const net::Url& endpoint, std::string_view token,
                               std::string_view hint, std::string_view clientId) {
  return formRequest(endpoint,
                     {{"token", token}, {"token_type_hint", hint}, {"client_id", clientId}});
}

}  // namespace

std::vector<net::Request> revocationRequests(const AuthorizationRequest& request,
                                             const TokenSet& tokens) {
  const auto& endpoint = request.server.revocationEndpoint;
  if (!endpoint) return {};
  const std::string& clientId = request.client->clientId;
  std::vector<net::Request> requests;
  if (!tokens->refreshToken.empty()) {
    requests.push_back(
        revocationRequest(*endpoint, tokens->refreshToken, "refresh_token", clientId));
  }
  requests.push_back(revocationRequest(*endpoint, tokens->accessToken, "access_token", clientId));
  return requests;
}

RevocationOutcome processRevocationResponse(const net::Response& response) {
  if (response.status == 200) return RevocationOutcome::Revoked;
  if (response.status == 404) return RevocationOutcome::NotSupported;
  const auto body = json::parse(response.body, kErrorLimits);
  const bool unsupported =
      response.status == 400 && body && json::text(*body, "error") == "unsupported_token_type";
  return unsupported ? RevocationOutcome::NotSupported : RevocationOutcome::Failed;
}

std::optional<std::string> endSessionUrl(const AuthorizationRequest& request,
                                         const std::string& idToken) {
  const auto& endpoint = request.server.endSessionEndpoint;
  if (!endpoint) return std::nullopt;
  std::string query = formText({{"client_id", request.client->clientId},
                                {"post_logout_redirect_uri", request.client->redirectUri}});
  if (!idToken.empty()) query += "&" + formText({{"id_token_hint", idToken}});
  return endpoint->text() + (endpoint->query.empty() ? "?" : "&") + query;
}

}  // namespace oauth
