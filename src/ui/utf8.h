#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ui {

/// Decodes one character at `position` and moves past it. Malformed bytes give U+FFFD, one for each
/// byte, so that any input ends and nothing is read beyond it (Unicode 15, 3.9).
char32_t decodeUtf8(std::string_view text, std::size_t& position);

void appendUtf8(std::string& text, char32_t character);

/// True for characters that do not belong into a line of text: controls, line separators, and the
/// marks that override or embed direction, which a name could use to disguise what follows it.
bool isUnprintable(char32_t character);

/// `text` as valid UTF-8 on one line, at most `maximumCharacters` long, then an ellipsis.
/// Unprintable characters become spaces.
std::string singleLine(std::string_view text, std::size_t maximumCharacters);

}  // namespace ui
