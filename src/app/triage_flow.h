#pragma once

#include "app/calls.h"

/// Assessing every patient of the chosen list in the background.
///
/// Patients on the screen come first, then the list's order. At most kTriageRequests run at a time,
/// none while more than kMostRequests are under way altogether or while the patient on the screen
/// is being read. A server that asks for patience (429, 503) pauses all of it; kMostFailures
/// patients in a row that cannot be read stop it until the user says go on.
namespace app {

inline constexpr std::size_t kMostRequests = 6;
/// Leaves two of the connections that a browser opens to a server for whatever the user does next.
inline constexpr std::size_t kTriageRequests = 4;
inline constexpr int kMostFailures = 3;
inline constexpr int kMostRefusals = 6;
/// Local records assessed between two frames.
inline constexpr std::size_t kSlice = 8;

/// Begins with the chosen list, dropping all results of an earlier one.
void beginTriage(State& state);

/// Does what can be done now: sends requests, ends what is finished. Called after every event.
void continueTriage(State& state, Effects& effects);

/// Assesses a slice of the local records once it is due, and ends a pause.
void onTriageTime(State& state);

/// When onTriageTime() wants to be called; zero: not at all.
oauth::MonotonicTime triageDeadline(const State& state);

/// The server asked for patience until `until`: nothing is sent before, and `call`, when it was
/// one of the triage's, is asked again then.
void pauseTriage(State& state, oauth::MonotonicTime until, const Call& call);

/// Begins the readings under way anew, after all requests were cancelled.
void restartReadings(State& state);

/// Takes the result of the patient on the screen, who then needs no reading in the background.
void noteAssessment(State& state);

void onTriageStopped(State& state);
/// Goes on after Stop, or after failures; patients who could not be read are tried again.
void onTriageContinued(State& state);
void onPatientsShown(State& state, const PatientsShown& event);

void receive(State& state, Effects& effects, const ForTriage& purpose, const Call& call,
             const Answer& answer);

}  // namespace app
