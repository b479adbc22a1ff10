#pragma once

namespace cli {

/// What the program ends with.
enum class ExitStatus : int {
  Success = 0,
  /// Something could not be read, or the output not written; everything else was still worked on.
  Unreadable = 1,
  /// The command line itself is wrong.
  Usage = 2,
};

}  // namespace cli
