#pragma once

#include <span>

#include "app/state.h"
#include "ui/screens/worklist_columns.h"
#include "ui/screens/worklist_order.h"
#include "ui/surface.h"

namespace ui {

/// A patient, and where their row is.
struct PatientRow {
  const fhir::Patient& patient;
  const app::PatientSummary* summary;  ///< null: not assessed yet
  Bounds bounds;
  fhir::Date today;
  bool isReading = false;  ///< being assessed at this moment
};

/// The table's head: titles, those that can be sorted by being buttons.
void tableHead(Surface& surface, std::span<const WorklistTableColumn> columns,
               WorklistChoice& choice);

/// The cells of one row beside the name's, drawn and recorded; without columns as phones show them.
void patientCells(Surface& surface, std::span<const WorklistTableColumn> columns,
                  const PatientRow& row);

/// What the name's button says beside the name, where no cell of its own does.
std::string patientDescription(const Surface& surface, const PatientRow& row);

/// How high every row is.
float rowHeight(const Surface& surface);

}  // namespace ui
