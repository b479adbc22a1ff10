#include "fhir/elements.h"

#include <algorithm>

#include "fhir/words.h"

namespace fhir {
namespace {

constexpr std::size_t kMaximumCodings = 100;

void addCoding(Concept& target, const json::Value& coding) {
  if (!coding.is_object() || target.codings.size() == kMaximumCodings) return;
  target.codings.push_back({std::string(json::text(coding, "system")),
                            std::string(json::text(coding, "code")),
                            std::string(json::text(coding, "display"))});
}

void addConcept(Concept& target, const json::Value& value) {
  if (const std::string* code = json::string(value)) {
    target.codings.push_back({{}, *code, {}});
    return;
  }
  if (!value.is_object()) return;
  const json::Value* inner = json::member(value, "concept");
  const json::Value& source = inner != nullptr && inner->is_object() ? *inner : value;
  for (const json::Value& each : json::array(source, "coding"))
    addCoding(target, each);
  if (json::string(source, "code") != nullptr) addCoding(target, source);
  if (target.text.empty()) target.text = json::text(source, "text");
}

std::size_t lastSegment(std::string_view text, std::size_t end) {
  const std::size_t slash = end == 0 ? std::string_view::npos : text.rfind('/', end - 1);
  return slash == std::string_view::npos ? 0 : slash + 1;
}

}  // namespace

std::string Concept::words() const {
  if (!text.empty()) return text;
  for (const Coding& each : codings) {
    if (!each.display.empty()) return each.display;
  }
  return {};
}

std::string Concept::allWords() const {
  std::string words = lowerCase(text);
  for (const Coding& each : codings) {
    words += '\n';
    words += lowerCase(each.display);
  }
  return words;
}

bool Concept::isAbsent() const {
  return std::any_of(codings.begin(), codings.end(), [](const Coding& each) {
    return codeSystem(each.system) == CodeSystem::DataAbsentReason;
  });
}

bool Concept::hasCode(std::string_view code) const {
  return std::any_of(codings.begin(), codings.end(),
                     [&](const Coding& each) { return each.code == code; });
}

Concept readConcept(const json::Value& resource, std::string_view key) {
  Concept result;
  const json::Value* value = json::member(resource, key);
  if (value == nullptr) return result;
  if (value->is_array()) {
    for (const json::Value& each : *value)
      addConcept(result, each);
  } else {
    addConcept(result, *value);
  }
  return result;
}

Reference parseReference(std::string_view text) {
  constexpr std::size_t kLongest = 2048;
  if (text.empty() || text.size() > kLongest) return {};
  if (text.front() == '#') return {std::string(text), {}};
  if (lowerCase(text.substr(0, 4)) == "urn:") return {lowerCase(text), {}};
  text = text.substr(0, text.find('|'));  // a canonical's version
  const std::size_t history = text.find("/_history");
  text = text.substr(0, history);
  while (!text.empty() && text.front() == '/')
    text.remove_prefix(1);
  const std::size_t id = lastSegment(text, text.size());
  if (id == 0) return {};
  const std::size_t type = lastSegment(text, id - 1);
  Reference result{std::string(text.substr(type)), {}};
  const std::string_view before = text.substr(0, type);
  if (before.find("://") != std::string_view::npos) {
    result.base = lowerCase(before.substr(0, before.find('/', before.find("://") + 3)));
    result.base += before.substr(result.base.size());
    while (!result.base.empty() && result.base.back() == '/')
      result.base.pop_back();
  }
  return result;
}

Reference reference(const json::Value& resource, std::string_view key) {
  const json::Value* value = json::member(resource, key);
  if (value == nullptr) return {};
  const json::Value* inner = json::member(*value, "reference");
  if (inner == nullptr) return {};
  // R5's CodeableReference holds a Reference where R4's Reference holds text.
  return parseReference(inner->is_object() ? json::text(*inner, "reference")
                                           : json::text(*value, "reference"));
}

bool mayBeSame(const Reference& a, const Reference& b) {
  return !a.isEmpty() && a.local == b.local &&
         (a.base.empty() || b.base.empty() || a.base == b.base);
}

std::optional<Timestamp> timestamp(const json::Value& resource, std::string_view key) {
  const std::string* text = json::string(resource, key);
  return text == nullptr ? std::nullopt : parseTimestamp(*text);
}

std::int64_t lastUpdated(const json::Value& resource) {
  const json::Value* meta = json::member(resource, "meta");
  return meta == nullptr ? 0 : instant(*meta, "lastUpdated");
}

std::int64_t instant(const json::Value& resource, std::string_view key) {
  const auto found = timestamp(resource, key);
  return found ? found->microsecondsOfEpoch : 0;
}

std::optional<Timestamp> occurrence(const json::Value& resource, std::string_view prefix) {
  const std::string start(prefix);
  if (const auto found = timestamp(resource, start + "DateTime")) return found;
  if (const auto found = timestamp(resource, start + "Instant")) return found;
  const json::Value* period = json::member(resource, start + "Period");
  if (period == nullptr) return std::nullopt;
  const auto end = timestamp(*period, "end");
  return end ? end : timestamp(*period, "start");
}

const json::Value* contained(const json::Value& resource, std::string_view localReference) {
  if (localReference.substr(0, 1) != "#") return nullptr;
  for (const json::Value& each : json::array(resource, "contained")) {
    if (json::text(each, "id") == localReference.substr(1)) return &each;
  }
  return nullptr;
}

}  // namespace fhir
