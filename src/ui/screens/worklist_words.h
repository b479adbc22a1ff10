#pragma once

#include <string>
#include <vector>

#include "app/triage.h"
#include "ui/surface.h"
#include "ui/widgets/chip.h"

/// A patient's result in the list, in the few words that a row has room for.
namespace ui {

/// "14 %"; "19–31 %" while something is missing; a dash where there is neither.
std::string riskInFigures(const Surface& surface, const app::PatientSummary& summary);

/// The band, or why there is no number.
struct Badge {
  std::string words;
  ChipStyle style;
};
Badge badgeOf(const Surface& surface, const app::PatientSummary& summary);

/// What is to be done before the number is whole and of today; what matters most first.
std::vector<std::string> toDo(const Surface& surface, const app::PatientSummary& summary);
/// The first of them, and how many more: "Measure HDL +2".
std::string toDoInShort(const Surface& surface, const app::PatientSummary& summary);

/// "12 Mar 2026 · 25 %", or a dash.
std::string savedInWords(const Surface& surface, const app::PatientSummary& summary);

}  // namespace ui
