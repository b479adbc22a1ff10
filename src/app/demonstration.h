#pragma once

#include <optional>

#include "app/problem.h"

namespace app {

enum class DemonstrationStep {
  Question,          ///< nothing has been sent
  AskingPermission,  ///< says that the record system will ask; nothing has been sent
  Writing,
  Failed,
};

/// Writing invented observations for the patient on the screen. When they are stored, the record is
/// read anew and this is gone.
struct Demonstration {
  DemonstrationStep step = DemonstrationStep::Question;
  std::optional<Problem> problem;  ///< with Failed
};

}  // namespace app
