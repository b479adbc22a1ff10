#pragma once

#include <iosfwd>

#include "cli/exit_status.h"

namespace cli {

/// `status`, unless `out` did not take everything (a full disk): then that is said on `err`.
ExitStatus finishOutput(std::ostream& out, std::ostream& err, ExitStatus status);

}  // namespace cli
