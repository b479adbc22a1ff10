#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>

#include "app/event.h"
#include "app/state.h"
#include "browser/accessible_tree.h"
#include "browser/canvas.h"
#include "browser/effects.h"
#include "browser/fallback_text_renderer.h"
#include "browser/frame_loop.h"
#include "browser/http.h"
#include "browser/keyboard.h"
#include "browser/page_looks.h"
#include "browser/pointer.h"
#include "browser/screen_area.h"
#include "ui/interface.h"

namespace browser {

/// The running app: events in, effects out, frames when something changed. Lives as long as the
/// page.
class Application {
 public:
  /// What the app draws with; ownership passes.
  struct Fonts {
    std::string regular;
    std::string semibold;
  };

  Application(Fonts fonts, HttpClient& http);
  Application(const Application&) = delete;
  Application& operator=(const Application&) = delete;

  /// Tells the app that the page has loaded. False where the browser cannot draw it.
  bool start();

 private:
  /// Hands an event to the app and carries out what it asks for.
  void post(app::Event event);
  void noteUserActivity();
  bool drawFrame(float seconds);

  app::State state_;
  std::deque<app::Event> events_;
  bool handlingEvents_ = false;
  bool revealed_ = false;
  std::int64_t lastActivity_ = 0;  ///< monotonic milliseconds

  Fonts fonts_;
  FrameLoop frameLoop_;
  FallbackTextRenderer fallbackText_;
  ui::Interface interface_;
  Canvas canvas_;
  ScreenArea screenArea_;
  Pointer pointer_;
  Keyboard keyboard_;
  AccessibleTree accessibleTree_;
  PageLooks pageLooks_;
  EffectRunner effects_;
  std::function<void()> pageShown_;
  std::function<void(app::Screen)> historyMoved_;
};

}  // namespace browser
