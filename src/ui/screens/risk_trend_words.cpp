#include "ui/screens/risk_trend_words.h"

#include <cmath>

namespace ui {

namespace {

/// A change in tenths of a percentage point.
struct Tenths {
  long total;
  long byAge;
  long byFactors;
};

/// The factors' part is what is left of the rounded whole, so that a reader who adds up is not led
/// astray by rounding.
Tenths tenthsOf(const risk::Change& change) {
  constexpr double kTenthsOfPoint = 1000;
  const long total = std::lround(change.total().value() * kTenthsOfPoint);
  const long byAge = std::lround(change.byAge().value() * kTenthsOfPoint);
  return {total, byAge, total - byAge};
}

std::string points(long tenths, const Words& words) {
  return formatNumber(static_cast<double>(std::labs(tenths)) / 10, 1, words);
}

}  // namespace

std::string changeInWords(const app::PastRisk& past, const Words& words) {
  const Tenths tenths = tenthsOf(past.change);
  const std::string date = formatDate(past.date, words);
  if (tenths.byFactors >= 0) {
    return fill(words.strings[Text::ChangeAdded],
                {points(tenths.total, words), date, points(tenths.byAge, words),
                 points(tenths.byFactors, words)});
  }
  return fill(words.strings[Text::ChangeOffset],
              {date, formatRisk(past.change.before, words), formatRisk(past.change.now, words),
               points(tenths.byAge, words), points(tenths.byFactors, words)});
}

std::string changeInShort(const app::PastRisk& past, const Words& words) {
  const Tenths tenths = tenthsOf(past.change);
  const auto withSign = [&](long each) {
    return formatPoints(risk::Probability(static_cast<double>(each) / 1000), words);
  };
  return fill(words.strings[Text::ChangeInShort],
              {withSign(tenths.byAge), withSign(tenths.byFactors)});
}

}  // namespace ui
