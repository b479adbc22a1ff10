#include "oauth/transaction.h"

#include <algorithm>
#include <set>

#include "oauth/base64url.h"
#include "oauth/launch_context.h"
#include "oauth/syntax.h"

namespace oauth {

class ClientValidator {
 public:
  static Client make(RegisteredClient client) { return Client(std::move(client)); }
};

class TransactionValidator {
 public:
  static Transaction make(PendingAuthorization pending) { return Transaction(std::move(pending)); }
};

namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kMaximumClientId = 512;
constexpr std::size_t kMaximumScopes = 64;
constexpr std::size_t kMaximumWork = 1024;

bool isSecret(std::string_view text) {
  const auto bytes = decodeBase64Url(text);
  return bytes && bytes->size() == kSecretBytes;
}

bool areScopes(const std::vector<std::string>& scopes) {
  if (scopes.empty() || scopes.size() > kMaximumScopes) return false;
  const std::set<std::string> distinct(scopes.begin(), scopes.end());
  return distinct.size() == scopes.size() &&
         std::all_of(scopes.begin(), scopes.end(),
                     [](const std::string& scope) { return isScopeToken(scope); });
}

bool isWork(std::string_view text) {
  constexpr std::string_view kMarks = "-.=&";
  return text.size() <= kMaximumWork && std::all_of(text.begin(), text.end(), [=](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  kMarks.find(c) != std::string_view::npos;
         });
}

bool leadsBack(const std::optional<Continuation>& continuation) {
  return !continuation || (isFhirId(continuation->patient) &&
                           (continuation->encounter.empty() || isFhirId(continuation->encounter)) &&
                           isWork(continuation->work));
}

}  // namespace

Result<Client> validateClient(std::string clientId, std::string redirectUri) {
  const auto url = net::parseUrl(redirectUri);
  const bool idUsable = !clientId.empty() && clientId.size() <= kMaximumClientId &&
                        std::all_of(clientId.begin(), clientId.end(),
                                    [](char c) { return c >= 0x20 && c < 0x7F; });  // A.1
  if (!idUsable || !url || !net::isTrustworthy(*url) ||
      redirectUri.find_first_of("?#") != std::string::npos) {
    return base::failure(Error{ErrorCode::ClientInvalid});
  }
  return ClientValidator::make(
      {.clientId = std::move(clientId), .redirectUri = std::move(redirectUri)});
}

Result<Transaction> beginTransaction(AuthorizationRequest request, AuthorizationSecrets secrets,
                                     WallTime now, std::optional<Continuation> continuation) {
  const bool distinct = secrets.state != secrets.nonce && secrets.state != secrets.codeVerifier &&
                        secrets.nonce != secrets.codeVerifier;
  if (!distinct || !isSecret(secrets.state) || !isSecret(secrets.nonce) ||
      !isSecret(secrets.codeVerifier) || !areScopes(request.scopes) || !leadsBack(continuation)) {
    return base::failure(Error{ErrorCode::AuthorizationRequestInvalid});
  }
  return TransactionValidator::make({.request = std::move(request),
                                     .secrets = std::move(secrets),
                                     .createdAt = now,
                                     .continuation = std::move(continuation)});
}

bool hasExpired(const Transaction& transaction, WallTime now) {
  // A record from the future comes from a clock that was set back since: its age is unknown.
  return now < transaction->createdAt || now - transaction->createdAt > kTransactionLifetime;
}

std::string transactionKey(std::string_view state) {
  return isSecret(state) ? std::string(state) : std::string();
}

}  // namespace oauth
