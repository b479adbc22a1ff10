#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

#include "app/effect.h"
#include "app/event.h"

namespace browser {

/// Signs proofs of possession (RFC 9449) with an ES256 key of the page's own (W3C Web Cryptography
/// API). The private half is not extractable: neither this program nor any script can read it.
class ProofSigner {
 public:
  using Signed = std::function<void(app::ProofSigned)>;

  explicit ProofSigner(Signed done);

  /// Calls back once, soon; with an empty signature where the browser cannot make the key.
  void sign(const app::SignProof& asked);

  /// For the boundary only. `publicKey` is the public half as a JWK, `digest` the 32 bytes of the
  /// access token's SHA-256.
  void onPrepared(app::RequestId id, const std::string& publicKey, const std::string& digest);
  void onSignature(app::RequestId id, const std::string& signature);

 private:
  struct Pending {
    app::SignProof asked;
    std::string signingInput;
  };

  Signed done_;
  std::map<app::RequestId, Pending> pending_;
};

}  // namespace browser
