#include "ui/semantics_recorder.h"

#include <algorithm>

#include "ui/utf8.h"

namespace ui {

namespace {

/// Nobody listens to more, and a record may hold a megabyte.
constexpr std::size_t kLongestName = 1000;

/// FNV-1a, 32 bits.
constexpr std::uint32_t kHashStart = 2166136261U;

std::uint32_t hashByte(std::uint32_t hash, std::uint32_t byte) {
  return (hash ^ (byte & 0xFFU)) * 16777619U;
}

std::uint32_t hashNumber(std::uint32_t hash, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    hash = hashByte(hash, number >> shift);
  return hash;
}

std::uint32_t hashText(std::string_view text) {
  std::uint32_t hash = kHashStart;
  for (const char c : text)
    hash = hashByte(hash, static_cast<unsigned char>(c));
  return hash;
}

/// Spaces that only keep a line from breaking there mean nothing to a listener.
std::string spoken(std::string_view text) {
  std::string line = singleLine(text, kLongestName);
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  for (std::size_t at = line.find(kNoBreakSpace); at != std::string::npos;
       at = line.find(kNoBreakSpace, at)) {
    line.replace(at, kNoBreakSpace.size(), " ");
  }
  return line;
}

Bounds unite(const Bounds& a, const Bounds& b) {
  if (a.width <= 0 && a.height <= 0) return b;
  const float left = std::min(a.left, b.left);
  const float top = std::min(a.top, b.top);
  return {left, top, std::max(a.left + a.width, b.left + b.width) - left,
          std::max(a.top + a.height, b.top + b.height) - top};
}

}  // namespace

Key::Key(std::string_view text) : hash_(hashText(text)) {
}

Key::Key(std::size_t index)
    : hash_(hashNumber(kHashStart, static_cast<std::uint32_t>(index) ^ 0x80000000U)) {
}

void SemanticsRecorder::beginFrame(std::span<const SemanticAction> actions) {
  actions_ = actions;
  tree_ = {};
  open_.clear();
  ids_.clear();
  newlyFocused_ = 0;
  for (const SemanticAction& action : actions) {
    if (action.kind == SemanticAction::Kind::Focus) focused_ = newlyFocused_ = action.node;
    if (action.kind == SemanticAction::Kind::Blur && focused_ == action.node) focused_ = 0;
  }
}

NodeId SemanticsRecorder::nextId(Role role, const Key& key) const {
  std::uint32_t hash = hashNumber(kHashStart, open_.empty() ? 0 : open_.back().id);
  hash = hashNumber(hash, static_cast<std::uint32_t>(role));
  const std::uint32_t place =
      open_.empty() ? static_cast<std::uint32_t>(tree_.nodes.size()) : open_.back().children;
  hash = hashNumber(hash, key.hash().value_or(place));
  while (hash == 0 || ids_.contains(hash))
    ++hash;
  return hash;
}

SemanticNode& SemanticsRecorder::add(Role role, std::string_view name, const Key& key) {
  const NodeId id = nextId(role, key);
  ids_.insert(id);
  SemanticNode& added = tree_.nodes.emplace_back();
  added.id = id;
  added.role = role;
  added.name = spoken(name);
  if (!open_.empty()) {
    added.parent = open_.back().id;
    ++open_.back().children;
  }
  return added;
}

NodeId SemanticsRecorder::open(Role role, std::string_view name, const Key& key) {
  const std::size_t index = tree_.nodes.size();
  const NodeId id = add(role, name, key).id;
  open_.push_back({id, index, 0});
  return id;
}

void SemanticsRecorder::close() {
  const OpenNode closed = open_.back();
  open_.pop_back();
  SemanticNode& node = tree_.nodes[closed.index];
  if (node.bounds.width > 0 || node.bounds.height > 0) return;
  for (std::size_t i = closed.index + 1; i < tree_.nodes.size(); ++i) {
    if (tree_.nodes[i].parent != closed.id) continue;
    node.bounds = unite(node.bounds, tree_.nodes[i].bounds);
    node.clip = unite(node.clip, tree_.nodes[i].clip);
  }
}

SemanticNode& SemanticsRecorder::node(NodeId id) {
  const auto found = std::find_if(tree_.nodes.rbegin(), tree_.nodes.rend(),
                                  [id](const SemanticNode& each) { return each.id == id; });
  return *found;
}

const SemanticAction* SemanticsRecorder::find(SemanticAction::Kind kind, NodeId id) const {
  const auto last = std::find_if(actions_.rbegin(), actions_.rend(), [&](const auto& action) {
    return action.kind == kind && action.node == id;
  });
  return last == actions_.rend() ? nullptr : &*last;
}

bool SemanticsRecorder::isActivated(NodeId id) const {
  return find(SemanticAction::Kind::Activate, id) != nullptr;
}

bool SemanticsRecorder::isDismissed() const {
  return std::any_of(actions_.begin(), actions_.end(), [](const SemanticAction& action) {
    return action.kind == SemanticAction::Kind::Dismiss;
  });
}

std::optional<std::string_view> SemanticsRecorder::enteredText(NodeId id) const {
  const SemanticAction* action = find(SemanticAction::Kind::SetText, id);
  if (action == nullptr) return std::nullopt;
  return action->text;
}

std::optional<double> SemanticsRecorder::enteredNumber(NodeId id) const {
  const SemanticAction* action = find(SemanticAction::Kind::SetNumber, id);
  if (action == nullptr) return std::nullopt;
  return action->number;
}

SemanticTree SemanticsRecorder::takeTree() {
  for (SemanticNode& node : tree_.nodes) {
    node.description = spoken(node.description);
    if (node.range) node.range->text = spoken(node.range->text);
    const bool isTyped = node.role == Role::TextBox || node.role == Role::SearchBox;
    if (!isTyped) node.value = spoken(node.value);
  }
  return std::move(tree_);
}

}  // namespace ui
