#include <algorithm>
#include <tuple>
#include <utility>

#include "fhir/assembly.h"

namespace fhir {
namespace {

struct Statement {
  const KeptResource* resource = nullptr;
  const KeptObservation* observation = nullptr;

  const KeptSmoking& smoking() const { return *observation->smoking; }
  const Timestamp& time() const { return *observation->effective; }
};

bool isSettled(const Statement& statement) {
  return statement.smoking().answer && *statement.smoking().answer != SmokingAnswer::Unknown;
}

bool isCurrent(SmokingAnswer answer) {
  return answer == SmokingAnswer::Current || answer == SmokingAnswer::CurrentUncertain;
}

Answer toAnswer(SmokingAnswer answer) {
  return isCurrent(answer) ? Answer::Yes : Answer::No;
}

auto order(const Statement& each) {
  return std::tuple(each.time().microsecondsOfEpoch, each.observation->issued,
                    each.resource->lastUpdated);
}

bool comesFirst(const Statement& a, const Statement& b) {
  if (order(a) != order(b)) return order(a) > order(b);
  return a.resource->source > b.resource->source;
}

std::vector<Statement> gatherStatements(Assembly& assembly) {
  std::vector<Statement> found;
  forEachKept<KeptObservation>(
      assembly, [&](const KeptResource& resource, const KeptObservation& observation) {
        if (!observation.smoking || observation.rank == StatusRank::Never) return;
        if (!observation.effective) {
          assembly.find(Severity::Warning, FindingCode::Undated, resource.source,
                        "The smoking status has no date and is not used.");
        } else if (!assembly.hasHappened(*observation.effective)) {
          assembly.find(Severity::Info, FindingCode::Future, resource.source,
                        "The smoking status is dated after the day of the assessment.");
        } else {
          found.push_back({&resource, &observation});
        }
      });
  std::sort(found.begin(), found.end(), comesFirst);
  return found;
}

/// The same preference for good statuses as among numbers.
const Statement* choose(const Assembly& assembly, const std::vector<Statement>& newestFirst) {
  const auto newest = [&](StatusRank rank) -> const Statement* {
    for (const Statement& each : newestFirst) {
      if (each.observation->rank == rank) return &each;
    }
    return nullptr;
  };
  const Statement* good = newest(StatusRank::Good);
  const Statement* weak = newest(StatusRank::Weak);
  if (good == nullptr || weak == nullptr) return good == nullptr ? weak : good;
  const int years = assembly.limits.smokingYears;
  const bool preferWeak = assembly.isOlderThan(good->time().date, years) &&
                          !assembly.isOlderThan(weak->time().date, years);
  return preferWeak ? weak : good;
}

/// A statement of the same moment that says the opposite and that nothing ranks behind this one.
const Statement* opposite(const Statement& chosen, const std::vector<Statement>& statements) {
  for (const Statement& each : statements) {
    if (each.resource == chosen.resource || !isSettled(each) ||
        each.observation->rank != chosen.observation->rank) {
      continue;
    }
    const bool isSameTime = each.time().microsecondsOfEpoch == chosen.time().microsecondsOfEpoch;
    if (isSameTime && toAnswer(*each.smoking().answer) != toAnswer(*chosen.smoking().answer)) {
      return &each;
    }
  }
  return nullptr;
}

/// A newer diagnosis (dependence, history of smoking) that says otherwise than the status.
const KeptResource* contradictingDiagnosis(const Assembly& assembly, const Statement& chosen) {
  const KeptResource* found = nullptr;
  forEachKept<KeptCondition>(assembly, [&](const KeptResource& resource,
                                           const KeptCondition& condition) {
    if (!condition.smoking || *condition.smoking == SmokingAnswer::Unknown ||
        condition.verification == Verification::Refuted || !condition.date ||
        !assembly.hasHappened(*condition.date)) {
      return;
    }
    // A history of smoking is no news about somebody who never smoked or has stopped.
    const bool isCurrentNow =
        isCurrent(*condition.smoking) &&
        (condition.state == ClinicalState::Active || condition.state == ClinicalState::NotGiven) &&
        !condition.hasAbatement;
    const bool wasCurrent = isCurrent(*chosen.smoking().answer);
    const bool disagrees =
        isCurrent(*condition.smoking) ? (isCurrentNow && !wasCurrent) : wasCurrent;
    const bool isNewer = condition.date->date.first() > chosen.time().date.first();
    if (!disagrees || !isNewer) return;
    if (found == nullptr || resource.source > found->source) found = &resource;
  });
  return found;
}

AnswerFact factOf(Assembly& assembly, const Statement& chosen) {
  AnswerFact fact;
  fact.origin.sources = {chosen.resource->source};
  fact.origin.date = chosen.time().date;
  fact.origin.status = chosen.observation->status;
  fact.origin.code = chosen.smoking().code;
  fact.origin.reason = "The newest answer.";
  fact.words = chosen.smoking().words;
  if (assembly.isOlderThan(chosen.time().date, assembly.limits.smokingYears)) {
    fact.origin.findings.push_back(FindingCode::Stale);
    assembly.find(Severity::Warning, FindingCode::Stale, chosen.resource->source,
                  "The smoking status is old; ask again.");
  }
  if (chosen.observation->rank == StatusRank::Weak) {
    fact.origin.findings.push_back(FindingCode::WeakStatus);
    assembly.find(Severity::Warning, FindingCode::WeakStatus, chosen.resource->source,
                  "The status of the observation is \"" + chosen.observation->status + "\".");
  }
  if (!assembly.isComplete(RecordKind::Observation)) {
    fact.origin.findings.push_back(FindingCode::Partial);
  }
  return fact;
}

void askUnsettled(Assembly& assembly, const Statement& newest,
                  const std::vector<Statement>& statements, AnswerFact fact) {
  std::string message = "The newest smoking status does not say whether the patient smokes";
  if (!newest.smoking().words.empty()) message += " (\"" + newest.smoking().words + "\")";
  message += ".";
  for (const Statement& each : statements) {
    if (!isSettled(each)) continue;
    fact.former = toAnswer(*each.smoking().answer);
    message += " The older answer (" + each.resource->source + ", " + each.time().date.text +
               ") is: " + (*fact.former == Answer::Yes ? "smoker" : "not a smoker") + ".";
    break;
  }
  assembly.ask(Fact::Smoker, std::move(fact), FindingCode::Question, message);
}

/// Without any status a diagnosis of smoking is worth a question, and no more.
void askAboutDiagnosis(Assembly& assembly) {
  forEachKept<KeptCondition>(
      assembly, [&](const KeptResource& resource, const KeptCondition& condition) {
        if (!condition.smoking || condition.verification == Verification::Refuted ||
            assembly.record.answer(Fact::Smoker) != nullptr ||
            (condition.date && !assembly.hasHappened(*condition.date))) {
          return;
        }
        AnswerFact fact;
        fact.origin.sources = {resource.source};
        fact.words = condition.words;
        assembly.ask(Fact::Smoker, std::move(fact), FindingCode::Question,
                     "No smoking status is recorded, but a diagnosis speaks of smoking.");
      });
}

}  // namespace

void assembleSmoking(Assembly& assembly) {
  const std::vector<Statement> statements = gatherStatements(assembly);
  const Statement* chosen = choose(assembly, statements);
  if (chosen == nullptr) {
    askAboutDiagnosis(assembly);
    return;
  }
  AnswerFact fact = factOf(assembly, *chosen);
  if (!isSettled(*chosen)) {
    askUnsettled(assembly, *chosen, statements, std::move(fact));
    return;
  }
  if (const Statement* other = opposite(*chosen, statements)) {
    // The later issued or updated of the two decides; where neither is, nobody can tell.
    if (order(*other) == order(*chosen)) {
      assembly.ask(Fact::Smoker, std::move(fact), FindingCode::Contradiction,
                   other->resource->source + " says the opposite at the same time.");
      return;
    }
    fact.origin.findings.push_back(FindingCode::Tie);
    assembly.find(Severity::Warning, FindingCode::Tie, chosen->resource->source,
                  other->resource->source + " says the opposite at the same time.");
  }
  if (const KeptResource* diagnosis = contradictingDiagnosis(assembly, *chosen)) {
    fact.former = toAnswer(*chosen->smoking().answer);
    assembly.ask(Fact::Smoker, std::move(fact), FindingCode::Contradiction,
                 diagnosis->source + " is newer than the smoking status and says otherwise.");
    return;
  }
  fact.answer = toAnswer(*chosen->smoking().answer);
  if (*chosen->smoking().answer == SmokingAnswer::CurrentUncertain) {
    fact.origin.findings.push_back(FindingCode::Note);
    assembly.find(Severity::Warning, FindingCode::Note, chosen->resource->source,
                  "Recorded as a smoker whose current status is unknown; taken as current.");
  }
  assembly.record.isFormerSmoker = *chosen->smoking().answer == SmokingAnswer::Former;
  assembly.set(Fact::Smoker, std::move(fact));
}

}  // namespace fhir
