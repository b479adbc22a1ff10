#include "browser/history.h"

#include <emscripten/em_macros.h>

extern "C" {
void historyPush(int screen);
void historyWatch(std::function<void(app::Screen)>* moved);

/// What history holds was written by an earlier page of the app, perhaps by another version of it.
EMSCRIPTEN_KEEPALIVE void historyOnMoved(std::function<void(app::Screen)>* moved, int screen) {
  const bool known = screen >= 0 && screen <= static_cast<int>(app::Screen::EnterValues);
  (*moved)(known ? static_cast<app::Screen>(screen) : app::Screen::Start);
}
}

namespace browser {

void pushHistory(app::Screen screen) {
  historyPush(static_cast<int>(screen));
}

void watchHistory(std::function<void(app::Screen)>& moved) {
  historyWatch(&moved);
}

}  // namespace browser
