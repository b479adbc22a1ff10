#include "oauth/refusal.h"

#include <array>
#include <utility>

#include "net/url.h"

namespace oauth {
namespace {

constexpr std::array<std::pair<std::string_view, ErrorCode>, 14> kRegistered{{
    // RFC 6749 section 4.1.2.1
    {"access_denied", ErrorCode::AccessDenied},
    {"invalid_request", ErrorCode::InvalidRequest},
    {"invalid_scope", ErrorCode::InvalidScope},
    {"server_error", ErrorCode::ServerError},
    {"temporarily_unavailable", ErrorCode::TemporarilyUnavailable},
    {"unauthorized_client", ErrorCode::UnauthorizedClient},
    {"unsupported_response_type", ErrorCode::UnsupportedResponseType},
    // RFC 6749 section 5.2
    {"invalid_client", ErrorCode::InvalidClient},
    {"invalid_grant", ErrorCode::InvalidGrant},
    {"unsupported_grant_type", ErrorCode::UnsupportedGrantType},
    // OpenID Connect Core section 3.1.2.6
    {"login_required", ErrorCode::LoginRequired},
    {"interaction_required", ErrorCode::LoginRequired},
    {"consent_required", ErrorCode::LoginRequired},
    {"account_selection_required", ErrorCode::LoginRequired},
}};

}  // namespace

Error refusal(std::string_view error, std::string_view description, std::string_view page,
              ErrorCode otherwise) {
  Error result{.code = otherwise, .serverText = cleanServerText(description)};
  for (const auto& [name, code] : kRegistered) {
    if (name == error) result.code = code;
  }
  const auto url = net::parseUrl(page);
  if (url && url->scheme == "https") result.serverPage = url->text();
  return result;
}

}  // namespace oauth
