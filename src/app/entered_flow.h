#pragma once

#include <string_view>

#include "app/effect.h"
#include "app/state.h"

/// A blank assessment, typed by hand or come by a link or small file. Nothing of it is stored.
namespace app {

void onEnterValuesPressed(State& state, Effects& effects);
void onEntryChanged(State& state, const EntryChanged& event);

/// What has been typed stays the same amount when the reader changes units: to those of the state.
void changeEntryUnits(State& state, const Settings& from);

/// Assesses what has been typed once more, if that is what is shown.
void assessEntryAnew(State& state);

/// Opens the inputs of a link's fragment, or says why not. An empty fragment does nothing.
void openFragment(State& state, Effects& effects, std::string_view fragment);
/// Opens a file of inputs.
void openInputsFile(State& state, Effects& effects, const FileOpened& event);

}  // namespace app
