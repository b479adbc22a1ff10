#include "ui/screens/chrome.h"

#include <imgui.h>

#include <algorithm>
#include <string>

#include "ui/screens/phone_bars.h"
#include "ui/widgets/button.h"
#include "ui/widgets/logo.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr ButtonSize kBarButton = ButtonSize::Small;

float buttonsWidth(const Surface& surface, bool signedIn) {
  float width = buttonWidth(surface, surface.text(Text::WarningSigns), kBarButton) +
                buttonWidth(surface, surface.text(Text::Settings), kBarButton) + space::kSmall;
  if (signedIn) {
    width += buttonWidth(surface, surface.text(Text::SignOut), kBarButton) + space::kSmall;
  }
  return width;
}

void barButtons(Surface& surface, const app::State& state) {
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  if (button(surface, surface.text(Text::WarningSigns), {.size = kBarButton})) {
    surface.emit(app::PanelToggled{app::Panel::WarningSigns});
  }
  if (button(surface, surface.text(Text::Settings), {.size = kBarButton})) {
    surface.emit(app::PanelToggled{app::Panel::Settings});
  }
  if (state.signedIn && button(surface, surface.text(Text::SignOut), {.size = kBarButton})) {
    surface.emit(app::SignOutPressed{});
  }
  surface.layout.endFlow();
}

/// Whom the session belongs to, between the brand and the buttons, where there is room for it.
void whoIsSignedIn(Surface& surface, const app::State& state, float left, float right,
                   float height) {
  if (!state.signedIn) return;
  constexpr float kWorthShowing = 160;
  const float room = right - left - 2 * space::kMedium;
  if (room < kWorthShowing) return;
  const std::string who = sessionWords(surface, state);
  const bool fits = surface.pen.widthOf(who, type::kCaption) <= room;
  const std::string& name = state.signedIn->userName;
  const TextBlock block =
      surface.pen.layOutLine(fits || name.empty() ? who : name, type::kCaption, room);
  const Bounds bounds{right - space::kMedium - block.width, (height - block.height) / 2,
                      block.width, block.height};
  surface.pen.draw(block, {bounds.left, bounds.top}, surface.palette.inkSoft);
  surface.record(Role::Text, who, bounds);
}

}  // namespace

std::string sessionWords(const Surface& surface, const app::State& state) {
  const std::string_view ehr = ehrName(state, state.signedIn->ehr);
  const std::string& name = state.signedIn->userName;
  if (name.empty()) return fill(surface.text(Text::SignedInTo), {ehr});
  return fill(surface.text(Text::SignedInAs), {name, ehr});
}

float sideMargin(const Surface& surface) {
  return surface.isPhone() ? space::kMedium : space::kHuge;
}

float brand(Surface& surface, float left, float height, bool withName) {
  const float size = surface.pen.scaled(24);
  const Bounds mark{left, (height - size) / 2, size, size};
  drawLogo(surface.pen, mark, surface.palette.accent);
  Bounds bounds = mark;
  if (withName) {
    const TextBlock name =
        surface.pen.layOutLine(surface.text(Text::AppName), type::kBodyStrong,
                               surface.viewport.width - mark.left - size - space::kSmall - left);
    surface.pen.draw(name, {mark.left + size + space::kSmall, (height - name.height) / 2},
                     surface.palette.ink);
    bounds.width += space::kSmall + name.width;
  }
  surface.record(Role::Text, surface.text(Text::AppName), bounds);
  return bounds.left + bounds.width;
}

std::string_view ehrName(const app::State& state, std::size_t index) {
  const auto& ehrs = state.configuration.ehrs;
  return index < ehrs.size() ? std::string_view(ehrs[index].name) : std::string_view();
}

std::string localTitle(const Surface& surface, const app::LocalRecords& local) {
  return local.title.empty() ? std::string(surface.text(Text::SamplePatients)) : local.title;
}

std::string worklistTitle(const Surface& surface, const app::State& state,
                          const fhir::Worklist& list) {
  return state.local ? localTitle(surface, *state.local) : list.title;
}

float topBar(Surface& surface, const app::State& state) {
  if (surface.isPhone()) return phoneTopBar(surface, state);
  const float margin = sideMargin(surface);
  const float width = surface.viewport.width;
  const float buttons = buttonsWidth(surface, state.signedIn.has_value());
  const float lineHeight = std::max(64.0F, surface.pen.scaled(52));
  const float mark = surface.pen.scaled(24) + space::kMedium;
  const float name = surface.pen.widthOf(surface.text(Text::AppName), type::kBodyStrong);
  // Large text on a small screen: the buttons go under the name, on as many lines as they need.
  const bool oneLine = 2 * margin + mark + buttons <= width;
  const bool withName = !oneLine || 2 * margin + mark + name + space::kMedium + buttons <= width;

  ImDrawListSplitter layers;
  layers.Split(ImGui::GetWindowDrawList(), 2);
  layers.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
  surface.open(Role::Banner, {});
  const float brandEnd = brand(surface, margin, lineHeight, withName);
  const float buttonsLeft = oneLine ? width - margin - buttons : margin;
  if (oneLine) whoIsSignedIn(surface, state, brandEnd, buttonsLeft, lineHeight);
  const float top = oneLine ? (lineHeight - buttonHeight(surface, kBarButton)) / 2 : lineHeight;
  surface.layout.begin(buttonsLeft, oneLine ? buttons + 1 : width - 2 * margin, top);
  barButtons(surface, state);
  surface.semantics.close();
  const float bottom = oneLine ? lineHeight : surface.layout.top() + space::kSmall + space::kTight;
  layers.SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
  surface.pen.fill({0, 0, width, bottom}, surface.palette.surface);
  layers.Merge(ImGui::GetWindowDrawList());
  surface.pen.line({0, bottom - 0.5F}, {width, bottom - 0.5F}, surface.palette.line);
  return bottom;
}

void sessionEndNotice(Surface& surface, const app::State& state) {
  if (!state.signedIn || state.signedIn->endsAt.empty()) return;
  const float left = surface.layout.left();
  const float width = surface.layout.width();
  const float margin = sideMargin(surface);
  surface.layout.begin(left + margin, width - 2 * margin, surface.layout.top() + space::kMedium);
  notice(surface, NoticeKind::Warning,
         {fill(surface.text(Text::SessionEndsAt), {state.signedIn->endsAt})});
  surface.layout.begin(left, width, surface.layout.top());
}

void footer(Surface& surface) {
  surface.layout.gap(space::kHuge);
  paragraph(surface, surface.text(Text::StandingLine), type::kCaption, surface.palette.inkFaint);
  surface.layout.gap(space::kTight);
  if (button(surface, surface.text(Text::About), {.kind = ButtonKind::Plain})) {
    surface.emit(app::PanelToggled{app::Panel::About});
  }
  surface.layout.gap(space::kHuge);
}

void beginPage(Surface& surface, float maximumWidth) {
  const float margin = sideMargin(surface);
  const float width = std::min(surface.layout.width() - 2 * margin, maximumWidth);
  const float left = surface.layout.left() + (surface.layout.width() - width) / 2;
  surface.layout.begin(left, width, surface.layout.top());
  surface.layout.gap(surface.isPhone() ? space::kMedium : space::kHuge);
}

}  // namespace ui
