#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "browser/accessible_element.h"
#include "ui/semantics.h"

namespace browser {

/// Mirrors the meaning of each frame as DOM elements over the canvas, and turns what a person does
/// to them into actions. Only differences reach the DOM, in one call a frame.
class AccessibleTree {
 public:
  /// `acted` is called after each action, `scrolled` when the browser wants the screen's content
  /// moved by that many CSS pixels to bring an element into view. Lives as long as the page.
  AccessibleTree(std::function<void()> acted, std::function<void(float down)> scrolled);
  AccessibleTree(const AccessibleTree&) = delete;
  AccessibleTree& operator=(const AccessibleTree&) = delete;

  /// The actions since the last call.
  std::vector<ui::SemanticAction> takeActions();

  void show(const ui::SemanticTree& tree);

  /// To be called when nothing more is going to be drawn: elements that the browser changed itself,
  /// as it does when a check box is pressed, say again what the app holds.
  void settle();

  /// For the boundary only.
  void onAction(ui::SemanticAction::Kind kind, ui::NodeId node, double number);
  void onScroll(float down) { scrolled_(down); }
  void onChangedByBrowser(ui::NodeId node) { changedByBrowser_.push_back(node); }
  std::string* textOfNextAction() { return &text_; }

 private:
  struct Shown {
    ui::NodeId parent = 0;
    AccessibleElement element;
  };
  using Children = std::map<ui::NodeId, std::vector<ui::NodeId>>;

  std::function<void()> acted_;
  std::function<void(float)> scrolled_;
  std::vector<ui::SemanticAction> actions_;
  std::string text_;
  std::map<ui::NodeId, Shown> shown_;
  Children children_;
  ui::NodeId modal_ = 0;
  std::vector<ui::NodeId> changedByBrowser_;
};

}  // namespace browser
