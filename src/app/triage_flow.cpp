#include "app/triage_flow.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "fhir/answer_error.h"

namespace app {
namespace {

using fhir::RecordKind;

/// So soon that a frame comes first.
constexpr std::chrono::milliseconds kBetweenSlices{4};

bool isUnderWay(const Triage& triage) {
  return triage.phase == TriagePhase::Running || triage.phase == TriagePhase::Waiting;
}

template <typename Purpose>
std::size_t countOf(const Calls& calls) {
  const auto isOne = [](const Call& call) { return std::holds_alternative<Purpose>(call.purpose); };
  const auto sent = std::count_if(calls.underWay.begin(), calls.underWay.end(),
                                  [&](const auto& each) { return isOne(each.second); });
  const auto waiting =
      std::count_if(calls.waitingForToken.begin(), calls.waitingForToken.end(), isOne);
  return static_cast<std::size_t>(sent + waiting);
}

bool maySend(const State& state) {
  const Calls& calls = state.calls;
  return countOf<ForRecord>(calls) == 0 && countOf<ForTriage>(calls) < kTriageRequests &&
         calls.underWay.size() + calls.waitingForToken.size() < kMostRequests;
}

/// The patient whose turn it is: whoever can be seen, then the list's order.
std::optional<std::string> takeNext(Triage& triage) {
  for (const std::string& id : triage.shown) {
    if (triage.pending.erase(id) > 0) return id;
  }
  while (triage.next < triage.order.size()) {
    const std::string& id = triage.order[triage.next++];
    if (triage.pending.erase(id) > 0) return id;
  }
  return std::nullopt;
}

void keep(Triage& triage, const std::string& id, PatientSummary summary) {
  triage.failures = summary.problem && summary.isUnreadable() ? triage.failures + 1 : 0;
  if (triage.failures >= kMostFailures) {
    triage.phase = TriagePhase::Failed;
    triage.problem = summary.problem;
  }
  triage.results.insert_or_assign(id, std::move(summary));
  ++triage.revision;
}

/// Puts a patient back among those who wait.
void putBack(Triage& triage, const std::string& id) {
  triage.pending.insert(id);
  triage.next = 0;
}

/// Forgets what is under way: answers to it are late from now on.
void abandonReadings(State& state) {
  Triage& triage = state.worklists.triage;
  for (const auto& [id, reading] : triage.readings)
    putBack(triage, id);
  triage.readings.clear();
  triage.queue.clear();
  triage.run = ++state.calls.lastId;
}

std::optional<Problem> firstProblem(const PatientReading& reading) {
  for (const KindLoad& kind : reading.kinds) {
    if (kind.load.problem) return kind.load.problem;
  }
  return std::nullopt;
}

PatientSummary summaryOf(const State& state, const PatientReading& reading) {
  PatientSummary summary;
  if (const auto record =
          reading.reader.record(reading.id, today(state.now), state.configuration.ageLimits)) {
    summary = summarise(*record, assess(*record, state.settings));
  }
  summary.problem = firstProblem(reading);
  return summary;
}

void finishIfSettled(State& state, const std::string& id) {
  Triage& triage = state.worklists.triage;
  const auto found = triage.readings.find(id);
  if (found == triage.readings.end() || !found->second.isSettled()) return;
  PatientSummary summary = summaryOf(state, found->second);
  triage.readings.erase(found);
  keep(triage, id, std::move(summary));
  if (triage.phase == TriagePhase::Failed) abandonReadings(state);
}

void beginReading(State& state, const std::string& id) {
  Triage& triage = state.worklists.triage;
  if (!fhir::isResourceId(id)) {
    keep(triage, id,
         PatientSummary{.problem = Problem{fhir::AnswerErrorCode::UnexpectedType, "", ""}});
    return;
  }
  PatientReading& reading =
      triage.readings.emplace(id, newReading(id, *state.signedIn)).first->second;
  for (const RecordKind kind : fhir::kRecordKinds) {
    if (auto page = beginKind(reading, kind, *state.signedIn)) {
      triage.queue.push_back({id, *std::move(page)});
    }
  }
  finishIfSettled(state, id);
}

void sendQueued(State& state, Effects& effects) {
  QueuedPage next = std::move(state.worklists.triage.queue.front());
  state.worklists.triage.queue.pop_front();
  readFromEhr(state, effects,
              ForTriage{state.worklists.triage.run, std::move(next.patient), next.page.kind},
              std::move(next.page.url));
}

/// How long to wait at least, the server having asked for it `refusals` times in a row: 1, 2, 4...
/// seconds, up to a minute, with a little chance so that many clients do not come back at once.
std::chrono::milliseconds backOff(int refusals, double chance) {
  constexpr std::chrono::milliseconds kFirst{1000};
  constexpr std::chrono::milliseconds kLongest{60'000};
  const auto wait = std::min(kFirst * (1 << std::min(refusals, 6)), kLongest);
  constexpr double kSpread = 0.25;
  return wait + std::chrono::milliseconds(static_cast<std::int64_t>(
                    static_cast<double>(wait.count()) * kSpread * chance));
}

void finishIfDone(Triage& triage) {
  if (triage.phase == TriagePhase::Running && triage.pending.empty() && triage.readings.empty()) {
    triage.phase = TriagePhase::Done;
    triage.due = {};
  }
}

void assessSlice(State& state) {
  Triage& triage = state.worklists.triage;
  for (std::size_t i = 0; i < kSlice; ++i) {
    const auto id = takeNext(triage);
    if (!id) break;
    PatientSummary summary;
    if (const auto record =
            state.local->reader.record(*id, today(state.now), state.configuration.ageLimits)) {
      summary = summarise(*record, assess(*record, state.settings));
    }
    keep(triage, *id, std::move(summary));
  }
  triage.due = state.now.clocks.monotonic + kBetweenSlices;
}

}  // namespace

void beginTriage(State& state) {
  const fhir::Worklist* list = state.worklists.chosenList();
  state.worklists.triage = Triage{.run = ++state.calls.lastId};
  if (list == nullptr) return;
  Triage& triage = state.worklists.triage;
  triage.order = list->patientIds;
  triage.pending.insert(triage.order.begin(), triage.order.end());
  triage.total = triage.pending.size();
  triage.phase = TriagePhase::Running;
  if (state.local) triage.due = state.now.clocks.monotonic;
}

void continueTriage(State& state, Effects& effects) {
  const bool ready = state.worklists.patientsLoad.phase == LoadPhase::Done;
  while (ready && state.signedIn && state.worklists.triage.phase == TriagePhase::Running &&
         maySend(state)) {
    Triage& triage = state.worklists.triage;
    if (!triage.queue.empty()) {
      sendQueued(state, effects);
      continue;
    }
    const auto id = takeNext(triage);
    if (!id) break;
    beginReading(state, *id);
  }
  finishIfDone(state.worklists.triage);
}

void onTriageTime(State& state) {
  Triage& triage = state.worklists.triage;
  if (triage.due == oauth::MonotonicTime{} || triage.due > state.now.clocks.monotonic) return;
  if (triage.phase == TriagePhase::Waiting) {
    triage.phase = TriagePhase::Running;
    triage.due = {};
  } else if (triage.phase == TriagePhase::Running && state.local) {
    assessSlice(state);
  }
}

oauth::MonotonicTime triageDeadline(const State& state) {
  return isUnderWay(state.worklists.triage) ? state.worklists.triage.due : oauth::MonotonicTime{};
}

void pauseTriage(State& state, oauth::MonotonicTime until, const Call& call) {
  Triage& triage = state.worklists.triage;
  if (!isUnderWay(triage)) return;
  const auto* own = std::get_if<ForTriage>(&call.purpose);
  if (own != nullptr && own->run == triage.run) {
    triage.queue.push_front({own->patient, {own->kind, call.request.url}});
  }
  // Requests sent together are refused together: that counts once.
  if (triage.phase == TriagePhase::Running) {
    until =
        std::max(until, state.now.clocks.monotonic + backOff(triage.refusals, state.now.chance));
    ++triage.refusals;
  }
  triage.phase = TriagePhase::Waiting;
  triage.due = std::max(triage.due, until);
  if (triage.refusals > kMostRefusals) {
    triage.phase = TriagePhase::Failed;
    triage.problem = Problem{ProblemCode::ServerFailed, "", ""};
    abandonReadings(state);
  }
}

void restartReadings(State& state) {
  abandonReadings(state);
}

void noteAssessment(State& state) {
  Triage& triage = state.worklists.triage;
  const PatientView& view = *state.patient;
  const fhir::Worklist* list = state.worklists.chosenList();
  if (triage.phase == TriagePhase::Idle || list == nullptr) return;
  const bool isKnown = triage.pending.erase(view.id) > 0 || triage.results.count(view.id) > 0 ||
                       triage.readings.count(view.id) > 0;
  if (!isKnown) return;
  triage.readings.erase(view.id);
  triage.queue.erase(
      std::remove_if(triage.queue.begin(), triage.queue.end(),
                     [&](const QueuedPage& each) { return each.patient == view.id; }),
      triage.queue.end());
  PatientSummary summary = summarise(*view.record, *view.assessment);
  summary.problem = firstProblem(view);
  triage.results.insert_or_assign(view.id, std::move(summary));
  ++triage.revision;
}

void onTriageStopped(State& state) {
  Triage& triage = state.worklists.triage;
  if (!isUnderWay(triage)) return;
  triage.phase = TriagePhase::Stopped;
  abandonReadings(state);
}

void onTriageContinued(State& state) {
  Triage& triage = state.worklists.triage;
  if (isUnderWay(triage) || triage.phase == TriagePhase::Idle) return;
  triage.phase = TriagePhase::Running;
  triage.problem.reset();
  triage.failures = 0;
  triage.refusals = 0;
  for (auto each = triage.results.begin(); each != triage.results.end();) {
    if (each->second.problem) {
      putBack(triage, each->first);
      each = triage.results.erase(each);
    } else {
      ++each;
    }
  }
  ++triage.revision;
  triage.due = state.local ? state.now.clocks.monotonic : oauth::MonotonicTime{};
}

void onPatientsShown(State& state, const PatientsShown& event) {
  constexpr std::size_t kMostShown = 100;
  auto& shown = state.worklists.triage.shown;
  shown.assign(event.ids.begin(), event.ids.begin() + static_cast<std::ptrdiff_t>(
                                                          std::min(event.ids.size(), kMostShown)));
}

void receive(State& state, Effects& /*effects*/, const ForTriage& purpose, const Call& call,
             const Answer& answer) {
  Triage& triage = state.worklists.triage;
  const auto found = triage.readings.find(purpose.patient);
  if (!state.signedIn || triage.run != purpose.run || found == triage.readings.end()) return;
  if (answer.ok()) triage.refusals = 0;
  auto next = takeAnswer(found->second, purpose.kind, call, answer, *state.signedIn);
  // The next page goes before the next patient: what is begun is finished first.
  if (next) triage.queue.push_front({purpose.patient, *std::move(next)});
  finishIfSettled(state, purpose.patient);
}

}  // namespace app
