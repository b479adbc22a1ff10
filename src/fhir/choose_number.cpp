#include "fhir/choose_number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <tuple>

namespace fhir {
namespace {

/// A number as a person would write it: for comparing with the record, not for calculating.
std::string inWords(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return text.data();
}

/// What the record holds: "> 14 %".
std::string inWords(const KeptReading& reading) {
  if (!reading.original) return {};
  std::string words = reading.comparator.empty() ? "" : reading.comparator + " ";
  words += inWords(reading.original->value);
  return reading.original->unit.empty() ? words : words + " " + reading.original->unit;
}

std::string problemMessage(const KeptReading& reading) {
  switch (reading.problem) {
    case FindingCode::UnitMissing:
      return "The value (" + inWords(reading) + ") has no unit and is not used.";
    case FindingCode::UnitUnknown:
      return "The unit \"" + (reading.original ? reading.original->unit : std::string()) +
             "\" is not one for this value; it is not used.";
    case FindingCode::Comparator:
      return "The value is only a limit (" + inWords(reading) + ") and is not used.";
    case FindingCode::Absent:
      return "The record holds no value here.";
    case FindingCode::Implausible:
      return "No living adult has this value (" + inWords(reading) + "); it is not used.";
    default:
      return "What is recorded is no number.";
  }
}

/// A status that is missing counts as unknown.
std::string statusInWords(const KeptObservation& observation) {
  return observation.status.empty() ? "unknown" : observation.status;
}

bool isNoNumber(FindingCode problem) {
  return problem == FindingCode::Absent || problem == FindingCode::NotANumber ||
         problem == FindingCode::Comparator;
}

void gatherReading(Assembly& assembly, const KeptResource& resource,
                   const KeptObservation& observation, const KeptReading& reading,
                   Candidates& found) {
  if (!reading.value) {
    const Severity severity =
        reading.problem == FindingCode::Absent ? Severity::Info : Severity::Warning;
    assembly.find(severity, reading.problem, resource.source, problemMessage(reading));
  }
  if (!observation.effective) {
    assembly.find(Severity::Warning, FindingCode::Undated, resource.source,
                  "The observation has no date and is not used.");
    return;
  }
  if (!assembly.hasHappened(*observation.effective)) {
    assembly.find(Severity::Info, FindingCode::Future, resource.source,
                  "The observation is dated after the day of the assessment.");
    return;
  }
  Candidate candidate{&resource, &observation, &reading, reading.value.value_or(0), reading.rank};
  if (reading.value) {
    found.usable.push_back(candidate);
  } else {
    found.unusable.push_back(candidate);
  }
}

const Candidate* first(const std::vector<Candidate>& usable, StatusRank rank) {
  const Candidate* best = nullptr;
  for (const Candidate& each : usable) {
    if (each.observation->rank != rank) continue;
    if (best == nullptr || comesFirst(each, *best)) best = &each;
  }
  return best;
}

void mark(NumberFact& fact, FindingCode code) {
  if (!fact.origin.has(code)) fact.origin.findings.push_back(code);
}

void reportTies(Assembly& assembly, const Candidate& chosen, const std::vector<Candidate>& usable,
                NumberFact& fact) {
  // A tenth of the value that is used, not of the other: that is the number on the screen.
  constexpr double kTolerance = 0.1;
  for (const Candidate& each : usable) {
    if (each.reading == chosen.reading || each.observation->rank != chosen.observation->rank ||
        each.time().microsecondsOfEpoch != chosen.time().microsecondsOfEpoch ||
        std::abs(each.value - chosen.value) <= kTolerance * std::abs(chosen.value)) {
      continue;
    }
    mark(fact, FindingCode::Tie);
    assembly.find(Severity::Warning, FindingCode::Tie, chosen.resource->source,
                  each.resource->source + " has the same time and a value (" +
                      inWords(*each.reading) + ") that differs by more than 10 %.");
  }
}

void reportNewerUnusable(Assembly& assembly, const Candidate& chosen,
                         const std::vector<Candidate>& unusable, NumberFact& fact) {
  for (const Candidate& each : unusable) {
    if (!isNoNumber(each.reading->problem) ||
        each.time().microsecondsOfEpoch <= chosen.time().microsecondsOfEpoch) {
      continue;
    }
    mark(fact, FindingCode::NewerUnusable);
    assembly.find(Severity::Warning, FindingCode::NewerUnusable, each.resource->source,
                  "This is newer than the value used, and holds no usable number.");
  }
}

void listPassedOver(const Candidate& chosen, const Candidates& candidates, NumberFact& fact) {
  constexpr std::size_t kMaximumListed = 20;
  std::vector<const Candidate*> others;
  for (const Candidate& each : candidates.usable) {
    if (each.reading != chosen.reading) others.push_back(&each);
  }
  for (const Candidate& each : candidates.unusable)
    others.push_back(&each);
  for (const Candidate& each : candidates.lastResorts)
    others.push_back(&each);
  std::sort(others.begin(), others.end(),
            [](const Candidate* a, const Candidate* b) { return comesFirst(*a, *b); });
  if (others.size() > kMaximumListed) others.resize(kMaximumListed);
  for (const Candidate* each : others) {
    PassedOver passed{each->resource->source, FindingCode::Note, "It is older."};
    if (!each->reading->value) {
      passed.reason = each->reading->problem;
      passed.message = problemMessage(*each->reading);
    } else if (each->reading->isLastResort && !chosen.reading->isLastResort) {
      passed.message = "It depends on race; it is used only where there is no other.";
    } else if (comesFirst(*each, chosen)) {
      passed.reason = FindingCode::WeakStatus;
      passed.message = "Its status is \"" + statusInWords(*each->observation) + "\".";
    } else if (each->time().microsecondsOfEpoch == chosen.time().microsecondsOfEpoch) {
      passed.reason = FindingCode::Tie;
      passed.message = "It has the same time; the other was issued or updated later.";
    }
    fact.origin.passedOver.push_back(std::move(passed));
  }
}

void listHistory(const std::vector<Candidate>& usable, NumberFact& fact) {
  std::vector<const Candidate*> ordered;
  for (const Candidate& each : usable)
    ordered.push_back(&each);
  std::sort(ordered.begin(), ordered.end(),
            [](const Candidate* a, const Candidate* b) { return comesFirst(*b, *a); });
  for (const Candidate* each : ordered) {
    fact.history.push_back({each->time().date, each->value, each->resource->source});
  }
}

}  // namespace

Candidates gather(Assembly& assembly, Analyte analyte) {
  Candidates found;
  forEachKept<KeptObservation>(
      assembly, [&](const KeptResource& resource, const KeptObservation& observation) {
        if (observation.rank == StatusRank::Never) return;
        for (const KeptReading& reading : observation.readings) {
          if (reading.analyte == analyte) {
            gatherReading(assembly, resource, observation, reading, found);
          }
        }
      });
  return found;
}

bool comesFirst(const Candidate& a, const Candidate& b) {
  const auto order = [](const Candidate& each) {
    return std::tuple(each.time().microsecondsOfEpoch, -each.rank, each.observation->issued,
                      each.resource->lastUpdated);
  };
  const auto orderOfA = order(a);
  const auto orderOfB = order(b);
  if (orderOfA != orderOfB) return orderOfA > orderOfB;
  if (a.resource->source != b.resource->source) return a.resource->source > b.resource->source;
  return a.value > b.value;
}

const Candidate* choose(const Assembly& assembly, const std::vector<Candidate>& usable,
                        int staleYears) {
  const Candidate* good = first(usable, StatusRank::Good);
  const Candidate* weak = first(usable, StatusRank::Weak);
  if (good == nullptr || weak == nullptr) return good == nullptr ? weak : good;
  const bool isGoodStale = assembly.isOlderThan(good->time().date, staleYears);
  const bool isWeakStale = assembly.isOlderThan(weak->time().date, staleYears);
  return isGoodStale && !isWeakStale ? weak : good;
}

void reportWeakStatus(Assembly& assembly, const Candidate& chosen, NumberFact& fact) {
  if (chosen.observation->rank != StatusRank::Weak) return;
  mark(fact, FindingCode::WeakStatus);
  assembly.find(Severity::Warning, FindingCode::WeakStatus, chosen.resource->source,
                "The status is \"" + statusInWords(*chosen.observation) +
                    "\"; no better value is recent enough.");
}

NumberFact describe(Assembly& assembly, const Candidate& chosen, const Candidates& candidates,
                    int staleYears) {
  NumberFact fact;
  const std::string& source = chosen.resource->source;
  fact.value = chosen.value;
  fact.original = chosen.reading->original;
  fact.origin.sources = {source};
  fact.origin.date = chosen.time().date;
  fact.origin.status = chosen.observation->status;
  fact.origin.code = chosen.reading->code;
  fact.origin.reason =
      candidates.usable.size() == 1 ? "The only usable value." : "The latest of the usable values.";
  if (assembly.isOlderThan(chosen.time().date, staleYears)) {
    mark(fact, FindingCode::Stale);
    assembly.find(Severity::Warning, FindingCode::Stale, source,
                  "The value is old; measure it again.");
  }
  reportWeakStatus(assembly, chosen, fact);
  if (chosen.reading->isUnitAssumed) {
    mark(fact, FindingCode::UnitMissing);
    assembly.find(Severity::Info, FindingCode::UnitMissing, source, "The value has no unit.");
  }
  for (const std::string& note : chosen.reading->notes) {
    mark(fact, FindingCode::Note);
    assembly.find(Severity::Info, FindingCode::Note, source, note);
  }
  if (!assembly.isComplete(RecordKind::Observation)) mark(fact, FindingCode::Partial);
  reportTies(assembly, chosen, candidates.usable, fact);
  reportNewerUnusable(assembly, chosen, candidates.unusable, fact);
  listPassedOver(chosen, candidates, fact);
  listHistory(candidates.usable, fact);
  return fact;
}

}  // namespace fhir
