#pragma once

#include "app/state.h"
#include "ui/screens/worklist_order.h"
#include "ui/surface.h"
#include "ui/view_state.h"

namespace ui {

/// Search field, filters with the number that each leaves, and how far the list is assessed, with
/// Stop or Continue. Phones have the filters, and what to sort by, behind a button; wider screens
/// sort by the table's head.
void worklistFilters(Surface& surface, const app::Worklists& worklists,
                     const WorklistCounts& counts, WorklistView& view);

/// What went wrong or is waited for while the list is assessed, with Retry.
void triageNotices(Surface& surface, const app::Worklists& worklists, const WorklistCounts& counts);

}  // namespace ui
