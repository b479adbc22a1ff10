#include <algorithm>
#include <string>

#include "ui/screens/panels.h"
#include "ui/shortcuts.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

/// A key as it is printed on the keyboard, beside what it does.
void keyAndMeaning(Surface& surface, std::string_view key, std::string_view meaning) {
  const Pen& pen = surface.pen;
  const TextBlock cap = pen.layOutLine(key, type::kCaptionStrong, surface.layout.width() / 3);
  const float capWidth = std::max(cap.width + 2 * space::kSmall, pen.scaled(32));
  const float indent = pen.scaled(72);
  const TextBlock words = pen.layOut(meaning, type::kBody, surface.layout.width() - indent);
  const float height = std::max(words.height, cap.height + space::kSmall);
  const Bounds line = surface.layout.place(height);
  const Bounds plate{line.left, line.top, capWidth, cap.height + space::kSmall};
  pen.fill(plate, surface.palette.surface, radius::kControl / 2);
  pen.outline(plate, surface.palette.controlLine, radius::kControl / 2);
  pen.draw(cap, {plate.left, plate.top + space::kTight}, surface.palette.ink, Alignment::Centre,
           plate.width);
  pen.draw(words, {line.left + indent, line.top}, surface.palette.ink);
  surface.record(Role::ListItem, std::string(key) + ": " + std::string(meaning), line, Key(key));
  surface.layout.gap(space::kSmall + space::kTight);
}

}  // namespace

void shortcutsPanel(Surface& surface) {
  surface.open(Role::List, surface.text(Text::KeyboardShortcuts));
  for (const Shortcut& each : shortcuts()) {
    const char upper =
        each.key >= 'a' && each.key <= 'z' ? static_cast<char>(each.key - 'a' + 'A') : each.key;
    keyAndMeaning(surface, std::string(1, upper), surface.text(each.meaning));
  }
  keyAndMeaning(surface, "Esc", surface.text(Text::ShortcutClose));
  keyAndMeaning(surface, "Tab", surface.text(Text::ShortcutNext));
  keyAndMeaning(surface, "?", surface.text(Text::KeyboardShortcuts));
  surface.semantics.close();
  surface.layout.gap(space::kSmall);
  paragraph(surface, surface.text(Text::ShortcutsNote), type::kCaption, surface.palette.inkSoft);
}

}  // namespace ui
