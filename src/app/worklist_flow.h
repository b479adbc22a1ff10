#pragma once

#include <string>

#include "app/calls.h"

/// The clinician's lists of patients.
namespace app {

void loadWorklists(State& state, Effects& effects);
void onWorklistChosen(State& state, Effects& effects, const WorklistChosen& event);
void onPatientSearched(State& state, Effects& effects, const PatientSearched& event);

void receive(State& state, Effects& effects, const ForPatientSearch& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForWorklists& purpose, const Call& call,
             const Answer& answer);
void receive(State& state, Effects& effects, const ForWorklistPatients& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
