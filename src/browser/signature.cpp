#include "browser/signature.h"

#include <emscripten/em_macros.h>

#include <cstddef>
#include <string_view>
#include <utility>

extern "C" {
void signatureVerify(browser::SignatureVerifier* verifier, const char* algorithm,
                     std::size_t algorithmSize, const char* key, std::size_t keySize,
                     const char* input, std::size_t inputSize, const char* signature,
                     std::size_t signatureSize);

EMSCRIPTEN_KEEPALIVE void signatureOnVerdict(browser::SignatureVerifier* verifier, int supported,
                                             int valid) {
  const auto checked = valid != 0 ? oauth::SignatureVerdict::Valid : oauth::SignatureVerdict::Wrong;
  verifier->onVerdict(supported != 0 ? checked : oauth::SignatureVerdict::NotChecked);
}
}

namespace browser {

SignatureVerifier::SignatureVerifier(Verified verified) : verified_(std::move(verified)) {
}

void SignatureVerifier::verify(const oauth::SignatureCheck& check) {
  const std::string_view algorithm = oauth::name(check.algorithm);
  signatureVerify(this, algorithm.data(), algorithm.size(), check.publicKey.data(),
                  check.publicKey.size(), check.signingInput.data(), check.signingInput.size(),
                  check.signature.data(), check.signature.size());
}

}  // namespace browser
