#include "ui/widgets/slider.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr float kThumb = 12;
constexpr float kTrack = 6;

float placeOf(double value, const SliderRange& range, const Bounds& track) {
  const double part = (value - range.minimum) / (range.maximum - range.minimum);
  return track.left + track.width * static_cast<float>(std::clamp(part, 0.0, 1.0));
}

double snapped(double value, const SliderRange& range) {
  const double steps = std::round((value - range.minimum) / range.step);
  return std::clamp(range.minimum + steps * range.step, range.minimum, range.maximum);
}

void drawLabel(Surface& surface, std::string_view label, std::string_view text) {
  const Pen& pen = surface.pen;
  const TextBlock value = pen.layOutLine(text, type::kBodyStrong, surface.layout.width() / 2);
  const TextBlock name =
      pen.layOut(label, type::kBody, surface.layout.width() - value.width - space::kSmall);
  const Bounds line = surface.layout.place(std::max(name.height, value.height));
  pen.draw(name, {line.left, line.top}, surface.palette.ink);
  pen.draw(value, {line.left, line.top}, surface.palette.ink, Alignment::Right, line.width);
}

}  // namespace

std::optional<double> slider(Surface& surface, std::string_view label, std::string_view text,
                             const SliderRange& range, double now, double was) {
  const Pen& pen = surface.pen;
  drawLabel(surface, label, text);
  const Bounds bounds = surface.layout.place(std::max(44.0F, surface.targetHeight()));
  const float middle = bounds.top + bounds.height / 2;
  const Bounds track{bounds.left + kThumb, middle - kTrack / 2, bounds.width - 2 * kThumb, kTrack};

  SemanticNode& node = surface.record(Role::Slider, label, bounds, Key(label));
  node.range = RangeValue{range.minimum, range.maximum, range.step, now, std::string(text)};
  const NodeId id = node.id;
  const Interaction interaction = surface.interact(id, bounds);

  const float thumb = placeOf(now, range, track);
  pen.fill(track, surface.palette.track, kTrack / 2);
  pen.fill({track.left, track.top, thumb - track.left, kTrack}, surface.palette.accent, kTrack / 2);
  const float mark = placeOf(was, range, track);
  pen.fill({mark - 1, middle - 9, 2, 18}, surface.palette.inkFaint);
  pen.fillCircle({thumb, middle}, kThumb, surface.palette.surface);
  pen.outlineCircle({thumb, middle}, kThumb - 1, surface.palette.accent, 2);
  if (interaction.focused) {
    surface.focusRing({thumb - kThumb, middle - kThumb, 2 * kThumb, 2 * kThumb}, kThumb);
  }

  std::optional<double> moved = surface.semantics.enteredNumber(id);
  if (interaction.held) {
    const double part = (ImGui::GetIO().MousePos.x - track.left) / track.width;
    moved = range.minimum + part * (range.maximum - range.minimum);
  }
  if (!moved || !std::isfinite(*moved)) return std::nullopt;
  const double value = snapped(*moved, range);
  if (value == now) return std::nullopt;
  return value;
}

}  // namespace ui
