#pragma once

#include "app/state.h"
#include "ui/screens/worklist_order.h"
#include "ui/surface.h"

namespace ui {

/// Search field and filters over a list of patients, each filter with the number that it leaves;
/// on phones also the choice of what to sort by, which wider screens have in the table's head.
void worklistFilters(Surface& surface, const WorklistCounts& counts, WorklistChoice& choice);

/// How far the list is assessed, with Stop, Continue or Retry.
void triageProgress(Surface& surface, const app::Worklists& worklists);

}  // namespace ui
