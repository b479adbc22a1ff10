#include "ui/screens/warning_signs.h"

#include <algorithm>
#include <array>
#include <string>

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr std::array kSigns{Text::Sweating, Text::ShortnessOfBreath, Text::Nausea, Text::Fatigue,
                            Text::Dizziness};

void sign(Surface& surface, std::string_view words, float left, float width) {
  surface.layout.pushColumn(left, width);
  const float bullet = surface.pen.scaled(16);
  const float middle = surface.layout.top() + surface.pen.scaled(type::kBody.lineHeight) / 2;
  surface.pen.fillCircle({left + 4, middle}, surface.pen.scaled(2.5F), surface.palette.high.ink);
  const TextBlock block = surface.pen.layOut(words, type::kBody, width - bullet);
  const Bounds bounds = surface.layout.place(block.height);
  surface.pen.draw(block, {bounds.left + bullet, bounds.top}, surface.palette.ink);
  surface.record(Role::ListItem, words, bounds);
  surface.layout.popColumn();
}

void signs(Surface& surface) {
  surface.open(Role::List, surface.text(Text::WarningSigns));
  const float width = surface.layout.width();
  const std::size_t columns = width / surface.pen.scaled(1) > 340 ? 2 : 1;
  const float columnWidth = width / static_cast<float>(columns);
  for (std::size_t i = 0; i < kSigns.size(); ++i) {
    const auto column = static_cast<float>(i % columns);
    sign(surface, surface.text(kSigns[i]), surface.layout.left() + column * columnWidth,
         columnWidth);
    const bool lineEnds = i % columns == columns - 1 || i + 1 == kSigns.size();
    if (lineEnds) surface.layout.gap(surface.pen.scaled(type::kBody.lineHeight) + space::kTight);
  }
  surface.semantics.close();
}

/// The number as a telephone link: digits and a leading plus only.
std::string telephoneUrl(std::string_view number) {
  std::string url = "tel:";
  std::copy_if(number.begin(), number.end(), std::back_inserter(url),
               [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
  return url;
}

}  // namespace

void warningSigns(Surface& surface, std::string_view emergencyNumber) {
  surface.open(Role::Region, surface.text(Text::ActNow));
  {
    const Card card(surface, {.fill = surface.palette.surface, .edge = surface.palette.high.ink});
    heading(surface, surface.text(Text::ActNow), 2, type::kSubheading);
    surface.layout.gap(space::kSmall);
    paragraph(surface, surface.text(Text::WarningSignsIntroduction));
    surface.layout.gap(space::kSmall);
    signs(surface);
    if (!emergencyNumber.empty()) {
      surface.layout.gap(space::kMedium);
      linkButton(surface, fill(surface.text(Text::Call), {emergencyNumber}),
                 telephoneUrl(emergencyNumber), {.kind = ButtonKind::Danger, .fillsColumn = true});
    }
    surface.layout.gap(space::kSmall);
    paragraph(surface, surface.text(Text::DoNotWait), type::kCaption, surface.palette.inkSoft);
  }
  surface.semantics.close();
}

}  // namespace ui
