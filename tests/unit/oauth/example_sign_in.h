#pragma once

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oauth/authorization.h"
#include "oauth/base64url.h"
#include "oauth/callback.h"
#include "oauth/discovery.h"
#include "oauth/id_token.h"
#include "oauth/session.h"
#include "oauth/token.h"

/// One sign-in that goes well, step by step, so that each test changes just what it is about.
namespace example {

using Json = nlohmann::json;

inline constexpr std::string_view kBase = "https://ehr.example/fhir";
inline constexpr std::string_view kIssuer = "https://login.example/oauth";
inline constexpr std::string_view kClientId = "framingham";
inline constexpr std::string_view kRedirectUri = "https://app.example/";

/// `document` with the members of `changes`, where null removes a member; `{}` changes nothing.
inline std::string changed(Json document, const Json& changes) {
  if (!changes.is_null()) document.merge_patch(changes);
  return document.dump();
}

inline net::Response jsonResponse(std::string body, int status = 200) {
  return {.status = status,
          .headers = {{"content-type", "application/json"}, {"cache-control", "no-store"}},
          .body = std::move(body)};
}

/// A moment `seconds` after the sign-in started, on both clocks.
inline oauth::Now at(std::int64_t seconds) {
  return {.wall = oauth::WallTime(std::chrono::seconds(1'700'000'000 + seconds)),
          .monotonic = oauth::MonotonicTime(std::chrono::seconds(seconds))};
}

inline std::string secret(std::uint8_t fill) {
  oauth::Bytes32 bytes{};
  bytes.fill(fill);
  return oauth::secretText(bytes);
}
inline std::string state() {
  return secret(1);
}
inline std::string nonce() {
  return secret(2);
}
inline std::string codeVerifier() {
  return secret(3);
}

inline oauth::FhirBase fhirBase(std::string_view text = kBase) {
  return oauth::parseFhirBase(text).value();
}

inline Json smartConfiguration() {
  return {{"issuer", kIssuer},
          {"authorization_endpoint", "https://login.example/authorize"},
          {"token_endpoint", "https://login.example/token"},
          {"revocation_endpoint", "https://login.example/revoke"},
          {"jwks_uri", "https://login.example/keys"},
          {"code_challenge_methods_supported", {"S256"}},
          {"capabilities", {"launch-ehr", "launch-standalone", "permission-v2"}}};
}

inline oauth::Result<oauth::ServerConfiguration> discover(const Json& changes = {},
                                                          std::string_view base = kBase) {
  return oauth::processSmartConfiguration(fhirBase(base),
                                          jsonResponse(changed(smartConfiguration(), changes)));
}

inline oauth::AuthorizationRequest request(const Json& serverChanges = {},
                                           oauth::LaunchKind kind = oauth::LaunchKind::Standalone) {
  return {.server = (*discover(serverChanges))->server,
          .client = *oauth::validateClient(std::string(kClientId), std::string(kRedirectUri)),
          .kind = kind,
          .scopes = {"openid", "fhirUser", "launch/patient", "patient/Patient.r",
                     "patient/Observation.rs", "patient/Condition.rs"}};
}

inline oauth::Transaction transaction(const oauth::AuthorizationRequest& asked = request()) {
  return oauth::beginTransaction(
             asked, {.state = state(), .nonce = nonce(), .codeVerifier = codeVerifier()},
             at(0).wall)
      .value();
}

inline oauth::LocationQuery query(std::string_view text) {
  return oauth::parseLocationQuery(text).value();
}

/// The verdict on an authorization response that comes back a minute later.
inline oauth::Result<oauth::ValidatedCallback> respond(
    std::string_view text, const oauth::Transaction& pending = transaction(),
    oauth::Now now = at(60)) {
  return oauth::validateAuthorizationResponse(query(text), pending, now.wall);
}

inline oauth::ValidatedCallback callback(const oauth::Transaction& pending = transaction()) {
  return respond("code=abc&state=" + state(), pending).value();
}

inline Json tokenBody() {
  return {{"access_token", "access-1"},
          {"token_type", "Bearer"},
          {"expires_in", 3600},
          {"refresh_token", "refresh-1"},
          {"scope",
           "openid fhirUser launch/patient patient/Patient.r patient/Observation.rs "
           "patient/Condition.rs"},
          {"patient", "p1"}};
}

inline oauth::Result<oauth::TokenSet> receive(const Json& changes,
                                              const oauth::Transaction& pending = transaction()) {
  return oauth::processTokenResponse(callback(pending), oauth::TokenType::Bearer,
                                     jsonResponse(changed(tokenBody(), changes)), at(0));
}

inline oauth::TokenSet tokens(const Json& changes = {}) {
  return receive(changes).value();
}

/// What a refresh makes of `previous`; by default the server says nothing about the patient.
inline oauth::Result<oauth::TokenSet> refresh(const oauth::TokenSet& previous, const Json& changes,
                                              oauth::Now now) {
  const Json body = {{"access_token", "access-2"}, {"token_type", "Bearer"}, {"expires_in", 3600}};
  return oauth::processRefreshResponse(previous, jsonResponse(changed(body, changes)), now);
}

inline Json claims() {
  return {{"iss", kIssuer},
          {"sub", "dr-1"},
          {"aud", kClientId},
          {"exp", 1'700'000'600},
          {"iat", 1'700'000'050},
          {"nonce", nonce()},
          {"fhirUser", "https://ehr.example/fhir/Practitioner/dr-1"}};
}

inline std::string jwt(const Json& header, const std::string& payload,
                       std::string_view signature = "signature") {
  return oauth::encodeBase64Url(header.dump()) + "." + oauth::encodeBase64Url(payload) + "." +
         oauth::encodeBase64Url(signature);
}

inline std::string idToken(const Json& changes = {}) {
  return jwt({{"alg", "RS256"}, {"kid", "k1"}}, changed(claims(), changes));
}

/// The verdict on an id_token, a minute after the sign-in started.
inline oauth::Result<oauth::ValidatedClaims> judge(const std::string& token,
                                                   oauth::Now now = at(60)) {
  const auto parsed = oauth::parseIdToken(token);
  if (!parsed) return base::failure(parsed.error());
  return oauth::validateClaims(*parsed, transaction(), now.wall);
}

/// The error of a result as a code; ends the test program when there is none.
template <typename T>
oauth::ErrorCode errorOf(const oauth::Result<T>& result) {
  return result.error().code;
}

}  // namespace example
