#include <cstddef>
#include <cstdint>
#include <string>

#include "oauth/launch_context.h"
#include "oauth/token.h"
#include "pending_sign_in.h"

/// Whatever the token endpoint answers: what is accepted is fit for a header and for a path.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const oauth::ValidatedCallback kCallback = fuzz::callback();
  const net::Response response{.status = 200,
                               .headers = {{"content-type", "application/json"}},
                               .body = std::string(reinterpret_cast<const char*>(data), size)};
  const auto tokens =
      oauth::processTokenResponse(kCallback, oauth::TokenType::Bearer, response, oauth::Now{});
  if (!tokens) return 0;
  const oauth::Tokens& held = **tokens;
  const bool headerSafe = held.accessToken.find_first_of("\r\n ") == std::string::npos;
  const bool pathSafe = !held.context.patient || oauth::isFhirId(*held.context.patient);
  if (!headerSafe || !pathSafe || held.lifetime.count() <= 0) __builtin_trap();
  return 0;
}
