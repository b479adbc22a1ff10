#pragma once

#include <string>
#include <vector>

#include "ui/screens/worklist_order.h"
#include "ui/semantics.h"

namespace ui {

/// What the user looks at in a list of patients.
struct WorklistView {
  WorklistChoice choice;
  WorklistOrder order;
  std::string list;                ///< reference of the list that this is about
  std::vector<std::string> shown;  ///< ids on the screen when they were last told to the app
  bool isRowHeld = false;          ///< the pointer or the keyboard was on a row in the last frame
  NodeId focusedRow = 0;           ///< the last row that had the focus, and its patient
  std::string focusedPatient;
  NodeId opened = 0;          ///< the row by which a patient was opened
  std::string revealed;       ///< the patient that the rail was last scrolled to
  float scroll = 0;           ///< where the page was when it was left
  bool isFilterOpen = false;  ///< on phones, where filters and order take a button's press to see
  std::string find;           ///< what is typed into "Find a patient"
};

/// What concerns looks and lasts longer than a frame. It holds nothing that the app would miss.
struct ViewState {
  WorklistView worklist;
};

}  // namespace ui
