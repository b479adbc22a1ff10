#include "ui/fallback_runs.h"

#include "ui/utf8.h"

namespace ui {

namespace {

/// Longest run drawn as one picture: it must fit a texture at three device pixels a CSS pixel.
constexpr std::size_t kLongestRun = 24;

bool isSpace(char32_t c) {
  return c == U' ' || c == 0xA0 || c == 0x3000;
}

bool isCombining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200D;
}

/// Hebrew, Arabic and their neighbours, written from right to left (UAX #9, classes R and AL).
bool isRightToLeft(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Scripts without spaces, where a line may break after any character (UAX #14, class ID).
bool breaksAnywhere(char32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool rightToLeft = false;
};

Word wordAt(std::u32string_view text, std::size_t begin) {
  Word word{begin, begin, false};
  while (word.end < text.size() && !isSpace(text[word.end])) {
    word.rightToLeft = word.rightToLeft || isRightToLeft(text[word.end]);
    ++word.end;
  }
  return word;
}

/// Neighbouring right-to-left words are one run: their order on the line is from right to left too.
std::size_t endOfRightToLeftRun(std::u32string_view text, std::size_t end) {
  while (end < text.size()) {
    const Word next = wordAt(text, end + 1);
    if (!next.rightToLeft) break;
    end = next.end;
  }
  return end;
}

std::u32string decodeLine(std::string_view text, std::size_t maximumCharacters) {
  std::u32string line;
  const std::string clean = singleLine(text, maximumCharacters);
  for (std::size_t position = 0; position < clean.size();) {
    line.push_back(decodeUtf8(clean, position));
  }
  return line;
}

bool isPlain(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c > 0x7E) return false;
  }
  return true;
}

}  // namespace

std::string FallbackRuns::prepare(std::string_view text, std::size_t maximumCharacters) {
  if (text.size() <= maximumCharacters && isPlain(text)) return std::string(text);
  const std::u32string line = decodeLine(text, maximumCharacters);
  std::string prepared;
  for (std::size_t position = 0; position < line.size();) {
    if (isSpace(line[position])) {
      appendUtf8(prepared, line[position++]);
      continue;
    }
    const Word word = wordAt(line, position);
    std::size_t end = word.end;
    if (word.rightToLeft) end = endOfRightToLeftRun(line, end);
    bool foreign = false;
    for (std::size_t i = position; i < word.end; ++i) {
      foreign = foreign || isRun(line[i]) || isCombining(line[i]) || !hasGlyph_(line[i]);
    }
    if (!foreign) {
      for (; position < word.end; ++position)
        appendUtf8(prepared, line[position]);
      continue;
    }
    std::u32string run;
    for (; position < end; ++position) {
      const bool mayBreak = !run.empty() && !isCombining(line[position]) &&
                            (breaksAnywhere(line[position]) || breaksAnywhere(run.back()));
      if (mayBreak || run.size() >= kLongestRun) {
        appendUtf8(prepared, characterFor(run));
        run.clear();
      }
      run.push_back(line[position]);
    }
    appendUtf8(prepared, characterFor(run));
  }
  return prepared;
}

std::string_view FallbackRuns::runOf(char32_t character) const {
  if (!isRun(character) || character - kFirst >= runs_.size()) return {};
  return runs_[character - kFirst];
}

void FallbackRuns::forget() {
  runs_.clear();
  characters_.clear();
}

char32_t FallbackRuns::characterFor(const std::u32string& run) {
  std::string encoded;
  for (const char32_t character : run)
    appendUtf8(encoded, character);
  const auto known = characters_.find(encoded);
  if (known != characters_.end()) return known->second;
  if (runs_.size() == kCapacity) return U'?';
  const char32_t character = kFirst + static_cast<char32_t>(runs_.size());
  runs_.push_back(encoded);
  characters_.emplace(std::move(encoded), character);
  return character;
}

}  // namespace ui
