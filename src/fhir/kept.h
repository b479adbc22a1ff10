#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "fhir/clinical_record.h"
#include "fhir/condition_codes.h"
#include "fhir/elements.h"
#include "fhir/medication_codes.h"
#include "fhir/observation_codes.h"
#include "fhir/patient.h"
#include "fhir/smoking_codes.h"

/// What is kept of a resource once it has been read: all that the choice of facts can depend on,
/// and nothing else. Which one becomes the fact is decided later, when everything has been read.
namespace fhir {

/// How far the status of an Observation lets its value be used.
enum class StatusRank { Never, Weak, Good };

/// One number of an Observation or of one of its components.
struct KeptReading {
  Analyte analyte = Analyte::TotalCholesterol;
  Coding code;
  int rank = 0;
  bool isLastResort = false;
  std::optional<double> value;    ///< in the fact's unit; empty when it cannot be used
  std::optional<double> atLeast;  ///< where only a lower limit is known: "> 14"
  std::optional<Quantity> original;
  std::string comparator;                         ///< "<", ">=", ... as the record writes it
  FindingCode problem = FindingCode::NotANumber;  ///< why it cannot be used, when it cannot
  std::vector<std::string> notes;                 ///< how the unit was read
  bool isUnitAssumed = false;
};

/// The answer of an Observation of smoking.
struct KeptSmoking {
  std::optional<SmokingAnswer> answer;  ///< empty: absent, uncoded or not in the table
  Coding code;
  std::string words;
};

struct KeptObservation {
  std::string status;
  StatusRank rank = StatusRank::Good;
  std::optional<Timestamp> effective;
  std::int64_t issued = 0;
  std::vector<KeptReading> readings;
  std::optional<KeptSmoking> smoking;
};

enum class Verification { Confirmed, Doubtful, Refuted };
enum class ClinicalState { Active, Remission, Over, NotGiven, Unclear };

struct KeptCondition {
  Verification verification = Verification::Confirmed;
  std::string verificationText;
  ClinicalState state = ClinicalState::NotGiven;
  std::string stateText;
  bool hasAbatement = false;           ///< also when its date is not known
  std::optional<Timestamp> abatement;  ///< where it is a date
  std::optional<Timestamp> date;       ///< onset, else recorded
  std::optional<DiabetesMeaning> diabetes;
  bool namesDiabetes = false;  ///< in words only
  bool isPriorDisease = false;
  bool namesPriorDisease = false;  ///< in words only
  bool isUnidentified = false;     ///< masked, or without code and words
  std::optional<SmokingAnswer> smoking;
  Coding code;
  std::string words;
};

/// What a medicine is, from its own codes and words.
struct KeptDrug {
  MedicationClasses classes = kNoClass;
  bool isIdentified = false;
  bool isLocal = false;
  std::string words;
  Coding code;
  std::vector<Reference> ingredients;  ///< further Medications it consists of
};

struct KeptPrescription {
  std::string status;
  bool isTaken = false;  ///< by status, intent and what is said of taking it
  bool isOnHold = false;
  bool isUnclear = false;         ///< an order or statement whose status is unknown
  bool isDenied = false;          ///< a statement that the medicine is not taken
  std::optional<Timestamp> date;  ///< authored or effective start
  std::optional<Timestamp> end;   ///< end of the effective period
  KeptDrug drug;
  Reference medication;  ///< where it is a reference to be looked up
};

enum class ProcedureState { Done, NotDone, Unclear };

/// A procedure among the revascularisations.
struct KeptProcedure {
  ProcedureState state = ProcedureState::Done;
  std::optional<Timestamp> date;
  Coding code;
  std::string words;
};

/// The predictions of one RiskAssessment or risk Observation.
struct KeptAssessments {
  std::vector<EarlierAssessment> predictions;
};

/// A newer version of the resource holds nothing of interest, or says that it must not be used.
struct KeptNothing {};

struct KeptResource {
  std::string source;  ///< "Observation/o1"
  Reference self;      ///< its identity, with its server where that is known
  Reference subject;
  std::int64_t lastUpdated = 0;
  bool isFirstVersion = false;  ///< as `meta.versionId` says: it replaces nothing
  bool hasReplacedText = false;
  bool hasModifier = false;  ///< an extension that may change or negate what the rest says
  std::variant<KeptNothing, KeptObservation, KeptCondition, KeptPrescription, KeptProcedure,
               Patient, KeptDrug, KeptAssessments>
      content;
};

/// Reads one resource of a type that is wanted; KeptNothing when it holds no fact.
KeptResource keep(const json::Value& resource, std::string_view fullUrl);

/// True for the types that hold facts.
bool holdsFacts(std::string_view type);

// One for each type of resource.
Patient readPatient(const json::Value& resource);
std::optional<KeptObservation> keepObservation(const json::Value& resource);
std::optional<KeptCondition> keepCondition(const json::Value& resource);
std::optional<KeptPrescription> keepPrescription(const json::Value& resource);
std::optional<KeptProcedure> keepProcedure(const json::Value& resource);
KeptDrug keepDrug(const json::Value& medication);
std::optional<KeptAssessments> keepAssessment(const json::Value& resource);

}  // namespace fhir
