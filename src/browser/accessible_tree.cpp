#include "browser/accessible_tree.h"

#include <emscripten/em_macros.h>

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

extern "C" {
void accessibleTreeWatch(browser::AccessibleTree* tree);
void accessibleTreeApply(const char* changes, std::size_t size);

EMSCRIPTEN_KEEPALIVE std::string* accessibleTreeText(browser::AccessibleTree* tree) {
  return tree->textOfNextAction();
}

EMSCRIPTEN_KEEPALIVE void accessibleTreeOnScroll(browser::AccessibleTree* tree, double down) {
  tree->onScroll(static_cast<float>(down));
}

EMSCRIPTEN_KEEPALIVE void accessibleTreeOnChanged(browser::AccessibleTree* tree,
                                                  std::uint32_t node) {
  tree->onChangedByBrowser(node);
}

EMSCRIPTEN_KEEPALIVE void accessibleTreeOnAction(browser::AccessibleTree* tree, int kind,
                                                 std::uint32_t node, double number) {
  tree->onAction(static_cast<ui::SemanticAction::Kind>(kind), node, number);
}
}

namespace browser {
namespace {

using Json = nlohmann::json;

/// The attributes that differ; null for one that is to be removed.
Json attributeChanges(const AccessibleElement& before, const AccessibleElement& now) {
  Json changes = Json::object();
  for (const auto& [name, value] : now.attributes) {
    const auto old = before.attributes.find(name);
    if (old == before.attributes.end() || old->second != value) changes[name] = value;
  }
  for (const auto& [name, value] : before.attributes) {
    if (!now.attributes.contains(name)) changes[name] = nullptr;
  }
  return changes;
}

/// What differs between two states of an element; for a new one `before` is an empty element.
Json elementChanges(const AccessibleElement& before, const AccessibleElement& now) {
  Json change = Json::object();
  if (Json attributes = attributeChanges(before, now); !attributes.empty()) {
    change["attributes"] = std::move(attributes);
  }
  if (now.text != before.text) change["text"] = now.text;
  if (now.value && now.value != before.value) change["value"] = *now.value;
  if (now.checked && now.checked != before.checked) change["checked"] = *now.checked;
  if (now.place != before.place) {
    change["place"] = {now.place.left, now.place.top, now.place.width, now.place.height};
  }
  if (now.cut != before.cut) {
    change["cut"] = {now.cut.top, now.cut.right, now.cut.bottom, now.cut.left};
  }
  return change;
}

void send(const Json& changes) {
  // Replaces what is not UTF-8: a name from a record must never be able to stop the app.
  const std::string text = changes.dump(-1, ' ', false, Json::error_handler_t::replace);
  accessibleTreeApply(text.data(), text.size());
}

}  // namespace

AccessibleTree::AccessibleTree(std::function<void()> acted, std::function<void(float)> scrolled)
    : acted_(std::move(acted)), scrolled_(std::move(scrolled)) {
  accessibleTreeWatch(this);
}

std::vector<ui::SemanticAction> AccessibleTree::takeActions() {
  return std::exchange(actions_, {});
}

void AccessibleTree::show(const ui::SemanticTree& tree) {
  Children children;
  std::map<ui::NodeId, const ui::SemanticNode*> nodes;
  for (const ui::SemanticNode& node : tree.nodes) {
    nodes[node.id] = &node;
    children[node.parent].push_back(node.id);
  }

  Json elements = Json::array();
  std::map<ui::NodeId, Shown> shown;
  for (const ui::SemanticNode& node : tree.nodes) {
    const auto parent = nodes.find(node.parent);
    const NodeContext context{
        .parentBounds = parent == nodes.end() ? ui::Bounds{} : parent->second->bounds,
        .hasChildren = children.contains(node.id),
        .modal = node.id == tree.modal};
    Shown now{.parent = node.parent, .element = describeElement(node, context)};
    const auto before = shown_.find(node.id);
    const bool known = before != shown_.end() && before->second.element.tag == now.element.tag;
    Json change = elementChanges(known ? before->second.element : AccessibleElement{}, now.element);
    if (!known) change["tag"] = now.element.tag;
    if (!change.empty()) {
      change["id"] = node.id;
      elements.push_back(std::move(change));
    }
    shown.insert_or_assign(node.id, std::move(now));
  }

  Json order = Json::array();
  for (const auto& [parent, ids] : children) {
    const auto before = children_.find(parent);
    if (before == children_.end() || before->second != ids) order.push_back({parent, ids});
  }
  Json removed = Json::array();
  for (const auto& [id, old] : shown_) {
    if (!shown.contains(id)) removed.push_back(id);
  }

  const bool changed = !elements.empty() || !order.empty() || !removed.empty();
  if (changed || tree.modal != modal_ || tree.moveFocusTo != 0) {
    send({{"removed", std::move(removed)},
          {"elements", std::move(elements)},
          {"order", std::move(order)},
          {"modal", tree.modal},
          {"focus", tree.moveFocusTo}});
  }
  shown_ = std::move(shown);
  children_ = std::move(children);
  modal_ = tree.modal;
}

void AccessibleTree::settle() {
  Json elements = Json::array();
  for (const ui::NodeId id : std::exchange(changedByBrowser_, {})) {
    const auto found = shown_.find(id);
    if (found == shown_.end()) continue;
    Json change{{"id", id}};
    if (found->second.element.value) change["value"] = *found->second.element.value;
    if (found->second.element.checked) change["checked"] = *found->second.element.checked;
    elements.push_back(std::move(change));
  }
  if (elements.empty()) return;
  send({{"removed", Json::array()},
        {"elements", std::move(elements)},
        {"order", Json::array()},
        {"modal", modal_},
        {"focus", 0},
        {"settled", true}});
}

void AccessibleTree::onAction(ui::SemanticAction::Kind kind, ui::NodeId node, double number) {
  actions_.push_back(
      {.kind = kind, .node = node, .text = std::exchange(text_, {}), .number = number});
  acted_();
}

}  // namespace browser
