#include "ui/screens/panels.h"

#include <imgui.h>

#include <algorithm>

#include "ui/screens/warning_signs.h"
#include "ui/widgets/button.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

struct PanelLook {
  Text title;
  float width;
};

PanelLook lookOf(const Surface& surface, app::Panel panel) {
  constexpr float kNarrow = 480;
  constexpr float kWide = 860;
  switch (panel) {
    case app::Panel::Settings:
      return {Text::Settings, kNarrow};
    case app::Panel::Explain:
      return {Text::ExplainThisNumber, kWide};
    case app::Panel::About:
      return {Text::About, kWide};
    case app::Panel::Shortcuts:
      return {Text::KeyboardShortcuts, kNarrow};
    case app::Panel::Gallery:
      return {Text::Gallery, kWide};
    case app::Panel::Save:
      return {Text::SaveTitle, kWide};
    case app::Panel::TakeAlong:
      return {surface.isPhone() ? Text::MoreWays : Text::TakeAlong, kNarrow};
    case app::Panel::DemonstrationData:
      return {Text::AddDemonstrationData, kNarrow};
    case app::Panel::Menu:
      return {Text::Menu, kNarrow};
    case app::Panel::WarningSigns:
    case app::Panel::None:
      break;
  }
  return {Text::WarningSigns, kNarrow};
}

void content(Surface& surface, const app::State& state) {
  switch (state.panel) {
    case app::Panel::WarningSigns:
      warningSigns(surface, state.configuration.emergencyNumber);
      return;
    case app::Panel::Settings:
      settingsPanel(surface);
      return;
    case app::Panel::Explain:
      explainPanel(surface, state);
      return;
    case app::Panel::About:
      aboutPanel(surface);
      return;
    case app::Panel::Shortcuts:
      shortcutsPanel(surface);
      return;
    case app::Panel::Gallery:
      galleryPanel(surface);
      return;
    case app::Panel::Save:
      savePanel(surface, state);
      return;
    case app::Panel::TakeAlong:
      takeAlongPanel(surface, state);
      return;
    case app::Panel::DemonstrationData:
      demonstrationPanel(surface, state);
      return;
    case app::Panel::Menu:
      menuPanel(surface, state);
      return;
    case app::Panel::None:
      return;
  }
}

/// True when the reader wants the panel gone: its button, Escape, or a press beside it.
bool titleAndClose(Surface& surface, Text title) {
  Layout& layout = surface.layout;
  const float closeWidth = buttonWidth(surface, surface.text(Text::Close), ButtonSize::Small);
  const float titleWidth = layout.width() - closeWidth - space::kMedium;
  const float top = layout.top();
  layout.pushColumn(layout.left(), titleWidth);
  heading(surface, surface.text(title), 1, type::kTitle);
  const float titleBottom = layout.popColumn();
  layout.pushColumn(layout.left() + titleWidth + space::kMedium, closeWidth + 1);
  layout.moveTo(top);
  const bool closed =
      button(surface, surface.text(Text::Close), {.size = ButtonSize::Small, .key = Key("close")});
  layout.moveTo(std::max(titleBottom, layout.popColumn()));
  layout.gap(space::kLarge);
  return closed || surface.semantics.isDismissed();
}

bool sheet(Surface& surface, const app::State& state, const PanelLook& look) {
  const Viewport& viewport = surface.viewport;
  const float width = std::min(viewport.width, surface.pen.scaled(look.width));
  const float left = viewport.width - width;
  const bool pressedBeside =
      ImGui::IsMouseClicked(ImGuiMouseButton_Left) && ImGui::GetIO().MousePos.x < left;
  surface.pen.fill({left, 0, width, viewport.height}, surface.palette.page);
  ImGui::SetCursorScreenPos({left, 0});
  ImGui::BeginChild("sheet", {width, viewport.height});
  const float margin = surface.isPhone() ? space::kMedium : space::kHuge;
  const float top = ImGui::GetCursorScreenPos().y;
  surface.layout.begin(left + margin, width - 2 * margin, top + space::kLarge);
  const NodeId dialog = surface.open(Role::Dialog, surface.text(look.title), Key("panel"));
  surface.semantics.setModal(dialog);
  const bool closed = titleAndClose(surface, look.title);
  content(surface, state);
  surface.layout.gap(space::kHuge);
  surface.semantics.node(dialog).bounds = {left, 0, width, viewport.height};
  surface.semantics.node(dialog).clip = {left, 0, width, viewport.height};
  surface.semantics.close();
  ImGui::SetCursorScreenPos({left, surface.layout.top()});
  ImGui::Dummy({0, 0});
  ImGui::EndChild();
  return closed || pressedBeside;
}

}  // namespace

void openPanel(Surface& surface, const app::State& state) {
  if (state.panel == app::Panel::None) return;
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;
  const Viewport& viewport = surface.viewport;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({viewport.width, viewport.height});
  ImGui::Begin("panel", nullptr, kBare);
  surface.pen.fill({0, 0, viewport.width, viewport.height}, surface.palette.backdrop);
  if (sheet(surface, state, lookOf(surface, state.panel)))
    surface.emit(app::PanelToggled{state.panel});
  ImGui::End();
}

}  // namespace ui
