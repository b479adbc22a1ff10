#include "ui/widgets/notice.h"

#include <string>

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

Tone toneOf(const Surface& surface, NoticeKind kind) {
  switch (kind) {
    case NoticeKind::Error:
      return surface.palette.high;
    case NoticeKind::Warning:
      return surface.palette.intermediate;
    case NoticeKind::Success:
      return surface.palette.low;
    case NoticeKind::Note:
      break;
  }
  return {surface.palette.accent, surface.palette.accentTint};
}

Role roleOf(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::Error:
      return Role::Alert;
    case NoticeKind::Warning:
    case NoticeKind::Success:
      return Role::Status;
    case NoticeKind::Note:
      break;
  }
  return Role::Text;
}

std::string joined(const NoticeText& text) {
  std::string all(text.title);
  for (const std::string_view part : {text.message, text.detail}) {
    if (part.empty()) continue;
    const bool ended = all.ends_with('.') || all.ends_with("…");
    all += ended ? " " : ". ";
    all += part;
  }
  return all;
}

void drawText(Surface& surface, NoticeKind kind, const NoticeText& text) {
  const Bounds from{surface.layout.left(), surface.layout.top(), surface.layout.width(), 0};
  silentText(surface, text.title, type::kBodyStrong, toneOf(surface, kind).ink);
  if (!text.message.empty()) {
    silentText(surface, text.message, type::kBody, surface.palette.ink);
  }
  if (!text.detail.empty()) {
    silentText(surface, text.detail, type::kCaption, surface.palette.inkSoft);
  }
  surface.record(roleOf(kind), joined(text),
                 {from.left, from.top, from.width, surface.layout.top() - from.top});
}

Card::Options cardOptions(const Surface& surface, NoticeKind kind) {
  const Tone tone = toneOf(surface, kind);
  return {tone.tint, tone.ink, space::kMedium};
}

}  // namespace

void notice(Surface& surface, NoticeKind kind, const NoticeText& text) {
  const Card card(surface, cardOptions(surface, kind));
  drawText(surface, kind, text);
}

bool noticeWithButton(Surface& surface, NoticeKind kind, const NoticeText& text,
                      std::string_view buttonLabel, const Key& key) {
  const Card card(surface, cardOptions(surface, kind));
  drawText(surface, kind, text);
  surface.layout.gap(space::kSmall + space::kTight);
  return button(surface, buttonLabel, {.size = ButtonSize::Small, .key = key});
}

}  // namespace ui
