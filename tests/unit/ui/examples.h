#pragma once

#include <string>
#include <vector>

#include "app/state.h"

/// States of the app to draw.
namespace ui {

/// Monday 23 November 2026, nobody signed in, one EHR configured for clinicians and patients.
app::State startState();

app::State signingInState();

app::State connectionCheckState();

/// Three lists.
app::State worklistsState();

/// A list of `count` patients, all read.
app::State worklistState(std::size_t count);

/// The same list while it is being assessed: the first five have results, of every kind.
app::State assessedListState(std::size_t count);

/// A woman of 51 with treated blood pressure who smokes; everything was read.
app::State patientState();

/// The same three years ago: 48, with a blood pressure of 150; as an assessment saved that day says
/// too. The history is open.
app::State historyState();

/// The same woman, had she stopped smoking and a systolic pressure of 125.
app::State triedState();

/// The patient's data is still on its way.
app::State readingState();

/// Conditions could not be read.
app::State partialState();

/// The patient under another name.
app::State withName(const std::string& name);

struct Example {
  std::string name;
  app::State state;
};

/// Every screen, tab and panel in every state that it can be in.
std::vector<Example> everyState();

/// Computes the assessment anew after the record was changed.
void assess(app::PatientView& patient);

}  // namespace ui
