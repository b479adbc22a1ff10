#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/answers.h"
#include "app/assessment.h"
#include "risk/inputs.h"
#include "risk/what_if.h"

/// What the user said and tried about a patient: it stands in no record, and has to survive the way
/// to the authorization server and back.
namespace app {

/// No value of the record is in it, and nothing that tells who the patient is.
struct VisitWork {
  Answers answers;
  std::vector<std::pair<risk::Input, double>> tried;  ///< only what differs from the record
  std::vector<risk::Therapy> therapies;

  friend bool operator==(const VisitWork&, const VisitWork&) = default;
};

/// `whatIf` is what was tried on top of `assessment`.
VisitWork visitWork(const Answers& answers, const Assessment& assessment, const WhatIf& whatIf);

/// As oauth::Continuation::work holds it; empty when nothing was said or tried.
std::string serialise(const VisitWork& work);
/// Other programs of the origin could have written the text: empty unless every part of it is one
/// that serialise writes, once, with a value that the form for values would take.
std::optional<VisitWork> parseVisitWork(std::string_view text);

/// Tries the same on the record as it has been read anew.
WhatIf tryAgain(const VisitWork& work, const Assessment& assessment);

}  // namespace app
