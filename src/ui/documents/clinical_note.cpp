#include "ui/documents/clinical_note.h"

#include <string_view>

#include "ui/documents/plain_text.h"
#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"
#include "ui/widgets/chip.h"

namespace ui {
namespace {

void addRemark(std::string& line, std::string_view remark) {
  if (remark.empty()) return;
  line += ", ";
  line += remark;
}

/// "- Total cholesterol: 5.4 mmol/L, 18 Jun 2021, measure again".
std::string inputLine(const Surface& surface, const app::PatientView& patient, risk::Input input) {
  const fhir::ClinicalRecord& record = *patient.record;
  std::string line = "- " + std::string(surface.text(nameOf(input))) + ": ";
  line += plainLine(valueInWords(surface, record, input));
  const fhir::AnswerFact* answer = answerFor(record, input);
  if (patient.assessment->isAnswered(input)) addRemark(line, surface.text(Text::AnsweredHere));
  if (answer != nullptr && answer->assumed) addRemark(line, surface.text(Text::AssumedNo));
  if (answer != nullptr && answer->answer == fhir::Answer::Question) {
    addRemark(line, surface.text(Text::NeedsAnswer));
  }
  const fhir::Origin* origin = originOf(record, input);
  if (origin == nullptr || input == risk::Input::Age) return line;
  if (origin->date) addRemark(line, formatDate(*origin->date, wordsOf(surface)));
  if (origin->has(fhir::FindingCode::Stale)) addRemark(line, surface.text(Text::MeasureAgain));
  return line;
}

std::string resultLine(const Surface& surface, const risk::OutcomeResult& result) {
  const std::string horizon = std::to_string(result.outcome->horizonYears);
  const std::string_view outcome = surface.text(nameOf(result.outcome->outcome));
  if (!result.result.ok()) {
    const Text reason = shortName(result.result.error().reason);
    std::string why(surface.text(reason));
    for (const risk::Obstacle& obstacle : result.result.error().obstacles) {
      addRemark(why, surface.text(nameOf(obstacle.input)));
    }
    return fill(surface.text(Text::NoteNoRisk), {horizon, outcome, why + "."});
  }
  const risk::Assessed& assessed = *result.result;
  const std::string risk = formatRisk(assessed.risk, wordsOf(surface));
  if (assessed.band == nullptr || assessed.scheme == nullptr) {
    return fill(surface.text(Text::NoteRisk), {horizon, outcome, risk});
  }
  return fill(surface.text(Text::NoteRiskBand),
              {horizon, outcome, risk, surface.text(bandName(assessed.band->level)),
               assessed.scheme->guideline, std::to_string(assessed.scheme->year)});
}

}  // namespace

std::string clinicalNote(const Surface& surface, const app::PatientView& patient) {
  const app::Assessment& assessment = *patient.assessment;
  const risk::OutcomeResult& result = assessment.headlineResult();
  const Words words = wordsOf(surface);
  std::string note =
      fill(surface.text(Text::NoteTitle), {formatDate(patient.record->asOf, words)}) + "\n";
  const auto add = [&note](std::string_view line) {
    note += line;
    note += '\n';
  };
  add(resultLine(surface, result));
  if (assessment.interval && !result.result.ok()) {
    add(fill(surface.text(Text::RangeOfRisk), {formatRisk(assessment.interval->lowest, words),
                                               formatRisk(assessment.interval->highest, words)}));
  }
  if (assessment.contributions) {
    add(fill(surface.text(Text::NoteIdeal), {formatRisk(assessment.contributions->ideal, words)}));
  }
  add(fill(surface.text(Text::NoteModel), {titleOf(surface, *result.model)}));
  if (assessment.withoutLipids) add(surface.text(Text::WithoutLipidsNote));
  if (assessment.enteredByHand) add(std::string(surface.text(Text::EnteredByHand)) + ".");
  add(surface.text(Text::NoteInputs));
  for (const risk::InputUse& use : result.outcome->inputs)
    add(inputLine(surface, patient, use.input));
  if (patient.record->isPartial()) add(surface.text(Text::PartialRecord));
  add(surface.text(Text::StandingLine));
  return note;
}

}  // namespace ui
