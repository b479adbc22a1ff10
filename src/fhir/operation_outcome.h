#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What a server says went wrong (FHIR R4 `OperationOutcome`).
namespace fhir {

struct OutcomeIssue {
  std::string code;  ///< of the value set IssueType: "not-supported"; inert
  std::string text;  ///< the server's words: at most 200 characters, no control characters; inert
};

/// The first issue that means "this is not the answer, or not all of it": severity error or fatal,
/// or a code that says that results are missing. Empty when there is none, or no OperationOutcome.
std::optional<OutcomeIssue> readOperationOutcome(std::string_view json);

/// `text` cut to 200 characters at a character's boundary, with control and direction-changing
/// characters replaced by spaces.
std::string inertText(std::string_view text);

}  // namespace fhir
