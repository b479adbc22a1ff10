#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fhir/assembly.h"

/// Which of several values becomes the fact.
namespace fhir {

/// A value that could be used.
struct Candidate {
  const KeptResource* resource = nullptr;
  const KeptObservation* observation = nullptr;
  const KeptReading* reading = nullptr;
  double value = 0;
  int rank = 0;
  bool isDerived = false;

  const Timestamp& time() const { return *observation->effective; }
};

/// Everything that the record holds for one number.
struct Candidates {
  std::vector<Candidate> usable;
  std::vector<Candidate> unusable;     ///< no number in them, though the status and date would do
  std::vector<Candidate> lastResorts;  ///< usable, and left aside because there is another
};

/// Gathers the readings of `analyte` and reports each that cannot be used.
Candidates gather(Assembly& assembly, Analyte analyte);

/// True when `a` is to be taken before `b`: later effective time, better code, later issued, later
/// update, greater id.
bool comesFirst(const Candidate& a, const Candidate& b);

/// The one to use: the first with a good status; one with a weak status only when there is no good
/// one, or when the good one is stale and this one is not. Null when there is none.
const Candidate* choose(const Assembly& assembly, const std::vector<Candidate>& usable,
                        int staleYears);

/// Warns of a status that is not final, when `chosen` has one.
void reportWeakStatus(Assembly& assembly, const Candidate& chosen, NumberFact& fact);

/// Makes the fact of `chosen`, with its marks, what was passed over and the history.
NumberFact describe(Assembly& assembly, const Candidate& chosen, const Candidates& candidates,
                    int staleYears);

}  // namespace fhir
