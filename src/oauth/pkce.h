#pragma once

#include <array>
#include <cstdint>
#include <string>

/// The secrets of one authorization request. The shell supplies random bytes and digests
/// (WebCrypto); the texts are made here.
namespace oauth {

using Bytes32 = std::array<std::uint8_t, 32>;

/// 43 characters from 32 random bytes: a code verifier (RFC 7636 section 4.1), a state
/// (RFC 6749 section 10.12) or a nonce (OpenID Connect Core section 3.1.2.1). Fresh bytes for each.
std::string secretText(const Bytes32& randomBytes);

/// The S256 challenge from the SHA-256 digest of the verifier's characters (RFC 7636 section 4.2).
std::string codeChallenge(const Bytes32& verifierDigest);

struct AuthorizationSecrets {
  std::string state;
  std::string nonce;
  std::string codeVerifier;
};

}  // namespace oauth
