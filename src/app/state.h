#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/answers.h"
#include "app/assessment.h"
#include "app/call.h"
#include "app/configuration.h"
#include "app/connection_check.h"
#include "app/demonstration.h"
#include "app/entered_values.h"
#include "app/load.h"
#include "app/moment.h"
#include "app/patient_reading.h"
#include "app/problem.h"
#include "app/risk_trend.h"
#include "app/save.h"
#include "app/screen.h"
#include "app/settings.h"
#include "app/sign_in.h"
#include "app/triage.h"
#include "app/visit_work.h"
#include "fhir/clinical_record.h"
#include "fhir/reader.h"
#include "fhir/search.h"
#include "fhir/worklist.h"
#include "net/url.h"

/// Everything the app knows, as one plain value. Only update() changes it.
namespace app {

/// Patients that the user looked for in the EHR, beside the lists.
struct PatientSearch {
  std::uint32_t number = 0;  ///< of the search; zero: none yet
  std::string text;          ///< as typed
  Load load;
  fhir::Worklist found;  ///< a list like any other, once the answer is in
  std::map<std::string, fhir::Patient> patients;
};

/// The user's lists of patients, and the patients of the chosen one.
struct Worklists {
  Load load;
  std::vector<fhir::Worklist> lists;
  std::optional<std::size_t> chosen;  ///< index into `lists`
  PatientSearch search;
  Load patientsLoad;
  std::vector<std::string> patientSearches;       ///< still to be sent, relative to the FHIR base
  std::map<std::string, fhir::Patient> patients;  ///< by id, as they arrive
  Triage triage;                                  ///< the risk of each of them

  const fhir::Worklist* chosenList() const { return chosen ? &lists[*chosen] : nullptr; }
};

/// The patient on the screen.
struct PatientView : PatientReading {
  PatientView() = default;
  explicit PatientView(PatientReading reading) : PatientReading(std::move(reading)) {}

  std::optional<fhir::ClinicalRecord> record;  ///< once the Patient resource is in
  std::optional<Assessment> assessment;        ///< once every kind is in or has failed
  std::optional<WhatIf> whatIf;                ///< with the assessment
  std::vector<PastRisk> pastRisks;             ///< the same, oldest first
  PatientTab tab = PatientTab::Result;
  bool showsParticulars = false;  ///< on the user's wish, where the EHR shows them as well
  std::optional<Save> save;       ///< since the user asked for it
  std::optional<Demonstration> demonstration;  ///< the same
  /// What the user was at when they left to allow it: taken up once the record is read.
  std::optional<oauth::Intention> intention;
  std::optional<VisitWork> leftWith;     ///< the same: what they had tried by then
  Answers answers;                       ///< given at the desk, for this visit only
  std::vector<VisitQuestion> questions;  ///< those answered included; with the assessment
};

/// Records that came from no EHR: the sample patients, or a file of the user's.
struct LocalRecords {
  std::string title;  ///< the file's name; empty for the sample patients
  Load load;
  fhir::RecordReader reader;
};

/// The values that a reset of the what-if took away, for a while.
struct UndoableReset {
  std::string patient;  ///< whose values they are
  WhatIf values;
  oauth::MonotonicTime until{};
};

struct State {
  Moment now;  ///< of the last event
  std::optional<net::Url> pageUrl;
  Load configurationLoad;
  Configuration configuration;
  Settings settings;

  Screen screen = Screen::Start;
  Panel panel = Panel::None;
  /// Which of the assessment's results the panel explains; empty: the headline.
  std::optional<std::size_t> explained;

  std::optional<Started> arrival;  ///< how the page was opened, until the configuration is there
  /// The index of the EHR that the link to this page names, until the user signs in.
  std::optional<std::size_t> invitedTo;
  SignIn signIn;
  /// The origins that connections are locked to since a code was exchanged; empty: any.
  std::vector<std::string> lockedOrigins;
  std::optional<SignedIn> signedIn;
  /// Why the last session ended, when the user did not end it: shown on the start screen.
  std::optional<Problem> sessionProblem;

  /// What the last session was at when it ended, for the next sign-in at the same EHR.
  std::optional<Interrupted> interrupted;
  std::optional<SignedOut> signedOut;  ///< until the next way in is taken

  std::optional<ConnectionCheck> connectionCheck;

  /// Instead of a session: what was opened without signing in.
  std::optional<LocalRecords> local;

  Worklists worklists;  ///< of the EHR, or one list of the local records' patients
  std::optional<PatientView> patient;
  std::optional<UndoableReset> undoableReset;

  std::optional<Entry> entry;  ///< what has been typed by hand
  std::optional<bool> copied;  ///< how the last copying went, until the screen or panel changes

  Calls calls;
  oauth::MonotonicTime deadline{};  ///< the last one asked for; zero: none
};

}  // namespace app
