#include "cli/columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace cli {

namespace {

using risk::Input;
using risk::Inputs;
using risk::InputUse;

/// A word and the number it stands for (risk::setNumber).
struct Word {
  std::string_view text;
  double value;
};

template <typename Enumerator>
constexpr double valueOf(Enumerator enumerator) {
  return static_cast<double>(enumerator);
}

constexpr Word kSexWords[] = {{"female", valueOf(risk::Sex::Female)},
                              {"male", valueOf(risk::Sex::Male)}};
constexpr Word kAnswerWords[] = {{"0", 0},    {"1", 1},  {"false", 0},
                                 {"true", 1}, {"no", 0}, {"yes", 1}};
constexpr Word kSmokingWords[] = {{"never", valueOf(risk::Smoking::Never)},
                                  {"ex", valueOf(risk::Smoking::Former)},
                                  {"current", valueOf(risk::Smoking::Current)}};
constexpr Word kRaceWords[] = {{"black", valueOf(risk::Race::BlackOrAfricanAmerican)},
                               {"white", valueOf(risk::Race::Other)},
                               {"other", valueOf(risk::Race::Other)}};
constexpr Word kRegionWords[] = {{"low", valueOf(risk::Region::Low)},
                                 {"moderate", valueOf(risk::Region::Moderate)},
                                 {"high", valueOf(risk::Region::High)},
                                 {"very high", valueOf(risk::Region::VeryHigh)},
                                 {"very-high", valueOf(risk::Region::VeryHigh)}};
constexpr Word kEthnicityWords[] = {{"european", valueOf(risk::Ethnicity::EuropeanOrOther)},
                                    {"other", valueOf(risk::Ethnicity::EuropeanOrOther)},
                                    {"maori", valueOf(risk::Ethnicity::Maori)},
                                    {"pacific", valueOf(risk::Ethnicity::Pacific)},
                                    {"indian", valueOf(risk::Ethnicity::Indian)},
                                    {"asian", valueOf(risk::Ethnicity::OtherAsian)}};

constexpr std::string_view kMolarSuffix = "_mmoll";
// The column that tells former smokers apart; elsewhere smoking is an answer.
constexpr std::string_view kSmokingColumn = "smoking";

bool isMolar(const InputUse& use) {
  return use.column.ends_with(kMolarSuffix);
}

/// The words of a column; empty when it holds a number.
std::span<const Word> wordsOf(const InputUse& use) {
  switch (use.input) {
    case Input::Sex:
      return kSexWords;
    case Input::Race:
      return kRaceWords;
    case Input::Region:
      return kRegionWords;
    case Input::Ethnicity:
      return kEthnicityWords;
    case Input::Smoker:
      if (use.column == kSmokingColumn) return kSmokingWords;
      return kAnswerWords;
    case Input::Diabetes:
    case Input::BloodPressureTreated:
    case Input::Statin:
    case Input::Antithrombotic:
    case Input::AtrialFibrillation:
    case Input::FamilyHistory:
      return kAnswerWords;
    default:
      return {};
  }
}

std::optional<double> valueOfWord(std::span<const Word> words, std::string_view text) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  for (const Word& word : words) {
    if (std::equal(text.begin(), text.end(), word.text.begin(), word.text.end(), same)) {
      return word.value;
    }
  }
  return std::nullopt;
}

void setCholesterol(Inputs& inputs, Input input, risk::Cholesterol value) {
  if (input == Input::TotalCholesterol) inputs.totalCholesterol = value;
  if (input == Input::HdlCholesterol) inputs.hdlCholesterol = value;
  if (input == Input::LdlCholesterol) inputs.ldlCholesterol = value;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<double> parseNumber(std::string_view text) {
  const std::string_view digits = trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string formatNumber(double value) {
  std::array<char, 32> text{};
  const auto result = std::to_chars(text.data(), text.data() + text.size(), value);
  return {text.data(), result.ptr};
}

bool readCell(const InputUse& use, std::string_view text, Inputs& inputs) {
  const std::string_view cell = trimmed(text);
  if (cell.empty()) return true;
  const std::span<const Word> words = wordsOf(use);
  const auto value = words.empty() ? parseNumber(cell) : valueOfWord(words, cell);
  if (!value.has_value()) return false;
  if (isMolar(use)) {
    setCholesterol(inputs, use.input, risk::MillimolesPerLitre(*value));
  } else if (use.column == kSmokingColumn) {
    inputs.smoking = static_cast<risk::Smoking>(static_cast<int>(*value));
  } else {
    risk::setNumber(inputs, use.input, *value);
  }
  return true;
}

std::string_view columnUnit(const InputUse& use) {
  return isMolar(use) ? "mmol/L" : risk::unit(use.input);
}

std::string_view columnWords(const InputUse& use) {
  switch (use.input) {
    case Input::Sex:
      return "female, male";
    case Input::Race:
      return "black, white, other";
    case Input::Region:
      return "low, moderate, high, very high";
    case Input::Ethnicity:
      return "european, maori, pacific, indian, asian, other";
    case Input::Smoker:
      return use.column == kSmokingColumn ? "never, ex, current" : "0, 1";
    default:
      return wordsOf(use).empty() ? "" : "0, 1";
  }
}

}  // namespace cli
