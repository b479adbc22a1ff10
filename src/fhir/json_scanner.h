#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// A JSON reader (RFC 8259) that takes its text in pieces, builds nothing and never recurses.
namespace fhir {

enum class ScanError { Malformed, TooDeep };

/// What the scanner tells while it reads. Every call may ask the scanner to record.
class ScanHandler {
 public:
  virtual ~ScanHandler() = default;
  virtual void opened(char bracket) = 0;           ///< '{' or '['
  virtual void closed() = 0;                       ///< the innermost object or array
  virtual void keyRead(std::string_view key) = 0;  ///< as written; long keys are cut
  /// A string (cut, escapes as written), a number or a literal.
  virtual void scalarRead(std::string_view text, bool isString) = 0;
  virtual void failed(ScanError error, std::size_t line, std::size_t column) = 0;
};

/// Reads any number of JSON values one after another: a whole document, or NDJSON. After an error
/// reading goes on at the next line that begins with '{', so one bad line costs one line.
class JsonScanner {
 public:
  explicit JsonScanner(ScanHandler& handler) : handler_(handler) {}

  void feed(std::string_view piece);
  /// Ends the text: an unfinished value is an error.
  void end();

  /// Records the text from the bracket that was just opened. Only one recording at a time.
  void startRecording();
  /// Stops; the recording ends with the bracket that was just closed. Strings beyond
  /// kMaximumString bytes are cut, numbers beyond a double become null and the escape of half a
  /// surrogate pair becomes that of U+FFFD, so that what is recorded can be parsed and is bounded
  /// by its structure.
  std::string takeRecording();
  void dropRecording();
  bool isRecording() const { return recording_; }
  /// Whether U+FFFD stands for half a surrogate pair in what was recorded last.
  bool hasReplaced() const { return hasReplaced_; }
  std::size_t recordedBytes() const { return record_.size(); }

  std::size_t line() const { return line_; }
  std::size_t depth() const { return stack_.size(); }

  static constexpr std::size_t kMaximumDepth = 128;
  static constexpr std::size_t kMaximumString = 16UL * 1024UL;
  static constexpr std::size_t kMaximumToken = kMaximumString;  // a page's link may be long

 private:
  enum class State : std::uint8_t {
    Between,  // no value begun
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    String,
    Escape,
    Hex,
    Number,
    Literal,
    Recovering,
  };

  const char* step(const char* at, const char* end);
  const char* readString(const char* at, const char* end);
  void recordString(std::string_view span);
  bool readHexDigit(char c);
  void pairSurrogate();
  void replaceLoneSurrogate();
  const char* readNumber(const char* at, const char* end);
  bool acceptUtf8(unsigned char byte);
  bool structural(char c);
  bool beginValue(char c);
  bool open(char c);
  bool close(char c);
  void endScalar(bool isString);
  void endString();
  void endNumber();
  bool numberAccepts(char c);
  void newline();
  void fail(ScanError error);
  void keep(char c) {
    if (recording_ && !isCut_) record_.push_back(c);
  }
  void addToToken(char c) {
    if (token_.size() < kMaximumToken) token_.push_back(c);
  }

  ScanHandler& handler_;
  State state_ = State::Between;
  std::string stack_;  ///< '{' and '['
  std::string token_;
  std::string record_;
  bool recording_ = false;
  bool hasReplaced_ = false;
  bool isKey_ = false;
  std::size_t stringBytes_ = 0;
  bool isCut_ = false;
  std::size_t numberStart_ = 0;  ///< in record_
  char numberState_ = 0;
  std::string_view literal_;
  int hexDigits_ = 0;
  unsigned hexValue_ = 0;
  std::size_t unpairedSurrogate_ = 0;  ///< where its escape ends in record_
  int utf8Left_ = 0;
  unsigned char utf8Low_ = 0x80;
  unsigned char utf8High_ = 0xBF;
  std::size_t line_ = 1;
  std::size_t column_ = 0;  ///< bytes of this line read so far
  std::size_t valueLine_ = 0;
  std::size_t position_ = 0;
  bool oneValuePerLine_ = false;
};

}  // namespace fhir
