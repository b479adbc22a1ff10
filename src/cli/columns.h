#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "risk/model.h"

/// How inputs and numbers are written in the tables of `framingham score`.
namespace cli {

/// The number in `text`, blanks around it passed over; empty when it is none.
std::optional<double> parseNumber(std::string_view text);

/// The shortest text that reads back as the same number.
std::string formatNumber(double value);

/// Without the blanks at both ends.
std::string_view trimmed(std::string_view text);

/// Puts one cell into `inputs`; a blank cell leaves the input unknown. False when the text is no
/// value of this input.
bool readCell(const risk::InputUse& use, std::string_view text, risk::Inputs& inputs);

/// The unit of a column: that of the input, but for cholesterol in mmol/L.
std::string_view columnUnit(const risk::InputUse& use);

/// The words a column that is no measurement takes ("female, male"); empty for measurements.
std::string_view columnWords(const risk::InputUse& use);

}  // namespace cli
