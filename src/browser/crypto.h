#pragma once

#include <functional>

#include "app/event.h"

namespace browser {

/// Makes the secrets of one authorization request with the browser's own random numbers and SHA-256
/// (W3C Web Cryptography API).
class AuthorizationSecretsMaker {
 public:
  using Made = std::function<void(app::AuthorizationSecretsMade)>;

  explicit AuthorizationSecretsMaker(Made made);

  /// Calls `made` once, soon.
  void make();

  /// For the boundary only: 32 bytes, the digest of the verifier's text.
  void onDigest(const unsigned char* digest);

 private:
  Made made_;
  app::AuthorizationSecretsMade secrets_;
};

}  // namespace browser
