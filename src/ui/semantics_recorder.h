#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ui/semantics.h"

namespace ui {

/// Tells siblings apart: a widget's own key, or else its place among its siblings.
class Key {
 public:
  Key() = default;
  Key(std::string_view text);  // NOLINT(google-explicit-constructor): a key is written as its text
  Key(const char* text) : Key(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  explicit Key(std::size_t index);

  std::optional<std::uint32_t> hash() const { return hash_; }

 private:
  std::optional<std::uint32_t> hash_;
};

/// Collects the semantic nodes of a frame while its widgets are drawn, and tells the widgets what a
/// person did to them through the mirror. Keeps the focus from frame to frame.
class SemanticsRecorder {
 public:
  void beginFrame(std::span<const SemanticAction> actions);

  /// Adds a node without children. The reference is good until the next node is added.
  SemanticNode& add(Role role, std::string_view name, const Key& key = {});
  /// Adds a node and makes it the parent of what follows, until close().
  NodeId open(Role role, std::string_view name, const Key& key = {});
  void close();
  SemanticNode& node(NodeId id);

  /// The id that the next node with `role` and `key` will have here.
  NodeId nextId(Role role, const Key& key) const;

  bool isActivated(NodeId id) const;
  bool isDismissed() const;
  std::optional<std::string_view> enteredText(NodeId id) const;
  std::optional<double> enteredNumber(NodeId id) const;
  NodeId focused() const { return focused_; }
  bool isFocused(NodeId id) const { return focused_ == id; }
  /// True in the frame in which the node took the focus: time to scroll it into view.
  bool tookFocus(NodeId id) const { return newlyFocused_ == id; }

  void setModal(NodeId id) { tree_.modal = id; }

  /// The finished record. REQUIRES: every open() has been closed.
  SemanticTree takeTree();

 private:
  struct OpenNode {
    NodeId id = 0;
    std::size_t index = 0;
    std::uint32_t children = 0;
  };

  const SemanticAction* find(SemanticAction::Kind kind, NodeId id) const;

  std::span<const SemanticAction> actions_;
  SemanticTree tree_;
  std::vector<OpenNode> open_;
  std::unordered_set<NodeId> ids_;
  NodeId focused_ = 0;
  NodeId newlyFocused_ = 0;
};

}  // namespace ui
