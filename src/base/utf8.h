#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// UTF-8 (RFC 3629) read strictly.
namespace base {

/// Takes the first code point off the front of `text`. Empty, with `text` unchanged, when `text` is
/// empty or does not begin with a well-formed sequence: overlong forms, surrogates, code points
/// beyond U+10FFFF and truncated sequences are not well-formed.
inline std::optional<char32_t> takeCodePoint(std::string_view& text) {
  if (text.empty()) return std::nullopt;
  const auto byteAt = [&text](std::size_t index) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[index]));
  };
  const char32_t lead = byteAt(0);
  std::size_t length = 1;
  char32_t codePoint = lead;
  char32_t smallest = 0;
  if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, codePoint = lead & 0x07, smallest = 0x1'0000;
  } else if (lead >= 0xE0 && lead < 0xF0) {
    length = 3, codePoint = lead & 0x0F, smallest = 0x800;
  } else if (lead >= 0xC2 && lead < 0xE0) {
    length = 2, codePoint = lead & 0x1F, smallest = 0x80;
  } else if (lead >= 0x80) {
    return std::nullopt;
  }
  if (text.size() < length) return std::nullopt;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byteAt(i) & 0xC0) != 0x80) return std::nullopt;
    codePoint = codePoint << 6 | (byteAt(i) & 0x3F);
  }
  const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
  if (codePoint < smallest || surrogate || codePoint > 0x10'FFFF) return std::nullopt;
  text.remove_prefix(length);
  return codePoint;
}

/// True when all of `text` is well-formed.
inline bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    if (!takeCodePoint(text)) return false;
  }
  return true;
}

}  // namespace base
