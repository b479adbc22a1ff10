#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "cli/exit_status.h"

namespace cli {

/// `framingham models [--json]`: every model with its citation, endpoint, population, inputs, units
/// and ranges; and which were left out, and why.
ExitStatus runModels(std::span<const std::string_view> arguments, std::ostream& out,
                     std::ostream& err);

}  // namespace cli
