#include "ui/screens/origin_words.h"

#include <algorithm>
#include <string>

#include "fhir/units.h"
#include "risk/conversions.h"
#include "risk/interval.h"
#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"

namespace ui {

namespace {

std::string recordedAs(const Surface& surface, const fhir::ClinicalRecord& record,
                       risk::Input input) {
  const fhir::NumberFact* number = numberFor(record, input);
  if (number != nullptr && number->original && input != risk::Input::Age) {
    return formatQuantity(*number->original, wordsOf(surface));
  }
  const fhir::AnswerFact* answer = answerFor(record, input);
  if (answer != nullptr && answer->assumed) return std::string(surface.text(Text::AssumedNo));
  return answer == nullptr ? std::string() : answer->words;
}

std::string resourceInWords(const fhir::Origin& origin) {
  std::string words;
  for (const std::string& source : origin.sources) {
    if (!words.empty()) words += ", ";
    words += source;
  }
  if (!origin.status.empty()) words += " · " + origin.status;
  if (!origin.code.code.empty()) words += " · " + sourceInWords(origin);
  return words;
}

/// The cholesterol among the inputs; null for another input.
const std::optional<risk::Cholesterol>* cholesterolOf(const risk::Inputs& inputs,
                                                      risk::Input input) {
  switch (input) {
    case risk::Input::TotalCholesterol:
      return &inputs.totalCholesterol;
    case risk::Input::HdlCholesterol:
      return &inputs.hdlCholesterol;
    case risk::Input::LdlCholesterol:
      return &inputs.ldlCholesterol;
    default:
      return nullptr;
  }
}

/// The number as the equation takes it, with its unit; empty for answers and choices.
std::string numberTaken(const Surface& surface, const fhir::ClinicalRecord& record,
                        const app::Assessment& assessment, const risk::Model& model,
                        risk::Input input) {
  const Words words = wordsOf(surface);
  const auto* cholesterol = cholesterolOf(assessment.inputs, input);
  if (cholesterol != nullptr && cholesterol->has_value()) {
    const double value =
        model.takesMillimoles ? (*cholesterol)->amount().value() : (*cholesterol)->mass().value();
    return formatExactly(*factOf(input), value, model.takesMillimoles, words);
  }
  const fhir::NumberFact* number = numberFor(record, input);
  return number == nullptr ? std::string()
                           : formatExactly(*factOf(input), number->value, false, words);
}

/// "÷ 0.02586": how the recorded number became the one that the equation takes.
std::string conversion(const Words& words, fhir::Unit unit, bool takesMillimoles) {
  const auto number = [&words](double value) {
    constexpr int kDecimals = 5;
    return formatShortly(value, kDecimals, words);
  };
  const std::string molar = number(risk::kCholesterolMmolPerLitrePerMgPerDecilitre);
  switch (unit) {
    case fhir::Unit::MillimolesPerLitre:
      return takesMillimoles ? std::string() : "÷ " + molar;
    case fhir::Unit::MilligramsPerDecilitre:
      return takesMillimoles ? "× " + molar : std::string();
    case fhir::Unit::GramsPerLitre:
      return takesMillimoles ? "× 100 × " + molar : "× 100";
    case fhir::Unit::Kilopascals:
      return "× " + number(risk::kMmHgPerKilopascal);
    case fhir::Unit::MillimolesPerMole:
      return "× " + number(risk::kNgspSlope) + " + " + number(risk::kNgspIntercept);
    case fhir::Unit::MilligramsPerMillimole:
      return "× " + number(risk::kMgPerGramPerMgPerMillimole);
    case fhir::Unit::MicrogramsPerMillimole:
      return "× " + number(risk::kMgPerGramPerMgPerMillimole) + " ÷ 1000";
    case fhir::Unit::MilligramsPerMilligram:
      return "× 1000";
    case fhir::Unit::MillilitresPerSecondPer173:
      return "× 60";
    default:
      return {};
  }
}

std::string usedAs(const Surface& surface, const fhir::ClinicalRecord& record,
                   const app::Assessment& assessment, const risk::Model& model, risk::Input input) {
  const std::string taken = numberTaken(surface, record, assessment, model, input);
  if (taken.empty()) return valueInWords(surface, record, input);
  const fhir::NumberFact& number = *numberFor(record, input);
  const auto unit = number.original ? fhir::unitOf(number.original->unit) : std::nullopt;
  const std::string how =
      unit ? conversion(wordsOf(surface), *unit, model.takesMillimoles) : std::string();
  return how.empty() ? taken : fill(surface.text(Text::TitleAndYear), {taken, how});
}

/// What the record's findings say against a value that is used, other than that it is old.
std::string objection(const fhir::ClinicalRecord& record, const fhir::Origin& origin,
                      app::Language language) {
  const auto isAgainst = [&origin](const fhir::Finding& finding) {
    return finding.severity != fhir::Severity::Info && finding.code != fhir::FindingCode::Stale &&
           std::find(origin.sources.begin(), origin.sources.end(), finding.path) !=
               origin.sources.end();
  };
  const auto found = std::find_if(record.findings.begin(), record.findings.end(), isAgainst);
  return found == record.findings.end() ? std::string() : message(*found, language);
}

/// How much of the number hangs on a value that is old or objected to: the range of risk if it
/// were not known.
std::string doubtAbout(const Surface& surface, const fhir::ClinicalRecord& record,
                       const app::Assessment& assessment, const risk::OutcomeResult& result,
                       risk::Input input) {
  const fhir::Origin& origin = *originOf(record, input);
  const bool isOld = origin.has(fhir::FindingCode::Stale) && origin.date;
  // What is said of the person is not said of the age.
  const std::string against = input == risk::Input::Age
                                  ? std::string()
                                  : objection(record, origin, surface.settings.language);
  if (!isOld && against.empty()) return {};
  risk::Inputs unknown = assessment.inputs;
  risk::copyInput(unknown, risk::Inputs{}, input);
  const auto range = risk::riskInterval(*result.model, indexOf(result), unknown);
  if (!range.ok()) return against;
  const Words words = wordsOf(surface);
  const std::string lowest = formatRisk(range->lowest, words);
  const std::string highest = formatRisk(range->highest, words);
  if (!isOld) return fill(surface.text(Text::DoubtOther), {against, lowest, highest});
  return fill(surface.text(Text::DoubtOld),
              {formatAge(origin.date->first(), record.asOf, words), lowest, highest});
}

}  // namespace

std::size_t indexOf(const risk::OutcomeResult& result) {
  return static_cast<std::size_t>(result.outcome - result.model->outcomes.data());
}

std::string asTaken(const Surface& surface, const fhir::ClinicalRecord& record,
                    const app::Assessment& assessment, const risk::Model& model,
                    risk::Input input) {
  const Words words = wordsOf(surface);
  const auto value = risk::number(assessment.inputs, input);
  if (input == risk::Input::Sex) return sexInWords(surface, record.patient.sex);
  if (input == risk::Input::TotalToHdlRatio && value) {
    constexpr int kDecimals = 3;
    return formatShortly(*value, kDecimals, words);
  }
  const std::string taken = numberTaken(surface, record, assessment, model, input);
  if (taken.empty()) return value ? formatInput(input, *value, words) : std::string();
  const std::string recorded = recordedAs(surface, record, input);
  return recorded.empty() || recorded == taken ? taken : recorded + " = " + taken;
}

std::vector<HintLine> originInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                                    const app::Assessment& assessment,
                                    const risk::OutcomeResult& result, risk::Input input) {
  const fhir::Origin* origin = originOf(record, input);
  if (origin == nullptr) return {};
  const app::Language language = surface.settings.language;
  std::vector<HintLine> lines;
  const auto add = [&](Text label, std::string words) {
    if (!words.empty()) lines.emplace_back(surface.text(label), std::move(words));
  };
  add(Text::Resource, resourceInWords(*origin));
  if (origin->date && input != risk::Input::Age) {
    add(Text::Measured, formatDate(*origin->date, wordsOf(surface)));
  }
  add(Text::RecordedAs, recordedAs(surface, record, input));
  add(Text::UsedAs, usedAs(surface, record, assessment, *result.model, input));
  add(Text::WhyThisOne, phrase(origin->reason, language));
  for (const fhir::PassedOver& other : origin->passedOver) {
    add(Text::PassedOver, other.source + ": " + message(other, language));
  }
  add(Text::Doubt, doubtAbout(surface, record, assessment, result, input));
  return lines;
}

}  // namespace ui
