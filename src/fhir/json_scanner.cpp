#include "fhir/json_scanner.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace fhir {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isHexDigit(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isHighSurrogate(unsigned unit) {
  return unit >= 0xD800U && unit < 0xDC00U;
}
bool isLowSurrogate(unsigned unit) {
  return unit >= 0xDC00U && unit < 0xE000U;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

void JsonScanner::feed(std::string_view piece) {
  const char* at = piece.data();
  const char* const end = at + piece.size();
  while (at != end) {
    // A byte-order mark may come in pieces; none of its bytes can begin a value.
    if (position_ < kByteOrderMark.size() && *at == kByteOrderMark[position_]) {
      ++position_;
      ++at;
      continue;
    }
    position_ = kByteOrderMark.size();
    at = step(at, end);
  }
}

const char* JsonScanner::step(const char* at, const char* end) {
  switch (state_) {
    case State::String:
      return readString(at, end);
    case State::Number:
      return readNumber(at, end);
    default:
      break;
  }
  const char c = *at;
  ++column_;
  if (c == '\n') {
    newline();
    return at + 1;
  }
  if (state_ == State::Recovering) {
    if (c != '{' || column_ != 1) return at + 1;
    state_ = State::Between;
  }
  if (state_ == State::Escape || state_ == State::Hex || state_ == State::Literal) {
    keep(c);
  } else if (isSpace(c)) {
    return at + 1;
  }
  if (!structural(c)) fail(ScanError::Malformed);
  // The bad line was the one before: this one begins anew.
  if (state_ == State::Recovering && c == '{' && column_ == 1) {
    column_ = 0;
    return at;
  }
  return at + 1;
}

bool JsonScanner::structural(char c) {
  switch (state_) {
    case State::Between:
      valueLine_ = line_;
      return beginValue(c);
    case State::Value:
      return beginValue(c);
    case State::ValueOrEnd:
      return c == ']' ? close(c) : beginValue(c);
    case State::KeyOrEnd:
      if (c == '}') return close(c);
      [[fallthrough]];
    case State::Key:
      isKey_ = true;
      return c == '"' && beginValue(c);
    case State::Colon:
      keep(c);
      state_ = State::Value;
      return c == ':';
    case State::CommaOrEnd:
      if (c != ',') return close(c);
      keep(c);
      state_ = stack_.back() == '{' ? State::Key : State::Value;
      return true;
    case State::Escape:
      hexDigits_ = 0;
      hexValue_ = 0;
      state_ = c == 'u' ? State::Hex : State::String;
      if (c != 'u') addToToken(c);
      return std::string_view(R"("\/bfnrtu)").find(c) != std::string_view::npos;
    case State::Hex:
      return readHexDigit(c);
    case State::Literal:
      token_.push_back(c);
      if (literal_.substr(0, token_.size()) != token_) return false;
      if (token_.size() == literal_.size()) endScalar(false);
      return true;
    default:
      return false;
  }
}

bool JsonScanner::beginValue(char c) {
  if (c == '{' || c == '[') return open(c);
  token_.clear();
  if (c == '"') {
    keep(c);
    stringBytes_ = 0;
    isCut_ = false;
    state_ = State::String;
    return true;
  }
  token_.push_back(c);
  if (c == '-' || isDigit(c)) {
    numberStart_ = record_.size();
    keep(c);
    numberState_ = c == '-' ? '-' : (c == '0' ? '0' : 'i');
    state_ = State::Number;
    return true;
  }
  literal_ = c == 't' ? "true" : (c == 'f' ? "false" : "null");
  state_ = State::Literal;
  keep(c);
  return literal_.front() == c;
}

bool JsonScanner::open(char c) {
  if (stack_.size() == kMaximumDepth) {
    fail(ScanError::TooDeep);
    return true;
  }
  stack_.push_back(c);
  keep(c);
  state_ = c == '{' ? State::KeyOrEnd : State::ValueOrEnd;
  handler_.opened(c);
  return true;
}

bool JsonScanner::close(char c) {
  if (c != (stack_.back() == '{' ? '}' : ']')) return false;
  keep(c);
  handler_.closed();
  stack_.pop_back();
  state_ = stack_.empty() ? State::Between : State::CommaOrEnd;
  return true;
}

const char* JsonScanner::readString(const char* at, const char* end) {
  const char* const begin = at;
  while (at != end) {
    const auto byte = static_cast<unsigned char>(*at);
    if (utf8Left_ > 0 || byte >= 0x80) {
      if (!acceptUtf8(byte)) break;
    } else if (byte == '"' || byte == '\\' || byte < 0x20) {
      break;
    }
    ++at;
  }
  recordString({begin, static_cast<std::size_t>(at - begin)});
  if (at == end) return at;
  const char c = *at;
  const bool isWhole = utf8Left_ == 0;
  utf8Left_ = 0;
  if (!isWhole || (c != '"' && c != '\\')) {
    fail(ScanError::Malformed);
    return at;  // where this is a line break, it ends the bad line
  }
  ++column_;
  if (c == '\\') {
    keep(c);
    state_ = State::Escape;
  } else {
    isCut_ = false;
    keep(c);
    endString();
  }
  return at + 1;
}

void JsonScanner::recordString(std::string_view span) {
  column_ += span.size();
  if (token_.size() < kMaximumToken) token_ += span.substr(0, kMaximumToken - token_.size());
  std::size_t kept = span.size();
  if (stringBytes_ + span.size() > kMaximumString) {
    // Cut between characters: never before a continuation byte.
    kept = stringBytes_ > kMaximumString ? 0 : kMaximumString - stringBytes_;
    while (kept < span.size() && (static_cast<unsigned char>(span[kept]) & 0xC0U) == 0x80U)
      ++kept;
  }
  if (recording_ && !isCut_) record_ += span.substr(0, kept);
  if (kept < span.size()) isCut_ = true;
  stringBytes_ += span.size();
}

bool JsonScanner::readHexDigit(char c) {
  if (!isHexDigit(c)) return false;
  hexValue_ = hexValue_ * 16U + static_cast<unsigned>(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  if (++hexDigits_ < 4) return true;
  addToToken(hexValue_ < 0x80U ? static_cast<char>(hexValue_) : '?');
  if (recording_ && !isCut_) pairSurrogate();
  state_ = State::String;
  return true;
}

/// RFC 8259 section 8.2: half a pair is grammatical JSON, and no two readers agree on its meaning.
void JsonScanner::pairSurrogate() {
  constexpr std::size_t kEscapeLength = 6;
  const bool isLow = isLowSurrogate(hexValue_);
  if (isLow && unpairedSurrogate_ + kEscapeLength == record_.size()) {
    unpairedSurrogate_ = 0;
    return;
  }
  replaceLoneSurrogate();
  if (!isLow && !isHighSurrogate(hexValue_)) return;
  unpairedSurrogate_ = record_.size();
  if (isLow) replaceLoneSurrogate();
}

void JsonScanner::replaceLoneSurrogate() {
  constexpr std::string_view kReplacement = "fffd";
  if (unpairedSurrogate_ == 0) return;
  record_.replace(unpairedSurrogate_ - kReplacement.size(), kReplacement.size(), kReplacement);
  hasReplaced_ = true;
  unpairedSurrogate_ = 0;
}

bool JsonScanner::acceptUtf8(unsigned char byte) {
  if (utf8Left_ > 0) {
    if (byte < utf8Low_ || byte > utf8High_) return false;
    utf8Low_ = 0x80;
    utf8High_ = 0xBF;
    --utf8Left_;
    return true;
  }
  // RFC 3629 section 4: no overlong forms, no surrogates, nothing beyond U+10FFFF.
  if (byte < 0xC2 || byte > 0xF4) return false;
  utf8Left_ = byte < 0xE0 ? 1 : (byte < 0xF0 ? 2 : 3);
  utf8Low_ = byte == 0xE0 ? 0xA0 : (byte == 0xF0 ? 0x90 : 0x80);
  utf8High_ = byte == 0xED ? 0x9F : (byte == 0xF4 ? 0x8F : 0xBF);
  return true;
}

const char* JsonScanner::readNumber(const char* at, const char* end) {
  while (at != end && numberAccepts(*at)) {
    keep(*at);
    addToToken(*at);
    ++column_;
    ++at;
  }
  if (at == end) return at;
  endNumber();
  return at;
}

/// The grammar of RFC 8259 section 6 as a state machine: '-' after the sign, '0' after a leading
/// zero, 'i' in the integer, '.' after the point, 'f' in the fraction, 'e' after the exponent mark,
/// 's' after its sign, 'x' in the exponent.
bool JsonScanner::numberAccepts(char c) {
  const char state = numberState_;
  if (isDigit(c)) {
    switch (state) {
      case '-':
        numberState_ = c == '0' ? '0' : 'i';
        return true;
      case '.':
        numberState_ = 'f';
        return true;
      case 'e':
      case 's':
        numberState_ = 'x';
        return true;
      default:
        return state != '0';
    }
  }
  if (c == '.' && (state == '0' || state == 'i')) {
    numberState_ = '.';
    return true;
  }
  if ((c == 'e' || c == 'E') && (state == '0' || state == 'i' || state == 'f')) {
    numberState_ = 'e';
    return true;
  }
  if ((c == '+' || c == '-') && state == 'e') {
    numberState_ = 's';
    return true;
  }
  return false;
}

void JsonScanner::endNumber() {
  const bool isWhole =
      numberState_ == '0' || numberState_ == 'i' || numberState_ == 'f' || numberState_ == 'x';
  if (!isWhole) {
    fail(ScanError::Malformed);
    return;
  }
  // JSON allows numbers that no double holds; the parser of the recording does not.
  constexpr std::size_t kSurelyFinite = 100;
  const bool mayOverflow = token_.size() > kSurelyFinite || numberState_ == 'x';
  if (recording_ && mayOverflow &&
      (token_.size() >= kMaximumToken || !std::isfinite(std::strtod(token_.c_str(), nullptr)))) {
    record_.resize(numberStart_);
    record_ += "null";
    token_ = "null";
  }
  endScalar(false);
}

void JsonScanner::endScalar(bool isString) {
  state_ = stack_.empty() ? State::Between : State::CommaOrEnd;
  handler_.scalarRead(token_, isString);
}

void JsonScanner::endString() {
  replaceLoneSurrogate();
  if (!isKey_) {
    endScalar(true);
    return;
  }
  isKey_ = false;
  state_ = State::Colon;
  handler_.keyRead(token_);
}

void JsonScanner::newline() {
  const bool isFirstLine = valueLine_ == line_;
  if (state_ == State::Between) {
    // A value that fills a line of its own: from now on every line is one value, so that a line
    // that ends too early cannot swallow the next.
    if (isFirstLine) oneValuePerLine_ = true;
  } else if (state_ == State::Escape || state_ == State::Hex || state_ == State::Literal) {
    fail(ScanError::Malformed);
  } else if (state_ != State::Recovering && isFirstLine) {
    constexpr std::size_t kBracketAlone = 3;  // with its line break, of one or two characters
    if (column_ <= kBracketAlone) {
      oneValuePerLine_ = false;  // written over several lines
    } else if (oneValuePerLine_) {
      fail(ScanError::Malformed);
    }
  }
  ++line_;
  column_ = 0;
}

void JsonScanner::fail(ScanError error) {
  const bool isNextLine = column_ == 1 && line_ > valueLine_ && state_ != State::Between;
  isKey_ = false;
  isCut_ = false;
  utf8Left_ = 0;
  state_ = State::Recovering;
  handler_.failed(error, isNextLine ? line_ - 1 : line_, isNextLine ? 1 : column_);
  stack_.clear();
  dropRecording();
}

void JsonScanner::end() {
  if (state_ == State::Number && stack_.empty()) endNumber();
  if (state_ != State::Between && state_ != State::Recovering) fail(ScanError::Malformed);
  state_ = State::Between;
}

void JsonScanner::startRecording() {
  recording_ = true;
  hasReplaced_ = false;
  record_.assign(1, stack_.empty() ? '{' : stack_.back());
}

std::string JsonScanner::takeRecording() {
  recording_ = false;
  return std::move(record_);
}

void JsonScanner::dropRecording() {
  recording_ = false;
  record_.clear();
  unpairedSurrogate_ = 0;
}

}  // namespace fhir
