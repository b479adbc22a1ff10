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
  std::string events;  ///< "7.0 fewer events in 100 people"
  /// "15 people like this must change …"; how to begin while nothing differs; empty where it gets
  /// worse.
  std::string detail;
};
Effect effectOf(const Surface& surface, const risk::Benefit& benefit);
/// The longest that an effect gets, to keep room for.
Effect longestEffect(const Surface& surface);

}  // namespace ui
