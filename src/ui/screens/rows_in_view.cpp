#include "ui/screens/rows_in_view.h"

#include <algorithm>

namespace ui {

namespace {

/// Lists up to this length are in the accessible tree as a whole.
constexpr std::size_t kWhollyRecorded = 200;
/// How far beyond the window rows are still recorded.
constexpr float kRecordedBeyond = 800;

RowSpan rowsWithin(float from, float to, float top, float height, std::size_t count) {
  const auto place = [&](float at) {
    const float rows = std::clamp((at - top) / height, 0.0F, static_cast<float>(count));
    return static_cast<std::size_t>(rows);
  };
  return {place(from), std::min(place(to) + 1, count)};
}

}  // namespace

RowsInView rowsInView(float top, float rowHeight, std::size_t count) {
  const Bounds window = Pen::clip();
  const float bottom = window.top + window.height;
  RowsInView rows{.seen = rowsWithin(window.top, bottom, top, rowHeight, count),
                  .recorded = {0, count},
                  .isWhole = count <= kWhollyRecorded};
  if (!rows.isWhole) {
    rows.recorded =
        rowsWithin(window.top - kRecordedBeyond, bottom + kRecordedBeyond, top, rowHeight, count);
  }
  return rows;
}

const std::vector<std::string>& shownPatients(const app::Worklists& worklists, WorklistView& view) {
  const std::string& list = worklists.chosenList()->reference;
  if (view.list != list) view = WorklistView{.list = list};
  const auto hands = view.isRowHeld ? WorklistOrder::Hands::OnRow : WorklistOrder::Hands::Off;
  return view.order.update(worklists, view.choice, hands);
}

std::size_t focusedRow(const Surface& surface, const WorklistView& view,
                       const std::vector<std::string>& ids) {
  if (view.focusedPatient.empty() || !surface.semantics.isFocused(view.focusedRow)) {
    return ids.size();
  }
  const auto found = std::find(ids.begin(), ids.end(), view.focusedPatient);
  return static_cast<std::size_t>(found - ids.begin());
}

void tellWhoIsSeen(Surface& surface, const app::Triage& triage, const std::vector<std::string>& ids,
                   const RowSpan& seen, WorklistView& view) {
  if (triage.pending.empty()) return;
  std::vector<std::string> shown;
  for (std::size_t i = seen.begin; i < seen.end; ++i)
    shown.push_back(ids[i]);
  if (shown == view.shown) return;
  view.shown = shown;
  surface.emit(app::PatientsShown{std::move(shown)});
}

}  // namespace ui
