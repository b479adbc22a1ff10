#include "ui/documents/plain_text.h"

#include <algorithm>

namespace ui {
namespace {

constexpr std::size_t kLongest = 200;

/// U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069: three bytes each in UTF-8. U+2028 and U+2029
/// end a line.
bool turnsDirection(std::string_view rest) {
  if (rest.size() < 3 || rest[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(rest[2]);
  if (rest[1] == '\x80') return last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE);
  return rest[1] == '\x81' && last >= 0xA6 && last <= 0xA9;
}

bool isContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string plainLine(std::string_view words) {
  std::string line;
  for (std::size_t i = 0; i < words.size();) {
    if (turnsDirection(words.substr(i))) {
      i += 3;
      continue;
    }
    const auto byte = static_cast<unsigned char>(words[i]);
    const bool starts = !isContinuation(words[i]);
    if (starts && line.size() >= kLongest) return line + "…";
    line += byte < 0x20 || byte == 0x7F ? ' ' : words[i];
    ++i;
  }
  return line;
}

}  // namespace ui
