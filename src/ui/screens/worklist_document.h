#pragma once

#include <string>
#include <vector>

#include "app/document.h"
#include "app/state.h"
#include "ui/surface.h"

namespace ui {

/// The list on paper: the patients `ids` in that order, with what their rows say.
app::Document worklistDocument(const Surface& surface, const app::State& state,
                               std::string_view title, const std::vector<std::string>& ids);

}  // namespace ui
