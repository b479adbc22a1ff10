#include "app/worklist_flow.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/navigation.h"
#include "app/triage_flow.h"
#include "fhir/search.h"
#include "fhir/worklist.h"

namespace app {
namespace {

/// So many searches of a list's patients run at a time: polite to the server, and none of them
/// waits in the browser's queue until it times out.
constexpr int kParallelSearches = 4;
constexpr std::size_t kMostLists = 500;
constexpr int kMostPages = 50;
/// Who is looked for by name is found among the first few hundred, or by more of the name.
constexpr int kMostSearchPages = 10;
/// The reference of the list that a search makes: no server has it.
constexpr std::string_view kSearchReference = "search";

std::string absolute(const State& state, const std::string& relative) {
  return state.signedIn->request.server.fhirBase->below(relative);
}

/// `next` as an absolute URL: only below the EHR's base, where the token may go, and only while the
/// load has pages left. A page that is not followed is a problem: what was read is a part.
std::optional<std::string> nextPage(const State& state, const Call& call,
                                    const std::optional<std::string>& next, int mostPages,
                                    Load& load) {
  if (!next) return std::nullopt;
  const auto current = net::parseUrl(call.request.url);
  const auto url = current ? net::resolve(*current, *next) : std::nullopt;
  if (!url || !net::isUnder(*url, state.signedIn->request.server.fhirBase->url)) {
    load.problem = Problem{fhir::PagingStop::OutsideBase, "", ""};
  } else if (load.pages >= mostPages) {
    load.problem = Problem{fhir::PagingStop::TooManyPages, "", ""};
  } else {
    return url->text();
  }
  return std::nullopt;
}

/// Counts one answer. The load ends with its last request; it has failed when nothing was read.
void finishOne(Load& load, bool anythingRead) {
  if (--load.outstanding > 0) return;
  load.phase = load.problem && !anythingRead ? LoadPhase::Failed : LoadPhase::Done;
}

std::optional<Problem> problemIn(const Answer& answer, const Call& call) {
  if (!answer.ok()) return answer.error();
  if (answer->status == 200) return std::nullopt;
  const auto url = net::parseUrl(call.request.url);
  return problemOf(*answer, url ? url->host : std::string{});
}

void sendPatientSearches(State& state, Effects& effects) {
  auto& worklists = state.worklists;
  while (worklists.patientsLoad.outstanding < kParallelSearches &&
         !worklists.patientSearches.empty()) {
    const std::string search = std::move(worklists.patientSearches.back());
    worklists.patientSearches.pop_back();
    ++worklists.patientsLoad.outstanding;
    readFromEhr(state, effects, ForWorklistPatients{worklists.chosenList()->reference},
                absolute(state, search));
  }
}

bool isRefused(const Answer& answer) {
  // 404 says that the server has no such lists, in whatever form they are asked for.
  constexpr int kNotFound = 404;
  return answer.ok() && answer->status != kNotFound && fhir::isWorthSimplerSearch(answer->status);
}

/// Makes what was found the list on the screen; the last search's list gives way to it.
void showFound(State& state, Effects& effects) {
  Worklists& worklists = state.worklists;
  auto& lists = worklists.lists;
  lists.erase(
      std::remove_if(lists.begin(), lists.end(),
                     [](const fhir::Worklist& each) { return each.reference == kSearchReference; }),
      lists.end());
  lists.push_back(std::move(worklists.search.found));
  worklists.chosen = lists.size() - 1;
  worklists.patients = std::move(worklists.search.patients);
  worklists.patientSearches.clear();
  worklists.patientsLoad = std::move(worklists.search.load);
  worklists.search = PatientSearch{};
  beginTriage(state);
  showScreen(state, effects, Screen::Worklist);
}

}  // namespace

void loadWorklists(State& state, Effects& effects) {
  state.worklists = Worklists{};
  state.worklists.load.phase = LoadPhase::Loading;
  showScreen(state, effects, Screen::Worklists);
  for (const std::string& search : fhir::worklistSearches()) {
    ++state.worklists.load.outstanding;
    readFromEhr(state, effects, ForWorklists{}, absolute(state, search));
    if (!state.signedIn) return;
  }
}

void receive(State& state, Effects& effects, const ForWorklists& purpose, const Call& call,
             const Answer& answer) {
  if (!state.signedIn) return;
  Worklists& worklists = state.worklists;
  if (purpose.isFirstPage && isRefused(answer)) {
    if (auto simpler = fhir::simplerWorklistSearch(call.request.url)) {
      readFromEhr(state, effects, purpose, *std::move(simpler));
      return;
    }
  }
  ++worklists.load.pages;
  auto problem = problemIn(answer, call);
  if (!problem) {
    auto page = fhir::readWorklists(answer->body);
    if (page.ok()) {
      std::move(page->worklists.begin(), page->worklists.end(),
                std::back_inserter(worklists.lists));
      const bool isFull = worklists.lists.size() >= kMostLists;
      if (const auto next =
              nextPage(state, call, page->next, isFull ? 0 : kMostPages, worklists.load)) {
        readFromEhr(state, effects, ForWorklists{.isFirstPage = false}, *next);
        return;
      }
    } else {
      problem = Problem{page.error().code, "", page.error().detail};
    }
  }
  if (problem) worklists.load.problem = std::move(problem);
  finishOne(worklists.load, !worklists.lists.empty());
}

void onWorklistChosen(State& state, Effects& effects, const WorklistChosen& event) {
  if (!state.signedIn) return;
  Worklists& worklists = state.worklists;
  const auto list =
      std::find_if(worklists.lists.begin(), worklists.lists.end(),
                   [&](const fhir::Worklist& each) { return each.reference == event.reference; });
  if (list == worklists.lists.end()) return;
  worklists.chosen = static_cast<std::size_t>(list - worklists.lists.begin());
  worklists.patients.clear();
  worklists.patientsLoad = Load{.phase = LoadPhase::Loading};
  worklists.patientSearches = fhir::patientsByIdSearches(list->patientIds);
  // Sent from the back, so that the patients at the top of the list arrive first.
  std::reverse(worklists.patientSearches.begin(), worklists.patientSearches.end());
  beginTriage(state);
  showScreen(state, effects, Screen::Worklist);
  if (worklists.patientSearches.empty()) worklists.patientsLoad.phase = LoadPhase::Done;
  sendPatientSearches(state, effects);
}

void receive(State& state, Effects& effects, const ForWorklistPatients& purpose, const Call& call,
             const Answer& answer) {
  Worklists& worklists = state.worklists;
  const fhir::Worklist* list = worklists.chosenList();
  if (!state.signedIn || list == nullptr || list->reference != purpose.list) return;
  if (isRefused(answer)) {
    auto reads = fhir::singlePatientReads(call.request.url);
    if (!reads.empty()) {
      std::move(reads.rbegin(), reads.rend(), std::back_inserter(worklists.patientSearches));
      --worklists.patientsLoad.outstanding;
      sendPatientSearches(state, effects);
      return;
    }
  }
  ++worklists.patientsLoad.pages;
  auto problem = problemIn(answer, call);
  if (!problem) {
    auto page = fhir::readPatients(answer->body);
    if (page.ok()) {
      for (fhir::Patient& patient : page->patients) {
        std::string id = patient.id;
        worklists.patients.insert_or_assign(std::move(id), std::move(patient));
      }
      // A page holds one patient at least, or it is one too many.
      const int mostPages = kMostPages + static_cast<int>(list->patientIds.size());
      if (const auto next = nextPage(state, call, page->next, mostPages, worklists.patientsLoad)) {
        readFromEhr(state, effects, purpose, *next);
        return;
      }
    } else {
      problem = Problem{page.error().code, "", page.error().detail};
    }
  }
  if (problem) worklists.patientsLoad.problem = std::move(problem);
  finishOne(worklists.patientsLoad, !worklists.patients.empty());
  sendPatientSearches(state, effects);
  if (worklists.patientsLoad.outstanding > 0) worklists.patientsLoad.phase = LoadPhase::Loading;
}

void onPatientSearched(State& state, Effects& effects, const PatientSearched& event) {
  if (!state.signedIn || event.text.find_first_not_of(' ') == std::string::npos) return;
  const std::uint32_t number = ++state.calls.lastId;
  state.worklists.search = PatientSearch{.number = number,
                                         .text = event.text,
                                         .load = {.phase = LoadPhase::Loading, .outstanding = 1}};
  readFromEhr(state, effects, ForPatientSearch{number},
              absolute(state, fhir::patientSearch(event.text)));
}

void receive(State& state, Effects& effects, const ForPatientSearch& purpose, const Call& call,
             const Answer& answer) {
  PatientSearch& search = state.worklists.search;
  if (!state.signedIn || search.number != purpose.search) return;
  const bool hasCount = call.request.url.find("&_count=") != std::string::npos;
  if (search.load.pages == 0 && hasCount && isRefused(answer)) {
    readFromEhr(state, effects, purpose, *fhir::simplerWorklistSearch(call.request.url));
    return;
  }
  ++search.load.pages;
  auto problem = problemIn(answer, call);
  if (!problem) {
    auto page = fhir::readPatients(answer->body);
    if (page.ok()) {
      for (fhir::Patient& patient : page->patients) {
        if (search.patients.count(patient.id) > 0) continue;
        search.found.patientIds.push_back(patient.id);
        std::string id = patient.id;
        search.patients.insert_or_assign(std::move(id), std::move(patient));
      }
      if (const auto next = nextPage(state, call, page->next, kMostSearchPages, search.load)) {
        readFromEhr(state, effects, purpose, *next);
        return;
      }
    } else {
      problem = Problem{page.error().code, "", page.error().detail};
    }
  }
  if (problem) search.load.problem = std::move(problem);
  finishOne(search.load, !search.patients.empty());
  if (search.patients.empty()) return;
  search.found.reference = kSearchReference;
  search.found.title = search.text;
  search.found.count = search.patients.size();
  showFound(state, effects);
}

}  // namespace app
