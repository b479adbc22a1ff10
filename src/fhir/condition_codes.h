#pragma once

#include <optional>
#include <string_view>

#include "fhir/code_system.h"

/// Which diagnoses and procedures mean diabetes or prior cardiovascular disease.
namespace fhir {

/// In this order each says more than those before it.
enum class DiabetesMeaning { NotDiabetes, Diabetes, Resolved, InRemission };

/// What a code says about diabetes; empty when it is not in the tables.
std::optional<DiabetesMeaning> diabetesMeaning(CodeSystem system, std::string_view code);

/// True when words in lower case name diabetes and not prediabetes, a relative's, or its absence.
bool namesDiabetes(std::string_view words);

/// Myocardial infarction, angina, coronary disease, stroke, TIA, peripheral artery disease or heart
/// failure, also as a history of it.
bool isPriorDisease(CodeSystem system, std::string_view code);

/// True when words in lower case name one of them as the patient's own.
bool namesPriorDisease(std::string_view words);

/// Diabetes, heart disease or stroke of a relative.
bool isFamilyHistory(CodeSystem system, std::string_view code);

/// Coronary or carotid revascularisation, as a procedure.
bool isRevascularisation(CodeSystem system, std::string_view code);

/// True when words in lower case name one.
bool namesRevascularisation(std::string_view words);

}  // namespace fhir
