#include "ui/screens/toast.h"

#include <imgui.h>

#include <algorithm>

#include "ui/widgets/button.h"

namespace ui {

void toast(Surface& surface, const app::State& state) {
  if (!state.undoableReset) return;
  const Viewport& viewport = surface.viewport;
  const Pen& pen = surface.pen;
  const std::string_view words = surface.text(Text::ValuesReset);
  const float undoWidth = buttonWidth(surface, surface.text(Text::Undo), ButtonSize::Small);
  const float room = viewport.width - 2 * space::kMedium;
  const TextBlock block = pen.layOut(
      words, type::kBody, std::max(room - undoWidth - 3 * space::kMedium, pen.scaled(80)));
  const float width = std::min(block.width + undoWidth + 3 * space::kMedium, room);
  const float height = std::max(block.height, surface.targetHeight()) + 2 * space::kSmall;
  const Bounds sheet{(viewport.width - width) / 2, viewport.height - height - space::kLarge, width,
                     height};
  ImGui::SetNextWindowPos({sheet.left, sheet.top});
  ImGui::SetNextWindowSize({sheet.width, sheet.height});
  ImGui::Begin("toast", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  pen.fill(sheet, surface.palette.surface, radius::kCard);
  pen.outline(sheet, surface.palette.controlLine, radius::kCard);
  const Bounds text{sheet.left + space::kMedium, sheet.top + (height - block.height) / 2,
                    block.width, block.height};
  pen.draw(block, {text.left, text.top}, surface.palette.ink);
  surface.record(Role::Status, words, text, Key("toast"));
  surface.layout.begin(sheet.left + width - undoWidth - space::kMedium, undoWidth + 1,
                       sheet.top + space::kSmall);
  if (button(surface, surface.text(Text::Undo), {.size = ButtonSize::Small})) {
    surface.emit(app::WhatIfResetUndone{});
  }
  ImGui::End();
}

}  // namespace ui
