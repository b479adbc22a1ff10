#include "browser/application.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <span>
#include <utility>
#include <variant>

#include "app/update.h"
#include "browser/clock.h"
#include "browser/history.h"
#include "browser/page.h"
#include "browser/storage.h"

namespace browser {
namespace {

/// The idle lock counts in minutes: nobody needs to know of every movement of the mouse.
constexpr std::int64_t kActivityIntervalMilliseconds = 5'000;

std::span<const std::byte> bytesOf(const std::string& text) {
  return std::as_bytes(std::span(text));
}

/// What shows the ways in before they are known moves them under the pointer when they arrive.
bool knowsWaysIn(const app::State& state) {
  const app::LoadPhase phase = state.configurationLoad.phase;
  return phase == app::LoadPhase::Done || phase == app::LoadPhase::Failed;
}

/// ImGui spreads what came in together over several frames, so that none of it is lost.
bool isInputWaiting() {
  return !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

}  // namespace

Application::Application(Fonts fonts, HttpClient& http)
    : fonts_(std::move(fonts)),
      frameLoop_([this](float seconds) { return drawFrame(seconds); },
                 [this] { accessibleTree_.settle(); }),
      interface_({.regular = bytesOf(fonts_.regular), .semibold = bytesOf(fonts_.semibold)},
                 fallbackText_),
      canvas_([this] { frameLoop_.request(); }),
      screenArea_([this] { frameLoop_.request(); }),
      pointer_([this] { noteUserActivity(); }),
      keyboard_([this] { noteUserActivity(); }),
      accessibleTree_([this] { noteUserActivity(); },
                      [this](float down) { pointer_.scrollBy(down); }),
      effects_(http, [this](app::Event event) { post(std::move(event)); }),
      pageShown_([this] { post(app::PageShown{}); }),
      historyMoved_([this](app::Screen screen) { post(app::HistoryMoved{screen}); }) {
}

bool Application::start() {
  if (!canvas_.start()) return false;
  frameLoop_.watchPresses();
  watchPageShown(pageShown_);
  watchHistory(historyMoved_);
  post(app::Started{.pageUrl = pageAddress(),
                    .query = takeArrivalQuery(),
                    .pendingAuthorizations = storedAuthorizations(),
                    .settings = storedSettings(),
                    .languages = pageLanguages(),
                    .fragment = takeArrivalFragment()});
  return true;
}

void Application::post(app::Event event) {
  events_.push_back(std::move(event));
  // An effect that is answered at once posts from within: its answer waits for its turn.
  if (std::exchange(handlingEvents_, true)) return;
  while (!events_.empty()) {
    const app::Event next = std::move(events_.front());
    events_.pop_front();
    for (app::Effect& effect : app::update(state_, next, readMoment())) {
      effects_.run(std::move(effect));
    }
  }
  handlingEvents_ = false;
  frameLoop_.request();
}

void Application::noteUserActivity() {
  frameLoop_.request();
  const std::int64_t now = monotonicMilliseconds();
  if (now - lastActivity_ < kActivityIntervalMilliseconds) return;
  lastActivity_ = now;
  post(app::UserActive{});
}

bool Application::drawFrame(float seconds) {
  ui::Viewport viewport = screenArea_.viewport();
  viewport.secondsSinceLastFrame = seconds;
  const bool rolling = pointer_.advance(seconds, viewport.reducedMotion);
  if (!canvas_.beginFrame(viewport)) return false;
  const std::vector<ui::SemanticAction> actions = accessibleTree_.takeActions();
  ui::Frame frame = interface_.draw(state_, viewport, actions);
  canvas_.endFrame();
  accessibleTree_.show(frame.semantics);
  pageLooks_.show(ui::paletteOf(state_.settings.theme, {.dark = viewport.darkPreferred,
                                                        .moreContrast = viewport.moreContrast}),
                  state_.settings.textPercent, state_.settings.language);
  pointer_.showCursor();
  if (!revealed_ && knowsWaysIn(state_)) {
    revealed_ = true;
    revealApp();
  }
  for (app::Event& event : frame.events)
    post(std::move(event));
  return frame.animating || rolling || isInputWaiting();
}

}  // namespace browser
