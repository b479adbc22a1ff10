#include "oauth/pkce.h"

#include <string_view>

#include "oauth/base64url.h"

namespace oauth {
namespace {

std::string text(const Bytes32& bytes) {
  std::string octets;
  for (std::uint8_t byte : bytes)
    octets += static_cast<char>(byte);
  return encodeBase64Url(octets);
}

}  // namespace

std::string secretText(const Bytes32& randomBytes) {
  return text(randomBytes);
}

std::string codeChallenge(const Bytes32& verifierDigest) {
  return text(verifierDigest);
}

}  // namespace oauth
