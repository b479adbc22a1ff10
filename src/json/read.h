#pragma once

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "json/parse.h"

/// Typed readers: the only way in which the project looks into a JSON tree. Each answers "not
/// there" when the member is absent or of another type; none throws, none converts.
namespace json {

/// The member `key` of an object; null when `object` is no object or has no such member.
inline const Value* member(const Value& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

inline const std::string* string(const Value& value) {
  return value.get_ptr<const std::string*>();
}

/// The string member `key`; null when absent or no string.
inline const std::string* string(const Value& object, std::string_view key) {
  const Value* found = member(object, key);
  return found == nullptr ? nullptr : string(*found);
}

/// The string member `key`, or an empty view.
inline std::string_view text(const Value& object, std::string_view key) {
  const std::string* found = string(object, key);
  return found == nullptr ? std::string_view{} : std::string_view{*found};
}

/// The finite number in `value`.
inline std::optional<double> number(const Value& value) {
  double result = 0;
  if (const auto* real = value.get_ptr<const Value::number_float_t*>()) {
    result = *real;
  } else if (const auto* natural = value.get_ptr<const Value::number_unsigned_t*>()) {
    result = static_cast<double>(*natural);
  } else if (const auto* integer = value.get_ptr<const Value::number_integer_t*>()) {
    result = static_cast<double>(*integer);
  } else {
    return std::nullopt;
  }
  return std::isfinite(result) ? std::optional(result) : std::nullopt;
}

inline std::optional<double> number(const Value& object, std::string_view key) {
  const Value* found = member(object, key);
  return found == nullptr ? std::nullopt : number(*found);
}

inline std::optional<bool> boolean(const Value& object, std::string_view key) {
  const Value* found = member(object, key);
  const bool* held = found == nullptr ? nullptr : found->get_ptr<const bool*>();
  return held == nullptr ? std::nullopt : std::optional(*held);
}

/// The elements of the array member `key`; an empty array when absent or no array.
inline const Value::array_t& array(const Value& object, std::string_view key) {
  static const Value::array_t kEmpty;
  const Value* found = member(object, key);
  const auto* held = found == nullptr ? nullptr : found->get_ptr<const Value::array_t*>();
  return held == nullptr ? kEmpty : *held;
}

}  // namespace json
