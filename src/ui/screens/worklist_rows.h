#pragma once

#include <string>
#include <vector>

#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// The chosen list's patients whose name, birth date or identifier contains `search` (letters in
/// either case), by name. Each is said by id, in the state's map.
std::vector<const fhir::Patient*> matchingPatients(const app::Worklists& worklists,
                                                   std::string_view search);

/// The table of patients, one row each. Rows far outside of the window are neither drawn nor
/// recorded, so that thousands stay fluid.
void patientTable(Surface& surface, const std::vector<const fhir::Patient*>& patients,
                  const fhir::Date& today);

}  // namespace ui
