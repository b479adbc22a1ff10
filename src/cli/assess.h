#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "cli/exit_status.h"

namespace cli {

/// `framingham assess [--as-of YYYY-MM-DD] [--model ID]... [--region REGION] [FILE...]`
///
/// Reads FHIR JSON or NDJSON from the files together, or from `in`, and writes one line of JSON for
/// each patient in code-point order of id. What cannot be read is named on `err` as
/// `file:line:column: reason`; everything else is still assessed.
ExitStatus runAssess(std::span<const std::string_view> arguments, std::istream& in,
                     std::ostream& out, std::ostream& err);

}  // namespace cli
