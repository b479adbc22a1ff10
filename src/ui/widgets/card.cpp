#include "ui/widgets/card.h"

namespace ui {

namespace {

constexpr int kBackground = 0;
constexpr int kContent = 1;

}  // namespace

Card::Card(Surface& surface, const Options& options) : surface_(surface), options_(options) {
  if (options_.padding <= 0) {
    options_.padding = surface.isPhone() ? space::kMedium + space::kTight : space::kLarge;
  }
  Layout& layout = surface_.layout;
  bounds_ = {layout.left(), layout.top(), layout.width(), 0};
  layers_.Split(ImGui::GetWindowDrawList(), 2);
  layers_.SetCurrentChannel(ImGui::GetWindowDrawList(), kContent);
  layout.pushColumn(bounds_.left + options_.padding, bounds_.width - 2 * options_.padding);
  layout.gap(options_.padding);
}

Card::~Card() {
  const float bottom = surface_.layout.popColumn() + options_.padding;
  bounds_.height = bottom - bounds_.top;
  ImDrawList* drawList = ImGui::GetWindowDrawList();
  layers_.SetCurrentChannel(drawList, kBackground);
  const Palette& palette = surface_.palette;
  const Pen& pen = surface_.pen;
  if (options_.edge) {
    constexpr float kStripe = 5;
    pen.fill(bounds_, *options_.edge, radius::kCard);
    Bounds sheet = bounds_;
    sheet.left += kStripe;
    sheet.width -= kStripe;
    pen.fill(sheet, options_.fill.value_or(palette.surface), radius::kCard - 2);
  } else {
    pen.fill(bounds_, options_.fill.value_or(palette.surface), radius::kCard);
  }
  if (!options_.edge && !options_.fill) pen.outline(bounds_, palette.line, radius::kCard);
  layers_.Merge(drawList);
  surface_.layout.moveTo(bottom);
}

}  // namespace ui
