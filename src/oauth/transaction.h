#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oauth/discovery.h"
#include "oauth/errors.h"
#include "oauth/pkce.h"
#include "oauth/scopes.h"
#include "oauth/time.h"
#include "oauth/validated.h"

/// What is remembered in sessionStorage while the user is away at the authorization server: one
/// record per state, deleted before the code is sent (RFC 9700 section 4.7).
namespace oauth {

/// How long the user may take (smart-app-launch leaves it open; codes live at most 10 minutes by
/// RFC 6749 section 4.1.2).
inline constexpr std::chrono::minutes kTransactionLifetime{10};

struct RegisteredClient {
  std::string clientId;
  std::string redirectUri;  ///< exactly as registered; never built from input
};
/// The app as the server knows it.
using Client = Validated<RegisteredClient, class ClientValidator>;
/// Fails with ClientInvalid: an empty or unprintable id; a redirect URI that is not https (http on
/// loopback) or carries a query or a fragment (RFC 6749 section 3.1.2).
Result<Client> validateClient(std::string clientId, std::string redirectUri);

/// What was asked, of whom, in whose name.
struct AuthorizationRequest {
  Server server;
  Client client;
  LaunchKind kind = LaunchKind::Standalone;
  std::vector<std::string> scopes;
};

/// What the user was at when the app sent them to the authorization server once more.
enum class Intention { Read, Save, AddDemonstrationData };

/// Where to go on after a further authorization: no more than is needed to come back to the same
/// patient with what was said there, and to notice when somebody else does.
struct Continuation {
  std::string patient;    ///< FHIR id
  std::string encounter;  ///< FHIR id of the launch's encounter; empty when none
  std::string subject;    ///< `sub` of who asked; empty when the server has not said
  Intention intention = Intention::Read;
  std::string work;  ///< of the app's own, opaque here: letters, digits and "-.=&", at most 1 KiB

  friend bool operator==(const Continuation&, const Continuation&) = default;
};

struct PendingAuthorization {
  AuthorizationRequest request;
  AuthorizationSecrets secrets;
  WallTime createdAt;
  std::optional<Continuation> continuation;  ///< empty for a first sign-in
};
using Transaction = Validated<PendingAuthorization, class TransactionValidator>;

/// Fails with AuthorizationRequestInvalid when a secret is not the text of 32 bytes, two are the
/// same, a scope is empty, repeated or not a scope-token (RFC 6749 section 3.3), or the
/// continuation holds an id that is none or work that is none of the app's.
Result<Transaction> beginTransaction(AuthorizationRequest request, AuthorizationSecrets secrets,
                                     WallTime now,
                                     std::optional<Continuation> continuation = std::nullopt);

/// True when no answer to this transaction is taken any more.
bool hasExpired(const Transaction& transaction, WallTime now);

/// The sessionStorage key of the record with this state: the state itself. Empty when `state`
/// cannot be one of ours.
std::string transactionKey(std::string_view state);

/// The record as JSON, for sessionStorage.
std::string serialise(const Transaction& transaction);

/// The record that came back from sessionStorage. Other scripts of the origin could have written
/// it, so every rule that held when it was made is checked again; fails with TransactionMalformed.
Result<Transaction> parseTransaction(std::string_view text);

}  // namespace oauth
