#include <algorithm>
#include <cmath>
#include <utility>

#include "fhir/choose_number.h"
#include "fhir/units.h"
#include "risk/conversions.h"

namespace fhir {
namespace {

/// Heights do not go stale once a person is grown.
constexpr int kNeverStale = 200;
constexpr int kGrownYears = 18;

struct SimpleFact {
  Fact fact;
  Analyte analyte;
  int AgeLimits::*staleYears;
};

constexpr SimpleFact kSimpleFacts[] = {
    {Fact::TotalCholesterol, Analyte::TotalCholesterol, &AgeLimits::lipidsYears},
    {Fact::HdlCholesterol, Analyte::HdlCholesterol, &AgeLimits::lipidsYears},
    {Fact::LdlCholesterol, Analyte::LdlCholesterol, &AgeLimits::lipidsYears},
    {Fact::Triglycerides, Analyte::Triglycerides, &AgeLimits::lipidsYears},
    {Fact::Egfr, Analyte::Egfr, &AgeLimits::egfrYears},
    {Fact::Hba1c, Analyte::Hba1c, &AgeLimits::hba1cYears},
    {Fact::UrineAlbuminCreatinineRatio, Analyte::UrineAlbuminCreatinineRatio,
     &AgeLimits::urineAlbuminYears},
};

/// eGFR with a race term is taken only when there is no other.
void leaveLastResorts(Candidates& candidates) {
  auto& usable = candidates.usable;
  const auto last = std::stable_partition(usable.begin(), usable.end(), [](const Candidate& each) {
    return !each.reading->isLastResort;
  });
  if (last == usable.begin()) return;
  candidates.lastResorts.assign(last, usable.end());
  usable.erase(last, usable.end());
}

void assembleSimple(Assembly& assembly, const SimpleFact& simple) {
  Candidates candidates = gather(assembly, simple.analyte);
  leaveLastResorts(candidates);
  const int staleYears = assembly.limits.*simple.staleYears;
  const Candidate* chosen = choose(assembly, candidates.usable, staleYears);
  if (chosen == nullptr) return;
  assembly.set(simple.fact, describe(assembly, *chosen, candidates, staleYears));
}

/// HDL is part of the total: where it is not below it, one of the two is wrong, and nobody can say
/// which.
void checkLipids(Assembly& assembly) {
  const NumberFact* total = assembly.record.number(Fact::TotalCholesterol);
  const NumberFact* hdl = assembly.record.number(Fact::HdlCholesterol);
  if (total == nullptr || hdl == nullptr || hdl->value < total->value) return;
  for (const NumberFact* each : {total, hdl}) {
    assembly.find(Severity::Warning, FindingCode::Implausible, each->origin.sources.front(),
                  "HDL cholesterol is not below total cholesterol; neither value is used.");
  }
  assembly.clearNumber(Fact::TotalCholesterol);
  assembly.clearNumber(Fact::HdlCholesterol);
}

/// A value of good status before a weak one, else as among all values.
bool isBetter(const Candidate& a, const Candidate& b) {
  if (a.observation->rank != b.observation->rank) return a.observation->rank > b.observation->rank;
  return comesFirst(a, b);
}

/// The diastolic value of the systolic's own reading, else of a separate one of the same time.
const Candidate* diastolicFor(const Candidate& systolic, const Candidates& diastolic) {
  const Candidate* own = nullptr;
  const Candidate* separate = nullptr;
  for (const Candidate& each : diastolic.usable) {
    if (each.time().microsecondsOfEpoch != systolic.time().microsecondsOfEpoch) continue;
    const Candidate*& best = each.resource == systolic.resource ? own : separate;
    if (best == nullptr || isBetter(each, *best)) best = &each;
  }
  return own == nullptr ? separate : own;
}

bool areSameDay(const Timestamp& a, const Timestamp& b) {
  return a.date.isWhole() && b.date.isWhole() && a.date.first() == b.date.first();
}

void reportOtherReadings(Assembly& assembly, const Candidate& chosen, const Candidates& candidates,
                         NumberFact& fact) {
  constexpr double kTolerance = 10;
  for (const Candidate& each : candidates.usable) {
    if (each.reading == chosen.reading || !areSameDay(each.time(), chosen.time()) ||
        std::abs(each.value - chosen.value) <= kTolerance) {
      continue;
    }
    if (!fact.origin.has(FindingCode::SeveralReadings)) {
      fact.origin.findings.push_back(FindingCode::SeveralReadings);
    }
    assembly.find(Severity::Warning, FindingCode::SeveralReadings, each.resource->source,
                  "Another reading of that day (" + std::to_string(std::lround(each.value)) +
                      " mm[Hg]) differs by more than 10 mm[Hg].");
  }
}

void assembleBloodPressure(Assembly& assembly) {
  const int staleYears = assembly.limits.bloodPressureYears;
  const Candidates systolic = gather(assembly, Analyte::SystolicBloodPressure);
  const Candidates diastolic = gather(assembly, Analyte::DiastolicBloodPressure);
  const Candidate* upper = choose(assembly, systolic.usable, staleYears);
  if (upper == nullptr) return;
  NumberFact fact = describe(assembly, *upper, systolic, staleYears);
  reportOtherReadings(assembly, *upper, systolic, fact);
  assembly.set(Fact::SystolicBloodPressure, std::move(fact));
  const Candidate* lower = diastolicFor(*upper, diastolic);
  if (lower == nullptr) return;
  if (lower->value >= upper->value) {
    assembly.find(Severity::Warning, FindingCode::Contradiction, lower->resource->source,
                  "The diastolic pressure is not below the systolic one and is not used.");
    return;
  }
  NumberFact lowerFact = describe(assembly, *lower, diastolic, staleYears);
  reportOtherReadings(assembly, *lower, diastolic, lowerFact);
  assembly.set(Fact::DiastolicBloodPressure, std::move(lowerFact));
}

/// The latest height that was measured on a grown person.
const Candidate* chooseHeight(Assembly& assembly, Candidates& heights) {
  const auto& birth = assembly.record.patient.birthDate;
  const auto isChild = [&](const Candidate& each) {
    return birth && each.time().date.first() < addYears(birth->last(), kGrownYears);
  };
  auto& usable = heights.usable;
  usable.erase(std::remove_if(usable.begin(), usable.end(), isChild), usable.end());
  return choose(assembly, usable, kNeverStale);
}

void assembleBodyMassIndex(Assembly& assembly) {
  Candidates candidates = gather(assembly, Analyte::BodyMassIndex);
  const Candidates weights = gather(assembly, Analyte::Weight);
  Candidates heights = gather(assembly, Analyte::Height);
  const Candidate* height = chooseHeight(assembly, heights);
  if (height != nullptr) {
    for (const Candidate& weight : weights.usable) {
      Candidate derived = weight;
      derived.isDerived = true;
      derived.value =
          risk::bodyMassIndex(risk::Kilograms(weight.value), risk::Centimetres(height->value))
              .value();
      if (isPlausible(Analyte::BodyMassIndex, derived.value)) {
        candidates.usable.push_back(derived);
        continue;
      }
      assembly.find(Severity::Warning, FindingCode::Implausible, weight.resource->source,
                    "This weight and the latest height make a body-mass index that no living adult "
                    "has; it is not used.");
    }
  }
  const int staleYears = assembly.limits.bodyYears;
  const Candidate* chosen = choose(assembly, candidates.usable, staleYears);
  if (chosen == nullptr) return;
  NumberFact fact = describe(assembly, *chosen, candidates, staleYears);
  if (chosen->isDerived) {
    fact.derived = true;
    // The later of the two comes first; the date stays the weight's.
    const bool isHeightLater =
        height->time().microsecondsOfEpoch > chosen->time().microsecondsOfEpoch;
    fact.origin.sources.insert(
        isHeightLater ? fact.origin.sources.begin() : fact.origin.sources.end(),
        height->resource->source);
    reportWeakStatus(assembly, *height, fact);
    fact.origin.findings.push_back(FindingCode::Note);
    assembly.find(Severity::Info, FindingCode::Note, chosen->resource->source,
                  "Derived from this weight and the latest height measured in adulthood.");
    fact.origin.reason = "Weight over height squared; the weight is later than any recorded index.";
  }
  assembly.set(Fact::BodyMassIndex, std::move(fact));
}

}  // namespace

void assembleMeasurements(Assembly& assembly) {
  for (const SimpleFact& each : kSimpleFacts)
    assembleSimple(assembly, each);
  checkLipids(assembly);
  assembleBloodPressure(assembly);
  assembleBodyMassIndex(assembly);
}

}  // namespace fhir
