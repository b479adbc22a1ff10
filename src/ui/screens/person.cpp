#include "ui/screens/person.h"

namespace ui {

namespace {

constexpr std::string_view kSeparator = " · ";

/// Lines break between the parts and not inside of one, unless a part is longer than a line.
void append(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += kSeparator;
  for (const char c : part) {
    if (c == ' ') {
      text += "\u00A0";
    } else {
      text += c;
    }
  }
}

}  // namespace

Words wordsOf(const Surface& surface) {
  return {surface.strings, surface.settings};
}

std::string fullName(const Surface& surface, const fhir::Patient& patient) {
  return patient.name.empty() ? std::string(surface.text(Text::NoName)) : patient.name;
}

std::string listName(const Surface& surface, const fhir::Patient& patient) {
  if (patient.familyName.empty() || patient.givenNames.empty()) return fullName(surface, patient);
  std::string name = patient.familyName + ",";
  for (const std::string& given : patient.givenNames)
    name += " " + given;
  return name;
}

std::string sexInWords(const Surface& surface, fhir::Sex sex) {
  switch (sex) {
    case fhir::Sex::Female:
      return std::string(surface.text(Text::Female));
    case fhir::Sex::Male:
      return std::string(surface.text(Text::Male));
    case fhir::Sex::Unknown:
      break;
  }
  return std::string(surface.text(Text::SexNotRecorded));
}

std::optional<int> ageOf(const fhir::Patient& patient, const fhir::Date& asOf) {
  if (!patient.birthDate) return std::nullopt;
  const int years = fhir::completedYears(patient.birthDate->last(), asOf);
  if (years < 0) return std::nullopt;
  return years;
}

std::string identifierOf(const fhir::Patient& patient) {
  if (patient.identifiers.empty()) return {};
  const fhir::Identifier& identifier = patient.identifiers.front();
  return identifier.type.empty() ? identifier.value : identifier.type + " " + identifier.value;
}

std::string sexAndAge(const Surface& surface, const fhir::Patient& patient,
                      const fhir::Date& asOf) {
  std::string text = sexInWords(surface, patient.sex);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  if (patient.deceased) {
    append(text, surface.text(Text::Deceased));
  } else if (const auto age = ageOf(patient, asOf)) {
    append(text, formatYears(*age, wordsOf(surface)));
  }
  return text;
}

std::string sexAndYears(const Surface& surface, const fhir::Patient& patient,
                        const fhir::Date& asOf) {
  std::string text = patient.sex == fhir::Sex::Unknown
                         ? std::string(surface.text(Text::AnswerUnknown))
                         : sexInWords(surface, patient.sex);
  if (patient.deceased) {
    append(text, surface.text(Text::Deceased));
  } else if (const auto age = ageOf(patient, asOf)) {
    append(text, std::to_string(*age));
  }
  return text;
}

std::string particularsInShort(const Surface& surface, const fhir::Patient& patient,
                               const fhir::Date& asOf) {
  std::string text = sexAndAge(surface, patient, asOf);
  append(text, identifierOf(patient));
  return text;
}

std::string particulars(const Surface& surface, const fhir::Patient& patient,
                        const fhir::Date& asOf) {
  const Words words = wordsOf(surface);
  std::string text = sexInWords(surface, patient.sex);
  if (patient.birthDate) {
    append(text, fill(surface.text(Text::Born), {formatDate(*patient.birthDate, words)}));
  }
  if (patient.deceased) {
    append(text, surface.text(Text::Deceased));
  } else if (const auto age = ageOf(patient, asOf)) {
    append(text, formatYears(*age, words));
  }
  append(text, identifierOf(patient));
  return text;
}

std::string birthAndIdentifier(const Surface& surface, const fhir::Patient& patient) {
  std::string text;
  if (patient.birthDate) {
    append(text,
           fill(surface.text(Text::Born), {formatDate(*patient.birthDate, wordsOf(surface))}));
  }
  append(text, identifierOf(patient));
  return text;
}

}  // namespace ui
