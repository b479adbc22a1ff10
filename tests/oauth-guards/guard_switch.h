#pragma once

#include <cstdlib>

/// For run.mjs, which compiles this into a copy of the source: is the guard of this number switched
/// off in this run of the tests? The environment variable GUARD_OFF names at most one.
inline bool guardIsOff(int guard) {
  static const int off = [] {
    const char* text = std::getenv("GUARD_OFF");
    return text == nullptr ? 0 : std::atoi(text);
  }();
  return off == guard;
}
