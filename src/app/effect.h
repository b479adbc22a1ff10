#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/document.h"
#include "app/event.h"
#include "app/screen.h"
#include "net/http.h"

/// What the shell is asked to do. Each effect is carried out once, in order; its outcome, where
/// there is one, comes back as the event that is named beside it.
namespace app {

/// -> ResponseReceived or RequestFailed with the same id, exactly once, unless cancelled.
struct SendRequest {
  RequestId id = 0;
  net::Request request;
};

/// Forgets all requests under way: none of them is answered any more.
struct CancelRequests {};

/// -> AuthorizationSecretsMade
struct MakeAuthorizationSecrets {};

/// Puts the pending authorization into sessionStorage under `key`. -> AuthorizationStored
struct StoreAuthorization {
  std::string key;
  std::string record;
};

/// Removes one pending authorization: before its code is used, so that it can be used once only.
struct RemoveAuthorization {
  std::string key;
};

/// Verifies a signature with WebCrypto. NotChecked where the browser lacks the algorithm.
/// -> SignatureVerified
struct VerifySignature {
  oauth::SignatureCheck check;
};

/// Signs a proof that the page holds its key (RFC 9449 section 4.2). The key is made with the first
/// proof, cannot leave the browser and is gone with the page. -> ProofSigned
struct SignProof {
  RequestId id = 0;  ///< of the request that waits for it
  net::Method method = net::Method::Get;
  std::string url;
  std::string nonce;        ///< what the server last demanded; empty when nothing
  std::string accessToken;  ///< that the request carries; empty for a request for tokens
};

/// From now on the page can connect to these origins and its own only (a second, narrower
/// Content-Security-Policy). Cannot be undone without loading the page again.
struct LockConnections {
  std::vector<std::string> origins;
};

/// Leaves for the EHR's sign-in page, or loads the app anew, in the same window. `url` is https, or
/// http on loopback.
struct Navigate {
  std::string url;
};

/// Lets the user choose a file; its content never leaves the browser. -> FileOpened, or nothing
struct ChooseFile {};

/// -> DeadlineReached at that time of the monotonic clock. Replaces an earlier deadline; 0 clears
/// it.
struct SetDeadline {
  std::int64_t monotonicMilliseconds = 0;
};

/// Makes the browser's back button return from `screen` to the one before.
struct PushHistory {
  Screen screen = Screen::Start;
};

/// Remembers the settings in localStorage.
struct SaveSettings {
  std::string settings;
};

/// Puts text on the clipboard. -> TextCopied
struct CopyText {
  std::string text;
};

/// Hands the user a file as a download. Nothing is sent: the browser writes what the page holds.
struct SaveFile {
  std::string name;       ///< holds nothing about a patient
  std::string mediaType;  ///< "text/csv"
  std::string content;    ///< the bytes
};

/// Opens the browser's print dialogue with the document alone.
struct PrintDocument {
  Document document;
};

using Effect = std::variant<SendRequest, CancelRequests, MakeAuthorizationSecrets,
                            StoreAuthorization, RemoveAuthorization, VerifySignature, SignProof,
                            LockConnections, Navigate, ChooseFile, SetDeadline, PushHistory,
                            SaveSettings, CopyText, SaveFile, PrintDocument>;

using Effects = std::vector<Effect>;

}  // namespace app
