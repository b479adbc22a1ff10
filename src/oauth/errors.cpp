#include "oauth/errors.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace oauth {
namespace {

struct Description {
  ErrorCode code;
  Remedy remedy;
  std::string_view user;
  std::string_view log;
};

// One row an error, in the order of the enumeration. "RFC 6749 4.1.2" means section 4.1.2.
// clang-format off
constexpr std::array kDescriptions{
    Description{ErrorCode::FhirBaseInvalid, Remedy::ChooseServer,
        "The address of the health record server is not a usable web address.",
        "FHIR base is not an absolute http(s) URL free of user information, query and fragment"},
    Description{ErrorCode::FhirBaseInsecure, Remedy::ChooseServer,
        "The health record server does not use a protected connection (https).",
        "FHIR base is http beyond loopback (SMART App Launch, App Protection)"},
    Description{ErrorCode::ServerNotListed, Remedy::TellAdministrator,
        "This app is not set up for the health record server that opened it. Whoever runs the app "
        "can add that server's address (fhirBase) to the list \"ehrs\" in config.json.",
        "launch iss is not on the list of servers"},
    Description{ErrorCode::LaunchWithoutServer, Remedy::RelaunchFromEhr,
        "The app was opened without saying from which health record.",
        "launch parameter without iss (SMART App Launch, EHR Launch)"},
    Description{ErrorCode::LaunchTooLong, Remedy::RelaunchFromEhr,
        "The app was opened in a way that it does not understand.",
        "launch parameter longer than 8 KiB"},
    Description{ErrorCode::ClientInvalid, Remedy::TellAdministrator,
        "This app is not set up correctly for signing in.",
        "client_id or redirect_uri is unusable (RFC 6749 2.2, 3.1.2)"},
    Description{ErrorCode::SmartConfigurationMissing, Remedy::TellAdministrator,
        "The health record server does not say how to sign in.",
        "404 for .well-known/smart-configuration (SMART App Launch, Conformance)"},
    Description{ErrorCode::DiscoveryFailed, Remedy::Retry,
        "The health record server did not answer the question how to sign in.",
        "discovery answered with a status other than 200"},
    Description{ErrorCode::MetadataMalformed, Remedy::TellAdministrator,
        "The health record server described its sign-in in a way that cannot be read.",
        "metadata is no JSON object of the right types within its limits (RFC 8414 3.2)"},
    Description{ErrorCode::MetadataWithoutOAuth, Remedy::TellAdministrator,
        "The health record server offers no sign-in for apps.",
        "metadata lacks authorization or token endpoint"},
    Description{ErrorCode::EndpointInvalid, Remedy::TellAdministrator,
        "The health record server names a sign-in address that cannot be used.",
        "endpoint is no http(s) URL, or has user information or a fragment (RFC 6749 3.1, 3.2)"},
    Description{ErrorCode::EndpointInsecure, Remedy::TellAdministrator,
        "The sign-in of the health record server does not use a protected connection (https).",
        "endpoint is http (RFC 6749 3.1, 3.2; RFC 9700 2.6)"},
    Description{ErrorCode::IssuerInvalid, Remedy::TellAdministrator,
        "The sign-in service does not identify itself correctly.",
        "issuer is no https URL without query and fragment, or is missing (RFC 8414 2, RFC 9207 3)"},
    Description{ErrorCode::IssuerMismatch, Remedy::TellAdministrator,
        "The sign-in service claims to be another one.",
        "metadata issuer differs from the one asked (RFC 8414 3.3)"},
    Description{ErrorCode::PkceUnsupported, Remedy::TellAdministrator,
        "The sign-in of this server lacks a protection that this app insists on.",
        "code_challenge_methods_supported lacks S256 (RFC 7636 4.2)"},
    Description{ErrorCode::AuthorizationRequestInvalid, Remedy::TellAdministrator,
        "The sign-in could not be prepared.",
        "authorization request breaks RFC 6749 4.1.1 or RFC 7636 4.1"},
    Description{ErrorCode::QueryMalformed, Remedy::SignInAgain,
        "The app was opened with an address that cannot be read.",
        "query is too long, not form-encoded or not UTF-8"},
    Description{ErrorCode::ParameterRepeated, Remedy::SignInAgain,
        "The app was opened with a contradictory address. Nothing was done with it.",
        "a parameter occurs twice (RFC 6749 3.1)"},
    Description{ErrorCode::StateMissing, Remedy::SignInAgain,
        "A sign-in arrived that was not started here. Nothing was done with it.",
        "authorization response without state (RFC 6749 10.12)"},
    Description{ErrorCode::StateUnknown, Remedy::SignInAgain,
        "This sign-in was not started in this tab or has been used already.",
        "no pending transaction for this state (RFC 6749 10.12, RFC 9700 4.7)"},
    Description{ErrorCode::TransactionMalformed, Remedy::SignInAgain,
        "What was noted about this sign-in can no longer be read.",
        "stored transaction breaks its own rules"},
    Description{ErrorCode::TransactionExpired, Remedy::SignInAgain,
        "The sign-in took too long.",
        "authorization response after the transaction's lifetime"},
    Description{ErrorCode::CodeMissing, Remedy::SignInAgain,
        "The server's answer to the sign-in is incomplete.",
        "authorization response without a usable code (RFC 6749 4.1.2)"},
    Description{ErrorCode::ResponseIssuerMissing, Remedy::SignInAgain,
        "The sign-in service did not identify itself in its answer.",
        "authorization response without the advertised iss (RFC 9207 2.4)"},
    Description{ErrorCode::ResponseIssuerWrong, Remedy::SignInAgain,
        "The answer to the sign-in came from another service than the one asked.",
        "authorization response with a foreign iss (RFC 9207 2.4)"},
    Description{ErrorCode::AccessDenied, Remedy::SignInAgain,
        "Access was not granted: you or the server declined.",
        "access_denied (RFC 6749 4.1.2.1)"},
    Description{ErrorCode::InvalidRequest, Remedy::TellAdministrator,
        "The server did not understand the sign-in.",
        "invalid_request (RFC 6749 4.1.2.1, 5.2)"},
    Description{ErrorCode::LaunchRefused, Remedy::RelaunchFromEhr,
        "The server refused this start of the app; it may have come too late.",
        "invalid_request in an EHR launch: the launch value may have expired"},
    Description{ErrorCode::UnauthorizedClient, Remedy::TellAdministrator,
        "The server does not allow this app to sign in this way.",
        "unauthorized_client (RFC 6749 4.1.2.1, 5.2)"},
    Description{ErrorCode::UnsupportedResponseType, Remedy::TellAdministrator,
        "The server does not offer the kind of sign-in that this app uses.",
        "unsupported_response_type (RFC 6749 4.1.2.1)"},
    Description{ErrorCode::InvalidScope, Remedy::TellAdministrator,
        "The server does not grant the permissions that this app asks for.",
        "invalid_scope (RFC 6749 4.1.2.1, 5.2)"},
    Description{ErrorCode::ServerError, Remedy::Retry,
        "The sign-in service has a fault.",
        "server_error (RFC 6749 4.1.2.1)"},
    Description{ErrorCode::TemporarilyUnavailable, Remedy::Retry,
        "The sign-in service is busy or under maintenance.",
        "temporarily_unavailable (RFC 6749 4.1.2.1)"},
    Description{ErrorCode::LoginRequired, Remedy::SignInAgain,
        "The server wants you to sign in or to agree once more.",
        "login, interaction, consent or account selection required (OIDC Core 3.1.2.6)"},
    Description{ErrorCode::AuthorizationRefused, Remedy::SignInAgain,
        "The server refused the sign-in.",
        "authorization error response with another code (RFC 6749 4.1.2.1)"},
    Description{ErrorCode::InvalidGrant, Remedy::SignInAgain,
        "The sign-in is no longer valid.",
        "invalid_grant (RFC 6749 5.2)"},
    Description{ErrorCode::InvalidClient, Remedy::TellAdministrator,
        "The server does not know this app.",
        "invalid_client (RFC 6749 5.2)"},
    Description{ErrorCode::UnsupportedGrantType, Remedy::TellAdministrator,
        "The server does not offer the kind of sign-in that this app uses.",
        "unsupported_grant_type (RFC 6749 5.2)"},
    Description{ErrorCode::TokenRequestRefused, Remedy::SignInAgain,
        "The server refused to complete the sign-in.",
        "token endpoint answered 400 or 401 without a known error (RFC 6749 5.2)"},
    Description{ErrorCode::TokenEndpointFailed, Remedy::SignInAgain,
        "The sign-in could not be completed because the server has a fault.",
        "token endpoint answered with a status other than 200, 400 and 401"},
    Description{ErrorCode::TokenResponseMalformed, Remedy::TellAdministrator,
        "The server completed the sign-in in a way that cannot be read.",
        "token response is no JSON object of the right types within its limits (RFC 6749 5.1)"},
    Description{ErrorCode::TokenTypeUnsupported, Remedy::TellAdministrator,
        "The server issued a kind of permission that this app cannot use.",
        "token_type is missing or neither Bearer nor, where asked for, DPoP (RFC 6749 7.1)"},
    Description{ErrorCode::TokenBindingLost, Remedy::TellAdministrator,
        "The server issued a permission without the protection that it had announced.",
        "token_type Bearer in answer to a DPoP proof (RFC 9449 5)"},
    Description{ErrorCode::AccessTokenInvalid, Remedy::TellAdministrator,
        "The server completed the sign-in in a way that cannot be used.",
        "access_token is missing, too long or not visible ASCII (RFC 6749 A.12)"},
    Description{ErrorCode::PatientMissing, Remedy::RelaunchFromEhr,
        "The server did not say whose record is open.",
        "token response without patient (SMART App Launch, Launch Context)"},
    Description{ErrorCode::PatientInvalid, Remedy::RelaunchFromEhr,
        "The server named a patient in a way that cannot be used.",
        "patient is no FHIR id"},
    Description{ErrorCode::EncounterInvalid, Remedy::RelaunchFromEhr,
        "The server named a visit in a way that cannot be used.",
        "encounter is no FHIR id"},
    Description{ErrorCode::ContextChanged, Remedy::RelaunchFromEhr,
        "The server switched to another patient or visit. All data was removed from this screen.",
        "patient or encounter changed on refresh (SMART App Launch, Launch Context)"},
    Description{ErrorCode::IdTokenMalformed, Remedy::SignInAgain,
        "The server did not say in a readable way who signed in.",
        "id_token is no signed JWT within its limits (OIDC Core 2, RFC 7519 7.2)"},
    Description{ErrorCode::IdTokenAlgorithmRefused, Remedy::TellAdministrator,
        "The server confirms who signed in by a method that is not safe.",
        "id_token alg is none, symmetric or unknown (OIDC Core 3.1.3.7, RFC 8725 3.1)"},
    Description{ErrorCode::IdTokenIssuerWrong, Remedy::SignInAgain,
        "The confirmation of who signed in comes from another service.",
        "id_token iss is not the issuer (OIDC Core 3.1.3.7)"},
    Description{ErrorCode::IdTokenAudienceWrong, Remedy::SignInAgain,
        "The confirmation of who signed in is meant for another app.",
        "id_token aud or azp is not this client (OIDC Core 3.1.3.7)"},
    Description{ErrorCode::IdTokenExpired, Remedy::SignInAgain,
        "The confirmation of who signed in is out of date; check this device's clock.",
        "id_token exp has passed (OIDC Core 3.1.3.7)"},
    Description{ErrorCode::IdTokenFromTheFuture, Remedy::SignInAgain,
        "The confirmation of who signed in is dated in the future; check this device's clock.",
        "id_token iat lies ahead (OIDC Core 3.1.3.7)"},
    Description{ErrorCode::IdTokenNonceWrong, Remedy::SignInAgain,
        "The confirmation of who signed in belongs to another sign-in.",
        "id_token nonce is missing or foreign (OIDC Core 3.1.3.7)"},
    Description{ErrorCode::IdTokenSubjectMissing, Remedy::SignInAgain,
        "The server did not say who signed in.",
        "id_token without a usable sub (OIDC Core 2)"},
    Description{ErrorCode::IdTokenSubjectChanged, Remedy::SignInAgain,
        "The server says that somebody else is signed in now.",
        "id_token iss or sub changed on refresh (OIDC Core 12.2)"},
    Description{ErrorCode::IdTokenKeyUnknown, Remedy::SignInAgain,
        "The signature on who signed in could not be checked.",
        "no single key of the set fits the id_token (RFC 7517 5, OIDC Core 10.1)"},
    Description{ErrorCode::IdTokenSignatureWrong, Remedy::SignInAgain,
        "The confirmation of who signed in is forged or damaged.",
        "id_token signature does not verify (RFC 7515 5.2)"},
    Description{ErrorCode::OutsideFhirBase, Remedy::TellAdministrator,
        "The record points to another server. For safety it was not followed.",
        "URL outside the FHIR base: no token is sent there"},
    Description{ErrorCode::SignedOut, Remedy::SignInAgain,
        "You are signed out. What you entered is still here.",
        "the session has ended"},
    Description{ErrorCode::PermissionMissing, Remedy::TellAdministrator,
        "You or this app may not see or change this part of the record.",
        "403 (RFC 6750 3.1, insufficient_scope)"},
    Description{ErrorCode::RefreshOutcomeUnknown, Remedy::SignInAgain,
        "The sign-in could not be renewed because the connection broke.",
        "no answer to a refresh request: the token is not sent again (RFC 9700 4.14.2)"},
    Description{ErrorCode::DpopKeyInvalid, Remedy::Retry,
        "This browser could not make a key for the sign-in.",
        "DPoP key or signature is not ES256 (RFC 9449 4.2)"},
    Description{ErrorCode::DpopNonceHidden, Remedy::TellAdministrator,
        "The server asks for a proof but does not let web apps see how to give it.",
        "use_dpop_nonce without an exposed DPoP-Nonce header (RFC 9449 8)"},
    Description{ErrorCode::DpopNonceRepeated, Remedy::TellAdministrator,
        "The server keeps asking for the same proof.",
        "use_dpop_nonce in answer to the nonce just given (RFC 9449 8)"},
    Description{ErrorCode::Unreachable, Remedy::Retry,
        "The server could not be reached, or does not allow this app's web address (CORS).",
        "no response: unreachable, or no Access-Control-Allow-Origin for this origin"},
    Description{ErrorCode::TimedOut, Remedy::Retry,
        "The server did not answer in time.",
        "no complete response within the time limit"},
    Description{ErrorCode::ResponseTooLarge, Remedy::TellAdministrator,
        "The server's answer was far larger than expected and was not read.",
        "response body beyond its limit"},
    Description{ErrorCode::Redirected, Remedy::TellAdministrator,
        "The server tried to send the app elsewhere. For safety it was not followed.",
        "redirect refused"},
    Description{ErrorCode::Offline, Remedy::Retry,
        "This device is offline.",
        "offline before sending"},
    Description{ErrorCode::Cancelled, Remedy::Retry,
        "The request was cancelled.",
        "cancelled by the app"},
};
// clang-format on

constexpr bool rowsFollowTheEnumeration() {
  for (std::size_t i = 0; i < kDescriptions.size(); ++i) {
    if (static_cast<std::size_t>(kDescriptions[i].code) != i) return false;
  }
  return kDescriptions.size() == static_cast<std::size_t>(ErrorCode::Cancelled) + 1;
}
static_assert(rowsFollowTheEnumeration());

const Description& description(ErrorCode code) {
  return kDescriptions[static_cast<std::size_t>(code)];
}

constexpr std::size_t kMaximumServerText = 200;

/// Characters that draw nothing and can make the text around them mean or look something else.
bool isInvisible(char32_t c) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  constexpr std::array kInvisible{
      Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},        Range{0x61C, 0x61C},
      Range{0x180E, 0x180E}, Range{0x200B, 0x200F}, Range{0x2028, 0x202E},    Range{0x2060, 0x206F},
      Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE'0000, 0xE'0FFF}};
  return std::any_of(kInvisible.begin(), kInvisible.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

}  // namespace

std::string_view describeForUser(ErrorCode code) {
  return description(code).user;
}

std::string_view describeForLog(ErrorCode code) {
  return description(code).log;
}

Remedy remedy(ErrorCode code) {
  return description(code).remedy;
}

ErrorCode fromTransport(net::TransportError error) {
  switch (error) {
    case net::TransportError::Unreachable:
      return ErrorCode::Unreachable;
    case net::TransportError::Timeout:
      return ErrorCode::TimedOut;
    case net::TransportError::TooLarge:
      return ErrorCode::ResponseTooLarge;
    case net::TransportError::Redirected:
      return ErrorCode::Redirected;
    case net::TransportError::Offline:
      return ErrorCode::Offline;
    case net::TransportError::Cancelled:
      return ErrorCode::Cancelled;
  }
  return ErrorCode::Unreachable;
}

std::string cleanServerText(std::string_view text) {
  std::string clean;
  std::size_t taken = 0;
  while (!text.empty() && taken < kMaximumServerText) {
    std::string_view rest = text;
    const auto codePoint = base::takeCodePoint(rest);
    if (!codePoint) {
      text.remove_prefix(1);
      clean += "\xEF\xBF\xBD";
      ++taken;
      continue;
    }
    if (!isInvisible(*codePoint)) {
      clean.append(text.substr(0, text.size() - rest.size()));
      ++taken;
    }
    text = rest;
  }
  return clean;
}

}  // namespace oauth
