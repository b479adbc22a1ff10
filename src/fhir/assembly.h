#pragma once

#include <string>
#include <vector>

#include "fhir/clinical_record.h"
#include "fhir/collection.h"
#include "fhir/kept.h"
#include "fhir/reader.h"

/// The making of one ClinicalRecord from what was kept: one function for each group of facts, in
/// the order below, because later facts look at earlier ones.
namespace fhir {

struct Assembly {
  const Collection& collection;
  const std::vector<const KeptResource*>& resources;  ///< about this patient
  const AgeLimits& limits;
  ClinicalRecord& record;

  Date asOf() const { return record.asOf; }
  void find(Severity severity, FindingCode code, std::string path, std::string message);
  void set(Fact fact, NumberFact number);
  void set(Fact fact, AnswerFact answer);
  void clearNumber(Fact fact);
  /// "no" by absence: taken only from kinds that were read completely.
  void assumeNo(Fact fact, std::string_view what);
  /// The fact stays unknown, and a finding asks.
  void ask(Fact fact, AnswerFact answer, FindingCode code, const std::string& message);
  bool isComplete(RecordKind kind) const;
  bool areMedicationsComplete() const;
  /// True when `date` lies more than `years` before the as-of date.
  bool isOlderThan(const PartialDate& date, int years) const;
  /// False for what lies after the as-of date.
  bool hasHappened(const Timestamp& time) const { return time.date.first() <= record.asOf; }
  std::string patientPath() const { return "Patient/" + record.patient.id; }
};

void assemblePatient(Assembly& assembly);
void assembleMeasurements(Assembly& assembly);
void assembleSmoking(Assembly& assembly);
void assembleTreatments(Assembly& assembly);
void assembleDiabetes(Assembly& assembly);
void assemblePriorDisease(Assembly& assembly);

/// What the glucose-lowering drugs of the record are, in words; empty when there are none.
std::string glucoseLoweringDrugs(const Assembly& assembly);

/// Values of `Kept` among the resources, with the resource they are from.
template <typename Kept, typename Function>
void forEachKept(const Assembly& assembly, Function found) {
  for (const KeptResource* resource : assembly.resources) {
    if (const auto* kept = std::get_if<Kept>(&resource->content)) found(*resource, *kept);
  }
}

}  // namespace fhir
