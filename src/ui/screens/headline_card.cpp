#include <algorithm>
#include <string>

#include "ui/charts/icon_array.h"
#include "ui/charts/risk_bar.h"
#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

std::string modelLine(const Surface& surface, const risk::OutcomeResult& result,
                      const risk::BandScheme* scheme) {
  const std::string horizon = std::to_string(result.outcome->horizonYears);
  const std::string title = titleOf(surface, *result.model);
  const std::string_view outcome = surface.text(nameOf(result.outcome->outcome));
  if (scheme == nullptr) return fill(surface.text(Text::ModelLine), {title, outcome, horizon});
  const Words words = wordsOf(surface);
  std::string cuts;
  for (const risk::Band& band : scheme->bands) {
    if (band.from <= 0) continue;
    if (!cuts.empty()) cuts += ", ";
    cuts += formatRisk(risk::Probability(band.from), words);
  }
  return fill(surface.text(Text::ModelLineBands),
              {title, outcome, horizon, cuts, phrase(scheme->guideline, surface.settings.language),
               std::to_string(scheme->year)});
}

/// "30 years 58 % · heart age 61 years": what stands beside the number, each with its name.
void aside(Surface& surface, std::string_view name, const std::string& value) {
  const TextBlock label = surface.pen.layOutLine(name, type::kCaption, surface.layout.width());
  const TextBlock figure = surface.pen.layOutLine(value, type::kBodyStrong, surface.layout.width());
  const Bounds bounds =
      surface.layout.placeInline(std::max(label.width, figure.width), label.height + figure.height);
  surface.pen.draw(label, {bounds.left, bounds.top}, surface.palette.inkSoft);
  surface.pen.draw(figure, {bounds.left, bounds.top + label.height}, surface.palette.ink);
  surface.record(Role::Text, std::string(name) + ": " + value, bounds);
}

void asides(Surface& surface, const app::Assessment& assessment, const risk::Assessed& assessed) {
  const Words words = wordsOf(surface);
  surface.layout.beginFlow(space::kHuge, space::kSmall);
  const auto* thirty = assessment.find("framingham-2009-lipid", risk::Outcome::FullCvd);
  if (thirty == nullptr || !thirty->result.ok()) {
    thirty = assessment.find("framingham-2009-bmi", risk::Outcome::FullCvd);
  }
  if (thirty != nullptr && thirty->result.ok()) {
    aside(surface, surface.text(Text::ThirtyYears), formatRisk(thirty->result->risk, words));
  }
  const bool isLow = assessed.band == nullptr || assessed.band->level == risk::BandLevel::Low;
  if (assessed.heartAge && !isLow) {
    aside(surface, surface.text(Text::HeartAge),
          formatYears(static_cast<int>(assessed.heartAge->value()), words));
  }
  if (assessment.contributions) {
    aside(surface, surface.text(Text::IdealPeer),
          formatRisk(assessment.contributions->ideal, words));
  }
  surface.layout.endFlow();
}

/// The figure and its band; one status to assistive technology.
void figure(Surface& surface, const risk::Assessed& assessed, const std::string& sentence) {
  const Pen& pen = surface.pen;
  const std::string percentage = formatRisk(assessed.risk, wordsOf(surface));
  const bool isLong = percentage.size() > 8;  // "less than 0.1 %"
  const TextStyle style = isLong ? type::kTitle : type::kFigure;
  const TextBlock block = pen.layOutLine(percentage, style, surface.layout.width());
  surface.layout.beginFlow(space::kMedium, space::kSmall);
  const Bounds bounds = surface.layout.placeInline(block.width, pen.scaled(64));
  pen.draw(block, {bounds.left - 2, bounds.top + (bounds.height - block.height) / 2},
           surface.palette.ink);
  std::string spoken = percentage;
  if (assessed.band != nullptr) {
    const std::string_view band = surface.text(bandName(assessed.band->level));
    const ChipStyle style2 = bandStyle(surface.palette, assessed.band->level);
    const Bounds place =
        surface.layout.placeInline(chipWidth(surface, band, style2), bounds.height);
    drawChip(surface, band, style2,
             {place.left, place.top + (place.height - chipHeight(surface)) / 2, place.width,
              chipHeight(surface)},
             Alignment::Left);
    spoken += ", ";
    spoken += band;
  }
  surface.layout.endFlow();
  SemanticNode& node =
      surface.record(Role::Status, surface.text(Text::TenYearRisk), bounds, Key("headline"));
  node.value = spoken + ". " + sentence;
}

void words(Surface& surface, const app::Assessment& assessment, const risk::Assessed& assessed) {
  const risk::OutcomeResult& result = assessment.headlineResult();
  const std::string sentence =
      riskSentence(surface, assessment.inputs, assessed.risk, *result.outcome);
  paragraph(surface, riskOfEvent(surface, *result.outcome), type::kCaption,
            surface.palette.inkSoft);
  figure(surface, assessed, sentence);
  paragraph(surface, sentence);
  surface.layout.gap(space::kMedium);
  asides(surface, assessment, assessed);
}

/// The hundred people, and under them how many are meant: now, and with what is being tried.
void picture(Surface& surface, const risk::Assessed& assessed, const Tried& tried,
             float maximumWidth) {
  const Colour colour = assessed.band == nullptr
                            ? surface.palette.accent
                            : bandStyle(surface.palette, assessed.band->level).tone.ink;
  const auto changed = tried.changed();
  iconArray(surface, {assessed.risk, changed, colour}, maximumWidth);
  if (!tried.isOffered) return;
  const std::string now = std::to_string(peopleOfHundred(assessed.risk));
  const std::string words = changed ? fill(surface.text(Text::PeopleIfChanged),
                                           {now, std::to_string(peopleOfHundred(*changed))})
                                    : fill(surface.text(Text::PeopleNow), {now});
  surface.layout.gap(space::kSmall);
  silentText(surface, words, type::kCaption, surface.palette.inkSoft, Alignment::Centre);
}

void withNumber(Surface& surface, const app::Assessment& assessment, const risk::Assessed& assessed,
                const Tried& tried) {
  Layout& layout = surface.layout;
  constexpr float kPicture = 216;
  if (surface.isPhone()) {
    words(surface, assessment, assessed);
    layout.gap(space::kMedium);
    picture(surface, assessed, tried, 320);
  } else {
    const float textWidth = layout.width() - kPicture - space::kHuge;
    layout.pushColumn(layout.left(), textWidth);
    words(surface, assessment, assessed);
    const float textBottom = layout.popColumn();
    layout.pushColumn(layout.left() + textWidth + space::kHuge, kPicture);
    picture(surface, assessed, tried, kPicture);
    layout.moveTo(std::max(textBottom, layout.popColumn()));
  }
  layout.gap(space::kLarge);
  RiskBar bar{.now = assessed.risk,
              .changed = tried.changed(),
              .scheme = assessed.scheme,
              .band = assessed.band,
              .keepsRoom = tried.isOffered};
  if (assessment.contributions) bar.ideal = assessment.contributions->ideal;
  riskBar(surface, bar);
  layout.gap(space::kSmall);
  if (assessment.withoutLipids) {
    paragraph(surface, surface.text(Text::WithoutLipidsNote), type::kCaptionStrong,
              surface.palette.ink);
  }
  paragraph(surface, modelLine(surface, assessment.headlineResult(), assessed.scheme),
            type::kCaption, surface.palette.inkSoft);
  layout.gap(space::kSmall);
  if (button(surface, surface.text(Text::ExplainThisNumber), {.kind = ButtonKind::Plain})) {
    surface.emit(app::PanelToggled{app::Panel::Explain});
  }
}

std::string obstacleInWords(const Surface& surface, const risk::Obstacle& obstacle) {
  const std::string_view name = surface.text(nameOf(obstacle.input));
  if (!obstacle.value) {
    return std::string(name) + ": " + std::string(surface.text(Text::Missing));
  }
  const Words words = wordsOf(surface);
  const std::string value = formatInput(obstacle.input, *obstacle.value, words);
  if (!obstacle.allowed) return std::string(name) + ": " + value;
  const std::string allowed = fill(surface.text(Text::AllowedRange),
                                   {formatInput(obstacle.input, obstacle.allowed->lowest, words),
                                    formatInput(obstacle.input, obstacle.allowed->highest, words)});
  return fill(surface.text(Text::OutOfRangeItem), {name, value, allowed});
}

void interval(Surface& surface, const risk::RiskInterval& range) {
  const Words words = wordsOf(surface);
  surface.layout.gap(space::kSmall);
  paragraph(surface,
            fill(surface.text(Text::RangeOfRisk),
                 {formatRisk(range.lowest, words), formatRisk(range.highest, words)}),
            type::kBodyStrong, surface.palette.ink);
  if (range.narrowing.size() < 2) return;  // the only one missing is named above
  paragraph(surface, fill(surface.text(Text::NarrowsMost),
                          {inSentence(surface.text(nameOf(range.narrowing.front().input)))}));
}

void withoutNumber(Surface& surface, const fhir::ClinicalRecord& record,
                   const app::Assessment& assessment, const risk::NotAssessed& reason) {
  const risk::OutcomeResult& result = assessment.headlineResult();
  paragraph(surface, riskOfEvent(surface, *result.outcome), type::kCaption,
            surface.palette.inkSoft);
  const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
  const std::string_view title =
      surface.text(assessment.enteredByHand ? Text::NoNumberYet : Text::NoNumber);
  silentText(surface, title, type::kTitle, surface.palette.ink);
  const std::string_view why = surface.text(whyNoNumber(reason.reason));
  silentText(surface, why, type::kBody, surface.palette.ink);
  SemanticNode& node = surface.record(
      Role::Status, surface.text(Text::TenYearRisk),
      {from.left, from.top, from.width, surface.layout.top() - from.top}, Key("headline"));
  node.value = std::string(title) + ". " + std::string(why);
  surface.layout.gap(space::kSmall);
  if (reason.reason == risk::Reason::PriorCardiovascularDisease) {
    const auto* prior = record.answer(fhir::Fact::PriorCardiovascularDisease);
    if (prior != nullptr && !prior->words.empty()) {
      paragraph(surface, fill(surface.text(Text::RecordSays), {prior->words}), type::kBodyStrong,
                surface.palette.ink);
    }
  }
  for (const risk::Obstacle& obstacle : reason.obstacles) {
    paragraph(surface, "• " + obstacleInWords(surface, obstacle));
  }
  if (assessment.interval) interval(surface, *assessment.interval);
  surface.layout.gap(space::kMedium);
  paragraph(surface, modelLine(surface, result, nullptr), type::kCaption, surface.palette.inkSoft);
}

}  // namespace

void headlineCard(Surface& surface, const fhir::ClinicalRecord& record,
                  const app::Assessment& assessment, const Tried& tried) {
  surface.open(Role::Region, surface.text(Text::TenYearRisk), Key("headline"));
  {
    const Card card(surface);
    const auto& result = assessment.headlineResult().result;
    if (result.ok()) {
      withNumber(surface, assessment, *result, tried);
    } else {
      withoutNumber(surface, record, assessment, result.error());
    }
  }
  surface.semantics.close();
}

}  // namespace ui
