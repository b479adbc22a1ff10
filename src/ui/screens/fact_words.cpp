#include "ui/screens/fact_words.h"

#include <algorithm>
#include <array>

#include "ui/charts/icon_array.h"
#include "ui/format.h"
#include "ui/messages.h"
#include "ui/screens/person.h"

namespace ui {

namespace {

struct InputRow {
  risk::Input input;
  Text name;
  std::optional<fhir::Fact> fact;
};

constexpr std::array kInputs{
    InputRow{risk::Input::Sex, Text::Sex, {}},
    InputRow{risk::Input::Age, Text::FactAge, fhir::Fact::Age},
    InputRow{risk::Input::TotalCholesterol, Text::FactTotalCholesterol,
             fhir::Fact::TotalCholesterol},
    InputRow{risk::Input::HdlCholesterol, Text::FactHdlCholesterol, fhir::Fact::HdlCholesterol},
    InputRow{risk::Input::LdlCholesterol, Text::FactLdlCholesterol, fhir::Fact::LdlCholesterol},
    InputRow{risk::Input::TotalToHdlRatio, Text::FactCholesterolRatio, {}},
    InputRow{risk::Input::SystolicBloodPressure, Text::FactSystolicBloodPressure,
             fhir::Fact::SystolicBloodPressure},
    InputRow{risk::Input::DiastolicBloodPressure, Text::FactDiastolicBloodPressure,
             fhir::Fact::DiastolicBloodPressure},
    InputRow{risk::Input::BodyMassIndex, Text::FactBodyMassIndex, fhir::Fact::BodyMassIndex},
    InputRow{risk::Input::Egfr, Text::FactEgfr, fhir::Fact::Egfr},
    InputRow{risk::Input::Hba1c, Text::FactHba1c, fhir::Fact::Hba1c},
    InputRow{risk::Input::UrineAlbuminCreatinineRatio, Text::FactUacr,
             fhir::Fact::UrineAlbuminCreatinineRatio},
    InputRow{risk::Input::Smoker, Text::FactSmoking, fhir::Fact::Smoker},
    InputRow{risk::Input::Diabetes, Text::FactDiabetes, fhir::Fact::Diabetes},
    InputRow{risk::Input::BloodPressureTreated, Text::FactBloodPressureTreatment,
             fhir::Fact::BloodPressureTreated},
    InputRow{risk::Input::Statin, Text::FactStatin, fhir::Fact::Statin},
    InputRow{risk::Input::Antithrombotic, Text::FactAntithrombotic, {}},
    InputRow{risk::Input::AtrialFibrillation, Text::FactAtrialFibrillation, {}},
    InputRow{risk::Input::FamilyHistory, Text::FactFamilyHistory, {}},
    InputRow{risk::Input::Race, Text::FactRace, {}},
    InputRow{risk::Input::Region, Text::FactRegion, {}},
    InputRow{risk::Input::Ethnicity, Text::FactEthnicity, {}},
    InputRow{risk::Input::SdiDecile, Text::FactDeprivation, {}},
    InputRow{risk::Input::NzDepQuintile, Text::FactDeprivation, {}},
    InputRow{risk::Input::PriorCardiovascularDisease, Text::FactPriorDisease,
             fhir::Fact::PriorCardiovascularDisease},
};

const InputRow& rowOf(risk::Input input) {
  const auto found = std::find_if(kInputs.begin(), kInputs.end(),
                                  [input](const InputRow& row) { return row.input == input; });
  return found == kInputs.end() ? kInputs.front() : *found;
}

bool isNumber(fhir::Fact fact) {
  return std::find(fhir::kNumberFacts.begin(), fhir::kNumberFacts.end(), fact) !=
         fhir::kNumberFacts.end();
}

std::string answerInWords(const Surface& surface, risk::Input input,
                          const fhir::AnswerFact& answer) {
  const bool smoking = input == risk::Input::Smoker;
  switch (answer.answer) {
    case fhir::Answer::Yes:
      return std::string(surface.text(smoking ? Text::CurrentSmoker : Text::Yes));
    case fhir::Answer::No:
      if (answer.assumed) return std::string(surface.text(Text::NotOnRecord));
      return std::string(surface.text(smoking ? Text::NotSmoking : Text::No));
    case fhir::Answer::Question:
      break;
  }
  return std::string(surface.text(Text::Unknown));
}

std::string_view systemName(std::string_view system) {
  struct Known {
    std::string_view url;
    std::string_view name;
  };
  constexpr std::array kKnown{
      Known{"http://loinc.org", "LOINC"},
      Known{"http://snomed.info/sct", "SNOMED CT"},
      Known{"http://hl7.org/fhir/sid/icd-10", "ICD-10"},
      Known{"http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"},
      Known{"http://hl7.org/fhir/sid/icd-9-cm", "ICD-9-CM"},
      Known{"http://www.nlm.nih.gov/research/umls/rxnorm", "RxNorm"},
      Known{"http://www.whocc.no/atc", "ATC"},
  };
  const auto found = std::find_if(kKnown.begin(), kKnown.end(),
                                  [system](const Known& each) { return each.url == system; });
  return found == kKnown.end() ? std::string_view() : found->name;
}

/// What nobody measures: it has to be said.
bool isSaid(risk::Input input) {
  return input == risk::Input::Region || input == risk::Input::Ethnicity ||
         input == risk::Input::SdiDecile || input == risk::Input::NzDepQuintile;
}

}  // namespace

Text nameOf(risk::Input input) {
  return rowOf(input).name;
}

Text nameOf(fhir::Fact fact) {
  if (fact == fhir::Fact::Triglycerides) return Text::FactTriglycerides;
  const auto found = std::find_if(kInputs.begin(), kInputs.end(),
                                  [fact](const InputRow& row) { return row.fact == fact; });
  return found == kInputs.end() ? Text::Unknown : found->name;
}

Text shortName(risk::Input input) {
  switch (input) {
    case risk::Input::TotalCholesterol:
      return Text::ShortCholesterol;
    case risk::Input::HdlCholesterol:
      return Text::ShortHdl;
    case risk::Input::LdlCholesterol:
      return Text::ShortLdl;
    case risk::Input::SystolicBloodPressure:
      return Text::ShortBloodPressure;
    case risk::Input::DiastolicBloodPressure:
      return Text::ShortDiastolic;
    case risk::Input::BodyMassIndex:
      return Text::ShortBodyMassIndex;
    case risk::Input::Egfr:
      return Text::ShortEgfr;
    case risk::Input::UrineAlbuminCreatinineRatio:
      return Text::ShortUacr;
    case risk::Input::BloodPressureTreated:
      return Text::ShortTreatment;
    case risk::Input::PriorCardiovascularDisease:
      return Text::ShortPriorDisease;
    default:
      return rowOf(input).name;
  }
}

Text shortName(fhir::Fact fact) {
  const auto found = std::find_if(kInputs.begin(), kInputs.end(),
                                  [fact](const InputRow& row) { return row.fact == fact; });
  return found == kInputs.end() ? nameOf(fact) : shortName(found->input);
}

Text nameOf(risk::Outcome outcome) {
  switch (outcome) {
    case risk::Outcome::GeneralCvd:
      return Text::OutcomeGeneralCvd;
    case risk::Outcome::FullCvd:
      return Text::OutcomeFullCvd;
    case risk::Outcome::HardCvd:
      return Text::OutcomeHardCvd;
    case risk::Outcome::Chd:
      return Text::OutcomeChd;
    case risk::Outcome::HardChd:
      return Text::OutcomeHardChd;
    case risk::Outcome::Ascvd:
      return Text::OutcomeAscvd;
    case risk::Outcome::TotalCvd:
      return Text::OutcomeTotalCvd;
    case risk::Outcome::HeartFailure:
      return Text::OutcomeHeartFailure;
    case risk::Outcome::Cvd:
      break;
  }
  return Text::OutcomeCvd;
}

Text shortName(risk::Outcome outcome) {
  switch (outcome) {
    case risk::Outcome::GeneralCvd:
    case risk::Outcome::FullCvd:
      return Text::ShortAnyCvd;
    case risk::Outcome::Chd:
      return Text::ShortChd;
    case risk::Outcome::HardChd:
      return Text::ShortHardChd;
    case risk::Outcome::TotalCvd:
      return Text::ShortTotalCvd;
    case risk::Outcome::HeartFailure:
      return Text::OutcomeHeartFailure;
    case risk::Outcome::HardCvd:
    case risk::Outcome::Ascvd:
    case risk::Outcome::Cvd:
      break;
  }
  return Text::ShortHardCvd;
}

Text eventOf(risk::Outcome outcome) {
  switch (outcome) {
    case risk::Outcome::GeneralCvd:
    case risk::Outcome::FullCvd:
      return Text::EventAny;
    case risk::Outcome::HardCvd:
    case risk::Outcome::Ascvd:
      return Text::EventHardCvd;
    case risk::Outcome::Chd:
      return Text::EventChd;
    case risk::Outcome::HardChd:
      return Text::EventHardChd;
    case risk::Outcome::TotalCvd:
      return Text::EventTotalCvd;
    case risk::Outcome::HeartFailure:
      return Text::EventHeartFailure;
    case risk::Outcome::Cvd:
      break;
  }
  return Text::EventCvd;
}

std::string inSentence(std::string_view name) {
  std::string text(name);
  const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool isWord = text.size() > 1 && isUpper(text[0]) && text[1] >= 'a' && text[1] <= 'z';
  if (isWord && text != "HbA1c") text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string briefly(const Surface& surface, const risk::NotAssessed& reason) {
  if (reason.obstacles.empty()) return std::string(surface.text(shortName(reason.reason)));
  const risk::Input first = reason.obstacles.front().input;
  std::string name = inSentence(surface.text(shortName(first)));
  if (reason.obstacles.size() > 1) {
    name = fill(surface.text(Text::AndMore), {name, std::to_string(reason.obstacles.size() - 1)});
  }
  if (reason.reason == risk::Reason::OutOfRange) {
    return fill(surface.text(Text::OutOfRangeOf), {name});
  }
  const bool isChoice = std::all_of(reason.obstacles.begin(), reason.obstacles.end(),
                                    [](const auto& each) { return isSaid(each.input); });
  return fill(surface.text(isChoice ? Text::InputNeeded : Text::InputMissing), {name});
}

Text nameOf(fhir::RecordKind kind) {
  switch (kind) {
    case fhir::RecordKind::Patient:
      return Text::KindPatient;
    case fhir::RecordKind::Observation:
      return Text::KindObservations;
    case fhir::RecordKind::Condition:
      return Text::KindConditions;
    case fhir::RecordKind::MedicationRequest:
      return Text::KindMedicationRequests;
    case fhir::RecordKind::MedicationStatement:
      return Text::KindMedicationStatements;
    case fhir::RecordKind::Procedure:
      return Text::KindProcedures;
    case fhir::RecordKind::RiskAssessment:
      break;
  }
  return Text::KindAssessments;
}

Text shortName(risk::Reason reason) {
  switch (reason) {
    case risk::Reason::Deceased:
      return Text::ReasonDeceased;
    case risk::Reason::PriorCardiovascularDisease:
      return Text::ReasonPriorDisease;
    case risk::Reason::SexUnknown:
      return Text::ReasonSexUnknown;
    case risk::Reason::OutOfRange:
      return Text::ReasonOutOfRange;
    case risk::Reason::Missing:
      break;
  }
  return Text::ReasonMissing;
}

Text whyNoNumber(risk::Reason reason) {
  switch (reason) {
    case risk::Reason::Deceased:
      return Text::NoNumberDeceased;
    case risk::Reason::PriorCardiovascularDisease:
      return Text::NoNumberPriorDisease;
    case risk::Reason::SexUnknown:
      return Text::NoNumberSexUnknown;
    case risk::Reason::OutOfRange:
      return Text::NoNumberOutOfRange;
    case risk::Reason::Missing:
      break;
  }
  return Text::NoNumberMissing;
}

std::optional<fhir::Fact> factOf(risk::Input input) {
  return rowOf(input).fact;
}

const fhir::NumberFact* numberFor(const fhir::ClinicalRecord& record, risk::Input input) {
  const auto fact = factOf(input);
  return fact && isNumber(*fact) ? record.number(*fact) : nullptr;
}

const fhir::AnswerFact* answerFor(const fhir::ClinicalRecord& record, risk::Input input) {
  const auto fact = factOf(input);
  return fact && !isNumber(*fact) ? record.answer(*fact) : nullptr;
}

const fhir::Origin* originOf(const fhir::ClinicalRecord& record, risk::Input input) {
  if (const auto* number = numberFor(record, input)) return &number->origin;
  if (const auto* answer = answerFor(record, input)) return &answer->origin;
  return nullptr;
}

std::string valueInWords(const Surface& surface, const fhir::ClinicalRecord& record,
                         risk::Input input) {
  if (input == risk::Input::Sex) return sexInWords(surface, record.patient.sex);
  if (const auto* number = numberFor(record, input)) {
    return formatInput(input, number->value, wordsOf(surface));
  }
  if (const auto* answer = answerFor(record, input)) {
    const std::string words = answerInWords(surface, input, *answer);
    const bool isSettled = answer->answer != fhir::Answer::Question;
    // "Smokes tobacco daily" says more than "Smokes", and says it too.
    if (input == risk::Input::Smoker && isSettled && !answer->words.empty()) return answer->words;
    return answer->words.empty() || answer->assumed ? words : words + ": " + answer->words;
  }
  return std::string(surface.text(Text::Missing));
}

std::string sourceInWords(const fhir::Origin& origin) {
  const std::string_view system = systemName(origin.code.system);
  if (!system.empty() && !origin.code.code.empty()) {
    return std::string(system) + " " + origin.code.code;
  }
  return origin.sources.empty() ? std::string() : origin.sources.front();
}

std::string titleOf(const Surface& surface, const risk::Model& model) {
  return fill(surface.text(Text::TitleAndYear),
              {phrase(model.title, surface.settings.language), std::to_string(model.year)});
}

std::string outcomeInWords(const Surface& surface, const risk::OutcomeDescription& outcome) {
  return fill(surface.text(Text::AnyHorizon),
              {surface.text(nameOf(outcome.outcome)), std::to_string(outcome.horizonYears)});
}

std::string shortTitleOf(const Surface& surface, const risk::Model& model) {
  return phrase(model.shortTitle, surface.settings.language);
}

std::string meaningOfListRisk(const Surface& surface) {
  const risk::Model* model = risk::findModel(surface.settings.model);
  if (model == nullptr) return std::string(surface.text(Text::ListRiskMeaning));
  return fill(surface.text(Text::ListRiskMeaningModel),
              {surface.text(eventOf(model->outcomes.front().outcome)), titleOf(surface, *model)});
}

std::string riskSentence(const Surface& surface, const risk::Inputs& inputs, risk::Probability risk,
                         const risk::OutcomeDescription& outcome) {
  const int people = peopleOfHundred(risk);
  const std::string count =
      people == 0 ? std::string(surface.text(Text::LessThanOneInHundred)) : std::to_string(people);
  const bool female = inputs.sex == risk::Sex::Female;
  const Text event = eventOf(outcome.outcome);
  return fill(surface.text(female ? Text::RiskSentenceWomen : Text::RiskSentenceMen),
              {count, std::to_string(outcome.horizonYears),
               surface.text(event == Text::EventAny ? Text::EventAnyInFull : event)});
}

std::string riskOfEvent(const Surface& surface, const risk::OutcomeDescription& outcome) {
  return fill(surface.text(Text::RiskOfEvent),
              {std::to_string(outcome.horizonYears), surface.text(eventOf(outcome.outcome))});
}

}  // namespace ui
