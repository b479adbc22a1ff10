#include "app/share_link.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "json/parse.h"
#include "json/read.h"

namespace app {
namespace {

constexpr std::string_view kVersionMember = "a";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kFileMarker = "framinghamInputs";
constexpr std::size_t kLongestFragment = 512;
constexpr std::size_t kLongestFile = 4096;

using Member = std::pair<std::string, std::string>;
using Members = std::vector<Member>;
using Parsed = base::Result<EnteredValues, SharedInputsError>;

/// Enough digits for a converted cholesterol to come back as it was typed.
std::string numberText(double value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.9g", value);
  return digits.data();
}

Members membersOf(const EnteredValues& values) {
  Members members;
  if (values.sex) {
    members.emplace_back("sex", *values.sex == risk::Sex::Female ? "female" : "male");
  }
  for (std::size_t i = 0; i < kEntryFieldCount; ++i) {
    const auto field = static_cast<EntryField>(i);
    if (const auto& value = values.number(field)) {
      members.emplace_back(description(field).key, numberText(*value));
    }
  }
  for (std::size_t i = 0; i < kEntryAnswers.size(); ++i) {
    if (values.answers[i])
      members.emplace_back(kEntryAnswers[i].key, *values.answers[i] ? "1" : "0");
  }
  return members;
}

/// Digits with at most one point. Signs, exponents, blanks and names of infinity are refused.
std::optional<double> plainNumber(const std::string& text) {
  constexpr std::size_t kLongest = 16;
  const bool plain = std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= '0' && letter <= '9') || letter == '.';
  });
  if (!plain || text.empty() || text.size() > kLongest || text == "." ||
      std::count(text.begin(), text.end(), '.') > 1) {
    return std::nullopt;
  }
  return std::strtod(text.c_str(), nullptr);
}

bool takeSex(EnteredValues& values, const std::string& text) {
  if (text == "female") values.sex = risk::Sex::Female;
  if (text == "male") values.sex = risk::Sex::Male;
  return values.sex.has_value();
}

/// False when the member is not known or its value is not acceptable.
bool take(EnteredValues& values, const Member& member) {
  const auto& [key, text] = member;
  if (key == "sex") return takeSex(values, text);
  for (std::size_t i = 0; i < kEntryFieldCount; ++i) {
    const auto field = static_cast<EntryField>(i);
    if (key != description(field).key) continue;
    const auto number = plainNumber(text);
    if (!number || !isAcceptable(field, *number)) return false;
    values.number(field) = number;
    return true;
  }
  for (std::size_t i = 0; i < kEntryAnswers.size(); ++i) {
    if (key != kEntryAnswers[i].key) continue;
    if (text != "1" && text != "0") return false;
    values.answers[i] = text == "1";
    return true;
  }
  return false;
}

bool isKnown(std::string_view key) {
  if (key == "sex") return true;
  for (std::size_t i = 0; i < kEntryFieldCount; ++i) {
    if (key == description(static_cast<EntryField>(i)).key) return true;
  }
  return std::any_of(kEntryAnswers.begin(), kEntryAnswers.end(),
                     [key](const EntryAnswer& each) { return each.key == key; });
}

Parsed refused(std::string_view key) {
  return base::failure(SharedInputsError{isKnown(key) ? std::string(key) : std::string()});
}

Parsed read(const Members& members) {
  EnteredValues values;
  std::set<std::string_view> seen;
  for (const Member& member : members) {
    if (!seen.insert(member.first).second || !take(values, member)) return refused(member.first);
  }
  const auto& total = values.number(EntryField::TotalCholesterol);
  const auto& hdl = values.number(EntryField::HdlCholesterol);
  if (total && hdl && *hdl >= *total) return refused("hdl");
  return values;
}

}  // namespace

std::string serialiseFragment(const EnteredValues& values) {
  std::string text(kVersionMember);
  text += '=';
  text += kVersion;
  for (const auto& [key, value] : membersOf(values)) {
    text += '&';
    text += key;
    text += '=';
    text += value;
  }
  return text;
}

Parsed parseFragment(std::string_view text) {
  if (text.size() > kLongestFragment) return refused("");
  Members members;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return refused("");
    members.emplace_back(part.substr(0, equals), part.substr(equals + 1));
  }
  if (members.empty() || members.front() != Member(kVersionMember, kVersion)) return refused("");
  members.erase(members.begin());
  return read(members);
}

std::string serialiseFile(const EnteredValues& values) {
  std::string text = "{\n  \"" + std::string(kFileMarker) + "\": " + std::string(kVersion);
  for (const auto& [key, value] : membersOf(values)) {
    const std::string quote = key == "sex" ? "\"" : "";
    text += ",\n  \"" + key + "\": ";
    text += quote;
    text += value;
    text += quote;
  }
  return text + "\n}\n";
}

bool isInputsFile(std::string_view content) {
  return content.size() <= kLongestFile && content.find(kFileMarker) != std::string_view::npos;
}

Parsed parseFile(std::string_view content) {
  const auto parsed = json::parse(content, {.bytes = kLongestFile, .depth = 1, .values = 64});
  if (!parsed.ok() || !parsed->is_object()) return refused("");
  if (json::number(*parsed, kFileMarker) != 1.0) return refused("");
  Members members;
  for (const auto& [key, value] : parsed->items()) {
    if (key == kFileMarker) continue;
    if (const std::string* text = json::string(value)) {
      members.emplace_back(key, *text);
    } else if (const auto number = json::number(value)) {
      members.emplace_back(key, numberText(*number));
    } else {
      return refused(key);
    }
  }
  return read(members);
}

}  // namespace app
