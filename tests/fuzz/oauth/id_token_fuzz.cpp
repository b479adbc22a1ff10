#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "oauth/base64url.h"
#include "oauth/id_token.h"
#include "pending_sign_in.h"

/// Whatever is sent as an id_token, as a payload under a well-formed header, and as a key set.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const oauth::Transaction kTransaction = fuzz::transaction();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(oauth::parseIdToken(text).ok());

  const std::string wrapped =
      oauth::encodeBase64Url(R"({"alg":"ES256"})") + "." + oauth::encodeBase64Url(text) + ".AAAA";
  const auto token = oauth::parseIdToken(wrapped);
  if (!token) return 0;
  if (const auto claims = oauth::validateClaims(*token, kTransaction, oauth::WallTime())) {
    const auto identity = oauth::acceptIdentity(*claims, oauth::SignatureVerdict::NotChecked,
                                                kTransaction->request.server.fhirBase);
    if (!identity.ok() || (*identity)->signatureChecked) __builtin_trap();
  }
  const net::Response keys{.status = 200, .headers = {}, .body = std::string(text)};
  static_cast<void>(oauth::prepareSignatureCheck(*token, keys).ok());
  return 0;
}
