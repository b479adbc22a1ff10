#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a screen means, beside what it looks like. While the widgets of a frame are drawn, each
/// records here its role, name, value, state and place; the browser layer mirrors the record as DOM
/// elements over the canvas. Assistive technology, the keyboard and the end-to-end tests use the
/// app through that mirror (WAI-ARIA 1.2 roles; accessible names as in ACCNAME 1.2).
namespace ui {

enum class Role {
  Banner,
  Navigation,
  Main,
  Region,
  Group,
  Dialog,
  Heading,
  Text,
  List,
  ListItem,
  Table,
  Row,
  ColumnHeader,
  Cell,
  Button,
  Link,
  TextBox,
  SearchBox,
  Switch,
  Checkbox,
  Radio,
  Slider,
  TabList,
  Tab,
  Image,
  ProgressBar,
  Status,  ///< polite live region: a result
  Alert,   ///< assertive live region: an error
};

/// How a table is sorted by the column that it is sorted by.
enum class SortDirection { Ascending, Descending };

/// Names a widget from one frame to the next. Zero is no widget.
using NodeId = std::uint32_t;

/// A rectangle in CSS pixels, from the top left of the canvas.
struct Bounds {
  float left = 0;
  float top = 0;
  float width = 0;
  float height = 0;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// Range and place of a slider or progress bar; `text` is how a person would say the value.
struct RangeValue {
  double minimum = 0;
  double maximum = 1;
  double step = 0;
  double now = 0;
  std::string text;

  friend bool operator==(const RangeValue&, const RangeValue&) = default;
};

/// What the phone's keyboard should offer for a text field.
enum class TextInputKind { Text, Decimal };

/// One element of the accessible tree. All text is plain text; none of it is ever markup.
struct SemanticNode {
  NodeId id = 0;
  NodeId parent = 0;  ///< 0: the root
  Role role = Role::Text;
  std::string name;         ///< accessible name; for Text its content
  std::string value;        ///< text of a text field
  std::string placeholder;  ///< of a text field
  std::string description;  ///< further words, as aria-describedby would give
  std::string language;     ///< BCP 47, where it differs from the interface's
  std::string url;          ///< of a Link that leaves the app
  int level = 0;            ///< of a Heading, 1..6
  TextInputKind inputKind = TextInputKind::Text;
  bool disabled = false;
  bool focusable = false;               ///< an Image that says more to those who look closer
  bool current = false;                 ///< aria-current: the chosen item of a navigation or list
  std::optional<bool> checked;          ///< Switch, Checkbox, Radio
  std::optional<bool> selected;         ///< Tab, Row
  std::optional<bool> expanded;         ///< a Button that opens something
  std::optional<RangeValue> range;      ///< Slider, ProgressBar
  std::optional<SortDirection> sorted;  ///< the ColumnHeader that a Table is sorted by
  /// Of a Table that does not hold all its rows, the header included; of a ListItem of such a List.
  std::size_t rowCount = 0;
  std::size_t rowIndex = 0;  ///< of a Row in such a Table or of such a ListItem, from 1
  Bounds bounds;             ///< where the widget is
  Bounds clip;               ///< the part of the canvas in which it may show

  friend bool operator==(const SemanticNode&, const SemanticNode&) = default;
};

/// The nodes of one frame, parents before children, in reading order.
struct SemanticTree {
  std::vector<SemanticNode> nodes;
  /// The widget that should take the focus now (a dialog that opened, the first heading of a new
  /// screen); 0: leave the focus where it is.
  NodeId moveFocusTo = 0;
  /// While a dialog is open everything outside of it is inert: this is its node, else 0.
  NodeId modal = 0;
};

/// What a person did to an element of the mirror.
struct SemanticAction {
  enum class Kind {
    Activate,   ///< Enter, Space, or an assistive technology's "press"
    Focus,      ///< the element took the focus
    Blur,       ///< the element lost the focus
    SetText,    ///< `text` is the field's new content
    SetNumber,  ///< `number` is the slider's new value
    Dismiss,    ///< Escape
  };
  Kind kind = Kind::Activate;
  NodeId node = 0;
  std::string text;
  double number = 0;
};

}  // namespace ui
