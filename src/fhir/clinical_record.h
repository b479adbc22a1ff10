#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/date.h"
#include "fhir/finding.h"
#include "fhir/patient.h"

/// What a record says about one patient on one day, in the terms that risk models need, each fact
/// with its origin. A plain value: nothing in it refers to the JSON it came from.
namespace fhir {

/// The facts a record is read for. The unit of a number is fixed by its fact: see unit().
enum class Fact {
  Age,
  TotalCholesterol,
  HdlCholesterol,
  LdlCholesterol,
  Triglycerides,
  SystolicBloodPressure,
  DiastolicBloodPressure,
  BodyMassIndex,
  Egfr,
  Hba1c,
  UrineAlbuminCreatinineRatio,
  Smoker,
  Diabetes,
  BloodPressureTreated,
  Statin,
  PriorCardiovascularDisease,
};

inline constexpr std::array kNumberFacts{Fact::Age,
                                         Fact::TotalCholesterol,
                                         Fact::HdlCholesterol,
                                         Fact::LdlCholesterol,
                                         Fact::Triglycerides,
                                         Fact::SystolicBloodPressure,
                                         Fact::DiastolicBloodPressure,
                                         Fact::BodyMassIndex,
                                         Fact::Egfr,
                                         Fact::Hba1c,
                                         Fact::UrineAlbuminCreatinineRatio};

inline constexpr std::array kAnswerFacts{Fact::Smoker, Fact::Diabetes, Fact::BloodPressureTreated,
                                         Fact::Statin, Fact::PriorCardiovascularDisease};

/// The key used in files and on the command line: "totalCholesterol".
std::string_view key(Fact fact);

/// The UCUM unit of a number's value: a, mg/dL, mm[Hg], kg/m2, mL/min/{1.73_m2}, %, mg/g; empty for
/// facts that are answers.
std::string_view unit(Fact fact);

/// A code as the record holds it.
struct Coding {
  std::string system;
  std::string code;
  std::string display;

  friend bool operator==(const Coding&, const Coding&) = default;
};

struct Quantity {
  double value = 0;
  std::string unit;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// A resource that could have given the fact and did not.
struct PassedOver {
  std::string source;  ///< "Observation/o3"
  FindingCode reason = FindingCode::Note;
  std::string message;  ///< one English sentence

  friend bool operator==(const PassedOver&, const PassedOver&) = default;
};

/// Where a fact came from, so that a reader can check it by hand.
struct Origin {
  std::vector<std::string> sources;  ///< "Observation/o1"; the deciding one first
  std::optional<PartialDate> date;
  std::string status;  ///< status of the deciding resource
  Coding code;         ///< by which it was recognised
  std::string reason;  ///< why this one was chosen: one English sentence
  std::vector<PassedOver> passedOver;
  std::vector<FindingCode> findings;  ///< marks on the fact itself, e.g. Stale, Assumed

  bool has(FindingCode finding) const;
};

/// An earlier value of a number, for trends.
struct HistoryPoint {
  PartialDate date;
  double value = 0;  ///< in the fact's unit
  std::string source;
};

/// A measured or derived number.
struct NumberFact {
  double value = 0;                  ///< in unit(fact), unrounded
  std::optional<Quantity> original;  ///< as the record writes it
  bool derived = false;              ///< computed from several resources (body mass index)
  Origin origin;
  std::vector<HistoryPoint> history;  ///< all usable values, oldest first, this one included
};

/// Yes, no, or a question that somebody has to answer.
enum class Answer { No, Yes, Question };

/// Why somebody has to be asked, or why a "no" is only assumed.
struct AnswerFact {
  Answer answer = Answer::Question;
  bool assumed = false;  ///< "no" because the record, read completely, does not mention it
  Origin origin;
  std::string words;             ///< what the record says: drug, condition or status in words
  std::optional<Answer> former;  ///< for a question: the older answer, where there is one
};

/// The kinds of data a record is read for, each read on its own.
enum class RecordKind {
  Patient,
  Observation,
  Condition,
  MedicationRequest,
  MedicationStatement,
  Procedure,
  RiskAssessment,
};

inline constexpr std::array kRecordKinds{
    RecordKind::Patient,           RecordKind::Observation,         RecordKind::Condition,
    RecordKind::MedicationRequest, RecordKind::MedicationStatement, RecordKind::Procedure,
    RecordKind::RiskAssessment};

/// The resource type of a kind, as in a search's URL: "MedicationRequest".
std::string_view resourceType(RecordKind kind);

/// How far one kind of data is known.
enum class Completeness {
  Unread,      ///< not asked for yet: nothing may be assumed
  Complete,    ///< everything was read
  CutShort,    ///< some was read, more exists
  Failed,      ///< the search failed or was not permitted
  NotOffered,  ///< the server has no such data; asking another kind is enough
};

/// Bounds of a probability, 0..1.
struct ProbabilityRange {
  double lowest = 0;
  double highest = 1;

  friend bool operator==(const ProbabilityRange&, const ProbabilityRange&) = default;
};

/// One earlier prediction in the record, ours or another program's. It says how likely the outcome
/// is in one way at most: as a number, as bounds, or in words.
struct EarlierAssessment {
  std::string source;  ///< "RiskAssessment/r1" or "Observation/o1"
  PartialDate date;
  std::optional<double> probability;  ///< 0..1
  std::optional<ProbabilityRange> range;
  std::string words;    ///< the record's own, cleaned: "moderate", or a number without its scale
  std::string modelId;  ///< a model id of this program, or empty
  std::string title;    ///< method or code in words
  std::string outcome;  ///< our outcome id, or the record's own words
  std::optional<int> horizonYears;  ///< empty where the record does not say, or means a lifetime
  std::string performer;            ///< display or reference
  bool ours = false;                ///< carries our identifier
};

struct ClinicalRecord {
  Patient patient;
  Date asOf;
  std::array<std::optional<NumberFact>, kNumberFacts.size()> numbers;
  std::array<std::optional<AnswerFact>, kAnswerFacts.size()> answers;
  bool isFormerSmoker = false;  ///< the answer to Smoker is no, and the record says "formerly"
  /// A medicine against blood pressure is on the record that is taken no more. Since when and until
  /// when it was, records rarely tell.
  bool hasEndedBloodPressureTreatment = false;
  std::vector<Finding> findings;  ///< in a fixed order: by path, code, message
  std::array<Completeness, kRecordKinds.size()> completeness{};
  std::vector<EarlierAssessment> assessments;  ///< newest first

  /// The fact, or null when nothing is known.
  /// REQUIRES: `fact` is among kNumberFacts or kAnswerFacts respectively.
  const NumberFact* number(Fact fact) const;
  const AnswerFact* answer(Fact fact) const;

  /// Yes or no; empty for a question and when nothing is known.
  std::optional<bool> isTrue(Fact fact) const;

  Completeness completenessOf(RecordKind kind) const;
  /// True when some kind of data was not read to its end, so that no risk may be shown as final.
  bool isPartial() const;
};

}  // namespace fhir
