#pragma once

#include <string>

#include "oauth/errors.h"
#include "oauth/transaction.h"

namespace oauth {

/// The URL to navigate the top-level page to (RFC 6749 section 4.1.1, RFC 7636 section 4.3, SMART
/// App Launch "Obtain authorization code"). `challenge` is the codeChallenge of the transaction's
/// verifier; `launch` is the value of an EHR launch, unchanged, and empty otherwise. A query that
/// the endpoint already has is kept (RFC 6749 section 3.1).
///
/// Fails with AuthorizationRequestInvalid when `challenge` is not the text of 32 bytes, `launch` is
/// present without an EHR launch or absent with one, or the URL grows beyond 32 KiB.
Result<std::string> authorizationUrl(const Transaction& transaction, const std::string& challenge,
                                     const std::string& launch);

}  // namespace oauth
