#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/call.h"
#include "app/configuration.h"

/// What an integrator wants to know of an EHR before anyone signs in: judged from its two public
/// documents, without a token and without side effects.
namespace app {

/// What a line of the report is about, in the order of the report.
enum class CheckSubject {
  Discovery,
  Issuer,
  Endpoints,
  Pkce,
  Capabilities,
  Scopes,
  RedirectUri,
  FhirVersion,
  Saving,
  Possession,
};

enum class CheckVerdict { Right, Wrong, CannotTell };

/// What was found; each has its sentence in the interface's string tables.
enum class CheckFinding {
  DocumentRead,
  DocumentMissing,      ///< no smart-configuration: sign-in falls back on the CapabilityStatement
  EndpointsConfigured,  ///< config.json names the endpoints, so no document is needed
  ServerProblem,        ///< `problem` says which
  NotReached,           ///< hangs on a line above that is wrong
  IssuerNamed,          ///< value: the issuer
  IssuerNotNamed,
  EndpointsSecure,  ///< value: the origins
  PkceListed,
  PkceNotListed,
  CapabilitiesListed,
  CapabilitiesMissing,  ///< value: which
  NothingListed,
  ScopesListed,
  ScopesMissing,       ///< value: which
  RegisterRedirect,    ///< value: the redirect URI
  VersionSupported,    ///< value: the version
  VersionUnsupported,  ///< value: the version
  SavingOffered,
  SavingNotOffered,
  PossessionOffered,
  PossessionNotOffered,
};

struct CheckLine {
  CheckSubject subject = CheckSubject::Discovery;
  CheckVerdict verdict = CheckVerdict::CannotTell;
  CheckFinding finding = CheckFinding::NotReached;
  std::string value;               ///< from the server or the configuration: inert text
  std::optional<Problem> problem;  ///< for ServerProblem
};

/// A check that was asked for, and how far it is.
struct ConnectionCheck {
  std::size_t ehr = 0;  ///< index into Configuration::ehrs
  std::optional<Answer> discovery;
  std::optional<Answer> capability;
  std::vector<CheckLine> report;  ///< once both have answered
};

/// The report on `ehr`, from the answers to smartConfigurationRequest and
/// capabilityStatementRequest.
std::vector<CheckLine> reportConnection(const EhrConfiguration& ehr, const std::string& redirectUri,
                                        const Answer& discovery, const Answer& capability);

}  // namespace app
