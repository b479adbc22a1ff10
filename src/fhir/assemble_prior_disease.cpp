#include <algorithm>
#include <tuple>
#include <utility>

#include "fhir/assembly.h"

namespace fhir {
namespace {

struct Event {
  const KeptResource* resource = nullptr;
  bool isCertain = true;
  std::optional<Timestamp> date;
  Coding code;
  std::string words;
  std::string status;
};

bool isFuture(Assembly& assembly, const KeptResource& resource,
              const std::optional<Timestamp>& date) {
  if (!date || assembly.hasHappened(*date)) return false;
  assembly.find(Severity::Info, FindingCode::Future, resource.source,
                "The entry is dated after the day of the assessment.");
  return true;
}

std::vector<Event> gatherEvents(Assembly& assembly) {
  std::vector<Event> found;
  forEachKept<KeptCondition>(
      assembly, [&](const KeptResource& resource, const KeptCondition& condition) {
        if (!condition.isPriorDisease && !condition.namesPriorDisease) return;
        if (condition.verification == Verification::Refuted) return;
        if (isFuture(assembly, resource, condition.date)) return;
        // Words without a code are a hint, not a diagnosis: a question, like a doubtful one.
        const bool isCertain =
            condition.isPriorDisease && condition.verification == Verification::Confirmed;
        found.push_back({&resource, isCertain, condition.date, condition.code, condition.words,
                         condition.stateText});
      });
  forEachKept<KeptProcedure>(assembly,
                             [&](const KeptResource& resource, const KeptProcedure& procedure) {
                               if (procedure.state == ProcedureState::NotDone) return;
                               if (isFuture(assembly, resource, procedure.date)) return;
                               found.push_back({&resource,
                                                procedure.state == ProcedureState::Done,
                                                procedure.date,
                                                procedure.code,
                                                procedure.words,
                                                {}});
                             });
  const auto order = [](const Event& each) {
    return std::tuple(each.isCertain, each.date ? each.date->microsecondsOfEpoch : INT64_MIN,
                      each.resource->source);
  };
  std::sort(found.begin(), found.end(),
            [&](const Event& a, const Event& b) { return order(a) > order(b); });
  return found;
}

}  // namespace

void assemblePriorDisease(Assembly& assembly) {
  const std::vector<Event> events = gatherEvents(assembly);
  if (events.empty()) {
    if (assembly.isComplete(RecordKind::Condition) && assembly.isComplete(RecordKind::Procedure)) {
      assembly.assumeNo(Fact::PriorCardiovascularDisease, "cardiovascular disease");
    }
    return;
  }
  const Event& deciding = events.front();
  AnswerFact fact;
  for (const Event& each : events) {
    if (each.isCertain == deciding.isCertain) fact.origin.sources.push_back(each.resource->source);
  }
  if (deciding.date) fact.origin.date = deciding.date->date;
  fact.origin.code = deciding.code;
  fact.origin.status = deciding.status;
  fact.words = deciding.words.empty() ? deciding.code.code : deciding.words;
  fact.origin.reason = "The record holds: " + fact.words + ".";
  if (deciding.isCertain) {
    fact.answer = Answer::Yes;
    assembly.set(Fact::PriorCardiovascularDisease, std::move(fact));
    return;
  }
  const std::string message = "An entry speaks of cardiovascular disease without settling it (" +
                              fact.words +
                              "); the models are assessed, and would not apply if it is true.";
  assembly.ask(Fact::PriorCardiovascularDisease, std::move(fact), FindingCode::Question, message);
}

}  // namespace fhir
