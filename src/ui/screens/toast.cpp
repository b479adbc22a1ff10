#include "ui/screens/toast.h"

#include <imgui.h>

#include <algorithm>

#include "ui/widgets/button.h"

namespace ui {

namespace {

TextBlock words(const Surface& surface, float undoWidth) {
  const float room = surface.viewport.width - 2 * space::kMedium;
  return surface.pen.layOut(
      surface.text(Text::ValuesReset), type::kBody,
      std::max(room - undoWidth - 3 * space::kMedium, surface.pen.scaled(80)));
}

float undoWidthOf(const Surface& surface) {
  return buttonWidth(surface, surface.text(Text::Undo), ButtonSize::Small);
}

}  // namespace

float toastHeight(const Surface& surface) {
  const TextBlock block = words(surface, undoWidthOf(surface));
  return std::max(block.height, surface.targetHeight()) + 2 * space::kSmall;
}

void toastSheet(Surface& surface, const Bounds& sheet) {
  const Pen& pen = surface.pen;
  const float undoWidth = undoWidthOf(surface);
  const TextBlock block = words(surface, undoWidth);
  pen.fill(sheet, surface.palette.surface, radius::kCard);
  pen.outline(sheet, surface.palette.controlLine, radius::kCard);
  const Bounds text{sheet.left + space::kMedium, sheet.top + (sheet.height - block.height) / 2,
                    block.width, block.height};
  pen.draw(block, {text.left, text.top}, surface.palette.ink);
  surface.record(Role::Status, surface.text(Text::ValuesReset), text, Key("toast"));
  surface.layout.pushColumn(sheet.left + sheet.width - undoWidth - space::kMedium, undoWidth + 1);
  surface.layout.moveTo(sheet.top + space::kSmall);
  if (button(surface, surface.text(Text::Undo), {.size = ButtonSize::Small, .key = Key("undo")})) {
    surface.emit(app::WhatIfResetUndone{});
  }
  surface.layout.popColumn();
}

void toast(Surface& surface, const app::State& state, float bottom) {
  if (!state.undoableReset) return;
  const Viewport& viewport = surface.viewport;
  const float room = viewport.width - 2 * space::kMedium;
  const float undoWidth = undoWidthOf(surface);
  const float width =
      std::min(words(surface, undoWidth).width + undoWidth + 3 * space::kMedium, room);
  const float height = toastHeight(surface);
  const Bounds sheet{(viewport.width - width) / 2, bottom - height - space::kLarge, width, height};
  ImGui::SetNextWindowPos({sheet.left, sheet.top});
  ImGui::SetNextWindowSize({sheet.width, sheet.height});
  ImGui::Begin("toast", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoFocusOnAppearing);
  surface.layout.begin(sheet.left, sheet.width, sheet.top);
  toastSheet(surface, sheet);
  ImGui::End();
}

}  // namespace ui
