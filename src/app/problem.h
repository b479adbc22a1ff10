#pragma once

#include <string>
#include <variant>

#include "fhir/answer_error.h"
#include "fhir/search.h"
#include "oauth/errors.h"
#include "oauth/session.h"

namespace app {

/// What can go wrong beside what `oauth` and `fhir` name.
enum class ProblemCode {
  ConfigurationUnreadable,  ///< config.json is missing or wrong; `detail` says where
  StorageUnavailable,       ///< the browser stores nothing, so a sign-in could not come back
  ServerRefused,            ///< HTTP 4xx
  ServerFailed,             ///< HTTP 5xx, or 429 again and again
  NotPermitted,             ///< HTTP 403, or the user or server withheld that permission
  NoPatient,                ///< a file without a Patient resource
  InputsUnreadable,         ///< a link or file of inputs that is none
};

/// A failure as it is shown: what happened (a sentence of the interface's string tables), to whom,
/// and the server's own words in small.
struct Problem {
  std::variant<ProblemCode, oauth::ErrorCode, oauth::SessionEnd, fhir::AnswerErrorCode,
               fhir::PagingStop>
      cause = ProblemCode::ServerFailed;
  std::string subject;  ///< the server's host, or the setting that is wrong; may be empty
  std::string detail;   ///< cleaned and cut; shown as plain text

  friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace app
