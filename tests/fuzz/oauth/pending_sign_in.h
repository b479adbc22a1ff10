#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oauth/callback.h"
#include "oauth/discovery.h"
#include "oauth/transaction.h"

/// A sign-in that waits for its answer: the state in which strangers' bytes arrive.
namespace fuzz {

inline std::string secret(std::uint8_t fill) {
  oauth::Bytes32 bytes{};
  bytes.fill(fill);
  return oauth::secretText(bytes);
}

inline oauth::Transaction transaction() {
  const auto base = oauth::parseFhirBase("https://ehr.example/fhir").value();
  const auto server = oauth::configureServer(base, {.authorization = "https://login.example/a",
                                                    .token = "https://login.example/t",
                                                    .revocation = {},
                                                    .issuer = "https://login.example",
                                                    .jwks = "https://login.example/k"})
                          .value();
  return oauth::beginTransaction(
             {.server = server->server,
              .client = oauth::validateClient("app", "https://app.example/").value(),
              .scopes = {"openid", "patient/Patient.r"}},
             {.state = secret(1), .nonce = secret(2), .codeVerifier = secret(3)}, oauth::WallTime())
      .value();
}

inline oauth::ValidatedCallback callback() {
  const auto query = oauth::parseLocationQuery("code=x&state=" + secret(1)).value();
  return oauth::validateAuthorizationResponse(query, transaction(), oauth::WallTime()).value();
}

}  // namespace fuzz
