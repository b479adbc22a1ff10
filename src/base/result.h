#pragma once

#include <optional>
#include <utility>
#include <variant>

namespace base {

/// Marks a value as the failure of a Result: `return failure(ParseError{...});`.
template <typename E>
struct Failure {
  E error;
};

template <typename E>
Failure<std::decay_t<E>> failure(E&& error) {
  return {std::forward<E>(error)};
}

/// The value type of operations that have nothing to return but may fail.
struct Nothing {};

/// Either a value or a typed error; never both, never neither. No layer throws.
///
/// REQUIRES: `value()` only when `ok()`, `error()` only when not; anything else ends the program,
/// because going on with a wrong value would be worse.
template <typename T, typename E>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return failure(error);` read as what they mean.
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure<E> failed) : content_(std::in_place_index<1>, std::move(failed.error)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return get<0>(content_); }
  T& value() & { return get<0>(content_); }
  T&& value() && { return std::move(get<0>(content_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  const E& error() const& { return get<1>(content_); }
  E&& error() && { return std::move(get<1>(content_)); }

 private:
  template <std::size_t index, typename Variant>
  static auto& get(Variant& content) {
    auto* held = std::get_if<index>(&content);
    if (held == nullptr) __builtin_trap();
    return *held;
  }

  std::variant<T, E> content_;
};

}  // namespace base
