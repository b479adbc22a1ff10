#include "app/patient_reading.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "app/calls.h"
#include "oauth/scopes.h"

namespace app {
namespace {

using fhir::Completeness;
using fhir::RecordKind;

/// Kinds that many servers do not have at all: their absence is no failure.
bool isOptional(RecordKind kind) {
  return kind == RecordKind::MedicationStatement || kind == RecordKind::RiskAssessment;
}

std::string hostOf(const Call& call) {
  const auto url = net::parseUrl(call.request.url);
  return url ? url->host : std::string{};
}

void settle(PatientReading& reading, RecordKind kind, LoadPhase phase, Completeness completeness,
            std::optional<Problem> problem = std::nullopt) {
  Load& load = reading.kind(kind).load;
  load.phase = phase;
  load.problem = std::move(problem);
  reading.reader.setCompleteness(kind, completeness);
}

/// Ends a kind that went wrong: what was read of it before is kept, and known to be a part.
void breakOff(PatientReading& reading, RecordKind kind, Problem problem) {
  const bool some = reading.kind(kind).load.pages > 0;
  settle(reading, kind, some ? LoadPhase::Done : LoadPhase::Failed,
         some ? Completeness::CutShort : Completeness::Failed, std::move(problem));
}

/// The first page of a search.
PageRequest begin(PatientReading& reading, fhir::Search search, const SignedIn& session) {
  const oauth::NamedFhirBase& base = *session.request.server.fhirBase;
  KindLoad& load = reading.kind(search.kind);
  std::string url = base.below(search.url);
  load.load = Load{.phase = LoadPhase::Loading};
  load.paging.emplace(base.url.text(), url);
  load.search = std::move(search);
  return {load.search.kind, std::move(url)};
}

/// An answer with an error status: a simpler search, an absence that is no failure, or a failure.
std::optional<PageRequest> takeRefusal(PatientReading& reading, RecordKind kind, const Call& call,
                                       const net::Response& response, const SignedIn& session) {
  const KindLoad& load = reading.kind(kind);
  if (load.load.pages == 0 && fhir::isWorthSimplerSearch(response.status)) {
    if (auto simpler = fhir::simplerSearch(load.search, reading.id)) {
      return begin(reading, *std::move(simpler), session);
    }
    if (isOptional(kind)) {
      settle(reading, kind, LoadPhase::Done, Completeness::NotOffered);
      return std::nullopt;
    }
  }
  breakOff(reading, kind, problemOf(response, hostOf(call)));
  return std::nullopt;
}

oauth::Access accessTo(RecordKind kind, const SignedIn& session) {
  const auto interaction =
      kind == RecordKind::Patient ? oauth::Interaction::Read : oauth::Interaction::Search;
  return session.life.tokens()->permissions.access(fhir::resourceType(kind), interaction);
}

/// The last page of a kind was read. A permission for a part of the kind (a SMART v2 scope with a
/// query) never gives the whole: what is not there may be what is not shown.
void finish(PatientReading& reading, RecordKind kind, const SignedIn& session) {
  if (accessTo(kind, session) == oauth::Access::Full) {
    settle(reading, kind, LoadPhase::Done, Completeness::Complete);
  } else {
    settle(reading, kind, LoadPhase::Done, Completeness::CutShort,
           Problem{ProblemCode::NotPermitted, "", ""});
  }
}

/// A page that was read: the next one, or the end of the kind.
std::optional<PageRequest> takePage(PatientReading& reading, RecordKind kind, const Call& call,
                                    const net::Response& response,
                                    const fhir::DocumentOutcome& outcome, const SignedIn& session) {
  KindLoad& load = reading.kind(kind);
  ++load.load.pages;
  if (!outcome.problems.empty()) {
    settle(reading, kind, LoadPhase::Done, Completeness::CutShort,
           Problem{outcome.problems.front().code, "", outcome.problems.front().message});
    return std::nullopt;
  }
  if (!outcome.next) {
    finish(reading, kind, session);
    return std::nullopt;
  }
  auto next = load.paging->follow(
      *outcome.next,
      {.resources = outcome.resources, .bytes = response.body.size(), .time = call.took});
  if (!next.ok()) {
    settle(reading, kind, LoadPhase::Done, Completeness::CutShort, Problem{next.error(), "", ""});
    return std::nullopt;
  }
  return PageRequest{kind, *std::move(next)};
}

void emptyForWrongPatient(PatientReading& reading, std::string host) {
  std::string id = std::move(reading.id);
  reading = PatientReading{.id = id, .reader = fhir::RecordReader({.patientId = id})};
  for (KindLoad& kind : reading.kinds)
    kind.load.phase = LoadPhase::Failed;
  reading.kind(RecordKind::Patient).load.problem =
      Problem{fhir::AnswerErrorCode::WrongPatient, std::move(host), ""};
}

}  // namespace

bool PatientReading::isSettled() const {
  return std::all_of(kinds.begin(), kinds.end(), [](const KindLoad& kind) {
    return kind.load.phase == LoadPhase::Done || kind.load.phase == LoadPhase::Failed;
  });
}

PatientReading newReading(std::string id, const SignedIn& session) {
  fhir::RecordReader reader({.patientId = id, .base = session.request.server.fhirBase->url.text()});
  return PatientReading{.id = std::move(id), .reader = std::move(reader)};
}

std::optional<PageRequest> beginKind(PatientReading& reading, RecordKind kind,
                                     const SignedIn& session) {
  if (accessTo(kind, session) != oauth::Access::None) {
    return begin(reading, fhir::searchFor(kind, reading.id), session);
  }
  if (isOptional(kind)) {
    settle(reading, kind, LoadPhase::Done, Completeness::NotOffered);
  } else {
    settle(reading, kind, LoadPhase::Failed, Completeness::Failed,
           Problem{ProblemCode::NotPermitted, "", ""});
  }
  return std::nullopt;
}

std::optional<PageRequest> takeAnswer(PatientReading& reading, RecordKind kind, const Call& call,
                                      const Answer& answer, const SignedIn& session) {
  if (!answer.ok()) {
    breakOff(reading, kind, answer.error());
    return std::nullopt;
  }
  if (answer->status != 200) return takeRefusal(reading, kind, call, *answer, session);
  const auto outcome = reading.reader.readPage(kind, answer->body);
  if (!outcome.error) return takePage(reading, kind, call, *answer, outcome, session);
  if (outcome.error->code == fhir::AnswerErrorCode::WrongPatient) {
    emptyForWrongPatient(reading, hostOf(call));
  } else {
    settle(reading, kind, LoadPhase::Failed, Completeness::Failed,
           Problem{outcome.error->code, hostOf(call), outcome.error->detail});
  }
  return std::nullopt;
}

bool isOfWrongPatient(const PatientReading& reading) {
  const auto& problem = reading.kind(RecordKind::Patient).load.problem;
  return problem && problem->cause == decltype(problem->cause)(fhir::AnswerErrorCode::WrongPatient);
}

}  // namespace app
