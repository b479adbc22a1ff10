#include "fhir/person_name.h"

#include "fhir/answer.h"
#include "fhir/operation_outcome.h"

namespace fhir {
namespace {

void append(std::string& words, std::string_view word) {
  if (word.empty()) return;
  if (!words.empty()) words += ' ';
  words += word;
}

void appendAll(std::string& words, const json::Value& name, std::string_view key) {
  for (const json::Value& each : json::array(name, key)) {
    if (const std::string* word = json::string(each)) append(words, *word);
  }
}

std::string wordsOf(const json::Value& name) {
  const std::string_view text = json::text(name, "text");
  if (!text.empty()) return std::string(text);
  std::string words;
  appendAll(words, name, "prefix");
  appendAll(words, name, "given");
  append(words, json::text(name, "family"));
  return words;
}

}  // namespace

const json::Value* chooseName(const json::Value& person) {
  const auto& names = json::array(person, "name");
  for (const std::string_view use : {"official", "usual"}) {
    for (const json::Value& each : names) {
      if (json::text(each, "use") == use) return &each;
    }
  }
  return names.empty() ? nullptr : &names.front();
}

std::string readPersonName(std::string_view text, std::string_view type, std::string_view id) {
  const auto person =
      parseAnswer(text, {"Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "Person"});
  if (!person.ok()) return {};
  if (json::text(*person, "resourceType") != type || json::text(*person, "id") != id) return {};
  if (const json::Value* name = chooseName(*person)) return inertText(wordsOf(*name));
  // A PractitionerRole has no name of its own.
  const json::Value* practitioner = json::member(*person, "practitioner");
  return practitioner == nullptr ? std::string() : inertText(json::text(*practitioner, "display"));
}

}  // namespace fhir
