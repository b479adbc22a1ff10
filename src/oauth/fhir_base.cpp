#include "oauth/fhir_base.h"

namespace oauth {

class FhirBaseValidator {
 public:
  static FhirBase make(NamedFhirBase base) { return FhirBase(std::move(base)); }
};

std::string NamedFhirBase::below(std::string_view path) const {
  std::string text = url.text();
  if (text.back() != '/') text += '/';
  return text.append(path);
}

Result<FhirBase> parseFhirBase(std::string_view text) {
  auto url = net::parseUrl(text);
  // An empty query or fragment leaves no trace in the parsed URL, but would in `aud`.
  if (!url || text.find_first_of("?#") != std::string_view::npos) {
    return base::failure(Error{ErrorCode::FhirBaseInvalid});
  }
  if (!net::isTrustworthy(*url)) return base::failure(Error{ErrorCode::FhirBaseInsecure});
  while (url->path.size() > 1 && url->path.back() == '/')
    url->path.pop_back();
  return FhirBaseValidator::make({.audience = std::string(text), .url = std::move(*url)});
}

}  // namespace oauth
