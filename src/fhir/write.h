#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "fhir/answer_error.h"
#include "fhir/clinical_record.h"
#include "net/http.h"

/// Assessments as FHIR resources: what is written, how it is sent, and what came of it.
namespace fhir {

/// An input as it is written, in words.
struct WrittenInput {
  std::string name;
  std::string value;   ///< with its unit
  std::string origin;  ///< reference and date, or why it is taken so; empty when there is none

  /// "total cholesterol: 5.2 mmol/L (Observation/o1, 2026-03-04)".
  std::string line() const;
};

/// Everything an assessment says, ready to be written. Made by the caller from a risk result.
struct AssessmentToWrite {
  std::string patientId;
  std::string encounterId;  ///< the encounter of the launch; empty when none
  /// Relative reference from fhirUser; empty when not known. Left out of a resource that cannot
  /// name such a performer: see mayPerform().
  std::string performer;
  std::string occurredAt;    ///< dateTime with zone: "2026-11-23T10:00:00+13:00"
  std::string modelId;       ///< "framingham-2008-lipid"
  std::string modelTitle;    ///< in words, with year
  std::string outcome;       ///< outcome id: "general-cvd"
  std::string outcomeTitle;  ///< in words
  int horizonYears = 10;
  int age = 0;                     ///< completed years, for whenRange
  double probability = 0;          ///< 0..1, unrounded
  std::string band;                ///< "low", "intermediate", "high"; empty when the model has none
  std::vector<std::string> basis;  ///< references of every resource used
  /// The inputs as used, one a line. Their hash makes the identifier.
  std::vector<WrittenInput> inputs;
  std::vector<std::string> remarks;  ///< what a reader has to know beside them, one sentence each
};

/// The identifier under which an assessment is found again: the same subject, model, outcome, day
/// and inputs always give the same value.
Identifier assessmentIdentifier(const AssessmentToWrite& assessment);

enum class WrittenKind { RiskAssessment, Observation };

/// Whether FHIR R4 lets a resource of this kind name this performer, going by its type:
/// RiskAssessment.performer knows practitioners only, Observation.performer patients as well.
bool mayPerform(WrittenKind kind, std::string_view performer);

/// A RiskAssessment (FHIR R4), as JSON text.
std::string riskAssessment(const AssessmentToWrite& assessment);

/// An Observation LOINC 65853-4, as JSON text; empty for any model but the Framingham general-CVD
/// ones of 10 years, which alone may carry that code. The components repeat the record's inputs.
std::optional<std::string> riskObservation(const AssessmentToWrite& assessment,
                                           const ClinicalRecord& record);

/// The request that creates `resource` once: conditional on nothing with our identifier being there
/// (If-None-Exist), answered with the resource as stored (Prefer: return=representation).
net::Request createRequest(std::string_view base, WrittenKind kind, std::string_view resource,
                           const Identifier& identifier);

/// The request that reads back what was stored as `reference`, "RiskAssessment/r1".
net::Request readBackRequest(std::string_view base, std::string_view reference);

/// The request that finds out whether an assessment was stored, after an answer was lost.
net::Request findRequest(std::string_view base, WrittenKind kind, const Identifier& identifier);

enum class SaveErrorCode {
  NotPermitted,  ///< 401, 403
  NotOffered,    ///< 404, 405, 501, or the server says "not-supported"
  Refused,       ///< any other 4xx: nothing was stored, the server's reason is in `detail`
  WrongSubject,  ///< what was stored is about somebody else
  ServerFailed,  ///< 5xx or an answer that cannot be read: the outcome is unknown, search first
};

struct SaveError {
  SaveErrorCode code = SaveErrorCode::ServerFailed;
  std::string detail;  ///< the server's words, inert text
};

std::string_view describe(SaveErrorCode code);

/// What was stored.
struct Saved {
  std::string reference;       ///< "RiskAssessment/r1"; empty when the server does not say
  bool alreadyStored = false;  ///< the same assessment was there before
  std::string resource;        ///< as the server holds it, JSON; empty when it sent none
};

/// Judges the answer to createRequest(). A Location on another host is never followed; only its id
/// is read. "Already there" counts only with our identifier on it: a server that passes over the
/// condition's parameter finds anything.
base::Result<Saved, SaveError> readCreateAnswer(WrittenKind kind, const net::Response& response,
                                                const AssessmentToWrite& assessment);

/// Judges the answer to findRequest(): the stored assessment, or none. What does not carry our
/// identifier, or was marked as entered in error, is none.
base::Result<std::optional<Saved>, SaveError> readFindAnswer(WrittenKind kind,
                                                             const net::Response& response,
                                                             const AssessmentToWrite& assessment);

/// Judges the answer to readBackRequest().
base::Result<Saved, SaveError> readBackAnswer(WrittenKind kind, const net::Response& response,
                                              const AssessmentToWrite& assessment);

/// Plausible random Observations for a demonstration patient, as a transaction Bundle: total and
/// HDL cholesterol, blood pressure, weight and height, smoking status. `seed` decides the values.
/// Only for servers that the configuration marks as a demonstration.
std::string demonstrationData(std::string_view patientId, const Date& date, std::uint64_t seed);

}  // namespace fhir
