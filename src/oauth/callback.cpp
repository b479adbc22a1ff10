#include "oauth/callback.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "oauth/refusal.h"
#include "oauth/syntax.h"

namespace oauth {

class CallbackValidator {
 public:
  static ValidatedCallback make(ReceivedCode received) {
    return ValidatedCallback(std::move(received));
  }
};

namespace {

constexpr std::size_t kMaximumQuery = 32UL * 1024UL;
constexpr std::size_t kMaximumParameters = 64;
constexpr std::array<std::string_view, 7> kMeaningful{
    "code", "state", "iss", "launch", "error", "error_description", "error_uri"};

bool isMeaningful(std::string_view name) {
  return std::find(kMeaningful.begin(), kMeaningful.end(), name) != kMeaningful.end();
}

std::optional<std::string> decodeField(std::string_view text) {
  auto decoded = net::formDecode(text);
  if (decoded && decoded->find('\0') != std::string::npos) return std::nullopt;
  return decoded;
}

/// RFC 9207 section 2.4, by simple string comparison.
Result<base::Nothing> judgeIssuer(const LocationQuery& query, const Server& server) {
  const std::string* issuer = query.find("iss");
  if (issuer == nullptr) {
    if (server.namesIssuerInResponses) {
      return base::failure(Error{ErrorCode::ResponseIssuerMissing});
    }
    return base::Nothing{};
  }
  if (!server.issuer.empty() && *issuer != server.issuer) {
    return base::failure(Error{ErrorCode::ResponseIssuerWrong});
  }
  return base::Nothing{};
}

Error authorizationError(const LocationQuery& query, LaunchKind kind) {
  const std::string* description = query.find("error_description");
  const std::string* page = query.find("error_uri");
  Error error = refusal(*query.find("error"), description == nullptr ? "" : *description,
                        page == nullptr ? "" : *page, ErrorCode::AuthorizationRefused);
  // SMART has no error of its own for a launch value that has expired.
  if (error.code == ErrorCode::InvalidRequest && kind == LaunchKind::Ehr) {
    error.code = ErrorCode::LaunchRefused;
  }
  return error;
}

}  // namespace

const std::string* LocationQuery::find(std::string_view name) const {
  for (const auto& [key, value] : parameters_) {
    if (key == name) return &value;
  }
  return nullptr;
}

Result<LocationQuery> parseLocationQuery(std::string_view search) {
  const auto malformed = base::failure(Error{ErrorCode::QueryMalformed});
  if (!search.empty() && search.front() == '?') search.remove_prefix(1);
  if (search.size() > kMaximumQuery) return malformed;

  LocationQuery query;
  while (!search.empty()) {
    const std::size_t end = search.find('&');
    const std::string_view field = search.substr(0, end);
    search = end == std::string_view::npos ? std::string_view{} : search.substr(end + 1);
    if (field.empty()) continue;
    const std::size_t equals = field.find('=');
    auto name = decodeField(field.substr(0, equals));
    auto value = equals == std::string_view::npos ? std::optional(std::string())
                                                  : decodeField(field.substr(equals + 1));
    if (!name || !value || query.parameters_.size() == kMaximumParameters) return malformed;
    if (isMeaningful(*name) && query.find(*name) != nullptr) {
      return base::failure(Error{ErrorCode::ParameterRepeated});
    }
    query.parameters_.emplace_back(std::move(*name), std::move(*value));
  }
  return query;
}

PageRole pageRole(const LocationQuery& query) {
  if (query.find("code") != nullptr || query.find("error") != nullptr) {
    return PageRole::AuthorizationResponse;
  }
  if (query.find("iss") != nullptr || query.find("launch") != nullptr) return PageRole::EhrLaunch;
  return PageRole::OrdinaryStart;
}

std::string transactionKey(const LocationQuery& query) {
  const std::string* state = query.find("state");
  return state == nullptr ? std::string() : transactionKey(std::string_view(*state));
}

Result<ValidatedCallback> validateAuthorizationResponse(
    const LocationQuery& query, const std::optional<Transaction>& transaction, WallTime now) {
  const std::string* state = query.find("state");
  if (state == nullptr || state->empty()) return base::failure(Error{ErrorCode::StateMissing});
  if (!transaction || (*transaction)->secrets.state != *state) {
    return base::failure(Error{ErrorCode::StateUnknown});
  }
  if (hasExpired(*transaction, now)) return base::failure(Error{ErrorCode::TransactionExpired});

  const AuthorizationRequest& request = (*transaction)->request;
  const auto issuer = judgeIssuer(query, request.server);
  if (!issuer) return base::failure(issuer.error());
  if (query.find("error") != nullptr) {
    return base::failure(authorizationError(query, request.kind));
  }
  const std::string* code = query.find("code");
  if (code == nullptr || !isTokenText(*code)) return base::failure(Error{ErrorCode::CodeMissing});
  return CallbackValidator::make({.code = *code, .transaction = *transaction});
}

}  // namespace oauth
