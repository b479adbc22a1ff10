#pragma once

#include <span>

#include "app/state.h"
#include "ui/screens/worklist_order.h"
#include "ui/surface.h"
#include "ui/view_state.h"

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
void tableHead(Surface& surface, WorklistChoice& choice);

/// The cells of one row, drawn and recorded, as the width of the screen allows.
void patientCells(Surface& surface, const PatientRow& row);

/// How high every row is.
float rowHeight(const Surface& surface);

}  // namespace ui
