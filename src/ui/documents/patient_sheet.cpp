#include "ui/documents/patient_sheet.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "risk/peers.h"
#include "risk/what_if.h"
#include "ui/charts/icon_array.h"
#include "ui/documents/plain_text.h"
#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/person.h"

namespace ui {
namespace {

/// Something that the person can change, down to what is normal.
struct Change {
  std::string words;
  risk::Inputs inputs;
  risk::Benefit benefit;
};

struct Target {
  risk::Input input;
  Text name;
};
constexpr Target kTargets[] = {
    {risk::Input::SystolicBloodPressure, Text::SheetPressure},
    {risk::Input::TotalCholesterol, Text::SheetCholesterol},
    {risk::Input::BodyMassIndex, Text::SheetWeight},
};

class Changes {
 public:
  Changes(const Surface& surface, const app::Assessment& assessment)
      : surface_(surface), assessment_(assessment), all_(assessment.inputs) {
    stopSmoking();
    const risk::Inputs normal = risk::peerOf(assessment.inputs, risk::Peer::Normal);
    for (const Target& target : kTargets)
      bringTo(target, normal);
    std::stable_sort(list_.begin(), list_.end(), [](const Change& a, const Change& b) {
      return a.benefit.absoluteReduction > b.benefit.absoluteReduction;
    });
  }

  const std::vector<Change>& list() const { return list_; }
  std::optional<risk::Benefit> ofAll() const { return benefitOf(all_); }

 private:
  std::optional<risk::Benefit> benefitOf(const risk::Inputs& changed) const {
    const risk::OutcomeResult& result = assessment_.headlineResult();
    const auto index = static_cast<std::size_t>(result.outcome - result.model->outcomes.data());
    auto benefit = risk::whatIf(*result.model, index, assessment_.inputs, changed);
    return benefit.ok() ? std::optional(*benefit) : std::nullopt;
  }

  void add(std::string words, const risk::Inputs& changed) {
    const auto benefit = benefitOf(changed);
    if (!benefit || benefit->absoluteReduction <= risk::Probability(0)) return;
    list_.push_back({std::move(words), changed, *benefit});
  }

  void stopSmoking() {
    if (assessment_.inputs.smoking != risk::Smoking::Current) return;
    risk::Inputs changed = assessment_.inputs;
    changed.smoking = all_.smoking = risk::Smoking::Former;
    add(std::string(surface_.text(Text::SheetStopSmoking)), changed);
  }

  void bringTo(const Target& target, const risk::Inputs& normal) {
    const auto uses = assessment_.headlineResult().outcome->inputs;
    const bool isUsed = std::any_of(
        uses.begin(), uses.end(), [&target](const auto& use) { return use.input == target.input; });
    const auto now = risk::number(assessment_.inputs, target.input);
    const auto then = risk::number(normal, target.input);
    if (!isUsed || !now || !then || *now <= *then) return;
    risk::Inputs changed = assessment_.inputs;
    risk::copyInput(changed, normal, target.input);
    risk::copyInput(all_, normal, target.input);
    const Words words = wordsOf(surface_);
    add(fill(surface_.text(Text::SheetBring),
             {surface_.text(target.name), formatInput(target.input, *now, words),
              formatInput(target.input, *then, words)}),
        changed);
  }

  const Surface& surface_;
  const app::Assessment& assessment_;
  risk::Inputs all_;
  std::vector<Change> list_;
};

app::PeopleFigure figure(const Surface& surface, const app::Assessment& assessment,
                         const risk::Assessed& assessed) {
  const int people = peopleOfHundred(assessed.risk);
  const bool female = assessment.inputs.sex == risk::Sex::Female;
  const std::string count =
      people == 0 ? std::string(surface.text(Text::LessThanOneInHundred)) : std::to_string(people);
  const risk::OutcomeDescription& outcome = *assessment.headlineResult().outcome;
  const Text event = eventOf(outcome.outcome);
  return {
      people == 0 ? std::string(surface.text(Text::SheetNumberLess))
                  : fill(surface.text(Text::SheetNumber), {count}),
      fill(surface.text(female ? Text::SheetSentenceWomen : Text::SheetSentenceMen),
           {count, std::to_string(outcome.horizonYears), std::to_string(100 - std::max(people, 1)),
            surface.text(event == Text::EventAny ? Text::EventAnyForPatient : event)}),
      people};
}

std::vector<std::string> row(const Surface& surface, std::string words,
                             const risk::Benefit& benefit) {
  const Words format = wordsOf(surface);
  return {std::move(words), formatRisk(benefit.after, format),
          formatNumber(benefit.absoluteReduction.value() * 100, 1, format)};
}

void addWhatHelps(app::Document& document, const Surface& surface,
                  const app::Assessment& assessment) {
  const Changes changes(surface, assessment);
  if (changes.list().empty()) return;
  const std::string horizon = std::to_string(assessment.headlineResult().outcome->horizonYears);
  app::DocumentTable table{{{std::string(surface.text(Text::SheetIfYou)), false},
                            {fill(surface.text(Text::SheetRisk), {horizon}), true},
                            {std::string(surface.text(Text::SheetFewer)), true}},
                           {}};
  int place = 1;
  for (const Change& change : changes.list()) {
    table.rows.push_back(
        row(surface, std::to_string(place++) + ". " + change.words, change.benefit));
  }
  const auto all = changes.ofAll();
  if (changes.list().size() > 1 && all) {
    table.rows.push_back(row(surface, std::string(surface.text(Text::SheetAll)), *all));
  }
  document.blocks.emplace_back(
      app::DocumentHeading{std::string(surface.text(Text::SheetHelps)), "", 2});
  document.blocks.emplace_back(std::move(table));
}

/// When it was measured, or how else the value came about.
std::string comesFrom(const Surface& surface, const app::PatientView& patient, risk::Input input) {
  if (patient.assessment->isAnswered(input)) return std::string(surface.text(Text::AnsweredHere));
  if (patient.assessment->enteredByHand) return std::string(surface.text(Text::EnteredByHand));
  const fhir::AnswerFact* answer = answerFor(*patient.record, input);
  if (answer != nullptr && answer->assumed) return std::string(surface.text(Text::SheetTakenAsNo));
  const fhir::Origin* origin = originOf(*patient.record, input);
  if (origin == nullptr || !origin->date) return {};
  std::string text = formatDate(*origin->date, wordsOf(surface));
  if (origin->has(fhir::FindingCode::Stale)) {
    text += " · " + std::string(surface.text(Text::SheetAskAgain));
  }
  return text;
}

void addSources(app::Document& document, const Surface& surface, const app::PatientView& patient) {
  app::DocumentTable table{{{}, {}}, {}};
  for (const risk::InputUse& use : patient.assessment->headlineResult().outcome->inputs) {
    if (use.input == risk::Input::Sex || use.input == risk::Input::Age) continue;
    table.rows.push_back({std::string(surface.text(nameOf(use.input))) + ": " +
                              plainLine(valueInWords(surface, *patient.record, use.input)),
                          comesFrom(surface, patient, use.input)});
  }
  document.blocks.emplace_back(
      app::DocumentHeading{std::string(surface.text(Text::SheetSources)), "", 2});
  document.blocks.emplace_back(std::move(table));
}

std::string whose(const Surface& surface, const app::PatientView& patient) {
  const fhir::ClinicalRecord& record = *patient.record;
  if (patient.assessment->enteredByHand) return std::string(surface.text(Text::EnteredByHand));
  return plainLine(fullName(surface, record.patient)) + " · " +
         plainLine(particulars(surface, record.patient, record.asOf));
}

}  // namespace

app::Document patientSheet(const Surface& surface, const app::PatientView& patient,
                           std::string_view emergencyNumber) {
  const app::Assessment& assessment = *patient.assessment;
  const risk::OutcomeResult& result = assessment.headlineResult();
  app::Document document{.title = std::string(surface.text(Text::SheetTitle)),
                         .language = app::tagOf(surface.settings.language),
                         .blocks = {}};
  document.blocks.emplace_back(
      app::DocumentHeading{std::string(surface.text(Text::SheetTitle)),
                           formatDate(patient.record->asOf, wordsOf(surface)), 1});
  document.blocks.emplace_back(
      app::DocumentParagraph{whose(surface, patient), app::ParagraphStyle::Small, ""});
  if (result.result.ok()) {
    document.blocks.emplace_back(figure(surface, assessment, *result.result));
    addWhatHelps(document, surface, assessment);
  } else {
    document.blocks.emplace_back(
        app::DocumentHeading{std::string(surface.text(Text::SheetNoNumber)), "", 2});
    document.blocks.emplace_back(
        app::DocumentParagraph{std::string(surface.text(whyNoNumber(result.result.error().reason))),
                               app::ParagraphStyle::Body, ""});
  }
  addSources(document, surface, patient);
  document.blocks.emplace_back(app::DocumentParagraph{
      std::string(surface.text(Text::SheetSigns)), app::ParagraphStyle::Boxed,
      fill(surface.text(Text::SheetCall), {emergencyNumber})});
  document.blocks.emplace_back(app::DocumentParagraph{
      titleOf(surface, *result.model) + ". " + std::string(surface.text(Text::StandingLine)),
      app::ParagraphStyle::Small, ""});
  return document;
}

}  // namespace ui
