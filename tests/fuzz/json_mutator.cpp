// Mutates JSON as JSON. Changed byte by byte, nearly every input ends as broken syntax, and what
// lies behind the parser (codes, units, dates, references) is hardly reached.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/read.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);

namespace {

using Random = std::minstd_rand;

constexpr json::Limits kLimits{.bytes = 64UL * 1024UL, .depth = 48, .values = 5'000};

std::optional<json::Value> treeOf(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto tree = json::parse(text, kLimits, json::DuplicateKeys::KeepLast);
  return tree.ok() ? std::optional(*std::move(tree)) : std::nullopt;
}

std::size_t below(std::size_t end, Random& random) {
  return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
}

/// Every value of the tree, the root first.
std::vector<json::Value*> valuesOf(json::Value& root) {
  std::vector<json::Value*> values{&root};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]->is_structured()) continue;
    for (json::Value& each : *values[i])
      values.push_back(&each);
  }
  return values;
}

json::Value& anyOf(json::Value& root, Random& random) {
  const auto values = valuesOf(root);
  return *values[below(values.size(), random)];
}

std::string changed(std::string text, Random& random) {
  constexpr std::size_t kRoom = 8;
  const std::size_t size = text.size();
  text.resize(size + below(kRoom, random) + 1);
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
  return text;
}

json::Value changedNumber(double number, Random& random) {
  const json::Value others[] = {
      -number,      number * 10,           number / 18.0182, number / 38.67,
      number + 0.5, number * 1e12,         number * 1e-12,   0,
      1e308,        std::to_string(number)};
  return others[below(std::size(others), random)];
}

json::Value otherKind(const json::Value& value, Random& random) {
  const json::Value others[] = {nullptr,
                                true,
                                "",
                                0,
                                json::Value::array(),
                                json::Value::object(),
                                json::Value::array({value}),
                                {{"value", value}}};
  return others[below(std::size(others), random)];
}

/// Takes away, repeats, moves or renames one element or member.
void rearrange(json::Value& parent, Random& random) {
  if (parent.empty()) return;
  const std::size_t at = below(parent.size(), random);
  if (auto* elements = parent.get_ptr<json::Value::array_t*>()) {
    const auto found = elements->begin() + static_cast<std::ptrdiff_t>(at);
    switch (below(3, random)) {
      case 0:
        elements->erase(found);
        break;
      case 1:
        elements->insert(found, json::Value(*found));
        break;
      default:
        std::swap(*found, elements->front());
        break;
    }
  } else if (auto* members = parent.get_ptr<json::Value::object_t*>()) {
    const auto found = std::next(members->begin(), static_cast<std::ptrdiff_t>(at));
    json::Value value = std::move(found->second);
    const std::string key = found->first;
    members->erase(found);
    if (below(2, random) == 0) (*members)[changed(key, random)] = std::move(value);
  }
}

void changeOne(json::Value& root, Random& random) {
  json::Value& chosen = anyOf(root, random);
  switch (below(4, random)) {
    case 0: {
      json::Value copy = anyOf(root, random);
      chosen = std::move(copy);
      return;
    }
    case 1:
      chosen = otherKind(json::Value(chosen), random);
      return;
    default:
      break;
  }
  if (const auto* text = json::string(chosen)) {
    chosen = changed(*text, random);
  } else if (const auto number = json::number(chosen)) {
    chosen = changedNumber(*number, random);
  } else if (const auto* boolean = chosen.get_ptr<bool*>()) {
    chosen = !*boolean;
  } else {
    rearrange(chosen, random);
  }
}

/// Writes the tree over `data`; nothing when it does not fit.
std::optional<std::size_t> write(const json::Value& tree, std::uint8_t* data, std::size_t room) {
  const std::string text = tree.dump(-1, ' ', false, json::Value::error_handler_t::replace);
  if (text.size() > room) return std::nullopt;
  std::copy(text.begin(), text.end(), data);
  return text.size();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t room, unsigned seed) {
  constexpr std::size_t kOneInSoManyAsBytes = 5;
  Random random(seed);
  auto tree = treeOf(data, size);
  if (!tree || below(kOneInSoManyAsBytes, random) == 0) return LLVMFuzzerMutate(data, size, room);
  for (std::size_t times = below(4, random) + 1; times > 0; --times)
    changeOne(*tree, random);
  return write(*tree, data, room).value_or(size);
}

/// Puts a value of the second input into the first, under a member of the same name where there is
/// one.
extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data1, std::size_t size1,
                                                 const std::uint8_t* data2, std::size_t size2,
                                                 std::uint8_t* out, std::size_t room,
                                                 unsigned seed) {
  Random random(seed);
  auto into = treeOf(data1, size1);
  auto from = treeOf(data2, size2);
  if (!into || !from) return 0;
  json::Value& target = anyOf(*into, random);
  json::Value& source = anyOf(*from, random);
  if (target.is_array()) {
    target.push_back(source);
  } else if (target.is_object() && source.is_object()) {
    target.update(source);
  } else {
    target = source;
  }
  return write(*into, out, room).value_or(0);
}
