#include "ui/screens/origin_words.h"

#include <array>
#include <cstdio>
#include <string>

#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"

namespace ui {

namespace {

std::string recordedAs(const Surface& surface, const fhir::ClinicalRecord& record,
                       risk::Input input) {
  const fhir::NumberFact* number = numberFor(record, input);
  if (number != nullptr && number->original) {
    std::array<char, 40> digits{};
    std::snprintf(digits.data(), digits.size(), "%.6g", number->original->value);
    return std::string(digits.data()) + " " + number->original->unit;
  }
  const fhir::AnswerFact* answer = answerFor(record, input);
  if (answer != nullptr && answer->assumed) return std::string(surface.text(Text::AssumedNo));
  return answer == nullptr ? std::string() : answer->words;
}

std::string resourceInWords(const fhir::Origin& origin) {
  std::string words;
  for (const std::string& source : origin.sources) {
    if (!words.empty()) words += ", ";
    words += source;
  }
  if (!origin.status.empty()) words += " · " + origin.status;
  if (!origin.code.code.empty()) words += " · " + sourceInWords(origin);
  return words;
}

}  // namespace

std::vector<HintLine> originInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                                    risk::Input input) {
  const fhir::Origin* origin = originOf(record, input);
  if (origin == nullptr) return {};
  const app::Language language = surface.settings.language;
  std::vector<HintLine> lines;
  const auto add = [&](Text label, std::string words) {
    if (!words.empty()) lines.emplace_back(surface.text(label), std::move(words));
  };
  add(Text::Resource, resourceInWords(*origin));
  if (origin->date) add(Text::Measured, formatDate(*origin->date, wordsOf(surface)));
  add(Text::RecordedAs, recordedAs(surface, record, input));
  add(Text::UsedAs, valueInWords(surface, record, input));
  add(Text::WhyThisOne, phrase(origin->reason, language));
  for (const fhir::PassedOver& other : origin->passedOver) {
    add(Text::PassedOver, other.source + ": " + message(other, language));
  }
  return lines;
}

}  // namespace ui
