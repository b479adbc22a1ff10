#pragma once

#include <vector>

#include "app/assessment.h"
#include "fhir/clinical_record.h"
#include "fhir/reader.h"
#include "risk/change.h"

/// How a patient's risk came to be what it is: ageing told apart from everything else.
namespace app {

/// The headline's risk on an earlier day, from what the record says of that day.
struct PastRisk {
  fhir::PartialDate date;
  risk::Inputs inputs;   ///< of that day
  risk::Change change;   ///< from that day to today
  bool isSaved = false;  ///< an assessment of that day is on the record and says the same
};

/// The days on which everything that today's headline model needs is known, oldest first: those of
/// earlier assessments, and those of measurements. Nothing is assumed of the past that the record
/// does not bear out:
/// - a value that was stale on that day does not count, but for what is in force to this day;
/// - a "no" by absence counts only where it holds today too, and no ended treatment is on record:
///   a prescription's date does not tell a beginning from a renewal;
/// - an assessment of that day whose number differs by more than half a point was made of other
///   values: that day is left out;
/// - where today's number rests on answers given at the desk, or on a record read in part, there is
///   nothing to compare.
std::vector<PastRisk> pastRisks(const fhir::RecordReader& reader, const fhir::ClinicalRecord& now,
                                const Assessment& assessment);

}  // namespace app
