#include <algorithm>
#include <string>

#include "ui/screens/chrome.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/screens/warning_signs.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 1096;

std::string signInLabel(const Surface& surface, const app::Configuration& configuration,
                        const app::EhrConfiguration& ehr, app::UserKind userKind) {
  if (configuration.ehrs.size() == 1) {
    return std::string(surface.text(userKind == app::UserKind::Clinician ? Text::SignInAsClinician
                                                                         : Text::SignInAsPatient));
  }
  const bool patientBesideClinician =
      userKind == app::UserKind::Patient && ehr.userKinds.size() > 1;
  return fill(surface.text(patientBesideClinician ? Text::SignInToAsPatient : Text::SignInTo),
              {ehr.name});
}

void signInButtons(Surface& surface, const app::Configuration& configuration, std::size_t index,
                   bool isFirst) {
  const app::EhrConfiguration& ehr = configuration.ehrs[index];
  surface.layout.beginFlow(space::kMedium, space::kSmall + space::kTight);
  for (std::size_t i = 0; i < ehr.userKinds.size(); ++i) {
    const bool isMain = isFirst && i == 0;
    if (button(surface, signInLabel(surface, configuration, ehr, ehr.userKinds[i]),
               {.kind = isMain ? ButtonKind::Primary : ButtonKind::Secondary,
                .size = ButtonSize::Large})) {
      surface.emit(app::SignInPressed{index, ehr.userKinds[i]});
    }
  }
  surface.layout.endFlow();
  surface.layout.gap(space::kSmall + space::kTight);
  paragraph(surface, fill(surface.text(Text::ReadsFromEhr), {ehr.name}), type::kCaption,
            surface.palette.inkSoft);
  surface.layout.gap(space::kLarge);
}

void waysIn(Surface& surface, const app::State& state) {
  if (state.configurationLoad.phase == app::LoadPhase::Failed) {
    const auto& problem = state.configurationLoad.problem;
    if (problemNotice(surface, surface.text(Text::NoEhrConfigured), problem ? &*problem : nullptr,
                      surface.text(Text::Retry))) {
      surface.emit(app::StartOverPressed{});
    }
    return;
  }
  if (state.configurationLoad.phase != app::LoadPhase::Done) {
    paragraph(surface, surface.text(Text::ReadingConfiguration), type::kBody,
              surface.palette.inkSoft);
    return;
  }
  if (state.configuration.ehrs.empty()) {
    paragraph(surface, surface.text(Text::NoEhrConfigured), type::kBody, surface.palette.inkSoft);
    return;
  }
  const std::size_t first = state.invitedTo.value_or(0);
  signInButtons(surface, state.configuration, first, true);
  for (std::size_t i = 0; i < state.configuration.ehrs.size(); ++i) {
    if (i != first) signInButtons(surface, state.configuration, i, false);
  }
}

/// Two sentences, a line each where there is room; one heading.
void headline(Surface& surface) {
  const TextStyle style = surface.isPhone() ? type::kSmallDisplay : type::kDisplay;
  const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
  const std::string_view first = surface.text(Text::Headline);
  const std::string_view second = surface.text(Text::HeadlineSecond);
  silentText(surface, first, style, surface.palette.ink);
  silentText(surface, second, style, surface.palette.ink);
  surface
      .record(Role::Heading, std::string(first) + " " + std::string(second),
              {from.left, from.top, from.width, surface.layout.top() - from.top})
      .level = 1;
}

/// Sample patients and files: ways in that need no EHR, and why the last one failed.
void waysInWithoutEhr(Surface& surface, const app::State& state) {
  heading(surface, surface.text(Text::WithoutRecordSystem), 2, type::kBodyStrong);
  surface.layout.gap(space::kSmall + space::kTight);
  if (state.local && state.local->load.problem) {
    const ProblemText text = describe(surface, *state.local->load.problem);
    notice(surface, NoticeKind::Error,
           {surface.text(Text::FileUnreadable), text.message, text.detail});
    surface.layout.gap(space::kMedium);
  }
  surface.layout.beginFlow(space::kMedium, space::kSmall + space::kTight);
  if (button(surface, surface.text(Text::SamplePatients), {})) {
    surface.emit(app::SamplesPressed{});
  }
  if (button(surface, surface.text(Text::OpenFile), {})) surface.emit(app::OpenFilePressed{});
  if (button(surface, surface.text(Text::EnterValues), {})) {
    surface.emit(app::EnterValuesPressed{});
  }
  surface.layout.endFlow();
}

/// How signing out went, with the way to end the session at the server too.
void signedOutNotice(Surface& surface, const app::State& state) {
  if (!state.signedOut) return;
  const std::string_view name = ehrName(state, state.signedOut->ehr);
  const std::string note = fill(surface.text(Text::SignedOutNote), {name});
  const std::string notTold = state.signedOut->serverNotTold
                                  ? fill(surface.text(Text::ServerNotTold), {name})
                                  : std::string();
  const NoticeText text{surface.text(Text::SignedOutHere), note, notTold};
  if (state.signedOut->endSessionUrl.empty()) {
    notice(surface, NoticeKind::Note, text);
  } else if (noticeWithButton(surface, NoticeKind::Note, text,
                              fill(surface.text(Text::SignOutThereToo), {name}))) {
    surface.emit(app::ServerSignOutPressed{});
  }
  surface.layout.gap(space::kLarge);
}

/// Anybody can write a link: the user decides whether it is followed to the end.
void invitation(Surface& surface, const app::State& state) {
  if (!state.invitedTo) return;
  const std::string leadsTo =
      fill(surface.text(Text::LinkLeadsTo), {ehrName(state, *state.invitedTo)});
  notice(surface, NoticeKind::Note, {leadsTo, surface.text(Text::LinkSentNothing)});
  surface.layout.gap(space::kLarge);
}

void welcome(Surface& surface, const app::State& state) {
  if (state.sessionProblem) {
    const ProblemText text = describe(surface, *state.sessionProblem);
    notice(surface, NoticeKind::Warning,
           {surface.text(Text::SessionEnded), text.message, text.detail});
    surface.layout.gap(space::kLarge);
  }
  signedOutNotice(surface, state);
  invitation(surface, state);
  headline(surface);
  surface.layout.gap(space::kMedium);
  paragraph(surface, surface.text(Text::Promise), type::kLead, surface.palette.inkSoft);
  surface.layout.gap(space::kHuge);
  waysIn(surface, state);
  surface.layout.gap(space::kMedium);
  waysInWithoutEhr(surface, state);
  if (!state.configuration.ehrs.empty()) {
    surface.layout.gap(space::kMedium);
    if (button(surface, surface.text(Text::ConnectionCheckTitle), {.kind = ButtonKind::Plain})) {
      surface.emit(app::ConnectionCheckPressed{0});
    }
  }
}

}  // namespace

void startScreen(Surface& surface, const app::State& state) {
  beginPage(surface, kPageWidth);
  if (!surface.isPhone()) surface.layout.gap(space::kLarge);
  Layout& layout = surface.layout;
  const std::string_view number = state.configuration.emergencyNumber;
  if (surface.breakpoint() != Breakpoint::Desktop) {
    welcome(surface, state);
    layout.gap(space::kLarge);
    warningSigns(surface, number);
    footer(surface);
    return;
  }
  constexpr float kGap = 64;
  constexpr float kSignsShare = 0.42F;
  const float signsWidth = (layout.width() - kGap) * kSignsShare;
  const float welcomeWidth = layout.width() - kGap - signsWidth;
  layout.pushColumn(layout.left(), welcomeWidth);
  welcome(surface, state);
  const float welcomeBottom = layout.popColumn();
  layout.pushColumn(layout.left() + welcomeWidth + kGap, signsWidth);
  warningSigns(surface, number);
  layout.moveTo(std::max(layout.popColumn(), welcomeBottom));
  footer(surface);
}

}  // namespace ui
