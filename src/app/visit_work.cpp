#include "app/visit_work.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "app/entered_values.h"

namespace app {
namespace {

constexpr std::string_view kAnswer = "answer.";
constexpr std::string_view kTried = "tried.";
constexpr std::string_view kTherapy = "therapy.";

/// What the user can be asked; the answers are 1 and 0.
constexpr std::array kAnswered{risk::Input::Sex,      risk::Input::Smoker,
                               risk::Input::Diabetes, risk::Input::BloodPressureTreated,
                               risk::Input::Statin,   risk::Input::PriorCardiovascularDisease};
/// The numbers that a what-if changes.
constexpr std::array kNumbers{EntryField::SystolicBloodPressure, EntryField::TotalCholesterol,
                              EntryField::HdlCholesterol, EntryField::BodyMassIndex};

/// One "name=value".
using Part = std::pair<std::string_view, std::string_view>;

std::string numberText(double value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.9f", value);
  return digits.data();
}

/// Digits and a point between them, as numberText writes them.
std::optional<double> numberOf(std::string_view text) {
  constexpr std::size_t kLongest = 16;
  const std::size_t point = text.find('.');
  const auto areDigits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (text.size() > kLongest || point == std::string_view::npos ||
      !areDigits(text.substr(0, point)) || !areDigits(text.substr(point + 1))) {
    return std::nullopt;
  }
  return std::strtod(std::string(text).c_str(), nullptr);
}

void append(std::string& text, std::string_view kind, std::string_view name,
            std::string_view value) {
  if (!text.empty()) text += '&';
  text.append(kind).append(name).append("=").append(value);
}

bool takeAnswer(VisitWork& work, std::string_view name, std::string_view value) {
  if (value != "0" && value != "1") return false;
  for (const risk::Input input : kAnswered) {
    if (risk::key(input) != name) continue;
    work.answers.emplace(input, value == "1" ? 1 : 0);
    return true;
  }
  return false;
}

bool takeTried(VisitWork& work, std::string_view name, std::string_view value) {
  if (name == risk::key(risk::Input::Smoker)) {
    work.tried.emplace_back(risk::Input::Smoker, 0);
    return value == "0";
  }
  const auto number = numberOf(value);
  for (const EntryField field : kNumbers) {
    const risk::Input input = *description(field).input;
    if (risk::key(input) != name || !number || !isAcceptable(field, *number)) continue;
    work.tried.emplace_back(input, *number);
    return true;
  }
  return false;
}

bool takeTherapy(VisitWork& work, std::string_view name, std::string_view value) {
  for (const risk::TherapyEffect& effect : risk::therapyEffects()) {
    if (effect.key != name || value != "1") continue;
    work.therapies.push_back(effect.therapy);
    return true;
  }
  return false;
}

bool take(VisitWork& work, const Part& part) {
  const auto& [name, value] = part;
  if (name.starts_with(kAnswer)) return takeAnswer(work, name.substr(kAnswer.size()), value);
  if (name.starts_with(kTried)) return takeTried(work, name.substr(kTried.size()), value);
  return name.starts_with(kTherapy) && takeTherapy(work, name.substr(kTherapy.size()), value);
}

}  // namespace

VisitWork visitWork(const Answers& answers, const Assessment& assessment, const WhatIf& whatIf) {
  VisitWork work{.answers = answers, .tried = {}, .therapies = whatIf.therapies};
  if (risk::currentSmoker(assessment.inputs) == true &&
      risk::currentSmoker(whatIf.inputs) == false) {
    work.tried.emplace_back(risk::Input::Smoker, 0);
  }
  for (const EntryField field : kNumbers) {
    const risk::Input input = *description(field).input;
    const auto now = risk::number(whatIf.inputs, input);
    if (now && now != risk::number(assessment.inputs, input)) work.tried.emplace_back(input, *now);
  }
  return work;
}

std::string serialise(const VisitWork& work) {
  std::string text;
  for (const auto& [input, value] : work.answers)
    append(text, kAnswer, risk::key(input), value == 0 ? "0" : "1");
  for (const auto& [input, value] : work.tried) {
    append(text, kTried, risk::key(input),
           input == risk::Input::Smoker ? "0" : std::string_view(numberText(value)));
  }
  for (const risk::TherapyEffect& effect : risk::therapyEffects()) {
    const bool isTried = std::find(work.therapies.begin(), work.therapies.end(), effect.therapy) !=
                         work.therapies.end();
    if (isTried) append(text, kTherapy, effect.key, "1");
  }
  return text;
}

std::optional<VisitWork> parseVisitWork(std::string_view text) {
  VisitWork work;
  std::set<std::string_view> seen;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t equals = std::min(part.find('='), part.size());
    const std::string_view name = part.substr(0, equals);
    const std::string_view value = part.substr(std::min(equals + 1, part.size()));
    if (!seen.insert(name).second || !take(work, {name, value})) return std::nullopt;
  }
  return work;
}

WhatIf tryAgain(const VisitWork& work, const Assessment& assessment) {
  risk::Inputs inputs = assessment.inputs;
  for (const auto& [input, value] : work.tried) {
    if (input != risk::Input::Smoker) {
      risk::setNumber(inputs, input, value);
    } else if (risk::currentSmoker(inputs) == true) {
      inputs.smoking = risk::Smoking::Former;  // whoever tries to stop has smoked
    }
  }
  return tryValues(assessment, inputs, work.therapies);
}

}  // namespace app
