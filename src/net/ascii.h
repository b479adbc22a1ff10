#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Character classes of ASCII, whatever the locale.
namespace net {

inline bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

inline bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

inline char toLower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string toLower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return toLower(c); });
  return lower;
}

/// The value of a hexadecimal digit, or -1.
inline int hexDigitValue(char c) {
  if (isDigit(c)) return c - '0';
  const char lower = toLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace net
