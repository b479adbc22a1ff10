#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fhir/code_system.h"

namespace fhir {

/// What an answer to "do you smoke" says. "Smoker" in the Framingham equations is current.
enum class SmokingAnswer {
  Never,
  Former,
  NotCurrent,  ///< not now; whether ever is not said
  Current,
  CurrentUncertain,  ///< "smoker, current status unknown": taken as current, with a warning
  Unknown,           ///< the record says that it is not known
};

/// The answer by its code; empty when the code is not in the tables.
std::optional<SmokingAnswer> smokingAnswer(CodeSystem system, std::string_view code);

/// True for Observations that ask for the smoking status.
bool asksForSmoking(CodeSystem system, std::string_view code);

/// Every code of LOINC or SNOMED CT under which an Observation is read: the questions, and SNOMED
/// CT's answers, which some records use as the question.
std::vector<std::string> smokingCodes(CodeSystem system);

/// What a diagnosis says about smoking: dependence, history.
std::optional<SmokingAnswer> smokingDiagnosis(CodeSystem system, std::string_view code);

}  // namespace fhir
