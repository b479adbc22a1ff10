#include "ui/utf8.h"

#include "base/utf8.h"

namespace ui {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kEllipsis = 0x2026;

}  // namespace

char32_t decodeUtf8(std::string_view text, std::size_t& position) {
  std::string_view rest = text.substr(position);
  const std::optional<char32_t> character = base::takeCodePoint(rest);
  position = character ? text.size() - rest.size() : position + 1;
  return character.value_or(kReplacement);
}

void appendUtf8(std::string& text, char32_t character) {
  const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (character < 0x80) {
    append(character);
  } else if (character < 0x800) {
    append(0xC0U | (character >> 6));
    append(0x80U | (character & 0x3FU));
  } else if (character < 0x10000) {
    append(0xE0U | (character >> 12));
    append(0x80U | ((character >> 6) & 0x3FU));
    append(0x80U | (character & 0x3FU));
  } else {
    append(0xF0U | (character >> 18));
    append(0x80U | ((character >> 12) & 0x3FU));
    append(0x80U | ((character >> 6) & 0x3FU));
    append(0x80U | (character & 0x3FU));
  }
}

bool isUnprintable(char32_t character) {
  const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  const bool separator = character == 0x2028 || character == 0x2029;
  const bool override =
      (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  const bool byteOrderMark = character == 0xFEFF;
  return control || separator || override || byteOrderMark;
}

std::string singleLine(std::string_view text, std::size_t maximumCharacters) {
  std::string line;
  std::size_t count = 0;
  for (std::size_t position = 0; position < text.size(); ++count) {
    if (count == maximumCharacters) {
      appendUtf8(line, kEllipsis);
      break;
    }
    const char32_t character = decodeUtf8(text, position);
    appendUtf8(line, isUnprintable(character) ? U' ' : character);
  }
  return line;
}

}  // namespace ui
