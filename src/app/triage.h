#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/assessment.h"
#include "app/patient_reading.h"
#include "app/problem.h"
#include "fhir/clinical_record.h"
#include "oauth/time.h"

/// The risk of every patient of a list, found in the background.
namespace app {

/// A fact that is used although it is old.
struct StaleFact {
  fhir::Fact fact = fhir::Fact::Age;
  int years = 0;  ///< completed, from its date to the day of assessment
};

/// The newest assessment that the record holds.
struct SavedRisk {
  fhir::PartialDate date;
  std::optional<double> probability;  ///< 0..1, over ten years
};

/// What is kept of a patient of the list once they are assessed: never the record.
struct PatientSummary {
  /// The headline risk, over ten years, 0..1.
  std::optional<double> risk;
  std::optional<risk::BandLevel> band;
  /// Id of the model that gave the risk, or could not; empty when the record could not be read.
  std::string_view model;
  /// Why there is no risk. Both this and `risk` are empty when the record could not be read.
  std::optional<risk::Reason> reason;
  /// The inputs that are out of range, with reason OutOfRange.
  std::vector<risk::Input> outOfRange;
  /// What the headline model lacks; cholesterol also where the body-mass-index model did without.
  std::vector<risk::Input> missing;
  /// Lowest and highest risk over what is missing.
  std::optional<double> lowest;
  std::optional<double> highest;
  std::vector<StaleFact> stale;       ///< among what the headline model uses
  std::vector<fhir::Fact> questions;  ///< somebody has to answer these
  std::size_t contradictions = 0;     ///< findings of facts that cannot both be right
  bool partial = false;               ///< some kind of data was not read to its end
  std::string priorDisease;           ///< in the record's words, with that reason
  std::optional<SavedRisk> lastSaved;
  std::optional<Problem> problem;  ///< why the record could not be read, or not to its end

  bool isUnreadable() const { return !risk && !reason; }
  /// True when a value or an answer is to be had before the number is whole.
  bool isMissingSomething() const { return !missing.empty() || !questions.empty(); }
};

PatientSummary summarise(const fhir::ClinicalRecord& record, const Assessment& assessment);

enum class TriagePhase {
  Idle,  ///< no list, or its patients are not in yet
  Running,
  Waiting,  ///< the server asked for patience; goes on by itself
  Stopped,  ///< by the user
  Failed,   ///< one failure after the other; goes on when the user says so
  Done,
};

/// A page of a background reading that is to be asked for when its turn comes.
struct QueuedPage {
  std::string patient;
  PageRequest page;
};

struct Triage {
  TriagePhase phase = TriagePhase::Idle;
  std::uint32_t run = 0;                           ///< tells this run's answers from earlier ones
  std::map<std::string, PatientSummary> results;   ///< by patient id
  std::size_t total = 0;                           ///< patients to be assessed
  std::vector<std::string> order;                  ///< of the list
  std::size_t next = 0;                            ///< in `order`: all before have been begun
  std::set<std::string> pending;                   ///< not begun yet
  std::vector<std::string> shown;                  ///< on the screen: these come first
  std::map<std::string, PatientReading> readings;  ///< begun and not finished, few at a time
  std::deque<QueuedPage> queue;                    ///< of those readings
  int refusals = 0;                                ///< wishes for patience in a row
  int failures = 0;                                ///< patients in a row that could not be read
  std::optional<Problem> problem;                  ///< when Failed
  /// When to go on: after the server's wish for patience, or with the next slice of local records.
  oauth::MonotonicTime due{};
  /// Counts the changes of `results`, so that a screen knows when to sort anew.
  std::uint32_t revision = 0;
};

}  // namespace app
