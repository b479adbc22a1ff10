#include "ui/documents/risk_picture.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/charts/icon_array.h"
#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"
#include "ui/theme.h"
#include "ui/widgets/chip.h"

namespace ui {
namespace {

constexpr int kWidth = 760;
constexpr int kHeight = 340;
constexpr int kMargin = 32;
constexpr int kPeopleLeft = 488;
constexpr int kCell = 24;
/// What fits beside the people at the size of the text; the font is the viewer's own.
constexpr std::size_t kLettersInLine = 50;

std::string hex(Colour colour) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour & 0xFFU, (colour >> 8) & 0xFFU,
                (colour >> 16) & 0xFFU);
  return text.data();
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else {
      result += c;
    }
  }
  return result;
}

std::vector<std::string> broken(std::string_view text) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    std::string& line = lines.back();
    if (!line.empty() && line.size() + 1 + word.size() > kLettersInLine) {
      lines.emplace_back(word);
    } else {
      line += (line.empty() ? "" : " ") + std::string(word);
    }
  }
  return lines;
}

class Picture {
 public:
  explicit Picture(std::string_view title) {
    svg_ = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + std::to_string(kWidth) +
           " " + std::to_string(kHeight) + "\" width=\"" + std::to_string(kWidth) + "\" height=\"" +
           std::to_string(kHeight) +
           "\" role=\"img\" font-family=\"Inter, Helvetica, Arial, sans-serif\">\n<title>" +
           escaped(title) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
  }

  void line(int x, int y, int size, std::string_view weight, Colour colour, std::string_view text) {
    svg_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" font-size=\"" +
            std::to_string(size) + "\" font-weight=\"" + std::string(weight) + "\" fill=\"" +
            hex(colour) + "\">" + escaped(text) + "</text>\n";
  }

  /// Returns the base line below the last one.
  int paragraph(int y, int size, Colour colour, std::string_view text) {
    for (const std::string& each : broken(text)) {
      line(kMargin, y, size, "400", colour, each);
      y += size * 3 / 2;
    }
    return y;
  }

  /// The affected ones from the lower right, as on the screen.
  void people(int affected, Colour marked, Colour others) {
    for (int i = 0; i < 100; ++i) {
      const int x = kPeopleLeft + (9 - i % 10) * kCell + kCell / 2;
      const int y = kMargin + (9 - i / 10) * kCell + kCell / 2;
      const std::string fill = " fill=\"" + hex(i < affected ? marked : others) + "\"/>";
      svg_ += "<circle cx=\"" + std::to_string(x) + "\" cy=\"" + std::to_string(y - 5) +
              R"(" r="4")" + fill + "<rect x=\"" + std::to_string(x - 6) + "\" y=\"" +
              std::to_string(y + 1) + R"(" width="12" height="8" rx="4")";
      svg_ += fill;
      svg_ += '\n';
    }
  }

  std::string take() && { return std::move(svg_) + "</svg>\n"; }

 private:
  std::string svg_;
};

}  // namespace

std::string riskPicture(const Surface& surface, const app::PatientView& patient) {
  const app::Assessment& assessment = *patient.assessment;
  const risk::OutcomeResult& result = assessment.headlineResult();
  const risk::Assessed& assessed = *result.result;
  const Palette& palette = paletteOf(app::Theme::Light, {});
  const std::string sentence =
      riskSentence(surface, assessment.inputs, assessed.risk, *result.outcome);
  Picture picture(sentence);
  picture.line(kMargin, 48, 14, "400", palette.inkSoft, riskOfEvent(surface, *result.outcome));
  picture.line(kMargin, 112, 56, "600", palette.ink, formatRisk(assessed.risk, wordsOf(surface)));
  Colour marked = palette.accent;
  if (assessed.band != nullptr) {
    marked = bandStyle(palette, assessed.band->level).tone.ink;
    picture.line(kMargin, 144, 16, "600", marked, surface.text(bandName(assessed.band->level)));
  }
  const int below = picture.paragraph(180, 16, palette.ink, sentence);
  picture.paragraph(
      std::max(below + 8, 272), 12, palette.inkSoft,
      titleOf(surface, *result.model) + " · " + formatDate(patient.record->asOf, wordsOf(surface)));
  picture.people(peopleOfHundred(assessed.risk), marked, palette.track);
  return std::move(picture).take();
}

}  // namespace ui
