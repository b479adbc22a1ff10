#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ui/format.h"
#include "ui/screens/fact_words.h"
#include "ui/screens/patient_cards.h"
#include "ui/screens/person.h"
#include "ui/widgets/card.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

Text askAbout(risk::Input input) {
  switch (input) {
    case risk::Input::Diabetes:
      return Text::QuestionDiabetes;
    case risk::Input::BloodPressureTreated:
      return Text::QuestionTreated;
    case risk::Input::Statin:
      return Text::QuestionStatin;
    case risk::Input::PriorCardiovascularDisease:
      return Text::QuestionPriorDisease;
    case risk::Input::Sex:
      return Text::QuestionSex;
    default:
      return Text::QuestionSmoking;
  }
}

std::string_view answerName(const Surface& surface, risk::Input input, double value) {
  if (input == risk::Input::Sex) {
    return surface.text(value == static_cast<double>(risk::Sex::Male) ? Text::Male : Text::Female);
  }
  return surface.text(value != 0 ? Text::Yes : Text::No);
}

/// "Yes: 14 % · No: 8.2 %": what is at stake, before anybody answers.
std::string stakes(const Surface& surface, const app::VisitQuestion& question) {
  std::string text;
  for (const app::AnswerOption& option : question.options) {
    if (!text.empty()) text += " · ";
    const std::string_view name = answerName(surface, question.input, option.value);
    text += option.risk ? fill(surface.text(Text::IfAnswered),
                               {name, formatRisk(*option.risk, wordsOf(surface))})
                        : fill(surface.text(Text::IfAnsweredNone), {name});
  }
  return text;
}

void ask(Surface& surface, const app::VisitQuestion& question, const app::Answers& answers) {
  std::vector<std::string_view> names;
  for (const app::AnswerOption& option : question.options)
    names.push_back(answerName(surface, question.input, option.value));
  names.push_back(surface.text(Text::AnswerUnknown));
  std::size_t chosen = question.options.size();
  if (const auto given = answers.find(question.input); given != answers.end()) {
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      if (question.options[i].value == given->second) chosen = i;
    }
  }
  const auto picked = choice(surface, surface.text(askAbout(question.input)), names, chosen);
  surface.layout.gap(space::kTight);
  paragraph(surface, stakes(surface, question), type::kCaption, surface.palette.inkSoft);
  if (!picked) return;
  const bool isAnswer = *picked < question.options.size();
  surface.emit(app::QuestionAnswered{
      question.input, isAnswer ? std::optional(question.options[*picked].value) : std::nullopt});
}

}  // namespace

void questionsCard(Surface& surface, const app::PatientView& patient) {
  if (patient.questions.empty()) return;
  surface.open(Role::Region, surface.text(Text::QuestionsHeading), Key("questions"));
  {
    const Card card(surface);
    heading(surface, surface.text(Text::QuestionsHeading), 2, type::kSubheading);
    paragraph(surface, surface.text(Text::QuestionsNote), type::kCaption, surface.palette.inkSoft);
    for (const app::VisitQuestion& question : patient.questions) {
      surface.layout.gap(space::kMedium);
      ask(surface, question, patient.answers);
    }
  }
  surface.semantics.close();
  surface.layout.gap(space::kMedium);
}

}  // namespace ui
