#include <cstddef>
#include <string>
#include <string_view>

#include "app/connection_check.h"
#include "ui/screens/chrome.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

using app::CheckFinding;
using app::CheckLine;
using app::CheckSubject;
using app::CheckVerdict;

constexpr float kPageWidth = 720;

Text textOf(CheckSubject subject) {
  switch (subject) {
    case CheckSubject::Discovery:
      return Text::CheckDiscovery;
    case CheckSubject::Issuer:
      return Text::CheckIssuer;
    case CheckSubject::Endpoints:
      return Text::CheckEndpoints;
    case CheckSubject::Pkce:
      return Text::CheckPkce;
    case CheckSubject::Capabilities:
      return Text::CheckCapabilities;
    case CheckSubject::Scopes:
      return Text::CheckScopes;
    case CheckSubject::RedirectUri:
      return Text::CheckRedirect;
    case CheckSubject::FhirVersion:
      return Text::CheckVersion;
    case CheckSubject::Saving:
      return Text::CheckSaving;
    case CheckSubject::Possession:
      break;
  }
  return Text::CheckPossession;
}

Text textOf(CheckVerdict verdict) {
  switch (verdict) {
    case CheckVerdict::Right:
      return Text::CheckRight;
    case CheckVerdict::Wrong:
      return Text::CheckWrong;
    case CheckVerdict::CannotTell:
      break;
  }
  return Text::CheckCannotTell;
}

Colour colourOf(const Palette& palette, CheckVerdict verdict) {
  switch (verdict) {
    case CheckVerdict::Right:
      return palette.low.ink;
    case CheckVerdict::Wrong:
      return palette.high.ink;
    case CheckVerdict::CannotTell:
      break;
  }
  return palette.inkFaint;
}

Text textOf(CheckFinding finding) {
  switch (finding) {
    case CheckFinding::DocumentRead:
      return Text::FoundDocument;
    case CheckFinding::DocumentMissing:
      return Text::FoundNoDocument;
    case CheckFinding::EndpointsConfigured:
      return Text::FoundConfigured;
    case CheckFinding::IssuerNamed:
      return Text::FoundIssuer;
    case CheckFinding::IssuerNotNamed:
      return Text::FoundNoIssuer;
    case CheckFinding::EndpointsSecure:
      return Text::FoundSecure;
    case CheckFinding::PkceListed:
      return Text::FoundPkce;
    case CheckFinding::PkceNotListed:
      return Text::FoundNoPkce;
    case CheckFinding::CapabilitiesListed:
      return Text::FoundCapabilities;
    case CheckFinding::CapabilitiesMissing:
      return Text::FoundCapabilitiesMissing;
    case CheckFinding::NothingListed:
      return Text::FoundNothingListed;
    case CheckFinding::ScopesListed:
      return Text::FoundScopes;
    case CheckFinding::ScopesMissing:
      return Text::FoundScopesMissing;
    case CheckFinding::RegisterRedirect:
      return Text::FoundRegister;
    case CheckFinding::VersionSupported:
      return Text::FoundVersion;
    case CheckFinding::VersionUnsupported:
      return Text::FoundWrongVersion;
    case CheckFinding::SavingOffered:
      return Text::FoundSaving;
    case CheckFinding::SavingNotOffered:
      return Text::FoundNoSaving;
    case CheckFinding::PossessionOffered:
      return Text::FoundPossession;
    case CheckFinding::PossessionNotOffered:
      return Text::FoundNoPossession;
    case CheckFinding::ServerProblem:
    case CheckFinding::NotReached:
      break;
  }
  return Text::FoundNotReached;
}

std::string titleOf(const Surface& surface, const CheckLine& line) {
  return fill(surface.text(Text::CheckLine),
              {surface.text(textOf(line.subject)), surface.text(textOf(line.verdict))});
}

std::string sentenceOf(const Surface& surface, const CheckLine& line) {
  if (!line.problem) return fill(surface.text(textOf(line.finding)), {line.value});
  const ProblemText text = describe(surface, *line.problem);
  return text.detail.empty() ? text.message : text.message + ' ' + text.detail;
}

/// The report as plain text, for a message to whoever runs the server.
std::string plainText(const Surface& surface, const app::EhrConfiguration& ehr,
                      const app::ConnectionCheck& check) {
  std::string text = std::string(surface.text(Text::ConnectionCheckTitle)) + ": " + ehr.name +
                     " (" + ehr.audience + ")\n";
  for (const CheckLine& line : check.report) {
    text += titleOf(surface, line) + ". " + sentenceOf(surface, line) + '\n';
  }
  return text;
}

void report(Surface& surface, const app::ConnectionCheck& check) {
  surface.open(Role::List, surface.text(Text::ConnectionCheckTitle));
  for (const CheckLine& line : check.report) {
    surface.open(Role::ListItem, {}, Key(static_cast<std::size_t>(line.subject)));
    {
      const Card card(surface,
                      {.edge = colourOf(surface.palette, line.verdict), .padding = space::kMedium});
      paragraph(surface, titleOf(surface, line), type::kBodyStrong, surface.palette.ink);
      surface.layout.gap(space::kTight);
      paragraph(surface, sentenceOf(surface, line), type::kBody, surface.palette.inkSoft);
    }
    surface.semantics.close();
    surface.layout.gap(space::kSmall);
  }
  surface.semantics.close();
}

void ways(Surface& surface, const app::State& state, const app::ConnectionCheck& check) {
  const auto& ehrs = state.configuration.ehrs;
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  if (button(surface, surface.text(Text::CheckCopy), {.kind = ButtonKind::Primary})) {
    surface.emit(app::CopyRequested{plainText(surface, ehrs[check.ehr], check)});
  }
  if (button(surface, surface.text(Text::CheckAgain))) {
    surface.emit(app::ConnectionCheckPressed{check.ehr});
  }
  for (std::size_t i = 0; i < ehrs.size(); ++i) {
    if (i == check.ehr) continue;
    if (button(surface, fill(surface.text(Text::CheckOther), {ehrs[i].name}))) {
      surface.emit(app::ConnectionCheckPressed{i});
    }
  }
  surface.layout.endFlow();
  if (state.copied == true) {
    surface.layout.gap(space::kSmall);
    const float top = surface.layout.top();
    const float height =
        silentText(surface, surface.text(Text::CheckCopied), type::kCaption, surface.palette.ink);
    surface.record(Role::Status, surface.text(Text::CheckCopied),
                   {surface.layout.left(), top, surface.layout.width(), height});
  }
}

}  // namespace

void connectionCheckScreen(Surface& surface, const app::State& state) {
  if (!state.connectionCheck) return;
  const app::ConnectionCheck& check = *state.connectionCheck;
  const std::string_view name = ehrName(state, check.ehr);
  beginPage(surface, kPageWidth);
  if (button(surface, surface.text(Text::BackToStart),
             {.kind = ButtonKind::Plain, .key = Key("back")})) {
    surface.emit(app::StartOverPressed{});
  }
  surface.layout.gap(space::kTight);
  heading(surface, surface.text(Text::ConnectionCheckTitle), 1, type::kTitle);
  surface.layout.gap(space::kSmall);
  paragraph(surface, fill(surface.text(Text::CheckIntroduction), {name}), type::kBody,
            surface.palette.inkSoft);
  surface.layout.gap(space::kLarge);
  if (check.report.empty()) {
    const int answered = (check.discovery ? 1 : 0) + (check.capability ? 1 : 0);
    progressBar(surface, fill(surface.text(Text::CheckRunning), {name}), answered, 2);
  } else {
    report(surface, check);
    surface.layout.gap(space::kMedium);
    ways(surface, state, check);
  }
  footer(surface);
}

}  // namespace ui
