#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oauth/errors.h"
#include "oauth/time.h"
#include "oauth/transaction.h"
#include "oauth/validated.h"

/// The page reads its query once, removes it from the address bar before anything else happens
/// (RFC 9700 section 4.2), and then asks what it was opened for.
namespace oauth {

/// The query of the page's address, decoded.
class LocationQuery {
 public:
  /// Null when the parameter is absent.
  const std::string* find(std::string_view name) const;

 private:
  friend Result<LocationQuery> parseLocationQuery(std::string_view search);
  std::vector<std::pair<std::string, std::string>> parameters_;
};

/// Parses `location.search`, with or without its question mark. Fails with QueryMalformed (more
/// than 32 KiB or 64 parameters, broken escapes, not UTF-8, a NUL) or ParameterRepeated (RFC 6749
/// section 3.1) for a parameter that means something here.
Result<LocationQuery> parseLocationQuery(std::string_view search);

enum class PageRole { OrdinaryStart, EhrLaunch, AuthorizationResponse };

/// `code` or `error` makes an authorization response; otherwise `iss` or `launch` makes an EHR
/// launch. `iss` alone decides nothing: at a launch it is the FHIR base, in a response the
/// authorization server's issuer (RFC 9207).
PageRole pageRole(const LocationQuery& query);

/// The sessionStorage key under which the transaction of this response would be. Empty when the
/// response has no state, or one that cannot be ours.
std::string transactionKey(const LocationQuery& query);

struct ReceivedCode {
  std::string code;
  Transaction transaction;
};
/// A code that answers our own request, on time, from the right server.
using ValidatedCallback = Validated<ReceivedCode, class CallbackValidator>;

/// Judges an authorization response (RFC 6749 section 4.1.2, RFC 9207 section 2.4, RFC 9700
/// sections 4.4 and 4.7). `transaction` is what was stored under transactionKey(query), or nothing;
/// the caller has deleted it already, whatever the verdict, so that no code is sent twice.
///
/// State first, then time, then issuer, then the server's own error, then the code.
Result<ValidatedCallback> validateAuthorizationResponse(
    const LocationQuery& query, const std::optional<Transaction>& transaction, WallTime now);

}  // namespace oauth
