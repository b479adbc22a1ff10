#include "oauth/token.h"

#include <cstdint>
#include <nlohmann/json.hpp>

#include "json/parse.h"
#include "json/read.h"
#include "net/ascii.h"
#include "oauth/form.h"
#include "oauth/refusal.h"
#include "oauth/syntax.h"

namespace oauth {

class TokenValidator {
 public:
  static TokenSet make(Tokens tokens) { return TokenSet(std::move(tokens)); }
};

namespace {

constexpr json::Limits kTokenLimits{.bytes = 256UL * 1024UL, .depth = 16, .values = 5'000};
constexpr double kLongestLifetime = 30.0 * 24 * 3600;  // seconds; beyond that it is a mistake

Error malformed() {
  return {ErrorCode::TokenResponseMalformed};
}

/// RFC 6749 section 5.2. The body is never shown: what is not an OAuth error may be any page.
Error judgeRefusal(const net::Response& response) {
  const auto body = json::parse(response.body, kTokenLimits);
  if (!body || !body->is_object()) return {ErrorCode::TokenRequestRefused};
  return refusal(json::text(*body, "error"), json::text(*body, "error_description"),
                 json::text(*body, "error_uri"), ErrorCode::TokenRequestRefused);
}

/// The body of a success, or the error that the response amounts to.
Result<json::Value> readBody(const net::Response& response) {
  if (response.status == 400 || response.status == 401) {
    return base::failure(judgeRefusal(response));
  }
  if (response.status != 200) return base::failure(Error{ErrorCode::TokenEndpointFailed});
  if (!net::isJson(response)) return base::failure(malformed());
  auto body = json::parse(response.body, kTokenLimits);
  if (!body || !body->is_object()) return base::failure(malformed());
  return std::move(body).value();
}

/// RFC 6749 section 7.1: a type that is not understood is not used.
Result<TokenType> readType(const json::Value& body, TokenType expected) {
  const std::string type = net::toLower(json::text(body, "token_type"));
  if (type == "dpop" && expected == TokenType::Dpop) return TokenType::Dpop;
  if (type == "bearer" && expected == TokenType::Bearer) return TokenType::Bearer;
  return base::failure(
      Error{type == "bearer" ? ErrorCode::TokenBindingLost : ErrorCode::TokenTypeUnsupported});
}

/// A token member that may be absent or null; nothing when it is there and unusable.
std::optional<std::string> readOptionalToken(const json::Value& body, std::string_view key) {
  const json::Value* member = json::member(body, key);
  if (member == nullptr || member->is_null()) return std::string();
  const std::string* token = json::string(*member);
  if (token == nullptr || !isTokenText(*token)) return std::nullopt;
  return *token;
}

/// Seconds as a number or, as some servers send them, as digits in a string.
std::optional<double> readSeconds(const json::Value& body) {
  if (const auto number = json::number(body, "expires_in")) return number;
  const std::string_view text = json::text(body, "expires_in");
  if (text.empty() || text.size() > 9) return std::nullopt;
  double seconds = 0;
  for (char c : text) {
    if (!net::isDigit(c)) return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  return seconds;
}

std::chrono::seconds readLifetime(const json::Value& body) {
  const auto seconds = readSeconds(body);
  if (!seconds || *seconds < 1 || *seconds > kLongestLifetime) return kDefaultLifetime;
  return std::chrono::seconds(static_cast<std::int64_t>(*seconds));
}

/// RFC 6749 section 5.1: an absent scope means that what was asked was granted.
std::optional<Scopes> readScopes(const json::Value& body, const Scopes& otherwise) {
  const json::Value* member = json::member(body, "scope");
  if (member == nullptr || member->is_null()) return otherwise;
  const std::string* text = json::string(*member);
  if (text == nullptr) return std::nullopt;
  return Scopes::parse(*text);
}

bool isMarkedNoStore(const net::Response& response) {
  const std::string directives = net::toLower(net::header(response, "cache-control"));
  return directives.find("no-store") != std::string::npos;
}

/// What the responses to code and refresh token have in common. `granted` is what an absent scope
/// means.
Result<Tokens> readTokens(const net::Response& response, TokenType expected, const Scopes& asked,
                          const Scopes& granted, Now now) {
  const auto body = readBody(response);
  if (!body) return base::failure(body.error());
  const auto type = readType(*body, expected);
  if (!type) return base::failure(type.error());
  const std::string* accessToken = json::string(*body, "access_token");
  if (accessToken == nullptr || !isTokenText(*accessToken)) {
    return base::failure(Error{ErrorCode::AccessTokenInvalid});
  }
  auto refreshToken = readOptionalToken(*body, "refresh_token");
  auto idToken = readOptionalToken(*body, "id_token");
  auto scopes = readScopes(*body, granted);
  if (!refreshToken || !idToken || !scopes) return base::failure(malformed());
  auto context = parseLaunchContext(*body);
  if (!context) return base::failure(context.error());
  return Tokens{.accessToken = *accessToken,
                .type = *type,
                .refreshToken = std::move(*refreshToken),
                .idToken = std::move(*idToken),
                .permissions = Permissions(asked, std::move(*scopes)),
                .context = std::move(context).value(),
                .receivedAt = now,
                .lifetime = readLifetime(*body),
                .missingNoStore = !isMarkedNoStore(response)};
}

/// SMART lets a refresh repeat the context; whatever differs from before is another launch.
bool sameOrSilent(const std::optional<std::string>& before,
                  const std::optional<std::string>& after) {
  return !after || after == before;
}

}  // namespace

net::Request codeTokenRequest(const ValidatedCallback& callback) {
  const PendingAuthorization& pending = *callback->transaction;
  return formRequest(pending.request.server.tokenEndpoint,
                     {{"grant_type", "authorization_code"},
                      {"code", callback->code},
                      {"redirect_uri", pending.request.client->redirectUri},
                      {"client_id", pending.request.client->clientId},
                      {"code_verifier", pending.secrets.codeVerifier}});
}

net::Request refreshTokenRequest(const AuthorizationRequest& request, const TokenSet& tokens) {
  return formRequest(request.server.tokenEndpoint, {{"grant_type", "refresh_token"},
                                                    {"refresh_token", tokens->refreshToken},
                                                    {"client_id", request.client->clientId}});
}

Result<TokenSet> processTokenResponse(const ValidatedCallback& callback, TokenType expected,
                                      const net::Response& response, Now now) {
  const AuthorizationRequest& request = callback->transaction->request;
  const Scopes asked(request.scopes);
  auto tokens = readTokens(response, expected, asked, asked, now);
  if (!tokens) return base::failure(tokens.error());
  // Without openid nobody asked for an identity; without an issuer nothing could confirm it.
  if (!asked.contains("openid") || request.server.issuer.empty()) tokens->idToken.clear();
  return TokenValidator::make(std::move(tokens).value());
}

Result<TokenSet> processRefreshResponse(const TokenSet& previous, const net::Response& response,
                                        Now now) {
  auto tokens = readTokens(response, previous->type, previous->permissions.asked(),
                           previous->permissions.granted(), now);
  if (!tokens) return base::failure(tokens.error());
  if (!sameOrSilent(previous->context.patient, tokens->context.patient) ||
      !sameOrSilent(previous->context.encounter, tokens->context.encounter)) {
    return base::failure(Error{ErrorCode::ContextChanged});
  }
  tokens->context = previous->context;
  if (tokens->refreshToken.empty()) tokens->refreshToken = previous->refreshToken;
  if (tokens->idToken.empty()) tokens->idToken = previous->idToken;
  return TokenValidator::make(std::move(tokens).value());
}

}  // namespace oauth
