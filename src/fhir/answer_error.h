#pragma once

#include <string>
#include <string_view>

namespace fhir {

/// Why an answer of a FHIR server, or a file, could not be read as what it should be.
enum class AnswerErrorCode {
  Empty,             ///< no body at all
  Html,              ///< a web page: a proxy, a login page or a wrong address
  Xml,               ///< FHIR as XML
  NotJson,           ///< no JSON, truncated, or not UTF-8
  TooLarge,          ///< beyond the limits on bytes or values
  TooDeep,           ///< nested beyond any FHIR resource
  OperationOutcome,  ///< the server says what went wrong
  NotFhir,           ///< JSON that is no FHIR resource
  UnexpectedType,    ///< another resource than asked for
  WrongPatient,      ///< the Patient read is not the one asked for
  UnsupportedVersion,
};

struct AnswerError {
  AnswerErrorCode code = AnswerErrorCode::NotJson;
  std::string
      detail;  ///< the server's own words, cut and cleaned of control characters; inert text
};

/// One English sentence, without `detail`.
std::string_view describe(AnswerErrorCode code);

/// What CapabilityStatement.fhirVersion means for this program.
enum class FhirVersion { R4, R4B, R5, Stu3, Dstu2, Unknown };

/// The version by its number: "4.0.1" is R4.
FhirVersion fhirVersion(std::string_view number);

/// True for R4, R4B, R5 and STU3, whose resources are read; DSTU2 is read only as far as a file
/// happens to hold the same elements, so a DSTU2 server is refused by name.
bool isSupported(FhirVersion version);

std::string_view name(FhirVersion version);

/// FHIR's rule for ids: `[A-Za-z0-9\-.]{1,64}`, and neither "." nor "..", which would climb a path.
bool isResourceId(std::string_view text);

}  // namespace fhir
