#include "browser/crypto.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "oauth/pkce.h"

extern "C" {
void cryptoFillRandom(unsigned char* bytes, std::size_t size);
void cryptoDigest(browser::AuthorizationSecretsMaker* maker, const char* text, std::size_t size);

EMSCRIPTEN_KEEPALIVE void cryptoOnDigest(browser::AuthorizationSecretsMaker* maker,
                                         const unsigned char* digest) {
  maker->onDigest(digest);
}
}

namespace browser {
namespace {

std::string freshSecret() {
  oauth::Bytes32 bytes;
  cryptoFillRandom(bytes.data(), bytes.size());
  return oauth::secretText(bytes);
}

}  // namespace

AuthorizationSecretsMaker::AuthorizationSecretsMaker(Made made) : made_(std::move(made)) {
}

void AuthorizationSecretsMaker::make() {
  secrets_ = {};
  secrets_.codeVerifier = freshSecret();
  secrets_.state = freshSecret();
  secrets_.nonce = freshSecret();
  cryptoDigest(this, secrets_.codeVerifier.data(), secrets_.codeVerifier.size());
}

void AuthorizationSecretsMaker::onDigest(const unsigned char* digest) {
  oauth::Bytes32 bytes;
  std::copy_n(digest, bytes.size(), bytes.begin());
  secrets_.codeChallenge = oauth::codeChallenge(bytes);
  made_(std::exchange(secrets_, {}));
}

}  // namespace browser
