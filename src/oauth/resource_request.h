#pragma once

#include "net/http.h"
#include "oauth/errors.h"
#include "oauth/fhir_base.h"
#include "oauth/token.h"

namespace oauth {

/// Adds the access token to a FHIR request, in the Authorization header and nowhere else (RFC 6750
/// section 2.1, RFC 9449 section 7.1). Fails with OutsideFhirBase unless the URL has the origin of
/// the FHIR base and lies under its path: next links, references and locations come from a server
/// and may point anywhere. A DPoP proof is added apart, by addDpopProof.
Result<net::Request> authorize(net::Request request, const FhirBase& base, const TokenSet& tokens);

/// What the status of a FHIR response means for the session.
enum class ResourceVerdict {
  Pass,          ///< not a matter of authorization: judge the body
  Unauthorized,  ///< 401: ask Session::afterUnauthorized
  Forbidden,     ///< 403: PermissionMissing; a refresh would not help (RFC 6750 section 3.1)
};
ResourceVerdict judgeStatus(const net::Response& response);

}  // namespace oauth
