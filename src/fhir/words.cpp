#include "fhir/words.h"

namespace fhir {

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool hasWords(std::string_view text) {
  constexpr std::size_t kShortestWord = 3;
  std::size_t letters = 0;
  for (const char c : text) {
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (static_cast<unsigned char>(c) & 0x80U) != 0;
    letters = isLetter ? letters + 1 : 0;
    if (letters == kShortestWord) return true;
  }
  return false;
}

}  // namespace fhir
