#pragma once

#include <string_view>

#include "base/result.h"
#include "json/parse.h"

namespace fhir {

/// Parses one FHIR resource within `limits`; of a member named twice the last counts. What is
/// grammatical JSON but means nothing costs that one value and not the whole answer, as in
/// RecordReader: half a surrogate pair becomes U+FFFD, a number beyond a double null.
base::Result<json::Value, json::ParseError> parseResource(std::string_view text,
                                                          const json::Limits& limits);

}  // namespace fhir
