#include "ui/widgets/progress.h"

#include <algorithm>

#include "ui/widgets/text.h"

namespace ui {

void progressBar(Surface& surface, std::string_view label, int now, int total) {
  const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
  silentText(surface, label, type::kCaption, surface.palette.inkSoft);
  surface.layout.gap(space::kTight);
  constexpr float kThickness = 4;
  const Bounds track = surface.layout.place(kThickness);
  const float part =
      total > 0 ? std::clamp(static_cast<float>(now) / static_cast<float>(total), 0.0F, 1.0F) : 0;
  surface.pen.fill(track, surface.palette.track, kThickness / 2);
  surface.pen.fill({track.left, track.top, std::max(track.width * part, kThickness), kThickness},
                   surface.palette.accent, kThickness / 2);
  SemanticNode& node = surface.record(
      Role::ProgressBar, label, {from.left, from.top, from.width, surface.layout.top() - from.top});
  node.range = RangeValue{0, static_cast<double>(total), 1, static_cast<double>(now), {}};
}

void skeleton(Surface& surface, int lines) {
  constexpr float kFull = 1.0F;
  constexpr float kShort = 0.62F;
  for (int i = 0; i < lines; ++i) {
    const Bounds line = surface.layout.place(surface.pen.scaled(16));
    const float part = i % 2 == 0 ? kFull : kShort;
    surface.pen.fill({line.left, line.top, line.width * part, line.height}, surface.palette.track,
                     radius::kControl / 2);
    surface.layout.gap(space::kMedium);
  }
}

}  // namespace ui
