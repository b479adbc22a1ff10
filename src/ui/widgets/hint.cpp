#include "ui/widgets/hint.h"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr float kWidth = 380;
constexpr float kPadding = 14;
constexpr float kDistance = 6;

struct LaidOutLine {
  TextBlock label;
  TextBlock words;
};

}  // namespace

void hint(Surface& surface, const Bounds& anchor, std::string_view title,
          const std::vector<HintLine>& lines) {
  const Viewport& viewport = surface.viewport;
  const Pen& pen = surface.pen;
  const float width = std::min(pen.scaled(kWidth), viewport.width - 2 * space::kMedium);
  const float room = width - 2 * kPadding;
  const float labelWidth = room * 0.32F;
  const TextBlock head = pen.layOut(title, type::kCaptionStrong, room);
  std::vector<LaidOutLine> rows;
  float height = head.height + 2 * kPadding;
  for (const auto& [label, words] : lines) {
    rows.push_back({pen.layOut(label, type::kCaption, labelWidth),
                    pen.layOut(words, type::kCaption, room - labelWidth - space::kSmall, 4)});
    height += space::kTight + std::max(rows.back().label.height, rows.back().words.height);
  }
  const float left = std::clamp(anchor.left, space::kMedium,
                                std::max(viewport.width - width - space::kMedium, space::kMedium));
  const float below = anchor.top + anchor.height + kDistance;
  const bool fitsBelow = below + height <= viewport.height - space::kSmall;
  const float top = fitsBelow ? below : std::max(anchor.top - height - kDistance, space::kSmall);
  ImGui::SetNextWindowPos({left, top});
  ImGui::SetNextWindowSize({width, height});
  ImGui::Begin("hint", nullptr,
               ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground);
  const Bounds sheet{left, top, width, height};
  pen.fill(sheet, surface.palette.surface, radius::kControl);
  pen.outline(sheet, surface.palette.controlLine, radius::kControl);
  float y = top + kPadding;
  pen.draw(head, {left + kPadding, y}, surface.palette.ink);
  y += head.height;
  for (const LaidOutLine& row : rows) {
    y += space::kTight;
    pen.draw(row.label, {left + kPadding, y}, surface.palette.inkSoft);
    pen.draw(row.words, {left + kPadding + labelWidth + space::kSmall, y}, surface.palette.ink);
    y += std::max(row.label.height, row.words.height);
  }
  ImGui::End();
}

}  // namespace ui
