#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "ui/charts/trend_chart.h"
#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/risk_trend_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kMostPoints = 12;

/// How likely it was, as the record says it: a number, bounds, or words.
std::string riskOf(const Surface& surface, const fhir::EarlierAssessment& each) {
  const Words words = wordsOf(surface);
  if (each.probability) return formatRisk(risk::Probability(*each.probability), words);
  if (each.range) {
    return formatRiskRange(risk::Probability(each.range->lowest),
                           risk::Probability(each.range->highest), words);
  }
  return each.words.empty() ? std::string(surface.text(Text::Unknown)) : each.words;
}

const app::PastRisk* savedRiskOf(const app::PatientView& patient,
                                 const fhir::EarlierAssessment& each) {
  if (!each.probability) return nullptr;
  const auto found = std::find_if(patient.pastRisks.begin(), patient.pastRisks.end(),
                                  [&](const app::PastRisk& past) {
                                    return past.isSaved && past.date.first() == each.date.first();
                                  });
  return found == patient.pastRisks.end() ? nullptr : &*found;
}

/// What was foretold, for how many years, by whom, and what has changed since.
std::string aboutAssessment(const Surface& surface, const app::PatientView& patient,
                            const fhir::EarlierAssessment& each) {
  std::string about = each.title.empty() ? each.outcome : each.title;
  const auto add = [&about](const std::string& words) {
    about += (about.empty() ? "" : " · ") + words;
  };
  if (each.horizonYears) {
    const std::string horizon = formatYears(*each.horizonYears, wordsOf(surface));
    // Titles often say it themselves.
    if (about.find(horizon) == std::string::npos) add(horizon);
  }
  if (!each.performer.empty()) add(fill(surface.text(Text::AssessedBy), {each.performer}));
  if (const app::PastRisk* past = savedRiskOf(patient, each)) {
    add(changeInShort(*past, wordsOf(surface)));
  }
  return about;
}

void assessmentRow(Surface& surface, const app::PatientView& patient,
                   const fhir::EarlierAssessment& each, const Key& key) {
  const Pen& pen = surface.pen;
  Layout& layout = surface.layout;
  const Words words = wordsOf(surface);
  pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
           surface.palette.line);
  layout.gap(space::kSmall + space::kTight);
  const std::string date = formatDate(each.date, words);
  const std::string risk = riskOf(surface, each);
  const std::string about = aboutAssessment(surface, patient, each);
  const TextBlock right = pen.layOutLine(risk, type::kBodyStrong, layout.width() / 2);
  const TextBlock left = pen.layOutLine(date, type::kBody, layout.width() / 2);
  const Bounds line = layout.place(left.height);
  pen.draw(left, {line.left, line.top}, surface.palette.ink);
  pen.draw(right, {line.left, line.top}, surface.palette.ink, Alignment::Right, line.width);
  const TextBlock caption = pen.layOut(about, type::kCaption, layout.width());
  const Bounds under = layout.place(caption.height);
  pen.draw(caption, {under.left, under.top}, surface.palette.inkSoft);
  surface.open(Role::Row, {}, key);
  surface.record(Role::Cell, date, {line.left, line.top, left.width, line.height});
  surface.record(Role::Cell, risk,
                 {line.left + line.width - right.width, line.top, right.width, line.height});
  surface.record(Role::Cell, about, under);
  surface.semantics.close();
  layout.gap(space::kSmall + space::kTight);
}

void assessmentsCard(Surface& surface, const app::PatientView& patient) {
  const fhir::ClinicalRecord& record = *patient.record;
  const Card card(surface);
  heading(surface, surface.text(Text::EarlierAssessments), 2, type::kSubheading);
  surface.layout.gap(space::kSmall);
  if (record.assessments.empty()) {
    paragraph(surface, surface.text(Text::NoEarlierAssessments), type::kBody,
              surface.palette.inkSoft);
    return;
  }
  surface.open(Role::Table, surface.text(Text::EarlierAssessments));
  // One resource may hold several predictions.
  for (std::size_t i = 0; i < record.assessments.size(); ++i) {
    const fhir::EarlierAssessment& each = record.assessments[i];
    assessmentRow(surface, patient, each, Key(each.source + "#" + std::to_string(i)));
  }
  surface.semantics.close();
}

/// Where each point stands between the first and the last, by its date; evenly where the dates do
/// not tell them apart.
std::vector<float> placesInTime(const std::vector<fhir::HistoryPoint>& points) {
  std::vector<double> times;
  for (const fhir::HistoryPoint& point : points) {
    const auto time = fhir::parseTimestamp(point.date.text);
    if (time) times.push_back(static_cast<double>(time->microsecondsOfEpoch));
  }
  const bool areApart = times.size() == points.size() && times.back() > times.front();
  std::vector<float> places;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double evenly = static_cast<double>(i) / static_cast<double>(points.size() - 1);
    const double place =
        areApart ? (times[i] - times.front()) / (times.back() - times.front()) : evenly;
    places.push_back(static_cast<float>(std::clamp(place, 0.0, 1.0)));
  }
  return places;
}

/// The last points of a fact's history, as a line over time.
void trend(Surface& surface, fhir::Fact fact, const fhir::NumberFact& number) {
  const std::size_t count = std::min(number.history.size(), kMostPoints);
  const std::vector<fhir::HistoryPoint> history(
      number.history.end() - static_cast<std::ptrdiff_t>(count), number.history.end());
  const std::vector<float> places = placesInTime(history);
  const Words words = wordsOf(surface);
  std::vector<TrendPoint> points;
  for (std::size_t i = 0; i < count; ++i) {
    points.push_back({places[i], history[i].value, formatDate(history[i].date, words),
                      formatFact(fact, history[i].value, words)});
  }
  trendChart(surface, surface.text(nameOf(fact)), points);
}

/// How many trends stand beside each other: a line is read best when it is not much longer than it
/// is high.
std::size_t trendsInRow(const Surface& surface) {
  constexpr float kWidest = 420;
  constexpr float kMost = 3;
  const float fit = std::floor(surface.layout.width() / surface.pen.scaled(kWidest) + 0.5F);
  return static_cast<std::size_t>(std::clamp(fit, 1.0F, kMost));
}

void trends(Surface& surface, const fhir::ClinicalRecord& record,
            const std::vector<fhir::Fact>& facts) {
  Layout& layout = surface.layout;
  const std::size_t columns = trendsInRow(surface);
  const auto count = static_cast<float>(columns);
  const float width = (layout.width() - (count - 1) * space::kHuge) / count;
  for (std::size_t first = 0; first < facts.size(); first += columns) {
    const float top = layout.top();
    float bottom = top;
    for (std::size_t i = first; i < std::min(first + columns, facts.size()); ++i) {
      const auto column = static_cast<float>(i - first);
      layout.pushColumn(layout.left() + column * (width + space::kHuge), width);
      layout.moveTo(top);
      trend(surface, facts[i], *record.number(facts[i]));
      bottom = std::max(bottom, layout.popColumn());
    }
    layout.moveTo(bottom + space::kLarge);
  }
}

void trendsCard(Surface& surface, const fhir::ClinicalRecord& record) {
  const auto hasTrend = [&record](fhir::Fact fact) {
    const fhir::NumberFact* number = record.number(fact);
    return fact != fhir::Fact::Age && number != nullptr && number->history.size() > 1;
  };
  std::vector<fhir::Fact> facts;
  std::copy_if(fhir::kNumberFacts.begin(), fhir::kNumberFacts.end(), std::back_inserter(facts),
               hasTrend);
  if (facts.empty()) return;
  surface.layout.gap(space::kMedium);
  const Card card(surface);
  heading(surface, surface.text(Text::FactorsHeading), 2, type::kSubheading);
  surface.layout.gap(space::kMedium);
  trends(surface, record, facts);
}

}  // namespace

void historyTab(Surface& surface, const app::PatientView& patient) {
  riskTrendCard(surface, patient);
  assessmentsCard(surface, patient);
  trendsCard(surface, *patient.record);
}

}  // namespace ui
