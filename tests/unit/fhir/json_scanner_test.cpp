#include "fhir/json_scanner.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace {

class Recorder final : public fhir::ScanHandler {
 public:
  explicit Recorder(std::string_view text, std::size_t pieceSize = 1) : scanner_(*this) {
    while (!text.empty()) {
      const auto piece = text.substr(0, pieceSize);
      scanner_.feed(piece);
      text.remove_prefix(piece.size());
    }
    scanner_.end();
  }

  std::vector<std::string> values;
  std::vector<std::string> errors;

 private:
  void opened(char) override {
    if (scanner_.depth() == 1) scanner_.startRecording();
  }
  void closed() override {
    if (scanner_.depth() == 1) values.push_back(scanner_.takeRecording());
  }
  void keyRead(std::string_view) override {}
  void scalarRead(std::string_view text, bool) override {
    if (scanner_.depth() == 0) values.emplace_back(text);
  }
  void failed(fhir::ScanError, std::size_t line, std::size_t column) override {
    errors.push_back(std::to_string(line) + ":" + std::to_string(column));
  }

  fhir::JsonScanner scanner_;
};

TEST(JsonScanner, AcceptsExactlyWhatTheParserAccepts) {
  for (const std::string text : {R"({"a":[1,-2.5e3,true,false,null,"x\n\u00e9"],"b":{}})",
                                 "[]",
                                 "[[],{}]",
                                 "0",
                                 "-0.5",
                                 "1e5",
                                 "\"\"",
                                 "[1,]",
                                 "{,}",
                                 "{\"a\"}",
                                 "[01]",
                                 "1.",
                                 "-",
                                 "1e",
                                 "tru",
                                 "nul",
                                 "\"\\x\"",
                                 "[1 2]",
                                 "{\"a\":1,}",
                                 "\"\\u12g4\"",
                                 "\"\x01\"",
                                 "\"\xC3\xA9\"",
                                 "\"\xC0\x80\"",
                                 "\"\xED\xA0\x80\"",
                                 "\"\xF4\x90\x80\x80\"",
                                 "\"\xE2\x82\"",
                                 "]",
                                 "[}",
                                 "\"a"}) {
    const bool isJson = nlohmann::json::accept(text);
    for (const std::size_t size : {1U, 3U, 100U}) {
      EXPECT_EQ(Recorder(text, size).errors.empty(), isJson) << text << " in pieces of " << size;
    }
  }
}

TEST(JsonScanner, GoesOnAtTheLineAfterABadOne) {
  const Recorder found("{\"a\":1}\nrubbish\n{\"b\":\n{\"c\":3}\n");
  EXPECT_EQ(found.values, (std::vector<std::string>{"{\"a\":1}", "{\"c\":3}"}));
  EXPECT_EQ(found.errors, (std::vector<std::string>{"2:1", "3:6"}));
}

TEST(JsonScanner, ReadsAValueOverSeveralLines) {
  const Recorder found("{\n  \"a\": [\n    1\n  ]\n}\n{\n}\n");
  EXPECT_EQ(found.values, (std::vector<std::string>{"{\"a\":[1]}", "{}"}));
  EXPECT_TRUE(found.errors.empty());
}

TEST(JsonScanner, PutsTheReplacementCharacterForHalfASurrogatePair) {
  const std::vector<std::pair<std::string, std::string>> examples{
      {R"(\ud83d\ude00)", "\xF0\x9F\x98\x80"},
      {R"(\ud83d)", "\xEF\xBF\xBD"},
      {R"(\ude00)", "\xEF\xBF\xBD"},
      {R"(\uDE00\uD83D)", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {R"(\ud83d\ud83d\ude00)", "\xEF\xBF\xBD\xF0\x9F\x98\x80"},
      {R"(\ud83d\ude00\ude00)", "\xF0\x9F\x98\x80\xEF\xBF\xBD"},
      {R"(\ud83d \ude00)", "\xEF\xBF\xBD \xEF\xBF\xBD"},
      {R"(\ud83d\n\u00e9)", "\xEF\xBF\xBD\n\xC3\xA9"},
  };
  for (const auto& [written, expected] : examples) {
    for (const std::size_t size : {1U, 5U, 100U}) {
      const Recorder found("{\"a\":\"" + written + "\",\"" + written + "\":2}", size);
      ASSERT_EQ(found.values.size(), 1U) << written;
      const auto parsed = nlohmann::json::parse(found.values.front(), nullptr, false);
      ASSERT_FALSE(parsed.is_discarded()) << written;
      EXPECT_EQ(parsed.value("a", ""), expected) << written;
      EXPECT_EQ(parsed.value(expected, 0), 2) << written;
    }
  }
}

TEST(JsonScanner, CutsLongStringsBetweenCharacters) {
  std::string body;
  while (body.size() < 3 * fhir::JsonScanner::kMaximumString)
    body += "\xC3\xA9";
  for (const std::size_t size : {1U, 7U, 100'000U}) {
    const Recorder found("{\"a\":\"" + body + "\",\"b\":2}", size);
    ASSERT_EQ(found.values.size(), 1U);
    const auto parsed = nlohmann::json::parse(found.values.front(), nullptr, false);
    ASSERT_FALSE(parsed.is_discarded());
    EXPECT_LE(parsed.value("a", "").size(), fhir::JsonScanner::kMaximumString + 4);
    EXPECT_EQ(parsed.value("b", 0), 2);
  }
}

TEST(JsonScanner, RefusesDepthWithoutRecursing) {
  EXPECT_EQ(Recorder(std::string(100'000, '['), 4096).errors.size(), 1U);
}

}  // namespace
