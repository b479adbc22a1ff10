#include "cli/output.h"

#include <ostream>

namespace cli {

ExitStatus finishOutput(std::ostream& out, std::ostream& err, ExitStatus status) {
  out.flush();
  if (out) return status;
  err << "framingham: the output could not be written\n";
  return status == ExitStatus::Usage ? status : ExitStatus::Unreadable;
}

}  // namespace cli
