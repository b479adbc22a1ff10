#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ui {

/// Lets ImGui measure, wrap and draw text in any script. Words that our own font cannot draw are
/// replaced by one character each of Unicode's private-use area U+E000..U+F8FF; the font loader
/// (fonts.h) asks here which run of text such a character stands for and has the browser draw it.
/// That area rather than a supplementary plane, because ImGui indexes glyphs by code point.
class FallbackRuns {
 public:
  static constexpr char32_t kFirst = 0xE000;
  static constexpr char32_t kLast = 0xF8FF;

  /// True for the characters that stand for runs.
  static bool isRun(char32_t character) { return character >= kFirst && character <= kLast; }

  using HasGlyph = std::function<bool(char32_t)>;
  explicit FallbackRuns(HasGlyph hasGlyph) : hasGlyph_(std::move(hasGlyph)) {}

  /// `text` (any bytes) as ImGui can draw it: valid UTF-8 on one line, without control characters
  /// and direction overrides, with words that need the browser's fonts replaced. At most about
  /// `maximumCharacters` of it, then an ellipsis.
  std::string prepare(std::string_view text, std::size_t maximumCharacters);

  /// The run behind a character; empty if there is none.
  std::string_view runOf(char32_t character) const;

  /// True when the area is nearly used up: forget() before the next frame, and every baked glyph
  /// with it.
  bool isFull() const { return runs_.size() >= kCapacity - kReserve; }
  void forget();

 private:
  static constexpr std::size_t kCapacity = kLast - kFirst + 1;
  static constexpr std::size_t kReserve = 2048;

  char32_t characterFor(const std::u32string& run);

  HasGlyph hasGlyph_;
  std::vector<std::string> runs_;
  std::unordered_map<std::string, char32_t> characters_;
};

}  // namespace ui
