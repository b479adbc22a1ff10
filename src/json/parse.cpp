#include "json/parse.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace json {
namespace {

/// Walks the document without building anything and stops at the first breach of a limit.
class LimitCheck final : public nlohmann::json_sax<Value> {
 public:
  LimitCheck(const Limits& limits, DuplicateKeys duplicates)
      : limits_(limits), duplicates_(duplicates) {}

  ParseError error() const { return error_; }

  bool null() override { return count(); }
  bool boolean(bool /*value*/) override { return count(); }
  bool number_integer(std::int64_t /*value*/) override { return count(); }
  bool number_unsigned(std::uint64_t /*value*/) override { return count(); }
  bool number_float(double /*value*/, const std::string& /*text*/) override { return count(); }
  bool string(std::string& /*value*/) override { return count(); }
  bool binary(binary_t& /*value*/) override { return count(); }
  bool start_object(std::size_t /*size*/) override { return open(); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    if (duplicates_ == DuplicateKeys::KeepLast || keys_.back().insert(name).second) return true;
    return stop(ParseError::DuplicateKey);
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*reason*/) override {
    return stop(ParseError::Malformed);
  }

 private:
  bool stop(ParseError error) {
    error_ = error;
    return false;
  }
  bool count() { return ++values_ <= limits_.values || stop(ParseError::TooMany); }
  bool open() {
    keys_.emplace_back();
    return keys_.size() <= limits_.depth ? count() : stop(ParseError::TooDeep);
  }
  bool close() {
    keys_.pop_back();
    return true;
  }

  Limits limits_;
  DuplicateKeys duplicates_;
  ParseError error_ = ParseError::Malformed;
  std::size_t values_ = 0;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

std::string_view describe(ParseError error) {
  switch (error) {
    case ParseError::TooLarge:
      return "the document is larger than allowed";
    case ParseError::TooDeep:
      return "the document is nested more deeply than allowed";
    case ParseError::TooMany:
      return "the document holds more values than allowed";
    case ParseError::DuplicateKey:
      return "an object names one member twice";
    case ParseError::Malformed:
      return "the document is not valid JSON";
  }
  return "the document could not be read";
}

base::Result<Value, ParseError> parse(std::string_view text, const Limits& limits,
                                      DuplicateKeys duplicates) {
  if (text.size() > limits.bytes) return base::failure(ParseError::TooLarge);
  LimitCheck check(limits, duplicates);
  if (!Value::sax_parse(text, &check)) return base::failure(check.error());
  Value value = Value::parse(text, nullptr, /*allow_exceptions=*/false);
  if (value.is_discarded()) return base::failure(ParseError::Malformed);
  return value;
}

}  // namespace json
