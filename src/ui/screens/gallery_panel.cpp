#include <array>
#include <string>

#include "risk/assess.h"
#include "risk/model.h"
#include "ui/charts/icon_array.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/risk_bar.h"
#include "ui/screens/explain_terms.h"
#include "ui/screens/panels.h"
#include "ui/screens/toast.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/slider.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

void buttons(Surface& surface) {
  constexpr std::array kKinds{ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Danger,
                              ButtonKind::Plain};
  constexpr std::array kSizes{ButtonSize::Large, ButtonSize::Regular, ButtonSize::Small};
  constexpr std::array kLabels{Text::SignInAsClinician, Text::Retry, Text::ActNow, Text::About};
  std::size_t key = 0;
  for (const ButtonSize size : kSizes) {
    surface.layout.beginFlow(space::kSmall, space::kSmall);
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
      button(surface, surface.text(kLabels[i]),
             {.kind = kKinds[i], .size = size, .key = Key(key++)});
    }
    surface.layout.endFlow();
    surface.layout.gap(space::kSmall);
  }
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  button(surface, surface.text(Text::SortRisk), {.key = Key(key++), .current = true});
  button(surface, surface.text(Text::MoreWays), {.key = Key(key++), .expanded = false});
  button(surface, surface.text(Text::SaveHideResource), {.key = Key(key++), .expanded = true});
  surface.layout.endFlow();
  surface.layout.gap(space::kSmall);
  button(surface, surface.text(Text::SamplePatients), {.key = Key(key++), .fillsColumn = true});
}

/// Empty, filled in, and refused.
void fields(Surface& surface) {
  searchField(surface, {.label = surface.text(Text::SearchPatients),
                        .value = {},
                        .width = surface.layout.width(),
                        .shortLabel = surface.text(Text::SearchList)});
  surface.layout.gap(space::kMedium);
  const std::string weight =
      fill(surface.text(Text::FieldWithUnit), {surface.text(Text::FieldWeight), "kg"});
  const std::string height =
      fill(surface.text(Text::FieldWithUnit), {surface.text(Text::FieldHeight), "cm"});
  numberField(surface, {weight, {}});
  surface.layout.gap(space::kMedium);
  numberField(surface, {height, "168"});
  surface.layout.gap(space::kMedium);
  numberField(surface, {surface.text(Text::FactAge), "51.5", surface.text(Text::EntryNotWhole)});
}

void choices(Surface& surface) {
  const std::array labels{surface.text(Text::TabResult), surface.text(Text::TabWhatIf),
                          surface.text(Text::TabHistory)};
  tabs(surface, labels, 0);
  surface.layout.gap(space::kMedium);
  choice(surface, surface.text(Text::Sex),
         std::array{surface.text(Text::Female), surface.text(Text::Male)}, 1);
  surface.layout.gap(space::kMedium);
  toggle(surface, surface.text(Text::FactStatin), surface.text(Text::AssumedNo), false);
  toggle(surface, surface.text(Text::StopSmoking), {}, true);
  surface.layout.gap(space::kSmall);
  slider(surface, surface.text(Text::FactSystolicBloodPressure), "125\u00A0mmHg", {90, 200, 1}, 125,
         136);
  surface.layout.gap(space::kSmall);
  slider(surface, surface.text(Text::FactHdlCholesterol), "50\u00A0mg/dL", {20, 100, 1}, 50, 50);
}

void chips(Surface& surface) {
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  for (const risk::BandLevel level :
       {risk::BandLevel::Low, risk::BandLevel::LowToModerate, risk::BandLevel::Borderline,
        risk::BandLevel::Intermediate, risk::BandLevel::High, risk::BandLevel::VeryHigh}) {
    chip(surface, surface.text(bandName(level)), bandStyle(surface.palette, level));
  }
  chip(surface, surface.text(Text::MeasureAgain), {surface.palette.intermediate, Mark::Warning});
  chip(surface, surface.text(Text::ReasonMissing),
       {{surface.palette.accent, surface.palette.accentTint}, Mark::None});
  chip(surface, surface.text(Text::ReasonOutOfRange),
       {{surface.palette.inkSoft, surface.palette.page}, Mark::None});
  surface.layout.endFlow();
}

void notices(Surface& surface) {
  notice(surface, NoticeKind::Note, {surface.text(Text::NothingToCheck)});
  surface.layout.gap(space::kSmall);
  notice(surface, NoticeKind::Warning,
         {surface.text(Text::ListsPartial), surface.text(Text::ProblemServerFailed)});
  surface.layout.gap(space::kSmall);
  notice(surface, NoticeKind::Success, {fill(surface.text(Text::SaveDone), {"RiskAssessment/1"})});
  surface.layout.gap(space::kSmall);
  noticeWithButton(surface, NoticeKind::Error,
                   {surface.text(Text::ListsFailed), surface.text(Text::ProblemServerRefused),
                    fill(surface.text(Text::ServerSaid), {"429"})},
                   surface.text(Text::Retry));
  surface.layout.gap(space::kSmall);
  notice(surface, NoticeKind::Note,
         {surface.text(Text::NoLists), surface.text(Text::NoListsAdvice)});
}

void pictures(Surface& surface) {
  const risk::Model* model = risk::findModel("framingham-2008-lipid");
  if (model == nullptr || model->outcomes.front().bands.empty()) return;
  const risk::BandScheme& scheme = model->outcomes.front().bands.front();
  constexpr double kNow = 0.136;
  constexpr double kIdeal = 0.022;
  constexpr double kChanged = 0.066;
  riskBar(surface, {.now = risk::Probability(kNow),
                    .ideal = risk::Probability(kIdeal),
                    .changed = risk::Probability(kChanged),
                    .scheme = &scheme});
  surface.layout.gap(space::kMedium);
  constexpr float kPicture = 200;
  iconArray(
      surface,
      {risk::Probability(kNow), risk::Probability(kChanged), surface.palette.intermediate.ink},
      kPicture);
}

/// A person with every input of the table, the formula and the curve.
app::Assessment invented() {
  app::Assessment assessment;
  assessment.inputs.sex = risk::Sex::Female;
  assessment.inputs.age = risk::Years(51);
  assessment.inputs.totalCholesterol = risk::MilligramsPerDecilitre(209);
  assessment.inputs.hdlCholesterol = risk::MilligramsPerDecilitre(50);
  assessment.inputs.systolicBloodPressure = risk::MmHg(136);
  assessment.inputs.bloodPressureTreated = true;
  assessment.inputs.smoking = risk::Smoking::Current;
  assessment.inputs.diabetes = false;
  return assessment;
}

void table(Surface& surface) {
  const risk::Model* model = risk::findModel("framingham-2008-lipid");
  const app::Assessment assessment = invented();
  const auto equation = risk::explain(*model, 0, assessment.inputs);
  if (!equation.ok()) return;
  termTable(surface, fhir::ClinicalRecord{}, assessment, *model, equation->predictor,
            surface.text(Text::Calculation));
  surface.layout.gap(space::kMedium);
  formula(surface, *equation, risk::evaluate(*equation), model->outcomes.front().horizonYears);
}

void curve(Surface& surface) {
  const risk::Model* model = risk::findModel("framingham-2008-lipid");
  const auto points = risk::riskByAge(*model, 0, invented().inputs);
  lineChart(surface, {{points, std::string(surface.text(Text::CurveNow)), "", surface.palette.ink}},
            surface.text(Text::NextThirtyYears));
}

void texts(Surface& surface) {
  heading(surface, surface.text(Text::Headline), 2, type::kTitle);
  heading(surface, surface.text(Text::HeadlineSecond), 3, type::kSubheading);
  paragraph(surface, surface.text(Text::Promise));
  paragraph(surface, surface.text(Text::StandingLine), type::kCaption, surface.palette.inkSoft);
}

template <typename Contents>
void inCard(Surface& surface, Contents contents) {
  {
    const Card card(surface);
    contents(surface);
  }
  surface.layout.gap(space::kMedium);
}

}  // namespace

void galleryPanel(Surface& surface) {
  inCard(surface, texts);
  inCard(surface, buttons);
  inCard(surface, fields);
  inCard(surface, choices);
  inCard(surface, chips);
  notices(surface);
  surface.layout.gap(space::kMedium);
  inCard(surface, [](Surface& inner) {
    constexpr int kDone = 3;
    constexpr int kTotal = 7;
    progressBar(inner, inner.text(Text::ReadingRecord), kDone, kTotal);
    inner.layout.gap(space::kMedium);
    constexpr int kLines = 3;
    skeleton(inner, kLines);
  });
  toastSheet(surface, surface.layout.place(toastHeight(surface)));
  surface.layout.gap(space::kMedium);
  inCard(surface, table);
  inCard(surface, pictures);
  inCard(surface, curve);
}

}  // namespace ui
