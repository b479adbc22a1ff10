#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "cli/exit_status.h"
#include "risk/assess.h"

namespace cli {

/// `framingham score --model ID [--unchecked] [FILE.csv]`
ExitStatus runScore(std::span<const std::string_view> arguments, std::istream& in,
                    std::ostream& out, std::ostream& err);

/// Reads inputs as CSV, one person a row, writes the rows back with the model's outputs and
/// `problem` appended. A row that cannot be scored has empty outputs and the reason in `problem`;
/// rows that could not be read are named on `err` too, as `name:line`. Memory does not grow with
/// the rows.
ExitStatus scoreTable(const risk::Model& model, risk::Ranges ranges, std::istream& in,
                      std::string_view name, std::ostream& out, std::ostream& err);

}  // namespace cli
