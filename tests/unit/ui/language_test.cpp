#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "examples.h"
#include "headless.h"
#include "ui/messages.h"
#include "ui/messages_spanish.h"
#include "ui/strings.h"

namespace ui {
namespace {

const StringTable& english() {
  return stringsFor(app::Language::English);
}

const StringTable& spanish() {
  return stringsFor(app::Language::Spanish);
}

/// The parts of a pattern between its placeholders.
std::vector<std::string> piecesOf(std::string_view pattern) {
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      pieces.emplace_back();
      i += 2;
    } else {
      pieces.back() += pattern[i];
    }
  }
  return pieces;
}

bool isInSpanish(const std::string& piece) {
  for (std::size_t i = 0; i < kTextCount; ++i) {
    if (spanish()[static_cast<Text>(i)].find(piece) != std::string_view::npos) return true;
  }
  return false;
}

/// What can be met in English only: pieces long enough not to be part of a Spanish word.
std::vector<std::string> englishOnly() {
  constexpr std::size_t kShortest = 9;
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < kTextCount; ++i) {
    for (std::string& piece : piecesOf(english()[static_cast<Text>(i)])) {
      if (piece.size() >= kShortest && !isInSpanish(piece)) sentences.push_back(std::move(piece));
    }
  }
  return sentences;
}

/// Papers keep their titles.
bool namesAPaper(const std::string& text) {
  const auto& models = risk::models();
  return std::any_of(models.begin(), models.end(), [&text](const risk::Model* model) {
    return text.find(model->citation) != std::string::npos;
  });
}

std::string placeholdersOf(std::string_view pattern) {
  std::string found;
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::string placeholder{'{', digit, '}'};
    if (pattern.find(placeholder) != std::string_view::npos) found += digit;
  }
  return found;
}

TEST(Spanish, FillsInTheSameThingsAsEnglish) {
  for (std::size_t i = 0; i < kTextCount; ++i) {
    const auto id = static_cast<Text>(i);
    EXPECT_EQ(placeholdersOf(spanish()[id]), placeholdersOf(english()[id])) << english()[id];
  }
}

TEST(Spanish, NoScreenSaysAnythingInEnglish) {
  const std::vector<std::string> sentences = englishOnly();
  ASSERT_GT(sentences.size(), 100U);
  constexpr std::size_t kLongestOfOurs = 10'000;
  Headless headless;
  for (Example& example : everyState()) {
    example.state.settings.language = app::Language::Spanish;
    const Frame frame = headless.draw(example.state);
    for (const SemanticNode& node : frame.semantics.nodes) {
      if (node.name.size() > kLongestOfOurs || namesAPaper(node.name)) continue;
      for (const std::string& sentence : sentences) {
        EXPECT_EQ(node.name.find(sentence), std::string::npos)
            << example.name << ": " << node.name.substr(0, 200);
        EXPECT_EQ(node.value.find(sentence), std::string::npos)
            << example.name << ": " << node.value.substr(0, 200);
      }
    }
  }
}

TEST(Spanish, HasEveryTextOfTheModelCatalogue) {
  const auto expectPhrase = [](std::string_view text) {
    if (!text.empty()) EXPECT_FALSE(phrase(text, app::Language::Spanish).empty()) << text;
  };
  for (const risk::Model* model : risk::models()) {
    expectPhrase(model->title);
    expectPhrase(model->population);
    expectPhrase(model->note);
    for (const risk::OutcomeDescription& outcome : model->outcomes) {
      for (const risk::BandScheme& scheme : outcome.bands)
        expectPhrase(scheme.guideline);
    }
  }
  for (const risk::OmittedModel& model : risk::omittedModels())
    expectPhrase(model.reason);
  for (const risk::TherapyEffect& effect : risk::therapyEffects())
    expectPhrase(effect.title);
}

TEST(Spanish, CarriesWhatTheRecordSaysIntoTheSentence) {
  EXPECT_EQ(spanish::phrase("The unit \"mg%\" is not one for this value; it is not used."),
            "La unidad «mg%» no corresponde a este valor; no se usa.");
  EXPECT_EQ(spanish::phrase("The unit's code (a) and its text (b) disagree; the code was used."),
            "El código de la unidad (a) y su texto (b) no coinciden; se usó el código.");
  EXPECT_EQ(spanish::phrase("In force: lisinopril 10 mg."), "Vigente: lisinopril 10 mg.");
  EXPECT_EQ(spanish::phrase("The value is only a limit (> 14 %) and is not used."),
            "El valor es solo un límite (> 14 %) y no se usa.");
  EXPECT_EQ(
      spanish::phrase("Another reading of that day (128 mm[Hg]) differs by more than 10 mm[Hg]."),
      "Otra lectura de ese día (128 mmHg) difiere en más de 10 mmHg.");
  EXPECT_EQ(spanish::phrase("Something else."), std::nullopt);
}

TEST(Spanish, SaysWhatTheCodeMeansWhenTheSentenceIsNew) {
  const fhir::Finding finding{fhir::Severity::Warning, fhir::FindingCode::Tie, "", "New words."};
  EXPECT_EQ(message(finding, app::Language::Spanish),
            "Varios datos de la misma hora no coinciden.");
  EXPECT_EQ(message(finding, app::Language::English), "New words.");
}

TEST(Spanish, NamesTheTermsOfAnEquation) {
  EXPECT_EQ(termName("ln age x ln SBP (treated)", app::Language::Spanish),
            "ln edad x ln PAS (tratada)");
  EXPECT_EQ(termName("non-HDL cholesterol - 3.5 mmol/L", app::Language::Spanish),
            "colesterol no HDL - 3.5 mmol/L");
}

}  // namespace
}  // namespace ui
