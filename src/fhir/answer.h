#pragma once

#include <initializer_list>
#include <string_view>

#include "base/result.h"
#include "fhir/answer_error.h"
#include "json/read.h"

namespace fhir {

/// Parses an answer that is small enough to be held: a resource of one of `types`. An
/// OperationOutcome, a web page, XML and whatever else may stand in its place are typed errors.
base::Result<json::Value, AnswerError> parseAnswer(std::string_view text,
                                                   std::initializer_list<std::string_view> types);

/// What a text that is no JSON seems to be, by its beginning.
AnswerErrorCode kindOfText(std::string_view start);

/// The URL of the Bundle's link of this relation; empty when there is none.
std::string_view linkOf(const json::Value& bundle, std::string_view relation);

}  // namespace fhir
