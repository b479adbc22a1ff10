// How long a frame of the worklist takes as the list grows. Drawing ends where the graphics card
// would begin; what a frame of 50 patients takes is what the longer lists are measured against.
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../unit/ui/examples.h"
#include "../../unit/ui/null_renderer.h"
#include "ui/interface.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kFrames = 60;
constexpr int kMeasurements = 7;
constexpr double kBudget = 1000.0 / 60;  // milliseconds, of a screen that shows 60 frames a second

/// A list that is assessed as a whole, with every kind of result.
app::State assessedList(std::size_t count) {
  app::State state = ui::worklistState(count);
  app::Triage& triage = state.worklists.triage;
  triage.phase = app::TriagePhase::Done;
  triage.total = count;
  const auto examples = ui::assessedListState(count).worklists.triage.results;
  std::size_t i = 0;
  for (const auto& [id, patient] : state.worklists.patients) {
    app::PatientSummary summary = examples.at("p" + std::to_string(i++ % examples.size()));
    if (summary.risk) summary.risk = *summary.risk + static_cast<double>(i % 97) / 1000;
    triage.results[id] = std::move(summary);
  }
  triage.revision = 1;
  return state;
}

/// A patient with the list beside them.
app::State patientOfList(std::size_t count) {
  app::State state = assessedList(count);
  state.patient = ui::patientState().patient;
  state.screen = app::Screen::Patient;
  return state;
}

class Drawn {
 public:
  explicit Drawn(app::State state) : state_(std::move(state)) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    sortByRisk();
  }

  /// Milliseconds of one frame: the best of several measurements, because whatever else the machine
  /// does only adds.
  double millisecondsPerFrame(auto beforeEach) {
    double best = 1e9;
    for (int i = 0; i < kMeasurements; ++i) {
      const auto start = Clock::now();
      for (int frame = 0; frame < kFrames; ++frame) {
        beforeEach(state_);
        draw({});
      }
      const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
      best = std::min(best, taken.count() / kFrames);
    }
    return best;
  }

 private:
  ui::Frame draw(std::vector<ui::SemanticAction> actions) {
    ui::Frame frame = interface_.draw(state_, viewport_, actions);
    ui::acceptTextures();
    return frame;
  }

  void sortByRisk() {
    const ui::Frame frame = draw({});
    for (const ui::SemanticNode& node : frame.semantics.nodes) {
      if (node.role == ui::Role::Button && node.name == "10-year risk") {
        draw({{ui::SemanticAction::Kind::Activate, node.id, {}, 0}});
      }
    }
  }

  app::State state_;
  std::vector<std::byte> regular_ = ui::readFont("Inter-Regular.otf");
  std::vector<std::byte> semibold_ = ui::readFont("Inter-SemiBold.otf");
  ui::BlockText fallback_;
  ui::Interface interface_{ui::FontFiles{regular_, semibold_}, fallback_};
  ui::Viewport viewport_{.width = 1440, .height = 900, .reducedMotion = true};
};

void benchmark(std::string_view what, auto stateOf, auto beforeEach) {
  std::printf("%-28.*s %10s %14s %12s\n", static_cast<int>(what.size()), what.data(), "ms/frame",
              "of 50's frame", "of 16.7 ms");
  double first = 0;
  for (const std::size_t count : {50U, 500U, 5000U}) {
    const double milliseconds = Drawn(stateOf(count)).millisecondsPerFrame(beforeEach);
    if (first == 0) first = milliseconds;
    std::printf("%20zu patients %10.3f %14.2f %11.1f%%\n", count, milliseconds,
                milliseconds / first, milliseconds / kBudget * 100);
  }
}

}  // namespace

int main() {
  const auto nothing = [](app::State&) {};
  const auto resultArrives = [](app::State& state) {
    state.worklists.triage.phase = app::TriagePhase::Running;
    ++state.worklists.triage.revision;
  };
  benchmark("list sorted by risk", assessedList, nothing);
  benchmark("the same, a result a frame", assessedList, resultArrives);
  benchmark("patient beside the list", patientOfList, nothing);
}
