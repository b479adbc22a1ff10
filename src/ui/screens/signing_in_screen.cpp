#include <array>
#include <string>
#include <string_view>

#include "ui/screens/chrome.h"
#include "ui/screens/problem.h"
#include "ui/screens/screens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kPageWidth = 560;

/// A launch by a server that the configuration does not name: there is no EHR to speak of.
const decltype(app::Problem::cause) kNotListed = oauth::ErrorCode::ServerNotListed;

struct Step {
  Text words;
  int number;
};

constexpr int kSteps = 5;

Step describe(app::SignInStep step) {
  switch (step) {
    case app::SignInStep::None:
    case app::SignInStep::Discovering:
      return {Text::StepDiscovering, 0};
    case app::SignInStep::MakingSecrets:
    case app::SignInStep::Storing:
      return {Text::StepPreparing, 1};
    case app::SignInStep::Leaving:
      return {Text::StepLeaving, 2};
    case app::SignInStep::ExchangingCode:
      return {Text::StepExchanging, 3};
    case app::SignInStep::CheckingIdentity:
      break;
  }
  return {Text::StepChecking, 4};
}

/// After a further authorization that was not granted.
void wayBackToPatient(Surface& surface) {
  surface.layout.gap(space::kMedium);
  paragraph(surface, surface.text(Text::PermissionRefused));
  surface.layout.gap(space::kSmall);
  if (button(surface, surface.text(Text::ReturnToPatient), {.kind = ButtonKind::Primary})) {
    surface.emit(app::ReturnToPatientPressed{});
  }
}

}  // namespace

void signingInScreen(Surface& surface, const app::State& state) {
  beginPage(surface, kPageWidth);
  surface.layout.gap(space::kSection);
  const auto& problem = state.signIn.problem;
  const bool isListed = !problem || problem->cause != kNotListed;
  const std::string_view name =
      isListed ? ehrName(state, state.signIn.ehr) : std::string_view(problem->subject);
  if (problem) {
    heading(surface, surface.text(Text::SignInFailed), 1, type::kTitle);
    surface.layout.gap(space::kMedium);
    if (problemNotice(surface, fill(surface.text(Text::SigningInTo), {name}), &*problem,
                      surface.text(Text::StartAgain))) {
      surface.emit(app::StartOverPressed{});
    }
    if (state.signIn.continuation && !state.signedIn) wayBackToPatient(surface);
    surface.layout.gap(space::kMedium);
    if (isListed &&
        button(surface, surface.text(Text::CheckConnection), {.kind = ButtonKind::Plain})) {
      surface.emit(app::ConnectionCheckPressed{state.signIn.ehr});
    }
  } else {
    const Card card(surface);
    heading(surface, fill(surface.text(Text::SigningInTo), {name}), 1, type::kTitle);
    surface.layout.gap(space::kMedium);
    const Step step = describe(state.signIn.step);
    progressBar(surface, surface.text(step.words), step.number + 1, kSteps);
  }
  footer(surface);
}

}  // namespace ui
