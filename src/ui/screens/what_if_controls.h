#pragma once

#include <string>

#include "app/assessment.h"
#include "risk/what_if.h"
#include "ui/surface.h"

/// What the tab "What if" and the card beside the result have in common.
namespace ui {

/// A slider or switch for everything that can be changed, and the treatments.
void whatIfControls(Surface& surface, const app::Assessment& assessment, const app::WhatIf& whatIf);

/// What the change means for a hundred people, and for how many it must be made.
struct Effect {
  std::string events;   ///< "7.0 fewer events in 100 people"
  std::string toTreat;  ///< "15 people like this must change …"; empty where there is no benefit
};
Effect effectOf(const Surface& surface, const risk::Benefit& benefit);

}  // namespace ui
