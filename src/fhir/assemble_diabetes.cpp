#include <algorithm>
#include <tuple>
#include <utility>

#include "fhir/assembly.h"

namespace fhir {
namespace {

/// Diagnostic threshold of HbA1c (WHO 2011, American Diabetes Association): 6.5 %, NGSP.
constexpr double kDiabeticHba1c = 6.5;

struct Verdict {
  const KeptResource* resource = nullptr;
  const KeptCondition* condition = nullptr;
  Answer answer = Answer::Yes;
  std::string reason;
};

bool isOver(const Assembly& assembly, const KeptCondition& condition) {
  if (condition.abatement) return assembly.hasHappened(*condition.abatement);
  return condition.hasAbatement;
}

/// What one Condition of diabetes says.
std::pair<Answer, std::string> judge(const Assembly& assembly, const KeptCondition& condition) {
  if (condition.verification == Verification::Refuted) {
    return {Answer::No, "The diagnosis is " + condition.verificationText + "."};
  }
  if (condition.diabetes == DiabetesMeaning::Resolved) {
    return {Answer::No, "The record says that the diabetes has resolved."};
  }
  // Before the clinical status: words alone do not tell which diabetes was meant to have resolved.
  if (condition.namesDiabetes) {
    return {Answer::Question, "A problem outside the code tables names diabetes."};
  }
  if (condition.diabetes == DiabetesMeaning::InRemission ||
      condition.state == ClinicalState::Remission) {
    return {Answer::Question, "The diabetes is in remission."};
  }
  if (condition.verification == Verification::Doubtful) {
    return {Answer::Question, "The diagnosis is " + condition.verificationText + "."};
  }
  const bool over = isOver(assembly, condition);
  switch (condition.state) {
    case ClinicalState::Over:
      return {Answer::No, "The diagnosis is " + condition.stateText + "."};
    case ClinicalState::Active:
      if (over) return {Answer::Question, "The diagnosis is active and has ended, both."};
      return {Answer::Yes, "An active diagnosis."};
    case ClinicalState::NotGiven:
      if (over) return {Answer::No, "The diagnosis has ended."};
      return {Answer::Yes, "A diagnosis without an end."};
    default:
      return {Answer::Question, "The clinical status \"" + condition.stateText + "\" is unclear."};
  }
}

std::vector<Verdict> gatherVerdicts(Assembly& assembly) {
  std::vector<Verdict> found;
  forEachKept<KeptCondition>(
      assembly, [&](const KeptResource& resource, const KeptCondition& condition) {
        const bool speaks = condition.namesDiabetes ||
                            condition.diabetes == DiabetesMeaning::Diabetes ||
                            condition.diabetes == DiabetesMeaning::InRemission ||
                            condition.diabetes == DiabetesMeaning::Resolved;
        if (!speaks) return;
        if (condition.date && !assembly.hasHappened(*condition.date)) {
          assembly.find(Severity::Info, FindingCode::Future, resource.source,
                        "The diagnosis is dated after the day of the assessment.");
          return;
        }
        auto [answer, reason] = judge(assembly, condition);
        found.push_back({&resource, &condition, answer, std::move(reason)});
      });
  // Yes before question before no; of equals the latest.
  const auto order = [](const Verdict& each) {
    const int strength = each.answer == Answer::Yes ? 2 : (each.answer == Answer::Question ? 1 : 0);
    const auto& date = each.condition->date;
    return std::tuple(strength, date ? date->microsecondsOfEpoch : INT64_MIN,
                      each.resource->source);
  };
  std::sort(found.begin(), found.end(),
            [&](const Verdict& a, const Verdict& b) { return order(a) > order(b); });
  return found;
}

/// The entry by which a diabetes that is still on the list as active has gone: one of its own, and
/// not older than the diagnosis. Null where the diagnosis says that it has come back.
const Verdict* laterEnd(const std::vector<Verdict>& verdicts) {
  const KeptCondition& active = *verdicts.front().condition;
  if (active.stateText == "recurrence" || active.stateText == "relapse") return nullptr;
  for (const Verdict& each : verdicts) {
    const KeptCondition& other = *each.condition;
    const bool isEnd =
        other.verification == Verification::Confirmed &&
        (other.diabetes == DiabetesMeaning::InRemission ||
         other.diabetes == DiabetesMeaning::Resolved || other.state == ClinicalState::Remission);
    const bool isOlder = active.date && other.date &&
                         other.date->microsecondsOfEpoch < active.date->microsecondsOfEpoch;
    if (isEnd && !isOlder) return &each;
  }
  return nullptr;
}

AnswerFact factOf(const Verdict& verdict) {
  AnswerFact fact;
  fact.answer = verdict.answer;
  fact.origin.sources = {verdict.resource->source};
  if (verdict.condition->date) fact.origin.date = verdict.condition->date->date;
  fact.origin.status = verdict.condition->stateText;
  fact.origin.code = verdict.condition->code;
  fact.origin.reason = verdict.reason;
  fact.words = verdict.condition->words;
  return fact;
}

/// A result of HbA1c "above 14 %" is no number for a model; that it is high is certain all the
/// same. Null where a newer number says otherwise.
const KeptResource* highLimitOfHba1c(const Assembly& assembly) {
  const NumberFact* measured = assembly.record.number(Fact::Hba1c);
  const KeptResource* found = nullptr;
  Date newest;
  if (measured != nullptr) newest = measured->origin.date->first();
  forEachKept<KeptObservation>(assembly, [&](const KeptResource& resource,
                                             const KeptObservation& observation) {
    if (observation.rank == StatusRank::Never || !observation.effective ||
        !assembly.hasHappened(*observation.effective)) {
      return;
    }
    const Date day = observation.effective->date.first();
    for (const KeptReading& reading : observation.readings) {
      const bool isHigh = reading.analyte == Analyte::Hba1c && reading.atLeast >= kDiabeticHba1c;
      const bool isTie = found != nullptr && day == newest && resource.source < found->source;
      if (!isHigh || day < newest || isTie) continue;
      newest = day;
      found = &resource;
    }
  });
  return found;
}

/// What else in the record speaks for diabetes; empty when nothing does.
std::string signsOfDiabetes(const Assembly& assembly) {
  const NumberFact* hba1c = assembly.record.number(Fact::Hba1c);
  const KeptResource* limit = highLimitOfHba1c(assembly);
  if (limit != nullptr || (hba1c != nullptr && hba1c->value >= kDiabeticHba1c)) {
    const std::string& source = limit != nullptr ? limit->source : hba1c->origin.sources.front();
    return "The newest HbA1c (" + source + ") is 6.5 % or more.";
  }
  const std::string drugs = glucoseLoweringDrugs(assembly);
  if (drugs.empty()) return {};
  // SGLT2 inhibitors and GLP-1 agonists are given for heart failure and obesity too.
  return "A medicine that lowers glucose is in force (" + drugs +
         "); some are also given for other reasons.";
}

}  // namespace

void assembleDiabetes(Assembly& assembly) {
  const std::vector<Verdict> verdicts = gatherVerdicts(assembly);
  const std::string signs = signsOfDiabetes(assembly);
  const bool isComplete = assembly.isComplete(RecordKind::Condition);
  if (verdicts.empty()) {
    if (!signs.empty()) {
      assembly.ask(Fact::Diabetes, {}, FindingCode::Question,
                   signs + " No diagnosis of diabetes is recorded.");
    } else if (isComplete) {
      assembly.assumeNo(Fact::Diabetes, "diabetes");
    }
    return;
  }
  const Verdict& deciding = verdicts.front();
  AnswerFact fact = factOf(deciding);
  for (std::size_t i = 1; i < verdicts.size(); ++i) {
    if (verdicts[i].answer == deciding.answer) {
      fact.origin.sources.push_back(verdicts[i].resource->source);
    } else {
      fact.origin.passedOver.push_back(
          {verdicts[i].resource->source, FindingCode::Note, verdicts[i].reason});
    }
  }
  const Verdict* end = deciding.answer == Answer::Yes ? laterEnd(verdicts) : nullptr;
  if (end != nullptr) {
    assembly.ask(Fact::Diabetes, std::move(fact), FindingCode::Contradiction,
                 "The diagnosis is active, and " + end->resource->source +
                     " says that the diabetes is in remission or has resolved.");
  } else if (deciding.answer == Answer::Yes) {
    assembly.set(Fact::Diabetes, std::move(fact));
  } else if (deciding.answer == Answer::Question) {
    assembly.ask(Fact::Diabetes, std::move(fact), FindingCode::Question,
                 deciding.reason + (signs.empty() ? "" : " " + signs));
  } else if (!signs.empty()) {
    assembly.ask(Fact::Diabetes, std::move(fact), FindingCode::Contradiction,
                 deciding.reason + " " + signs);
  } else if (isComplete) {
    fact.origin.findings.push_back(FindingCode::Note);
    assembly.find(Severity::Info, FindingCode::Note, deciding.resource->source,
                  deciding.reason + " Diabetes counts as \"no\".");
    assembly.set(Fact::Diabetes, std::move(fact));
  }
}

}  // namespace fhir
