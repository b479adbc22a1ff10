#include "app/local_flow.h"

#include <algorithm>
#include <utility>

#include "app/entered_flow.h"
#include "app/navigation.h"
#include "app/patient_flow.h"
#include "app/share_link.h"
#include "app/triage_flow.h"

namespace app {
namespace {

constexpr std::uint32_t kSamplesMaximumBytes = 4U * 1024U * 1024U;

/// Shows the patients of what was read: one at once, several as a list.
void showPatients(State& state, Effects& effects) {
  LocalRecords& local = *state.local;
  fhir::Worklist list{.reference = "local", .title = local.title};
  for (std::string& id : local.reader.patientIds()) {
    if (auto record = local.reader.record(id, today(state.now))) {
      state.worklists.patients.emplace(id, std::move(record->patient));
    }
    list.patientIds.push_back(std::move(id));
  }
  list.count = list.patientIds.size();
  local.load.phase = list.patientIds.empty() ? LoadPhase::Failed : LoadPhase::Done;
  if (list.patientIds.empty()) {
    if (!local.load.problem) local.load.problem = Problem{ProblemCode::NoPatient, local.title, ""};
    return;
  }
  const std::string first = list.patientIds.front();
  state.worklists.lists = {std::move(list)};
  state.worklists.chosen = 0;
  state.worklists.patientsLoad.phase = LoadPhase::Done;
  beginTriage(state);
  showScreen(state, effects, Screen::Worklist);
  if (state.worklists.chosenList()->count == 1) openLocalPatient(state, effects, first);
}

void read(State& state, Effects& effects, std::string_view content) {
  LocalRecords& local = *state.local;
  const auto outcome = local.reader.read(content);
  if (outcome.error) {
    local.load.problem = Problem{outcome.error->code, local.title, outcome.error->detail};
  } else if (!outcome.problems.empty()) {
    const fhir::ReadProblem& problem = outcome.problems.front();
    local.load.problem = Problem{problem.code, local.title, problem.message};
  }
  showPatients(state, effects);
}

void begin(State& state, std::string title) {
  state.local = LocalRecords{.title = std::move(title),
                             .load = {.phase = LoadPhase::Loading},
                             .reader = fhir::RecordReader()};
  state.worklists = Worklists{};
  state.patient.reset();
}

}  // namespace

void onSamplesPressed(State& state, Effects& effects) {
  if (state.signedIn || !state.pageUrl) return;
  begin(state, "");
  const auto url = net::resolve(*state.pageUrl, "samples.ndjson");
  send(state, effects, ForSamples{},
       net::Request{.url = url->text(), .maximumBytes = kSamplesMaximumBytes});
}

void receive(State& state, Effects& effects, const ForSamples& /*purpose*/, const Call& call,
             const Answer& answer) {
  if (!state.local || state.local->load.phase != LoadPhase::Loading) return;
  if (answer.ok() && answer->status == 200) {
    read(state, effects, answer->body);
    return;
  }
  const auto url = net::parseUrl(call.request.url);
  state.local->load = {
      .phase = LoadPhase::Failed,
      .problem = answer.ok() ? problemOf(*answer, url ? url->host : "") : answer.error()};
}

void onFileOpened(State& state, Effects& effects, const FileOpened& event) {
  if (state.signedIn) return;
  if (isInputsFile(event.content)) {
    openInputsFile(state, effects, event);
    return;
  }
  begin(state, event.name);
  read(state, effects, event.content);
}

void openLocalPatient(State& state, Effects& effects, const std::string& id) {
  const fhir::Worklist* list = state.worklists.chosenList();
  if (list == nullptr ||
      std::find(list->patientIds.begin(), list->patientIds.end(), id) == list->patientIds.end()) {
    return;
  }
  state.patient = PatientView(PatientReading{.id = id, .reader = state.local->reader});
  for (KindLoad& kind : state.patient->kinds)
    kind.load.phase = LoadPhase::Done;
  showScreen(state, effects, Screen::Patient);
  refreshRecord(state);
}

}  // namespace app
