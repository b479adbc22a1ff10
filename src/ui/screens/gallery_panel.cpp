#include <array>
#include <string>

#include "risk/model.h"
#include "ui/charts/icon_array.h"
#include "ui/charts/risk_bar.h"
#include "ui/screens/panels.h"
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
  surface.layout.gap(space::kMedium);
  searchField(surface, surface.text(Text::SearchPatients), {}, surface.layout.width());
}

void chips(Surface& surface) {
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  for (const risk::BandLevel level :
       {risk::BandLevel::Low, risk::BandLevel::LowToModerate, risk::BandLevel::Borderline,
        risk::BandLevel::Intermediate, risk::BandLevel::High, risk::BandLevel::VeryHigh}) {
    chip(surface, surface.text(bandName(level)), bandStyle(surface.palette, level));
  }
  chip(surface, surface.text(Text::MeasureAgain), {surface.palette.intermediate, Mark::Warning});
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
  inCard(surface, pictures);
}

}  // namespace ui
