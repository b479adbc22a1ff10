#pragma once

#include <functional>

#include "oauth/id_token.h"

namespace browser {

/// Verifies the signature of an id token with the browser's own cryptography.
class SignatureVerifier {
 public:
  using Verified = std::function<void(oauth::SignatureVerdict)>;

  explicit SignatureVerifier(Verified verified);

  /// Calls `verified` once, soon.
  void verify(const oauth::SignatureCheck& check);

  /// For the boundary only.
  void onVerdict(oauth::SignatureVerdict verdict) { verified_(verdict); }

 private:
  Verified verified_;
};

}  // namespace browser
