#include "ui/shortcuts.h"

#include <algorithm>

namespace ui {

namespace {

constexpr Shortcut kShortcuts[] = {
    {'/', Text::ShortcutSearch, Role::SearchBox, {}},
    {'1', Text::TabResult, Role::Tab, Text::TabResult},
    {'2', Text::TabWhatIf, Role::Tab, Text::TabWhatIf},
    {'3', Text::TabHistory, Role::Tab, Text::TabHistory},
    {'e', Text::ExplainThisNumber, Role::Button, Text::ExplainThisNumber},
    {'r', Text::Reset, Role::Button, Text::Reset},
    {'w', Text::WarningSigns, Role::Button, Text::WarningSigns},
    {'s', Text::Settings, Role::Button, Text::Settings},
};

}  // namespace

std::span<const Shortcut> shortcuts() {
  return kShortcuts;
}

std::optional<SemanticAction> actionOf(char key, const std::vector<SemanticNode>& nodes,
                                       const StringTable& strings) {
  const auto shortcut = std::find_if(std::begin(kShortcuts), std::end(kShortcuts),
                                     [key](const Shortcut& each) { return each.key == key; });
  if (shortcut == std::end(kShortcuts)) return std::nullopt;
  const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const SemanticNode& each) {
    return each.role == shortcut->role && !each.disabled &&
           (!shortcut->widget || each.name == strings[*shortcut->widget]);
  });
  if (node == nodes.end()) return std::nullopt;
  const bool isField = node->role == Role::SearchBox || node->role == Role::TextBox;
  return SemanticAction{
      isField ? SemanticAction::Kind::Focus : SemanticAction::Kind::Activate, node->id, {}, 0};
}

}  // namespace ui
