#pragma once

#include <string>

#include "app/problem.h"
#include "ui/surface.h"

namespace ui {

/// What went wrong, as one sentence; then whom it concerns and what the server said.
struct ProblemText {
  std::string message;
  std::string detail;
};

ProblemText describe(const Surface& surface, const app::Problem& problem);

/// The problem as an alert with a button. True when the button is pressed.
bool problemNotice(Surface& surface, std::string_view title, const app::Problem* problem,
                   std::string_view buttonLabel, const Key& key = {});

}  // namespace ui
