#pragma once

#include <string>

#include "app/calls.h"

/// Ways in without an EHR: the sample patients and files of the user's own. What is given is the
/// whole record; nothing is sent anywhere.
namespace app {

void onSamplesPressed(State& state, Effects& effects);
void onFileOpened(State& state, Effects& effects, const FileOpened& event);
/// REQUIRES: `state.local`.
void openLocalPatient(State& state, Effects& effects, const std::string& id);

void receive(State& state, Effects& effects, const ForSamples& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
