#include "ui/screens/worklist_rows.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/person.h"
#include "ui/screens/worklist_cells.h"
#include "ui/widgets/card.h"

namespace ui {

namespace {

/// Lists up to this length are in the accessible tree as a whole.
constexpr std::size_t kWhollyRecorded = 200;
/// How far beyond the window rows are still recorded.
constexpr float kRecordedBeyond = 800;

/// Rows from `begin` to before `end`.
struct Rows {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Rows rowsWithin(float from, float to, float top, float height, std::size_t count) {
  const auto place = [&](float at) {
    const float rows = std::clamp((at - top) / height, 0.0F, static_cast<float>(count));
    return static_cast<std::size_t>(rows);
  };
  return {place(from), std::min(place(to) + 1, count)};
}

class Table {
 public:
  Table(Surface& surface, const app::State& state, const std::vector<std::string>& ids,
        WorklistView& view)
      : surface_(surface),
        state_(state),
        ids_(ids),
        view_(view),
        columns_(worklistColumns(surface, surface.layout.width())),
        height_(rowHeight(surface)) {}

  void head() {
    if (!columns_.empty()) tableHead(surface_, columns_, view_.choice);
  }

  void draw() {
    const float top = surface_.layout.top();
    const Bounds window = Pen::clip();
    const Rows seen = rowsWithin(window.top, window.top + window.height, top, height_, ids_.size());
    Rows recorded{0, ids_.size()};
    if (ids_.size() > kWhollyRecorded) {
      recorded =
          rowsWithin(window.top - kRecordedBeyond, window.top + window.height + kRecordedBeyond,
                     top, height_, ids_.size());
    }
    held_ = false;
    if (focused_ < recorded.begin) row(focused_, top);
    for (std::size_t i = recorded.begin; i < recorded.end; ++i)
      row(i, top);
    if (focused_ >= recorded.end && focused_ < ids_.size()) row(focused_, top);
    surface_.layout.moveTo(top + height_ * static_cast<float>(ids_.size()));
    view_.isRowHeld = held_;
    tellWhoIsSeen(seen);
  }

  /// Finds the row that has the focus, wherever the page has been scrolled to since.
  void findFocus() {
    focused_ = ids_.size();
    if (view_.focusedPatient.empty() || !surface_.semantics.isFocused(view_.focusedRow)) return;
    const auto found = std::find(ids_.begin(), ids_.end(), view_.focusedPatient);
    focused_ = static_cast<std::size_t>(found - ids_.begin());
  }

 private:
  void row(std::size_t index, float top) {
    const auto found = state_.worklists.patients.find(ids_[index]);
    if (found == state_.worklists.patients.end()) return;
    const fhir::Patient& patient = found->second;
    const Bounds bounds{surface_.layout.left(), top + height_ * static_cast<float>(index),
                        surface_.layout.width(), height_};
    const NodeId id = surface_.open(Role::Row, {}, Key(patient.id));
    surface_.semantics.node(id).rowIndex = index + 2;
    const PatientRow content{.patient = patient,
                             .summary = summaryFor(state_.worklists, patient.id),
                             .bounds = bounds,
                             .today = app::today(state_.now),
                             .isReading = state_.worklists.triage.readings.count(patient.id) > 0};
    const Interaction interaction = button(content);
    const bool hasRowAbove = index > 0 || !columns_.empty();
    if (hasRowAbove) {
      surface_.pen.line({bounds.left, bounds.top}, {bounds.left + bounds.width, bounds.top},
                        surface_.palette.line);
    }
    patientCells(surface_, columns_, content);
    surface_.semantics.close();
    if (interaction.focused) surface_.focusRing(bounds, 0);
  }

  /// The row reacts as a whole; to assistive technology it is the button with the patient's name.
  Interaction button(const PatientRow& row) {
    const fhir::Patient& patient = row.patient;
    const Bounds& bounds = row.bounds;
    const std::string name = listName(surface_, patient);
    surface_.open(Role::Cell, name);
    SemanticNode& node = surface_.record(Role::Button, name, bounds, Key(patient.id));
    node.description = patientDescription(surface_, row);
    const NodeId id = node.id;
    surface_.semantics.close();
    const Interaction interaction = surface_.interact(id, bounds);
    if (interaction.hovered) surface_.pen.fill(bounds, surface_.palette.accentTint);
    held_ = held_ || interaction.hovered || interaction.focused;
    if (interaction.focused) {
      view_.focusedPatient = patient.id;
      view_.focusedRow = id;
    }
    if (interaction.pressed) {
      view_.opened = id;
      surface_.emit(app::PatientChosen{patient.id});
    }
    return interaction;
  }

  /// Who can be seen is assessed first. Said once for each change, and only while it matters.
  void tellWhoIsSeen(const Rows& seen) {
    if (state_.worklists.triage.pending.empty()) return;
    std::vector<std::string> shown;
    for (std::size_t i = seen.begin; i < seen.end; ++i)
      shown.push_back(ids_[i]);
    if (shown == view_.shown) return;
    view_.shown = shown;
    surface_.emit(app::PatientsShown{std::move(shown)});
  }

  Surface& surface_;
  const app::State& state_;
  const std::vector<std::string>& ids_;
  WorklistView& view_;
  std::vector<WorklistTableColumn> columns_;
  float height_;
  std::size_t focused_ = 0;
  bool held_ = false;
};

}  // namespace

void patientTable(Surface& surface, const app::State& state, const std::vector<std::string>& ids,
                  WorklistView& view) {
  const Card card(surface, {.padding = space::kSmall});
  const NodeId id = surface.open(Role::Table, surface.text(Text::Patient));
  if (ids.size() > kWhollyRecorded) surface.semantics.node(id).rowCount = ids.size() + 1;
  Table table(surface, state, ids, view);
  table.head();
  table.findFocus();
  table.draw();
  surface.semantics.close();
}

}  // namespace ui
