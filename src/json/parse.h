#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "base/result.h"

/// Reading JSON that strangers wrote (RFC 8259): bounded before a tree exists, and read without any
/// call that could throw.
namespace json {

using Value = nlohmann::json;

/// What a document may cost. A document beyond a limit is refused as a whole.
struct Limits {
  std::size_t bytes = 256UL * 1024UL;
  std::size_t depth = 32;
  std::size_t values = 50'000;
};

/// What an object that names one member twice means: OAuth responses must not (RFC 8259 section 4
/// leaves the choice to the reader, and two readers that choose differently can be played off).
enum class DuplicateKeys { Refuse, KeepLast };

enum class ParseError {
  TooLarge,      ///< more bytes than allowed
  TooDeep,       ///< more nested arrays and objects than allowed
  TooMany,       ///< more values than allowed
  DuplicateKey,  ///< one object names a member twice
  Malformed,     ///< not JSON, truncated, or not UTF-8
};

/// One sentence for a log or a diagnostic, without any of the document's own text.
std::string_view describe(ParseError error);

/// Parses `text` within `limits`. A leading byte-order mark is passed over. Time and memory are
/// linear in the bytes; nothing recurses.
base::Result<Value, ParseError> parse(std::string_view text, const Limits& limits,
                                      DuplicateKeys duplicates = DuplicateKeys::Refuse);

}  // namespace json
