#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "net/http.h"

/// OAuth 2 and SMART App Launch as pure functions: request builders and response validators, no
/// I/O, no clock, no randomness. The flow, in the order of the headers:
///
///   errors.h            what can go wrong, in words
///   time.h              the two clocks
///   fhir_base.h         the server that was named
///   launch.h            an EHR launch, judged against the list of known servers
///   discovery.h         the server's endpoints and abilities
///   scopes.h            what to ask for, and what a grant allows
///   pkce.h              the secrets of one sign-in
///   transaction.h       what is remembered while the user is away at the server
///   authorization.h     the URL to send the user to
///   callback.h          what the page was opened for; the authorization response
///   token.h             code for token, refresh token for token
///   launch_context.h    the patient and what else the EHR said
///   id_token.h          who signed in
///   session.h           expiry, refresh, lock
///   resource_request.h  the token on FHIR requests, and nowhere else
///   revocation.h        signing out
///   dpop.h              proof of possession
///
/// A type that is `Validated` can be made only by the validator in the same header.
namespace oauth {

enum class ErrorCode {
  // The server that was named.
  FhirBaseInvalid,
  FhirBaseInsecure,
  ServerNotListed,
  LaunchWithoutServer,
  LaunchTooLong,
  ClientInvalid,
  // Discovery.
  SmartConfigurationMissing,
  DiscoveryFailed,
  MetadataMalformed,
  MetadataWithoutOAuth,
  EndpointInvalid,
  EndpointInsecure,
  IssuerInvalid,
  IssuerMismatch,
  PkceUnsupported,
  // The authorization request and its response.
  AuthorizationRequestInvalid,
  QueryMalformed,
  ParameterRepeated,
  StateMissing,
  StateUnknown,
  TransactionMalformed,
  TransactionExpired,
  CodeMissing,
  ResponseIssuerMissing,
  ResponseIssuerWrong,
  // Error responses of the authorization endpoint: RFC 6749 section 4.1.2.1, OpenID Connect Core
  // section 3.1.2.6.
  AccessDenied,
  InvalidRequest,
  LaunchRefused,
  UnauthorizedClient,
  UnsupportedResponseType,
  InvalidScope,
  ServerError,
  TemporarilyUnavailable,
  LoginRequired,
  AuthorizationRefused,
  // Error responses of the token endpoint: RFC 6749 section 5.2.
  InvalidGrant,
  InvalidClient,
  UnsupportedGrantType,
  TokenRequestRefused,
  TokenEndpointFailed,
  // Token responses that are no valid success.
  TokenResponseMalformed,
  TokenTypeUnsupported,
  TokenBindingLost,
  AccessTokenInvalid,
  // Launch context.
  PatientMissing,
  PatientInvalid,
  EncounterInvalid,
  ContextChanged,
  // Identity.
  IdTokenMalformed,
  IdTokenAlgorithmRefused,
  IdTokenIssuerWrong,
  IdTokenAudienceWrong,
  IdTokenExpired,
  IdTokenFromTheFuture,
  IdTokenNonceWrong,
  IdTokenSubjectMissing,
  IdTokenSubjectChanged,
  IdTokenKeyUnknown,
  IdTokenSignatureWrong,
  // Calls with a token.
  OutsideFhirBase,
  SignedOut,
  PermissionMissing,
  RefreshOutcomeUnknown,
  // Proof of possession.
  DpopKeyInvalid,
  DpopNonceHidden,
  DpopNonceRepeated,
  // Transport.
  Unreachable,
  TimedOut,
  ResponseTooLarge,
  Redirected,
  Offline,
  Cancelled,
};

/// What helps, for the one button beside an error.
enum class Remedy {
  Retry,              ///< the same step may succeed later
  SignInAgain,        ///< start a new authorization
  RelaunchFromEhr,    ///< go back to the patient's chart and start from there
  ChooseServer,       ///< another server, or the same with another address
  TellAdministrator,  ///< whoever runs this app or the server must change something
};

struct Error {
  ErrorCode code;
  /// What the server said (error_description), cleaned by cleanServerText; often empty. Untrusted:
  /// show it as plain text beside our own sentence, never log it.
  std::string serverText = {};
  /// error_uri, only if https; for display and copying, never opened by the app itself.
  std::string serverPage = {};
};

template <typename T>
using Result = base::Result<T, Error>;

/// One sentence for the person at the screen, without jargon.
std::string_view describeForUser(ErrorCode code);

/// One sentence for a log or an integrator, with the section that was broken. Never holds any text
/// from a server, a URL or a token.
std::string_view describeForLog(ErrorCode code);

Remedy remedy(ErrorCode code);

/// The error of a request that brought no response.
ErrorCode fromTransport(net::TransportError error);

/// Server text made fit for display: malformed UTF-8 replaced; control, bidirectional, zero-width
/// and line-separating characters removed; at most 200 code points.
std::string cleanServerText(std::string_view text);

}  // namespace oauth
