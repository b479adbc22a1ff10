#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/configuration.h"
#include "app/problem.h"
#include "oauth/callback.h"
#include "oauth/discovery.h"
#include "oauth/id_token.h"
#include "oauth/launch.h"
#include "oauth/session.h"
#include "oauth/token.h"
#include "oauth/transaction.h"

namespace app {

/// From the sign-in button to the first request with a token. The steps in their order; the page is
/// left and loaded anew between Leaving and ExchangingCode.
enum class SignInStep {
  None,
  Discovering,       ///< asking the server where to sign in
  MakingSecrets,     ///< randomness and digest from the shell
  Storing,           ///< putting the pending authorization where it survives leaving the page
  Leaving,           ///< on the way to the server's sign-in page
  ExchangingCode,    ///< back again, code for token
  CheckingIdentity,  ///< verifying the signature on who signed in
};

struct SignIn {
  SignInStep step = SignInStep::None;
  std::size_t ehr = 0;  ///< index into Configuration::ehrs
  UserKind userKind = UserKind::Clinician;
  std::optional<oauth::Launch> launch;  ///< for a launch from inside the EHR
  std::vector<std::string> creates;     ///< resource types to write: none but when the user saves
  std::optional<oauth::Continuation> continuation;  ///< of a further authorization
  std::optional<oauth::ServerConfiguration> server;
  std::optional<oauth::Transaction> transaction;
  std::string codeChallenge;
  std::optional<oauth::ValidatedCallback> callback;
  std::optional<oauth::TokenSet> tokens;            ///< until the identity is checked
  std::optional<oauth::UnverifiedIdToken> idToken;  ///< the same
  std::optional<oauth::ValidatedClaims> claims;     ///< the same
  std::optional<Problem> problem;                   ///< why the last attempt failed
};

/// Who is signed in, and the life of their tokens. The tokens live here and nowhere else.
struct SignedIn {
  std::size_t ehr = 0;
  UserKind userKind = UserKind::Clinician;
  oauth::AuthorizationRequest request;
  oauth::Session life;
  std::optional<oauth::Transaction> transaction;  ///< what a later id_token is held against
  std::optional<oauth::ValidatedClaims> claims;   ///< the same
  std::optional<oauth::Identity> identity;        ///< empty when the server does not say who it is
  std::string encounter;                ///< FHIR id of the launch's encounter; may be empty
  std::string encounterPatient;         ///< id of the patient whose encounter it is
  std::string userName;                 ///< as the server writes it; empty when it does not say
  std::optional<std::uint32_t> accent;  ///< 0xRRGGBB, of the EHR's own look
  std::string endsAt;  ///< local time, "14:35", once the end is near and nothing can put it off

  /// The launch's encounter, if it is one of this patient; else empty.
  std::string encounterOf(std::string_view patient) const {
    return patient == encounterPatient ? encounter : std::string();
  }
};

/// After the user signed out: how it went at the server.
struct SignedOut {
  std::size_t ehr = 0;
  bool serverNotTold = false;  ///< a token could not be revoked: it lives until it expires
  /// Where the session at the server can be ended too (OpenID Connect RP-Initiated Logout 1.0);
  /// empty when the server has no such page.
  std::string endSessionUrl;
};

/// A session that ended while something was not saved yet.
struct Interrupted {
  std::size_t ehr = 0;
  oauth::Continuation continuation;
};

}  // namespace app
