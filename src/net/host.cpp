#include "net/host.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "net/ascii.h"

namespace net {
namespace {

constexpr std::size_t kMaximumName = 253;  // RFC 1035 section 2.3.4, without the root's dot
constexpr std::size_t kMaximumLabel = 63;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool isOctet(std::string_view text) {
  if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return false;
  int value = 0;
  for (char c : text) {
    if (!isDigit(c)) return false;
    value = value * 10 + (c - '0');
  }
  return value <= 255;
}

/// What the URL Standard would try to read as a number when it stands last in a host name.
bool looksNumeric(std::string_view label) {
  if (std::all_of(label.begin(), label.end(), isDigit)) return true;
  return label.size() >= 2 && label[0] == '0' && toLower(label[1]) == 'x';
}

bool isNameLabel(std::string_view label) {
  return !label.empty() && label.size() <= kMaximumLabel &&
         std::all_of(label.begin(), label.end(),
                     [](char c) { return isLetter(c) || isDigit(c) || c == '-'; });
}

std::optional<std::string> normaliseName(std::string_view text) {
  if (text.size() > kMaximumName) return std::nullopt;
  const auto labels = split(text, '.');
  if (!std::all_of(labels.begin(), labels.end(), isNameLabel)) return std::nullopt;
  if (looksNumeric(labels.back()) &&
      (labels.size() != 4 || !std::all_of(labels.begin(), labels.end(), isOctet))) {
    return std::nullopt;
  }
  return toLower(text);
}

using Pieces = std::array<unsigned, 8>;

/// Appends the colon-separated groups of `text` to `pieces`, from `count` on.
bool readPieces(std::string_view text, Pieces& pieces, std::size_t& count) {
  if (text.empty()) return true;
  for (std::string_view group : split(text, ':')) {
    if (group.empty() || group.size() > 4 || count == pieces.size()) return false;
    unsigned value = 0;
    for (char c : group) {
      const int digit = hexDigitValue(c);
      if (digit < 0) return false;
      value = value * 16 + static_cast<unsigned>(digit);
    }
    pieces[count++] = value;
  }
  return true;
}

std::optional<Pieces> parseIpv6(std::string_view text) {
  Pieces head{};
  Pieces tail{};
  std::size_t headCount = 0;
  std::size_t tailCount = 0;
  const std::size_t gap = text.find("::");
  if (!readPieces(text.substr(0, gap), head, headCount)) return std::nullopt;
  if (gap == std::string_view::npos) {
    return headCount == head.size() ? std::optional(head) : std::nullopt;
  }
  if (!readPieces(text.substr(gap + 2), tail, tailCount)) return std::nullopt;
  if (headCount + tailCount >= head.size()) return std::nullopt;
  std::copy_n(tail.begin(), tailCount, head.end() - static_cast<std::ptrdiff_t>(tailCount));
  return head;
}

struct Run {
  std::size_t begin = 0;
  std::size_t length = 0;
};

/// The first of the longest runs of at least two zero pieces.
Run longestZeroRun(const Pieces& pieces) {
  Run longest;
  for (std::size_t begin = 0; begin < pieces.size(); ++begin) {
    std::size_t length = 0;
    while (begin + length < pieces.size() && pieces[begin + length] == 0)
      ++length;
    if (length > 1 && length > longest.length) longest = {begin, length};
  }
  return longest;
}

std::string hexadecimal(unsigned value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[value % 16]);
    value /= 16;
  } while (value != 0);
  return digits;
}

std::string ipv6Text(const Pieces& pieces) {
  const Run zeros = longestZeroRun(pieces);
  std::string text = "[";
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (zeros.length > 0 && i == zeros.begin) {
      text += i == 0 ? "::" : ":";
      i += zeros.length - 1;
      continue;
    }
    text += hexadecimal(pieces[i]);
    if (i + 1 < pieces.size()) text += ':';
  }
  return text + "]";
}

}  // namespace

std::optional<std::string> normaliseHost(std::string_view text) {
  if (text.size() < 2 || text.front() != '[') return normaliseName(text);
  if (text.back() != ']') return std::nullopt;
  const auto pieces = parseIpv6(text.substr(1, text.size() - 2));
  return pieces ? std::optional(ipv6Text(*pieces)) : std::nullopt;
}

}  // namespace net
