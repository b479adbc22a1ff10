#include "fhir/answer_error.h"

#include <algorithm>

namespace fhir {

std::string_view describe(AnswerErrorCode code) {
  switch (code) {
    case AnswerErrorCode::Empty:
      return "The server sent an empty answer.";
    case AnswerErrorCode::Html:
      return "The server sent a web page instead of health data.";
    case AnswerErrorCode::Xml:
      return "The server sent XML; this program reads FHIR as JSON.";
    case AnswerErrorCode::NotJson:
      return "The answer is not valid JSON, or ends too early.";
    case AnswerErrorCode::TooLarge:
      return "The answer is larger than allowed.";
    case AnswerErrorCode::TooDeep:
      return "The answer is nested more deeply than any FHIR resource.";
    case AnswerErrorCode::OperationOutcome:
      return "The server reports an error.";
    case AnswerErrorCode::NotFhir:
      return "The answer is JSON, but no FHIR resource.";
    case AnswerErrorCode::UnexpectedType:
      return "The server sent another kind of data than asked for.";
    case AnswerErrorCode::WrongPatient:
      return "The server sent the data of another patient.";
    case AnswerErrorCode::UnsupportedVersion:
      return "The server's version of FHIR is not supported.";
  }
  return "The answer could not be read.";
}

FhirVersion fhirVersion(std::string_view number) {
  const auto begins = [&](std::string_view prefix) {
    return number.substr(0, prefix.size()) == prefix;
  };
  if (begins("4.0")) return FhirVersion::R4;
  if (begins("4.1") || begins("4.3")) return FhirVersion::R4B;
  if (begins("5.0") || begins("4.2") || begins("4.4") || begins("4.5") || begins("4.6")) {
    return FhirVersion::R5;
  }
  if (begins("3.0")) return FhirVersion::Stu3;
  if (begins("1.0") || begins("0.5")) return FhirVersion::Dstu2;
  return FhirVersion::Unknown;
}

bool isSupported(FhirVersion version) {
  return version == FhirVersion::R4 || version == FhirVersion::R4B || version == FhirVersion::R5 ||
         version == FhirVersion::Stu3;
}

std::string_view name(FhirVersion version) {
  switch (version) {
    case FhirVersion::R4:
      return "FHIR R4";
    case FhirVersion::R4B:
      return "FHIR R4B";
    case FhirVersion::R5:
      return "FHIR R5";
    case FhirVersion::Stu3:
      return "FHIR STU3";
    case FhirVersion::Dstu2:
      return "FHIR DSTU2";
    case FhirVersion::Unknown:
      return "an unknown version of FHIR";
  }
  return {};
}

bool isResourceId(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  if (text.empty() || text.size() > kLongest || text == "." || text == "..") return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '.';
  });
}

}  // namespace fhir
