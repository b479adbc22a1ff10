#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/state.h"
#include "ui/surface.h"
#include "ui/view_state.h"

/// What every picture of a list of patients has in common: their order, and which of thousands of
/// rows are drawn.
namespace ui {

/// Rows from `begin` to before `end`.
struct RowSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RowsInView {
  RowSpan seen;         ///< in the window
  RowSpan recorded;     ///< in the accessible tree: all of a short list, else those near the window
  bool isWhole = true;  ///< every row is recorded
};

/// Of `count` rows of this height, the first of them at `top`.
RowsInView rowsInView(float top, float rowHeight, std::size_t count);

/// The ids of the chosen list's patients, as the user wants to see them. The view begins anew with
/// another list.
const std::vector<std::string>& shownPatients(const app::Worklists& worklists, WorklistView& view);

/// The place of the row that has the focus, wherever the page has been scrolled to since;
/// ids.size() when none has it.
std::size_t focusedRow(const Surface& surface, const WorklistView& view,
                       const std::vector<std::string>& ids);

/// Calls `drawRow` for the recorded rows and the one with the focus, from top to bottom.
template <typename DrawRow>
void drawRows(const RowSpan& recorded, std::size_t focused, std::size_t count, DrawRow drawRow) {
  if (focused < recorded.begin) drawRow(focused);
  for (std::size_t i = recorded.begin; i < recorded.end; ++i)
    drawRow(i);
  if (focused >= recorded.end && focused < count) drawRow(focused);
}

/// Who can be seen is assessed first. Said once for each change, and only while it matters.
void tellWhoIsSeen(Surface& surface, const app::Triage& triage, const std::vector<std::string>& ids,
                   const RowSpan& seen, WorklistView& view);

}  // namespace ui
