#pragma once

#include <string>

namespace ui {

/// What concerns looks and lasts longer than a frame. It holds nothing that the app would miss.
struct ViewState {
  std::string patientSearch;
};

}  // namespace ui
