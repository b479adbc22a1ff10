#include "app/update.h"

#include <utility>
#include <variant>

#include "app/calls.h"
#include "app/connection_check_flow.h"
#include "app/demonstration_flow.h"
#include "app/entered_flow.h"
#include "app/identity_flow.h"
#include "app/local_flow.h"
#include "app/navigation.h"
#include "app/patient_flow.h"
#include "app/save_flow.h"
#include "app/session_flow.h"
#include "app/sign_in_flow.h"
#include "app/start_flow.h"
#include "app/triage_flow.h"
#include "app/worklist_flow.h"

namespace app {
namespace {

/// Tries again what failed as a whole.
void onStartOver(State& state, Effects& effects) {
  if (state.configurationLoad.phase == LoadPhase::Failed) {
    readConfiguration(state, effects);
  } else if (state.signedIn && state.patient) {
    state.signIn = SignIn{.ehr = state.signIn.ehr, .userKind = state.signIn.userKind};
    showScreen(state, effects, Screen::Patient);
  } else if (state.signedIn) {
    loadWorklists(state, effects);
  } else {
    state.signIn = SignIn{};
    state.sessionProblem.reset();
    showScreen(state, effects, Screen::Start);
  }
}

void onPermissionAccepted(State& state, Effects& effects) {
  if (state.panel == Panel::Save) onSavePermissionAccepted(state, effects);
  if (state.panel == Panel::DemonstrationData) {
    onDemonstrationPermissionAccepted(state, effects);
  }
}

/// Whatever is shown is assessed anew when another model is to give the number.
void onSettingsChanged(State& state, Effects& effects, const SettingsChanged& event) {
  const Settings before = std::exchange(state.settings, event.settings);
  changeEntryUnits(state, before);
  effects.emplace_back(SaveSettings{serialiseSettings(event.settings)});
  if (assessAlike(before, event.settings)) return;
  if (state.worklists.triage.phase != TriagePhase::Idle) beginTriage(state);
  assessEntryAnew(state);
  if ((state.signedIn || state.local) && state.patient && state.patient->assessment) {
    refreshRecord(state);
  }
}

/// One overload an event; the compiler sees to it that none is forgotten.
struct Handler {
  State& state;
  Effects& effects;

  void operator()(const Started& event) const { onStarted(state, effects, event); }
  void operator()(const ResponseReceived& event) const { onResponse(state, effects, event); }
  void operator()(const RequestFailed& event) const { onRequestFailed(state, effects, event); }
  void operator()(const AuthorizationSecretsMade& event) const {
    onSecretsMade(state, effects, event);
  }
  void operator()(const AuthorizationStored& event) const {
    onAuthorizationStored(state, effects, event);
  }
  void operator()(const SignatureVerified& event) const {
    onSignatureVerified(state, effects, event);
  }
  void operator()(const ProofSigned& event) const { onProofSigned(state, effects, event); }
  void operator()(const DeadlineReached& /*event*/) const {
    state.deadline = {};
    onTimePassed(state, effects);
  }
  void operator()(const HistoryMoved& event) const { onHistoryMoved(state, event.screen); }
  void operator()(const PageShown& /*event*/) const {
    onAuthorizationAbandoned(state, effects);
    onTimePassed(state, effects);
  }
  void operator()(const UserActive& /*event*/) const { onUserActive(state); }
  void operator()(const SignInPressed& event) const { onSignInPressed(state, effects, event); }
  void operator()(const ServerSignOutPressed& /*event*/) const {
    onServerSignOutPressed(state, effects);
  }
  void operator()(const ConnectionCheckPressed& event) const {
    onConnectionCheckPressed(state, effects, event);
  }
  void operator()(const SignOutPressed& /*event*/) const { onSignOutPressed(state, effects); }
  void operator()(const SamplesPressed& /*event*/) const { onSamplesPressed(state, effects); }
  void operator()(const OpenFilePressed& /*event*/) const { effects.emplace_back(ChooseFile{}); }
  void operator()(const FileOpened& event) const { onFileOpened(state, effects, event); }
  void operator()(const WorklistChosen& event) const { onWorklistChosen(state, effects, event); }
  void operator()(const PatientChosen& event) const {
    if (state.local) {
      openLocalPatient(state, effects, event.id);
    } else {
      onPatientChosen(state, effects, event);
    }
  }
  void operator()(const PatientSearched& event) const { onPatientSearched(state, effects, event); }
  void operator()(const PatientsShown& event) const { onPatientsShown(state, event); }
  void operator()(const TriageStopped& /*event*/) const { onTriageStopped(state); }
  void operator()(const TriageContinued& /*event*/) const { onTriageContinued(state); }
  void operator()(const RetryPressed& event) const { onRetryPressed(state, effects, event); }
  void operator()(const StartOverPressed& /*event*/) const { onStartOver(state, effects); }
  void operator()(const ScreenRequested& event) const {
    onScreenRequested(state, effects, event.screen);
  }
  void operator()(const PanelToggled& event) const {
    state.panel = state.panel == event.panel ? Panel::None : event.panel;
    state.copied.reset();
    state.explained.reset();
  }
  void operator()(const ExplanationRequested& event) const {
    state.panel = Panel::Explain;
    state.explained = event.result;
  }
  void operator()(const PatientTabChosen& event) const {
    if (state.patient) state.patient->tab = event.tab;
  }
  void operator()(const ParticularsRequested& /*event*/) const {
    if (state.patient) state.patient->showsParticulars = true;
  }
  void operator()(const WhatIfChanged& event) const { onWhatIfChanged(state, event); }
  void operator()(const WhatIfReset& /*event*/) const { onWhatIfReset(state); }
  void operator()(const WhatIfResetUndone& /*event*/) const { onWhatIfResetUndone(state); }
  void operator()(const SavePressed& /*event*/) const { onSavePressed(state); }
  void operator()(const SaveConfirmed& /*event*/) const { onSaveConfirmed(state, effects); }
  void operator()(const SaveRetried& /*event*/) const { onSaveRetried(state, effects); }
  void operator()(const SaveResourceToggled& /*event*/) const { onSaveResourceToggled(state); }
  void operator()(const DemonstrationDataPressed& /*event*/) const {
    onDemonstrationDataPressed(state);
  }
  void operator()(const DemonstrationDataConfirmed& /*event*/) const {
    onDemonstrationDataConfirmed(state, effects);
  }
  void operator()(const PermissionAccepted& /*event*/) const {
    onPermissionAccepted(state, effects);
  }
  void operator()(const ReturnToPatientPressed& /*event*/) const {
    onReturnToPatientPressed(state, effects);
  }
  void operator()(const SettingsChanged& event) const { onSettingsChanged(state, effects, event); }

  // What the user takes along.
  void operator()(const TextCopied& event) const { state.copied = event.copied; }
  void operator()(const CopyRequested& event) const { effects.emplace_back(CopyText{event.text}); }
  void operator()(const FileRequested& event) const {
    effects.emplace_back(SaveFile{event.name, event.mediaType, event.content});
  }
  void operator()(const PrintRequested& event) const {
    effects.emplace_back(PrintDocument{event.document});
  }

  void operator()(const EnterValuesPressed& /*event*/) const {
    onEnterValuesPressed(state, effects);
  }
  void operator()(const EntryChanged& event) const { onEntryChanged(state, event); }
  void operator()(const QuestionAnswered& event) const { onQuestionAnswered(state, event); }
};

}  // namespace

Effects update(State& state, const Event& event, const Moment& now) {
  state.now = now;
  Effects effects;
  std::visit(Handler{state, effects}, event);
  forgetOldReset(state);
  continueTriage(state, effects);
  setDeadline(state, effects);
  return effects;
}

}  // namespace app
