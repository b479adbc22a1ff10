#include "ui/screens/worklist_rows.h"

#include "ui/screens/person.h"
#include "ui/screens/rows_in_view.h"
#include "ui/screens/worklist_cells.h"
#include "ui/widgets/card.h"

namespace ui {

namespace {

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

  void draw(const RowsInView& rows) {
    const float top = surface_.layout.top();
    held_ = false;
    view_.opened = 0;
    drawRows(rows.recorded, focusedRow(surface_, view_, ids_), ids_.size(),
             [&](std::size_t index) { row(index, top); });
    surface_.layout.moveTo(top + height_ * static_cast<float>(ids_.size()));
    view_.isRowHeld = held_;
    tellWhoIsSeen(surface_, state_.worklists.triage, ids_, rows.seen, view_);
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
    if (state_.patient && state_.patient->id == patient.id) view_.opened = id;
    if (interaction.pressed) surface_.emit(app::PatientChosen{patient.id});
    return interaction;
  }

  Surface& surface_;
  const app::State& state_;
  const std::vector<std::string>& ids_;
  WorklistView& view_;
  std::vector<WorklistTableColumn> columns_;
  float height_;
  bool held_ = false;
};

}  // namespace

void patientTable(Surface& surface, const app::State& state, const std::vector<std::string>& ids,
                  WorklistView& view) {
  const Card card(surface, {.padding = space::kSmall});
  const NodeId id = surface.open(Role::Table, surface.text(Text::Patient));
  Table table(surface, state, ids, view);
  table.head();
  const RowsInView rows = rowsInView(surface.layout.top(), rowHeight(surface), ids.size());
  if (!rows.isWhole) surface.semantics.node(id).rowCount = ids.size() + 1;
  table.draw(rows);
  surface.semantics.close();
}

}  // namespace ui
