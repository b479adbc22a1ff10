#pragma once

#include <functional>

#include "app/screen.h"

/// The browser's history, in which an entry is a screen and nothing else: no address ever names a
/// patient.
namespace browser {

/// Adds an entry for `screen`.
void pushHistory(app::Screen screen);

/// Calls `moved` when the back or forward button asks for a screen. Once a page; `moved` must
/// outlive it.
void watchHistory(std::function<void(app::Screen)>& moved);

}  // namespace browser
