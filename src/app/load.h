#pragma once

#include <optional>

#include "app/problem.h"

namespace app {

/// How far a piece of data is on its way.
enum class LoadPhase { Waiting, Loading, Done, Failed };

struct Load {
  LoadPhase phase = LoadPhase::Waiting;
  int pages = 0;                   ///< read so far
  int outstanding = 0;             ///< requests whose answer is awaited
  std::optional<Problem> problem;  ///< when Failed, and when Done but cut short
};

}  // namespace app
