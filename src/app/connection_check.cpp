#include "app/connection_check.h"

#include <algorithm>
#include <utility>

#include "app/discovery.h"
#include "fhir/capability.h"
#include "fhir/operation_outcome.h"
#include "oauth/discovery.h"
#include "oauth/fhir_base.h"
#include "oauth/scopes.h"

namespace app {
namespace {

using Lines = std::vector<CheckLine>;

constexpr int kNotFound = 404;

void right(Lines& lines, CheckSubject subject, CheckFinding finding, std::string_view value = "") {
  lines.push_back({subject, CheckVerdict::Right, finding, fhir::inertText(value), {}});
}

void wrong(Lines& lines, CheckSubject subject, CheckFinding finding, std::string_view value = "") {
  lines.push_back({subject, CheckVerdict::Wrong, finding, fhir::inertText(value), {}});
}

void unknown(Lines& lines, CheckSubject subject, CheckFinding finding,
             std::string_view value = "") {
  lines.push_back({subject, CheckVerdict::CannotTell, finding, fhir::inertText(value), {}});
}

void failed(Lines& lines, CheckSubject subject, Problem problem) {
  lines.push_back(
      {subject, CheckVerdict::Wrong, CheckFinding::ServerProblem, "", std::move(problem)});
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// The line that an error in the discovery document belongs to.
CheckSubject subjectOf(oauth::ErrorCode code) {
  switch (code) {
    case oauth::ErrorCode::IssuerInvalid:
    case oauth::ErrorCode::IssuerMismatch:
      return CheckSubject::Issuer;
    case oauth::ErrorCode::EndpointInvalid:
    case oauth::ErrorCode::EndpointInsecure:
    case oauth::ErrorCode::MetadataWithoutOAuth:
      return CheckSubject::Endpoints;
    case oauth::ErrorCode::PkceUnsupported:
      return CheckSubject::Pkce;
    default:
      return CheckSubject::Discovery;
  }
}

bool serves(const EhrConfiguration& ehr, UserKind kind) {
  return std::find(ehr.userKinds.begin(), ehr.userKinds.end(), kind) != ehr.userKinds.end();
}

/// SMART App Launch "Capability Sets": what the configured ways to sign in need.
void judgeCapabilities(Lines& lines, const EhrConfiguration& ehr,
                       const oauth::Discovery& discovery) {
  if (discovery.capabilities.empty()) {
    unknown(lines, CheckSubject::Capabilities, CheckFinding::NothingListed);
    return;
  }
  std::vector<std::string> needed{"launch-standalone", "client-public"};
  if (serves(ehr, UserKind::Clinician)) needed.emplace_back("permission-user");
  if (serves(ehr, UserKind::Patient)) {
    needed.emplace_back("permission-patient");
    needed.emplace_back("context-standalone-patient");
  }
  std::vector<std::string> missing;
  std::copy_if(needed.begin(), needed.end(), std::back_inserter(missing),
               [&](const std::string& each) { return !discovery.hasCapability(each); });
  if (missing.empty()) {
    right(lines, CheckSubject::Capabilities, CheckFinding::CapabilitiesListed);
  } else {
    wrong(lines, CheckSubject::Capabilities, CheckFinding::CapabilitiesMissing, joined(missing));
  }
}

/// True when `listed` grants what `asked` asks for: itself, or a wildcard of the same context.
bool covers(const std::string& listed, const std::string& asked) {
  if (listed == asked) return true;
  const std::size_t slash = asked.find('/');
  const std::size_t dot = asked.find('.');
  if (slash == std::string::npos || dot == std::string::npos) return false;
  const std::string wildcard = asked.substr(0, slash + 1) + "*.";
  if (listed.compare(0, wildcard.size(), wildcard) != 0) return false;
  const std::string letters = listed.substr(wildcard.size());
  const std::string wanted = asked.substr(dot + 1);
  return letters == wanted || letters == "*" ||
         std::all_of(wanted.begin(), wanted.end(),
                     [&](char letter) { return letters.find(letter) != std::string::npos; });
}

void judgeScopes(Lines& lines, const EhrConfiguration& ehr, const oauth::Discovery& discovery) {
  if (discovery.scopesSupported.empty()) {
    unknown(lines, CheckSubject::Scopes, CheckFinding::NothingListed);
    return;
  }
  std::vector<std::string> missing;
  for (const UserKind kind : ehr.userKinds) {
    const auto asked = oauth::scopesToRequest(
        {.kind = ehr.smart ? oauth::LaunchKind::Standalone : oauth::LaunchKind::PlainOAuth,
         .records = kind == UserKind::Clinician ? oauth::RecordsWanted::UsersPatients
                                                : oauth::RecordsWanted::OnePatient,
         .syntax = oauth::scopeSyntax(discovery),
         .further = ehr.scopes});
    for (const std::string& scope : asked) {
      const auto& listed = discovery.scopesSupported;
      const bool isListed = std::any_of(listed.begin(), listed.end(), [&](const std::string& each) {
        return covers(each, scope);
      });
      const bool isKnown = std::find(missing.begin(), missing.end(), scope) != missing.end();
      if (!isListed && !isKnown) missing.push_back(scope);
    }
  }
  if (missing.empty()) {
    right(lines, CheckSubject::Scopes, CheckFinding::ScopesListed);
  } else {
    // Servers often list less than they grant: the sign-in decides.
    unknown(lines, CheckSubject::Scopes, CheckFinding::ScopesMissing, joined(missing));
  }
}

void judgeServer(Lines& lines, const EhrConfiguration& ehr, const oauth::Discovery& discovery) {
  const oauth::Server& server = discovery.server;
  if (server.issuer.empty()) {
    unknown(lines, CheckSubject::Issuer, CheckFinding::IssuerNotNamed);
  } else {
    right(lines, CheckSubject::Issuer, CheckFinding::IssuerNamed, server.issuer);
  }
  right(lines, CheckSubject::Endpoints, CheckFinding::EndpointsSecure,
        joined(oauth::contactedOrigins(server)));
  const auto& notes = discovery.notes;
  if (std::find(notes.begin(), notes.end(), oauth::DiscoveryNote::PkceNotListed) != notes.end()) {
    unknown(lines, CheckSubject::Pkce, CheckFinding::PkceNotListed);
  } else {
    right(lines, CheckSubject::Pkce, CheckFinding::PkceListed);
  }
  judgeCapabilities(lines, ehr, discovery);
  judgeScopes(lines, ehr, discovery);
}

/// What of the document could be judged, and on what line it failed.
void judgeDiscovery(Lines& lines, const EhrConfiguration& ehr,
                    const oauth::Result<oauth::ServerConfiguration>& server) {
  constexpr CheckSubject kHangOn[] = {CheckSubject::Issuer, CheckSubject::Endpoints,
                                      CheckSubject::Pkce, CheckSubject::Capabilities,
                                      CheckSubject::Scopes};
  if (server.ok()) {
    right(lines, CheckSubject::Discovery, CheckFinding::DocumentRead);
    judgeServer(lines, ehr, **server);
    return;
  }
  const CheckSubject subject = subjectOf(server.error().code);
  const Problem problem{server.error().code, ehr.fhirBase.host, ""};
  if (subject == CheckSubject::Discovery) {
    failed(lines, subject, problem);
  } else {
    right(lines, CheckSubject::Discovery, CheckFinding::DocumentRead);
  }
  for (const CheckSubject each : kHangOn) {
    if (each == subject) {
      failed(lines, each, problem);
    } else {
      unknown(lines, each, CheckFinding::NotReached);
    }
  }
}

void judgeFhir(Lines& lines, const EhrConfiguration& ehr, const Answer& answer) {
  if (!answer.ok() || answer->status != 200) {
    const Problem problem = answer.ok()
                                ? Problem{oauth::ErrorCode::DiscoveryFailed, ehr.fhirBase.host,
                                          "HTTP " + std::to_string(answer->status)}
                                : answer.error();
    failed(lines, CheckSubject::FhirVersion, problem);
    unknown(lines, CheckSubject::Saving, CheckFinding::NotReached);
    return;
  }
  const auto capability = fhir::readCapability(answer->body);
  if (!capability.ok()) {
    failed(lines, CheckSubject::FhirVersion,
           Problem{capability.error().code, ehr.fhirBase.host, capability.error().detail});
    unknown(lines, CheckSubject::Saving, CheckFinding::NotReached);
    return;
  }
  const bool isR4 =
      capability->version == fhir::FhirVersion::R4 || capability->version == fhir::FhirVersion::R4B;
  if (isR4) {
    right(lines, CheckSubject::FhirVersion, CheckFinding::VersionSupported,
          capability->versionText);
  } else {
    wrong(lines, CheckSubject::FhirVersion, CheckFinding::VersionUnsupported,
          capability->versionText);
  }
  if (capability->canCreate("RiskAssessment")) {
    right(lines, CheckSubject::Saving, CheckFinding::SavingOffered);
  } else {
    wrong(lines, CheckSubject::Saving, CheckFinding::SavingNotOffered);
  }
}

}  // namespace

std::vector<CheckLine> reportConnection(const EhrConfiguration& ehr, const std::string& redirectUri,
                                        const Answer& discovery, const Answer& capability) {
  Lines lines;
  const auto base = oauth::parseFhirBase(ehr.audience);
  bool takesProofs = false;
  if (!base.ok()) {
    judgeDiscovery(lines, ehr, base::failure(base.error()));
  } else if (namesEndpoints(ehr)) {
    judgeDiscovery(lines, ehr, configuredServer(ehr, *base));
    lines.front().finding = CheckFinding::EndpointsConfigured;
  } else if (!discovery.ok()) {
    const auto* cause = std::get_if<oauth::ErrorCode>(&discovery.error().cause);
    judgeDiscovery(lines, ehr,
                   base::failure(oauth::Error{cause ? *cause : oauth::ErrorCode::DiscoveryFailed}));
  } else if (ehr.issuer.empty() && discovery->status == kNotFound && capability.ok()) {
    const auto server = oauth::processCapabilityStatement(*base, *capability);
    judgeDiscovery(lines, ehr, server);
    if (server.ok()) {
      lines.front().verdict = CheckVerdict::CannotTell;
      lines.front().finding = CheckFinding::DocumentMissing;
    }
  } else {
    const auto server = processDiscovery(ehr, *base, firstSource(ehr), *discovery);
    takesProofs = server.ok() && (**server).server.acceptsDpop;
    judgeDiscovery(lines, ehr, server);
  }
  unknown(lines, CheckSubject::RedirectUri, CheckFinding::RegisterRedirect, redirectUri);
  judgeFhir(lines, ehr, capability);
  right(lines, CheckSubject::Possession,
        takesProofs ? CheckFinding::PossessionOffered : CheckFinding::PossessionNotOffered);
  return lines;
}

}  // namespace app
