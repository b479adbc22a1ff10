#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/configuration.h"
#include "app/document.h"
#include "app/entered_values.h"
#include "app/screen.h"
#include "app/settings.h"
#include "fhir/clinical_record.h"
#include "net/http.h"
#include "oauth/id_token.h"
#include "risk/what_if.h"

/// Everything that can happen to the app: what the browser reports and what the user asks for.
/// Untrusted text in events has not been validated yet; update() does that.
namespace app {

using RequestId = std::uint32_t;

// ---- What the browser reports -------------------------------------------------------------------

/// A record of this tab's sessionStorage, as found at start.
struct StoredRecord {
  std::string key;
  std::string value;
};

/// The page has loaded. Its address bar has already been cleaned.
struct Started {
  std::string pageUrl;                              ///< without query and fragment
  std::string query;                                ///< as it was on arrival, without '?'
  std::vector<StoredRecord> pendingAuthorizations;  ///< of the keys that StoreAuthorization used
  std::string settings;                             ///< from localStorage; empty on a first visit
  std::string languages;                            ///< the browser's, by preference: "es-MX,en"
  std::string fragment;                             ///< of a link with inputs; else empty
};

struct ResponseReceived {
  RequestId id = 0;
  net::Response response;
};

struct RequestFailed {
  RequestId id = 0;
  net::TransportError error = net::TransportError::Unreachable;
};

/// The answer to MakeAuthorizationSecrets: 32 random bytes each, and the SHA-256 digest of the
/// verifier's text.
struct AuthorizationSecretsMade {
  std::string codeVerifier;
  std::string codeChallenge;
  std::string state;
  std::string nonce;
};

/// The answer to StoreAuthorization.
struct AuthorizationStored {
  bool stored = false;
};

/// The answer to VerifySignature.
struct SignatureVerified {
  oauth::SignatureVerdict verdict = oauth::SignatureVerdict::NotChecked;
};

/// The answer to CopyText.
struct TextCopied {
  bool copied = false;
};

/// The answer to SignProof.
struct ProofSigned {
  RequestId id = 0;
  std::string signingInput;
  std::string signature;  ///< 64 bytes; empty where the browser cannot sign
};

/// The deadline of the last SetDeadline effect has come.
struct DeadlineReached {};

/// The user's back or forward button asked for this screen.
struct HistoryMoved {
  Screen screen = Screen::Start;
};

/// The page was shown again: from the back/forward cache, or its tab came to the front.
struct PageShown {};

/// Something was pressed, typed or moved: the idle lock starts again.
struct UserActive {};

// ---- What the user asks for ---------------------------------------------------------------------

struct SignInPressed {
  std::size_t ehr = 0;  ///< index into Configuration::ehrs
  UserKind userKind = UserKind::Clinician;
};
/// End the session at the server too.
struct ServerSignOutPressed {};
struct ConnectionCheckPressed {
  std::size_t ehr = 0;  ///< index into Configuration::ehrs
};
struct SignOutPressed {};
/// The invented patients that are served with the app.
struct SamplesPressed {};
struct OpenFilePressed {};
/// The user chose a file, or dropped one on the page.
struct FileOpened {
  std::string name;
  std::string content;
};
struct WorklistChosen {
  std::string reference;  ///< as fhir::Worklist names it
};
struct PatientChosen {
  std::string id;
};
/// Look in the EHR for patients by name, birth date or identifier.
struct PatientSearched {
  std::string text;
};
/// These patients of the list can be seen at present: they are assessed first.
struct PatientsShown {
  std::vector<std::string> ids;
};
/// Assess no further patients of the list.
struct TriageStopped {};
/// Go on with the list: after a stop, or after failures.
struct TriageContinued {};
struct RetryPressed {
  fhir::RecordKind kind = fhir::RecordKind::Patient;
};
/// Try again what failed as a whole: reading the configuration, a sign-in, the worklists.
struct StartOverPressed {};
struct ScreenRequested {
  Screen screen = Screen::Start;
};
struct PanelToggled {
  Panel panel = Panel::None;
};
/// Opens the explanation of one of the assessment's results.
struct ExplanationRequested {
  std::size_t result = 0;  ///< index into Assessment::results
};
struct PatientTabChosen {
  PatientTab tab = PatientTab::Result;
};
/// Who the patient is, beside the name, where the EHR's own frame says it.
struct ParticularsRequested {};
/// The user tries other values; all of them, as they stand now.
struct WhatIfChanged {
  risk::Inputs inputs;
  std::vector<risk::Therapy> therapies;
};
struct WhatIfReset {};
/// Puts back what the last reset took away, while that is offered.
struct WhatIfResetUndone {};
/// Opens the preview of what would be written to the record.
struct SavePressed {};
/// Confirms it.
struct SaveConfirmed {};
struct SaveRetried {};
/// Shows or hides the resource itself.
struct SaveResourceToggled {};
/// Opens the question whether invented data is to be written.
struct DemonstrationDataPressed {};
struct DemonstrationDataConfirmed {};
/// Leaves for the record system, to allow what the open panel is about.
struct PermissionAccepted {};
/// After a further authorization that was refused: back to the same patient, reading only.
struct ReturnToPatientPressed {};
struct SettingsChanged {
  Settings settings;
};
/// The user takes something along: to the clipboard, as a file, on paper. The interface makes it,
/// in the user's language, from what it shows.
struct CopyRequested {
  std::string text;
};
struct FileRequested {
  std::string name;  ///< holds nothing about a patient
  std::string mediaType;
  std::string content;
};
struct PrintRequested {
  Document document;
};
/// A blank assessment, to be typed by hand.
struct EnterValuesPressed {};
/// Something was typed or chosen; the whole form, as it stands now.
struct EntryChanged {
  Entry entry;
};
/// The user answers a question that the record leaves open, or takes the answer back.
struct QuestionAnswered {
  risk::Input input = risk::Input::Smoker;
  std::optional<double> value;  ///< as in app::Answers; empty: not known after all
};

using Event = std::variant<
    Started, ResponseReceived, RequestFailed, AuthorizationSecretsMade, AuthorizationStored,
    SignatureVerified, DeadlineReached, HistoryMoved, PageShown, UserActive, SignInPressed,
    SignOutPressed, SamplesPressed, OpenFilePressed, FileOpened, WorklistChosen, PatientChosen,
    PatientsShown, TriageStopped, TriageContinued, RetryPressed, StartOverPressed, ScreenRequested,
    PanelToggled, PatientTabChosen, WhatIfChanged, WhatIfReset, WhatIfResetUndone, SettingsChanged,
    TextCopied, CopyRequested, FileRequested, PrintRequested, SavePressed, SaveConfirmed,
    SaveRetried, SaveResourceToggled, DemonstrationDataPressed, DemonstrationDataConfirmed,
    PermissionAccepted, ReturnToPatientPressed, PatientSearched, ProofSigned, ServerSignOutPressed,
    ConnectionCheckPressed, EnterValuesPressed, EntryChanged, QuestionAnswered,
    ExplanationRequested, ParticularsRequested>;

}  // namespace app
