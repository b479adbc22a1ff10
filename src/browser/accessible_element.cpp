#include "browser/accessible_element.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "net/url.h"

namespace browser {
namespace {

using Attributes = std::map<std::string, std::string>;

struct Tag {
  std::string_view name;
  std::string_view role;  ///< empty where the tag says it
  std::string_view type;  ///< of inputs and buttons
};

Tag tagOf(const ui::SemanticNode& node) {
  switch (node.role) {
    case ui::Role::Banner:
      return {"div", "banner", {}};
    case ui::Role::Navigation:
      return {"nav", {}, {}};
    case ui::Role::Main:
      return {"main", {}, {}};
    case ui::Role::Region:
      return {"section", "region", {}};
    case ui::Role::Group:
      return {"div", "group", {}};
    case ui::Role::Dialog:
      return {"div", "dialog", {}};
    case ui::Role::Heading:
      return {"h2", {}, {}};
    case ui::Role::Text:
      return {"span", {}, {}};
    case ui::Role::List:
      return {"div", "list", {}};
    case ui::Role::ListItem:
      return {"div", "listitem", {}};
    case ui::Role::Table:
      return {"div", "table", {}};
    case ui::Role::Row:
      return {"div", "row", {}};
    case ui::Role::ColumnHeader:
      return {"div", "columnheader", {}};
    case ui::Role::Cell:
      return {"div", "cell", {}};
    case ui::Role::Button:
      return {"button", {}, "button"};
    case ui::Role::Link:
      return node.url.empty() ? Tag{"button", "link", "button"} : Tag{"a", {}, {}};
    case ui::Role::TextBox:
      return {"input", {}, "text"};
    case ui::Role::SearchBox:
      return {"input", {}, "search"};
    case ui::Role::Switch:
      return {"input", "switch", "checkbox"};
    case ui::Role::Checkbox:
      return {"input", {}, "checkbox"};
    case ui::Role::Radio:
      return {"input", {}, "radio"};
    case ui::Role::Slider:
      return {"input", {}, "range"};
    case ui::Role::TabList:
      return {"div", "tablist", {}};
    case ui::Role::Tab:
      return {"button", "tab", "button"};
    case ui::Role::Image:
      return {"div", "img", {}};
    case ui::Role::ProgressBar:
      return {"div", "progressbar", {}};
    case ui::Role::Status:
      return {"div", "status", {}};
    case ui::Role::Alert:
      return {"div", "alert", {}};
  }
  return {"div", {}, {}};
}

bool isTextField(ui::Role role) {
  return role == ui::Role::TextBox || role == ui::Role::SearchBox;
}

/// True for roles whose text content is their accessible name (ACCNAME 1.2, "name from content"),
/// and for those whose text is what they announce.
bool isNamedByText(ui::Role role) {
  switch (role) {
    case ui::Role::Heading:
    case ui::Role::Text:
    case ui::Role::ListItem:
    case ui::Role::Row:
    case ui::Role::ColumnHeader:
    case ui::Role::Cell:
    case ui::Role::Button:
    case ui::Role::Link:
    case ui::Role::Tab:
    case ui::Role::Status:
    case ui::Role::Alert:
      return true;
    default:
      return false;
  }
}

std::string decimal(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

std::string_view truth(bool value) {
  return value ? "true" : "false";
}

/// Only addresses that cannot run script: https, http on this machine, a telephone number.
bool isSafeLink(std::string_view url) {
  if (url.substr(0, 4) == "tel:") {
    return url.find_first_not_of("+0123456789", 4) == std::string_view::npos;
  }
  const auto parsed = net::parseUrl(url);
  return parsed && net::isTrustworthy(*parsed);
}

void addLink(const ui::SemanticNode& node, Attributes& attributes) {
  if (!isSafeLink(node.url)) return;
  attributes["href"] = node.url;
  if (node.url.substr(0, 4) == "tel:") return;
  attributes["rel"] = "noopener noreferrer";
  attributes["target"] = "_blank";
}

void addTextField(const ui::SemanticNode& node, AccessibleElement& element) {
  Attributes& attributes = element.attributes;
  // What is typed here may be about a patient: nothing remembers it, nothing sends it anywhere.
  attributes["autocomplete"] = "off";
  attributes["autocapitalize"] = "off";
  attributes["spellcheck"] = "false";
  if (node.inputKind == ui::TextInputKind::Decimal) attributes["inputmode"] = "decimal";
  if (!node.placeholder.empty()) attributes["placeholder"] = node.placeholder;
  element.value = node.value;
}

void addRange(const ui::SemanticNode& node, AccessibleElement& element) {
  if (!node.range) return;
  const ui::RangeValue& range = *node.range;
  Attributes& attributes = element.attributes;
  if (!range.text.empty()) attributes["aria-valuetext"] = range.text;
  if (node.role == ui::Role::Slider) {
    attributes["min"] = decimal(range.minimum);
    attributes["max"] = decimal(range.maximum);
    attributes["step"] = range.step > 0 ? decimal(range.step) : "any";
    element.value = decimal(range.now);
  } else {
    attributes["aria-valuemin"] = decimal(range.minimum);
    attributes["aria-valuemax"] = decimal(range.maximum);
    attributes["aria-valuenow"] = decimal(range.now);
  }
}

void addStates(const ui::SemanticNode& node, AccessibleElement& element) {
  Attributes& attributes = element.attributes;
  const bool native = element.tag == "button" || element.tag == "input";
  if (node.disabled) attributes[native ? "disabled" : "aria-disabled"] = native ? "" : "true";
  if (node.current) attributes["aria-current"] = "true";
  if (node.selected) attributes["aria-selected"] = truth(*node.selected);
  if (node.expanded) attributes["aria-expanded"] = truth(*node.expanded);
  const bool isItem = node.role == ui::Role::ListItem;
  if (node.rowCount > 0) {
    attributes[isItem ? "aria-setsize" : "aria-rowcount"] = std::to_string(node.rowCount);
  }
  if (node.rowIndex > 0) {
    attributes[isItem ? "aria-posinset" : "aria-rowindex"] = std::to_string(node.rowIndex);
  }
  if (node.sorted) {
    const bool ascends = *node.sorted == ui::SortDirection::Ascending;
    attributes["aria-sort"] = ascends ? "ascending" : "descending";
  }
  if (element.tag == "input") element.checked = node.checked;
}

void addName(const ui::SemanticNode& node, const NodeContext& context, AccessibleElement& element) {
  if (!node.description.empty()) element.attributes["aria-description"] = node.description;
  if (!node.language.empty()) element.attributes["lang"] = node.language;
  if (isNamedByText(node.role) && !context.hasChildren) {
    element.text = node.value.empty() ? node.name : node.value;
    if (element.text == node.name) return;
  }
  if (!node.name.empty()) element.attributes["aria-label"] = node.name;
}

/// Elements that take the focus only when the app moves it there.
bool takesFocusFromApp(ui::Role role) {
  return role == ui::Role::Heading || role == ui::Role::Dialog || role == ui::Role::Main ||
         role == ui::Role::Alert || role == ui::Role::Status;
}

/// Rounded, so that a hair's breadth of difference is not a change.
float rounded(float length) {
  return std::round(length * 4) / 4;
}

AccessibleElement::Cut cutOf(const ui::Bounds& bounds, const ui::Bounds& clip) {
  const auto cut = [](float length) { return rounded(std::max(length, 0.F)); };
  return {.top = cut(clip.top - bounds.top),
          .right = cut(bounds.left + bounds.width - clip.left - clip.width),
          .bottom = cut(bounds.top + bounds.height - clip.top - clip.height),
          .left = cut(clip.left - bounds.left)};
}

}  // namespace

AccessibleElement describeElement(const ui::SemanticNode& node, const NodeContext& context) {
  const Tag tag = tagOf(node);
  AccessibleElement element;
  element.tag = tag.name;
  if (node.role == ui::Role::Heading) {
    element.tag = "h" + std::to_string(std::clamp(node.level, 1, 6));
  }
  if (!tag.role.empty()) element.attributes["role"] = tag.role;
  if (!tag.type.empty()) element.attributes["type"] = tag.type;
  if (takesFocusFromApp(node.role)) element.attributes["tabindex"] = "-1";
  if (node.focusable) element.attributes["tabindex"] = "0";
  if (context.modal) element.attributes["aria-modal"] = "true";
  if (element.tag == "a") addLink(node, element.attributes);
  if (isTextField(node.role)) addTextField(node, element);
  addRange(node, element);
  addStates(node, element);
  addName(node, context, element);
  element.place = {.left = rounded(node.bounds.left - context.parentBounds.left),
                   .top = rounded(node.bounds.top - context.parentBounds.top),
                   .width = rounded(node.bounds.width),
                   .height = rounded(node.bounds.height)};
  // A container paints nothing and takes no clicks: only what it contains needs cutting.
  if (!context.hasChildren) element.cut = cutOf(node.bounds, node.clip);
  return element;
}

}  // namespace browser
