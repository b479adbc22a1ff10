#include "browser/proof.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <utility>

#include "browser/clock.h"
#include "oauth/dpop.h"

extern "C" {
void cryptoFillRandom(unsigned char* bytes, std::size_t size);
void proofPrepare(browser::ProofSigner* signer, app::RequestId id, const char* accessToken,
                  std::size_t size);
void proofSign(browser::ProofSigner* signer, app::RequestId id, const char* input,
               std::size_t size);

EMSCRIPTEN_KEEPALIVE void proofOnPrepared(browser::ProofSigner* signer, app::RequestId id,
                                          const char* publicKey, std::size_t keySize,
                                          const char* digest, std::size_t digestSize) {
  signer->onPrepared(id, std::string(publicKey, keySize), std::string(digest, digestSize));
}

EMSCRIPTEN_KEEPALIVE void proofOnSignature(browser::ProofSigner* signer, app::RequestId id,
                                           const char* signature, std::size_t size) {
  signer->onSignature(id, std::string(signature, size));
}
}

namespace browser {

ProofSigner::ProofSigner(Signed done) : done_(std::move(done)) {
}

void ProofSigner::sign(const app::SignProof& asked) {
  pending_[asked.id] = {.asked = asked, .signingInput = {}};
  proofPrepare(this, asked.id, asked.accessToken.data(), asked.accessToken.size());
}

void ProofSigner::onPrepared(app::RequestId id, const std::string& publicKey,
                             const std::string& digest) {
  const auto found = pending_.find(id);
  if (found == pending_.end()) return;
  const auto key = oauth::parseDpopKey(publicKey);
  if (!key) return onSignature(id, "");
  const app::SignProof& asked = found->second.asked;
  oauth::DpopClaims claims{.now = readMoment().clocks.wall, .nonce = asked.nonce};
  cryptoFillRandom(claims.randomBytes.data(), claims.randomBytes.size());
  if (!asked.accessToken.empty() && digest.size() == claims.randomBytes.size()) {
    std::copy(digest.begin(), digest.end(), claims.accessTokenDigest.emplace().begin());
  }
  std::string input =
      oauth::dpopSigningInput(*key, net::Request{.method = asked.method, .url = asked.url}, claims);
  found->second.signingInput = std::move(input);
  proofSign(this, id, found->second.signingInput.data(), found->second.signingInput.size());
}

void ProofSigner::onSignature(app::RequestId id, const std::string& signature) {
  const auto pending = pending_.extract(id);
  if (pending.empty()) return;
  done_(
      {.id = id, .signingInput = std::move(pending.mapped().signingInput), .signature = signature});
}

}  // namespace browser
