#include "app/entered_flow.h"

#include <utility>

#include "app/navigation.h"
#include "app/share_link.h"

namespace app {
namespace {

using Parsed = base::Result<EnteredValues, SharedInputsError>;

/// The values as a patient without a name, so that every part of the patient's screen shows them.
void assessEntry(State& state) {
  const EnteredValues values = valuesOf(*state.entry, state.settings);
  const PatientTab tab = state.patient ? state.patient->tab : PatientTab::Result;
  state.patient = PatientView();
  PatientView& view = *state.patient;
  view.tab = tab;
  for (KindLoad& kind : view.kinds)
    kind.load.phase = LoadPhase::Done;
  view.record = recordOf(values, today(state.now));
  view.assessment = assess(*view.record, state.settings);
  view.assessment->enteredByHand = true;
  view.whatIf = beginWhatIf(*view.assessment);
}

void begin(State& state, Entry entry) {
  state.local.reset();
  state.worklists = Worklists{};
  state.patient.reset();
  state.entry = std::move(entry);
  assessEntry(state);
}

void open(State& state, Effects& effects, const Parsed& parsed, std::string title) {
  if (parsed.ok()) {
    begin(state, entryOf(*parsed, state.settings));
    showScreen(state, effects, Screen::EnterValues);
    return;
  }
  state.local = LocalRecords{.title = std::move(title),
                             .load = {.phase = LoadPhase::Failed,
                                      .problem = Problem{ProblemCode::InputsUnreadable, "", ""}},
                             .reader = fhir::RecordReader()};
}

}  // namespace

void onEnterValuesPressed(State& state, Effects& effects) {
  if (state.signedIn) return;
  begin(state, state.entry.value_or(Entry{}));
  showScreen(state, effects, Screen::EnterValues);
}

void onEntryChanged(State& state, const EntryChanged& event) {
  if (!state.entry) return;
  state.entry = event.entry;
  for (std::string& text : state.entry->texts) {
    if (text.size() > kLongestEntryText) text.resize(kLongestEntryText);
  }
  assessEntry(state);
}

void changeEntryUnits(State& state, const Settings& from) {
  if (!state.entry) return;
  const Entry converted = entryOf(valuesOf(*state.entry, from), state.settings);
  for (std::size_t i = 0; i < kEntryFieldCount; ++i) {
    const bool isOther = hasOtherUnit(static_cast<EntryField>(i), from, state.settings);
    if (isOther) state.entry->texts[i] = converted.texts[i];
  }
}

void assessEntryAnew(State& state) {
  if (state.entry && state.patient && !state.signedIn && !state.local) assessEntry(state);
}

void openFragment(State& state, Effects& effects, std::string_view fragment) {
  if (!fragment.empty()) open(state, effects, parseFragment(fragment), "");
}

void openInputsFile(State& state, Effects& effects, const FileOpened& event) {
  open(state, effects, parseFile(event.content), event.name);
}

}  // namespace app
