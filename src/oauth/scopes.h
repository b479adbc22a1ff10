#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oauth/discovery.h"

/// SMART App Launch "Scopes and Launch Context": what to ask for, and what a grant allows.
namespace oauth {

enum class ScopeSyntax {
  V1,  ///< patient/Observation.read
  V2,  ///< patient/Observation.rs
};

/// V2 where the server lists permission-v2; V1 where it lists permission-v1 alone; `otherwise`
/// where it lists neither.
ScopeSyntax scopeSyntax(const Discovery& discovery, ScopeSyntax otherwise = ScopeSyntax::V1);

enum class LaunchKind {
  Ehr,         ///< the EHR opened the app with iss and launch
  Standalone,  ///< the user opened the app; the server lets them choose a patient
  PlainOAuth,  ///< an OAuth 2 server that knows nothing of SMART
};

/// Whose records the app is to see.
enum class RecordsWanted {
  OnePatient,     ///< patient/ scopes: the EHR's or the user's choice, or the patient's own record
  UsersPatients,  ///< user/ scopes: worklists and whatever else the signed-in clinician may read
};

enum class StaySignedIn { No, WhileOnline };

struct ScopeRequest {
  LaunchKind kind = LaunchKind::Standalone;
  RecordsWanted records = RecordsWanted::OnePatient;
  /// Resource types to be created, among those that are read: none at sign-in; only in a second
  /// authorization, when the user first saves (draft-ietf-oauth-browser-based-apps section 9.1).
  std::vector<std::string> creates;
  StaySignedIn staySignedIn = StaySignedIn::No;
  ScopeSyntax syntax = ScopeSyntax::V2;
  std::vector<std::string> further;  ///< from the configuration, usually none
};

/// The scopes of an authorization request: only what the app reads, never offline_access, never a
/// wildcard, never both forms for one resource type, each once.
std::vector<std::string> scopesToRequest(const ScopeRequest& request);

enum class Interaction : std::uint8_t { Create, Read, Update, Delete, Search };

enum class Access {
  None,
  Filtered,  ///< only the part that the scope's query names, so an absent fact proves nothing
  Full,
};

/// A set of scope tokens in either syntax. Tokens that mean nothing to this app are kept, and allow
/// nothing.
class Scopes {
 public:
  Scopes() = default;
  explicit Scopes(std::vector<std::string> tokens);
  /// Space-separated (RFC 6749 section 3.3).
  static Scopes parse(std::string_view text);

  bool contains(std::string_view token) const;
  /// Access by patient/ and user/ scopes; system/ scopes never apply here.
  Access access(std::string_view resourceType, Interaction interaction) const;
  const std::vector<std::string>& tokens() const { return tokens_; }
  std::string text() const;

 private:
  std::vector<std::string> tokens_;
};

/// What a token allows: never more than was granted, never more than was asked (a server that
/// widens a grant gives nothing that is used).
class Permissions {
 public:
  Permissions(Scopes asked, Scopes granted);

  Access access(std::string_view resourceType, Interaction interaction) const;
  /// For scopes that stand for themselves, such as `openid`.
  bool contains(std::string_view token) const;
  const Scopes& asked() const { return asked_; }
  const Scopes& granted() const { return granted_; }

 private:
  Scopes asked_;
  Scopes granted_;
};

}  // namespace oauth
