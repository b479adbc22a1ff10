#include "oauth/resource_request.h"

namespace oauth {

Result<net::Request> authorize(net::Request request, const FhirBase& base, const TokenSet& tokens) {
  const auto url = net::parseUrl(request.url);
  if (!url || !net::isTrustworthy(*url) || !net::isUnder(*url, base->url)) {
    return base::failure(Error{ErrorCode::OutsideFhirBase});
  }
  const std::string scheme = tokens->type == TokenType::Dpop ? "DPoP " : "Bearer ";
  request.headers.push_back({"Authorization", scheme + tokens->accessToken});
  return request;
}

ResourceVerdict judgeStatus(const net::Response& response) {
  if (response.status == 401) return ResourceVerdict::Unauthorized;
  if (response.status == 403) return ResourceVerdict::Forbidden;
  return ResourceVerdict::Pass;
}

}  // namespace oauth
