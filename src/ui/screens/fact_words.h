#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fhir/clinical_record.h"
#include "risk/assess.h"
#include "ui/surface.h"

/// Facts, inputs, outcomes and kinds of data by their names for people.
namespace ui {

Text nameOf(risk::Input input);
Text nameOf(fhir::Fact fact);
Text nameOf(risk::Outcome outcome);
Text nameOf(fhir::RecordKind kind);
/// Where there is little room: "HDL", "any CVD".
Text shortName(risk::Input input);
Text shortName(fhir::Fact fact);
Text shortName(risk::Outcome outcome);
/// "a heart attack, stroke or coronary death": what happens, in a sentence.
Text eventOf(risk::Outcome outcome);
/// A name as it stands in a sentence: "region" for "Region". Abbreviations stay as they are.
std::string inSentence(std::string_view name);
/// Why there is no number, for a chip: "input missing: LDL", "out of range: age".
std::string briefly(const Surface& surface, const risk::NotAssessed& reason);
/// The reason in a word or two, for a chip.
Text shortName(risk::Reason reason);
/// The reason in full sentences.
Text whyNoNumber(risk::Reason reason);

/// The fact of the record that a model's input is filled from; empty for sex, race and the like.
std::optional<fhir::Fact> factOf(risk::Input input);

/// The number or answer behind an input; null when the record has none.
const fhir::NumberFact* numberFor(const fhir::ClinicalRecord& record, risk::Input input);
const fhir::AnswerFact* answerFor(const fhir::ClinicalRecord& record, risk::Input input);
const fhir::Origin* originOf(const fhir::ClinicalRecord& record, risk::Input input);

/// The value as a reader wants it: "5.4 mmol/L", "Not smoking", "None on record"; the word for
/// missing when nothing is known.
std::string valueInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                         risk::Input input);

/// Where the fact comes from, in short: "LOINC 14647-2", else "Observation/o1".
std::string sourceInWords(const fhir::Origin& origin);

/// "Framingham general CVD, with lipids (2008)".
std::string titleOf(const Surface& surface, const risk::Model& model);

/// "Framingham 2008, BMI".
std::string shortTitleOf(const Surface& surface, const risk::Model& model);

/// What the risk of a list is the risk of, and by which model.
std::string meaningOfListRisk(const Surface& surface);

/// "any cardiovascular event, 10 years".
std::string outcomeInWords(const Surface& surface, const risk::OutcomeDescription& outcome);

/// "Of 100 women with the same age and factors, about 14 will have …"
std::string riskSentence(const Surface& surface, const risk::Inputs& inputs, risk::Probability risk,
                         const risk::OutcomeDescription& outcome);

/// "Risk of a cardiovascular event in the next 10 years".
std::string riskOfEvent(const Surface& surface, const risk::OutcomeDescription& outcome);

}  // namespace ui
