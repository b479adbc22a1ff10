#include "ui/screens/phone_bars.h"

#include <algorithm>
#include <string>

#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/chrome.h"
#include "ui/screens/patient_banner.h"
#include "ui/screens/patient_tabs.h"
#include "ui/screens/person.h"
#include "ui/widgets/logo.h"

namespace ui {

namespace {

constexpr float kTarget = 48;
constexpr float kBar = 56;

float targetSize(const Surface& surface) {
  return std::max(kTarget, surface.pen.scaled(36));
}

/// A square without a frame that is pressed for what `label` says. What it shows is drawn by
/// `drawIcon` around the centre. True when it is pressed.
template <typename DrawIcon>
bool iconButton(Surface& surface, std::string_view label, const Key& key, const Bounds& bounds,
                DrawIcon drawIcon) {
  const NodeId id = surface.record(Role::Button, label, bounds, key).id;
  const Interaction interaction = surface.interact(id, bounds);
  if (interaction.hovered || interaction.held) {
    surface.pen.fill(bounds, surface.palette.page, radius::kControl);
  }
  drawIcon(Point{bounds.left + bounds.width / 2, bounds.top + bounds.height / 2});
  if (interaction.focused) {
    surface.focusRing({bounds.left + space::kTight, bounds.top + space::kTight,
                       bounds.width - 2 * space::kTight, bounds.height - 2 * space::kTight},
                      radius::kControl);
  }
  return interaction.pressed;
}

void menuButton(Surface& surface, float height) {
  const float size = targetSize(surface);
  const Bounds bounds{surface.viewport.width - size - space::kTight, (height - size) / 2, size,
                      size};
  const auto dots = [&surface](Point centre) {
    const float step = surface.pen.scaled(7);
    for (const float x : {-step, 0.0F, step}) {
      surface.pen.fillCircle({centre.x + x, centre.y}, surface.pen.scaled(2.25F),
                             surface.palette.ink);
    }
  };
  if (iconButton(surface, surface.text(Text::Menu), Key("menu"), bounds, dots)) {
    surface.emit(app::PanelToggled{app::Panel::Menu});
  }
}

/// The name and what tells namesakes apart at a glance.
struct WhoIsOpen {
  TextBlock name;
  TextBlock person;
  float height() const { return name.height + person.height; }
};

/// Between the way back and the menu.
struct NamePlace {
  float left;
  float width;
};

NamePlace namePlace(const Surface& surface, const app::State& state) {
  const float side = targetSize(surface) + 2 * space::kTight;
  const float left = wayBackOf(surface, state) ? side : sideMargin(surface);
  return {left, surface.viewport.width - left - side};
}

std::string sexAndAge(const Surface& surface, const app::PatientView& patient) {
  const bool byHand = patient.assessment && patient.assessment->enteredByHand;
  if (!patient.record || byHand) return {};
  return sexAndAge(surface, patient.record->patient, patient.record->asOf);
}

WhoIsOpen whoIsOpen(const Surface& surface, const app::State& state, float room) {
  const std::string person =
      barHoldsSexAndAge(surface, state) ? sexAndAge(surface, *state.patient) : std::string();
  constexpr std::size_t kLines = 2;
  return {
      surface.pen.layOut(patientTitle(surface, *state.patient), type::kBodyStrong, room, kLines),
      surface.pen.layOutLine(person, type::kCaption, room)};
}

void backButton(Surface& surface, const WayBack& back, float height) {
  const float size = targetSize(surface);
  const auto chevron = [&surface](Point centre) {
    drawChevron(surface.pen, centre, Direction::Back, surface.palette.ink);
  };
  if (iconButton(surface, back.label, Key("back"), {space::kTight, (height - size) / 2, size, size},
                 chevron)) {
    surface.emit(app::ScreenRequested{back.screen});
  }
}

/// The risk tried, which stays in sight while what changes it is scrolled to. Nothing where nothing
/// has been changed or the room does not do.
void triedRisk(Surface& surface, const app::PatientView& patient, const Bounds& room) {
  const bool isTried = patient.tab == app::PatientTab::WhatIf && patient.assessment &&
                       patient.whatIf && patient.whatIf->benefit &&
                       !patient.whatIf->isUnchanged(patient.assessment->inputs);
  if (!isTried) return;
  const std::string text = fill(surface.text(Text::IfChanged),
                                {formatRisk(patient.whatIf->benefit->after, wordsOf(surface))});
  const TextBlock block = surface.pen.layOut(text, type::kCaptionStrong, room.width);
  if (block.width > room.width || block.height > room.height) return;
  const float top = room.top + (room.height - block.height) / 2;
  surface.pen.draw(block, {room.left, top}, surface.palette.accent, Alignment::Right, room.width);
  surface.record(Role::Text, text, {room.left, top, room.width, block.height});
}

float patientBar(Surface& surface, const app::State& state) {
  const auto back = wayBackOf(surface, state);
  const auto [left, room] = namePlace(surface, state);
  const WhoIsOpen who = whoIsOpen(surface, state, room);
  const float height = std::max(kBar, who.height() + 2 * space::kSmall);
  surface.pen.fill({0, 0, surface.viewport.width, height}, surface.palette.surface);
  if (back) backButton(surface, *back, height);
  const float top = (height - who.height()) / 2;
  surface.pen.draw(who.name, {left, top}, surface.palette.ink);
  surface.pen.draw(who.person, {left, top + who.name.height}, surface.palette.inkSoft);
  surface
      .record(Role::Heading, patientTitle(surface, *state.patient),
              {left, top, room, who.name.height})
      .level = 1;
  if (!who.person.text.empty()) {
    surface.record(Role::Text, who.person.text,
                   {left, top + who.name.height, room, who.person.height});
  }
  const float taken = std::max(who.name.width, who.person.width) + space::kSmall;
  triedRisk(surface, *state.patient, {left + taken, 0, room - taken, height});
  return height;
}

struct Cells {
  std::size_t columns;
  float width;
  float height;
};

constexpr std::size_t kItems = kPatientTabs.size() + 1;

/// All in a row, or in two where the reader's text is too large for that.
Cells cellsOf(const Surface& surface) {
  float widest = surface.pen.widthOf(surface.text(Text::MoreWays), type::kCaptionStrong);
  for (const PatientTabLabel& each : kPatientTabs) {
    widest = std::max(widest, surface.pen.widthOf(surface.text(each.label), type::kCaptionStrong));
  }
  const float width = surface.viewport.width;
  const float least = widest + 2 * space::kTight;
  const std::size_t columns = least * kItems <= width ? kItems : kItems / 2;
  const float line = surface.pen.scaled(type::kCaption.lineHeight);
  return {columns, width / static_cast<float>(columns),
          std::max(kBar, line + 2 * (space::kSmall + space::kTight))};
}

/// One item of the bar; the chosen one is told by weight and a line as well as by colour.
bool item(Surface& surface, Role role, std::string_view label, const Bounds& bounds, bool chosen) {
  const Palette& palette = surface.palette;
  SemanticNode& node = surface.record(role, label, bounds, Key(label));
  if (role == Role::Tab) node.selected = chosen;
  const Interaction interaction = surface.interact(node.id, bounds);
  if (interaction.held) surface.pen.fill(bounds, palette.page);
  const TextStyle style = chosen ? type::kCaptionStrong : type::kCaption;
  const TextBlock block = surface.pen.layOutLine(label, style, bounds.width);
  surface.pen.draw(block, {bounds.left, bounds.top + (bounds.height - block.height) / 2},
                   chosen ? palette.accent : palette.inkSoft, Alignment::Centre, bounds.width);
  if (chosen) {
    constexpr float kLine = 3;
    const float inset = (bounds.width - block.width) / 2;
    surface.pen.fill({bounds.left + inset, bounds.top, block.width, kLine}, palette.accent);
  }
  if (interaction.focused) {
    surface.focusRing({bounds.left + space::kTight, bounds.top + space::kTight,
                       bounds.width - 2 * space::kTight, bounds.height - 2 * space::kTight},
                      radius::kControl);
  }
  return interaction.pressed;
}

}  // namespace

float phoneTopBar(Surface& surface, const app::State& state) {
  surface.open(Role::Banner, {});
  float height = std::max(kBar, surface.pen.scaled(48));
  if (state.screen == app::Screen::Patient && state.patient) {
    height = patientBar(surface, state);
  } else {
    surface.pen.fill({0, 0, surface.viewport.width, height}, surface.palette.surface);
    const float name = surface.pen.widthOf(surface.text(Text::AppName), type::kBodyStrong);
    const float room = surface.viewport.width - sideMargin(surface) - surface.pen.scaled(24) -
                       space::kSmall - targetSize(surface) - 2 * space::kTight;
    brand(surface, sideMargin(surface), height, name <= room);
  }
  menuButton(surface, height);
  surface.semantics.close();
  surface.pen.line({0, height - 0.5F}, {surface.viewport.width, height - 0.5F},
                   surface.palette.line);
  return height;
}

bool barHoldsSexAndAge(const Surface& surface, const app::State& state) {
  return surface.pen.widthOf(sexAndAge(surface, *state.patient), type::kCaption) <=
         namePlace(surface, state).width;
}

float bottomBarHeight(const Surface& surface, const app::State& state) {
  if (!surface.isPhone() || state.screen != app::Screen::Patient || !state.patient) return 0;
  const Cells cells = cellsOf(surface);
  const std::size_t rows = kItems / cells.columns;
  return cells.height * static_cast<float>(rows);
}

void bottomBar(Surface& surface, const app::State& state) {
  const float height = bottomBarHeight(surface, state);
  if (height <= 0) return;
  const Cells cells = cellsOf(surface);
  const float top = surface.viewport.height - height;
  const auto place = [&](std::size_t index) {
    const std::size_t row = index / cells.columns;
    const std::size_t column = index % cells.columns;
    return Bounds{cells.width * static_cast<float>(column),
                  top + cells.height * static_cast<float>(row), cells.width, cells.height};
  };
  surface.pen.fill({0, top, surface.viewport.width, height}, surface.palette.surface);
  surface.open(Role::Navigation, surface.text(Text::Patient), Key("bottom bar"));
  surface.open(Role::TabList, {});
  for (std::size_t i = 0; i < kPatientTabs.size(); ++i) {
    const PatientTabLabel& each = kPatientTabs[i];
    const bool chosen = state.patient->tab == each.tab;
    if (item(surface, Role::Tab, surface.text(each.label), place(i), chosen) && !chosen) {
      surface.emit(app::PatientTabChosen{each.tab});
    }
  }
  surface.semantics.close();
  if (item(surface, Role::Button, surface.text(Text::MoreWays), place(kItems - 1), false)) {
    surface.emit(app::PanelToggled{app::Panel::TakeAlong});
  }
  surface.semantics.close();
  surface.pen.line({0, top + 0.5F}, {surface.viewport.width, top + 0.5F}, surface.palette.line);
}

}  // namespace ui
