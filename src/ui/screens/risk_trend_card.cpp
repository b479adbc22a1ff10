#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/charts/risk_history.h"
#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/screens/risk_trend_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr int kYears = 10;

double yearOf(const fhir::Date& date) {
  constexpr double kMonths = 12;
  constexpr double kDays = 365;
  return date.year + (date.month - 1) / kMonths + (date.day - 1) / kDays;
}

const app::PastRisk* pastRiskOn(const app::PatientView& patient, const fhir::Date& date) {
  const auto found =
      std::find_if(patient.pastRisks.begin(), patient.pastRisks.end(),
                   [&](const app::PastRisk& each) { return each.date.first() == date; });
  return found == patient.pastRisks.end() ? nullptr : &*found;
}

/// Whether it is known that today's model, or one of the same outcome, made the number.
bool isComparable(const app::PatientView& patient, const fhir::EarlierAssessment& each) {
  const auto& headline = patient.assessment->headlineResult();
  if (!each.modelId.empty()) return each.modelId == headline.model->id;
  const app::PastRisk* past = pastRiskOn(patient, each.date.first());
  return (past != nullptr && past->isSaved) || each.outcome == risk::key(headline.outcome->outcome);
}

void addAssessments(const Surface& surface, const app::PatientView& patient, RiskHistory& history) {
  const Words words = wordsOf(surface);
  for (const fhir::EarlierAssessment& each : patient.record->assessments) {
    if (!each.probability || each.horizonYears.value_or(kYears) != kYears) continue;
    history.points.push_back(
        {.year = yearOf(each.date.first()),
         .risk = risk::Probability(*each.probability),
         .mark = isComparable(patient, each) ? RiskMark::Saved : RiskMark::Other,
         .date = formatDate(each.date, words),
         .about = each.title.empty() ? each.outcome : each.title});
  }
}

RiskHistory historyOf(const Surface& surface, const app::PatientView& patient) {
  const Words words = wordsOf(surface);
  RiskHistory history;
  addAssessments(surface, patient, history);
  for (const app::PastRisk& each : patient.pastRisks) {
    if (each.isSaved) continue;
    history.points.push_back({.year = yearOf(each.date.first()),
                              .risk = each.change.before,
                              .mark = RiskMark::Computed,
                              .date = formatDate(each.date, words),
                              .about = std::string(surface.text(Text::LegendComputed))});
  }
  std::stable_sort(history.points.begin(), history.points.end(),
                   [](const DatedRisk& a, const DatedRisk& b) { return a.year < b.year; });
  const auto& headline = patient.assessment->headlineResult();
  if (!headline.result.ok()) return history;
  history.scheme = headline.result->scheme;
  history.points.push_back({.year = yearOf(patient.record->asOf),
                            .risk = headline.result->risk,
                            .mark = RiskMark::Today,
                            .date = formatDate(patient.record->asOf, words),
                            .about = titleOf(surface, *headline.model)});
  if (!patient.pastRisks.empty()) {
    const app::PastRisk& first = patient.pastRisks.front();
    history.ageing =
        AgeingAlone{yearOf(first.date.first()), first.change.before, first.change.aged};
  }
  return history;
}

std::string descriptionOf(const Surface& surface, const RiskHistory& history) {
  const Words words = wordsOf(surface);
  std::string spoken;
  for (const DatedRisk& each : history.points) {
    if (!spoken.empty()) spoken += "; ";
    spoken += each.date + " " + formatRisk(each.risk, words);
  }
  if (history.ageing) {
    spoken += "; " + fill(surface.text(Text::AgeAlone), {formatRisk(history.ageing->to, words)});
  }
  return fill(surface.text(Text::TrendPicture), {surface.text(Text::TenYearRisk), spoken});
}

void factorLines(Surface& surface, const app::PatientView& patient, const app::PastRisk& past) {
  const Words words = wordsOf(surface);
  for (const risk::Contribution& part : past.change.parts) {
    const std::string points = formatPoints(part.amount, words);
    const auto before = risk::number(past.inputs, part.input);
    const auto now = risk::number(patient.assessment->inputs, part.input);
    if (points == "0" || !before || !now) continue;
    paragraph(
        surface,
        "• " + fill(surface.text(Text::FactorChanged),
                    {surface.text(nameOf(part.input)), formatInput(part.input, *before, words),
                     formatInput(part.input, *now, words), points}),
        type::kBody, surface.palette.ink);
  }
}

}  // namespace

void riskTrendCard(Surface& surface, const app::PatientView& patient) {
  const RiskHistory history = historyOf(surface, patient);
  if (history.points.size() < 2) return;
  {
    const Card card(surface);
    heading(surface, surface.text(Text::RiskOverTime), 2, type::kSubheading);
    surface.layout.gap(space::kSmall);
    if (!patient.pastRisks.empty()) {
      const app::PastRisk& first = patient.pastRisks.front();
      paragraph(surface, changeInWords(first, wordsOf(surface)), type::kBodyStrong,
                surface.palette.ink);
      factorLines(surface, patient, first);
      surface.layout.gap(space::kSmall);
    }
    riskHistoryChart(surface, history, descriptionOf(surface, history));
    if (patient.assessment->headlineResult().result.ok()) {
      const Text note = patient.pastRisks.empty() ? Text::TrendUnknown : Text::TrendNote;
      surface.layout.gap(space::kSmall);
      paragraph(surface, surface.text(note), type::kCaption, surface.palette.inkSoft);
    }
  }
  surface.layout.gap(space::kMedium);
}

}  // namespace ui
