#pragma once

#include <optional>
#include <vector>

#include "ui/screens/worklist_order.h"
#include "ui/surface.h"

namespace ui {

enum class WorklistCell { Patient, Sex, Age, Risk, Badge, ToDo, LastSaved };

/// A column of the list: what it shows, and its place from the left edge of the rows.
struct WorklistTableColumn {
  WorklistCell cell = WorklistCell::Patient;
  Text title = Text::Patient;
  Alignment alignment = Alignment::Left;
  std::optional<WorklistColumn> sortsBy;
  float left = 0;
  float width = 0;
};

/// Left and right of what stands in a cell.
inline constexpr float kCellPadding = space::kSmall;

/// How wide the arrow of a sorted column is, with its distance from the title.
float sortArrowWidth(const Surface& surface);

/// The columns for rows of this width: each as wide as its longest usual words need, name and "to
/// do" sharing what is left. On tablets risk and band stand in one column, one over the other; on
/// phones there are no columns.
std::vector<WorklistTableColumn> worklistColumns(const Surface& surface, float width);

}  // namespace ui
