#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/hint.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::size_t kMostPoints = 12;

/// How likely it was, as the record says it: a number, bounds, or words.
std::string riskOf(const Surface& surface, const fhir::EarlierAssessment& each) {
  const Words words = wordsOf(surface);
  if (each.probability) return formatRisk(risk::Probability(*each.probability), words);
  if (each.range) {
    return formatRisk(risk::Probability(each.range->lowest), words) + " – " +
           formatRisk(risk::Probability(each.range->highest), words);
  }
  return each.words.empty() ? std::string(surface.text(Text::Unknown)) : each.words;
}

/// What was foretold, for how many years, and who did.
std::string aboutOf(const Surface& surface, const fhir::EarlierAssessment& each) {
  std::string about = each.title.empty() ? each.outcome : each.title;
  if (each.horizonYears) {
    about = about.empty()
                ? formatYears(*each.horizonYears, wordsOf(surface))
                : fill(surface.text(Text::AnyHorizon), {about, std::to_string(*each.horizonYears)});
  }
  if (!each.performer.empty()) {
    about += (about.empty() ? "" : " · ") + fill(surface.text(Text::AssessedBy), {each.performer});
  }
  return about;
}

void assessmentRow(Surface& surface, const fhir::EarlierAssessment& each, const Key& key) {
  const Pen& pen = surface.pen;
  Layout& layout = surface.layout;
  const Words words = wordsOf(surface);
  pen.line({layout.left(), layout.top()}, {layout.left() + layout.width(), layout.top()},
           surface.palette.line);
  layout.gap(space::kSmall + space::kTight);
  const std::string date = formatDate(each.date, words);
  const std::string risk = riskOf(surface, each);
  const std::string about = aboutOf(surface, each);
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

void assessmentsCard(Surface& surface, const fhir::ClinicalRecord& record) {
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
    assessmentRow(surface, each, Key(each.source + "#" + std::to_string(i)));
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

/// The value and date of the point that the pointer or a finger is nearest to.
void showValueUnderPointer(Surface& surface, fhir::Fact fact,
                           const std::vector<fhir::HistoryPoint>& points,
                           const std::vector<Point>& path, const Bounds& area) {
  if (!ImGui::IsWindowHovered() ||
      !ImGui::IsMouseHoveringRect({area.left, area.top},
                                  {area.left + area.width, area.top + area.height})) {
    return;
  }
  const float x = ImGui::GetIO().MousePos.x;
  const auto nearest =
      static_cast<std::size_t>(std::min_element(path.begin(), path.end(),
                                                [x](const Point& a, const Point& b) {
                                                  return std::abs(a.x - x) < std::abs(b.x - x);
                                                }) -
                               path.begin());
  const Words words = wordsOf(surface);
  hint(surface, {path[nearest].x, area.top, 1, area.height},
       formatDate(points[nearest].date, words),
       {{std::string(surface.text(nameOf(fact))), formatFact(fact, points[nearest].value, words)}});
}

/// The last points of a fact's history, as a line over time; the text says them one by one.
void trend(Surface& surface, fhir::Fact fact, const fhir::NumberFact& number) {
  const std::size_t count = std::min(number.history.size(), kMostPoints);
  const std::vector<fhir::HistoryPoint> points(
      number.history.end() - static_cast<std::ptrdiff_t>(count), number.history.end());
  const Words words = wordsOf(surface);
  const auto [lowest, highest] = std::minmax_element(
      points.begin(), points.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  const double range = std::max(highest->value - lowest->value, 1e-9);
  constexpr float kHeight = 48;
  const std::string_view name = surface.text(nameOf(fact));
  paragraph(surface, name, type::kBodyStrong, surface.palette.ink);
  surface.layout.gap(space::kSmall);
  const Bounds area = surface.layout.place(kHeight);
  const std::vector<float> places = placesInTime(points);
  std::vector<Point> path;
  std::string spoken;
  for (std::size_t i = 0; i < count; ++i) {
    const double y = (points[i].value - lowest->value) / range;
    path.push_back({area.left + 5 + places[i] * (area.width - 10),
                    area.top + 5 + (kHeight - 10) * static_cast<float>(1 - y)});
    if (i > 0) spoken += "; ";
    spoken += formatDate(points[i].date, words) + " " + formatFact(fact, points[i].value, words);
  }
  surface.pen.polyline(path, surface.palette.accent, 2);
  for (const Point& point : path)
    surface.pen.fillCircle(point, 4, surface.palette.accent);
  showValueUnderPointer(surface, fact, points, path, area);
  surface.record(Role::Image, fill(surface.text(Text::TrendPicture), {name, spoken}), area);
  const auto end = [&](const fhir::HistoryPoint& point) {
    return formatFact(fact, point.value, words) + ", " + formatDate(point.date, words);
  };
  const TextBlock first =
      surface.pen.layOutLine(end(points.front()), type::kCaption, area.width / 2);
  const TextBlock last = surface.pen.layOutLine(end(points.back()), type::kCaption, area.width / 2);
  const Bounds line = surface.layout.place(first.height);
  surface.pen.draw(first, {line.left, line.top}, surface.palette.inkSoft);
  surface.pen.draw(last, {line.left, line.top}, surface.palette.ink, Alignment::Right, line.width);
  surface.layout.gap(space::kLarge);
}

void trendsCard(Surface& surface, const fhir::ClinicalRecord& record) {
  const auto hasTrend = [&record](fhir::Fact fact) {
    const fhir::NumberFact* number = record.number(fact);
    return fact != fhir::Fact::Age && number != nullptr && number->history.size() > 1;
  };
  if (std::none_of(fhir::kNumberFacts.begin(), fhir::kNumberFacts.end(), hasTrend)) return;
  surface.layout.gap(space::kMedium);
  const Card card(surface);
  heading(surface, surface.text(Text::FactorsHeading), 2, type::kSubheading);
  surface.layout.gap(space::kMedium);
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    if (hasTrend(fact)) trend(surface, fact, *record.number(fact));
  }
}

}  // namespace

void historyTab(Surface& surface, const app::PatientView& patient) {
  assessmentsCard(surface, *patient.record);
  trendsCard(surface, *patient.record);
}

}  // namespace ui
