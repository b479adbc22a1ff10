#pragma once

#include <iterator>
#include <string>
#include <string_view>

/// Matching of the words that clinicians and code systems write.
namespace fhir {

/// ASCII letters in lower case; everything else unchanged.
std::string lowerCase(std::string_view text);

/// True when `words` contains one of `parts`.
template <typename Parts>
bool containsAny(std::string_view words, const Parts& parts) {
  for (const std::string_view part : parts) {
    if (words.find(part) != std::string_view::npos) return true;
  }
  return false;
}

/// Calls `found(word)` for each run of ASCII letters in `words`.
template <typename Function>
void forEachWord(std::string_view words, Function found) {
  std::size_t at = 0;
  while (at < words.size()) {
    std::size_t end = at;
    const auto isLetter = [&](std::size_t i) {
      const char c = words[i];
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    while (end < words.size() && isLetter(end))
      ++end;
    if (end > at) found(words.substr(at, end - at));
    at = end + 1;
  }
}

/// True when the text holds a word of at least three letters, of any script.
bool hasWords(std::string_view text);

}  // namespace fhir
