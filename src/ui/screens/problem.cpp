#include "ui/screens/problem.h"

#include "ui/messages.h"
#include "ui/widgets/notice.h"

namespace ui {

namespace {

Text textOf(app::ProblemCode code) {
  switch (code) {
    case app::ProblemCode::ConfigurationUnreadable:
      return Text::ProblemConfiguration;
    case app::ProblemCode::StorageUnavailable:
      return Text::ProblemStorage;
    case app::ProblemCode::ServerRefused:
      return Text::ProblemServerRefused;
    case app::ProblemCode::ServerFailed:
      return Text::ProblemServerFailed;
    case app::ProblemCode::NotPermitted:
      return Text::ProblemNotPermitted;
    case app::ProblemCode::InputsUnreadable:
      return Text::ProblemInputs;
    case app::ProblemCode::NoPatient:
      break;
  }
  return Text::ProblemNoPatient;
}

Text textOf(oauth::SessionEnd end) {
  switch (end) {
    case oauth::SessionEnd::Refused:
      return Text::EndRefused;
    case oauth::SessionEnd::Idle:
      return Text::EndIdle;
    case oauth::SessionEnd::Cap:
      return Text::EndCap;
    case oauth::SessionEnd::Expired:
    case oauth::SessionEnd::None:
      break;
  }
  return Text::EndExpired;
}

struct Sentence {
  const Surface& surface;

  std::string_view operator()(app::ProblemCode code) const { return surface.text(textOf(code)); }
  std::string_view operator()(oauth::SessionEnd end) const { return surface.text(textOf(end)); }
  std::string_view operator()(oauth::ErrorCode code) const { return inWords(code); }
  std::string_view operator()(fhir::AnswerErrorCode code) const { return inWords(code); }
  std::string_view operator()(fhir::PagingStop stop) const { return inWords(stop); }

  template <typename Code>
  std::string_view inWords(Code code) const {
    return message(code, surface.settings.language);
  }
};

}  // namespace

ProblemText describe(const Surface& surface, const app::Problem& problem) {
  ProblemText text{std::string(std::visit(Sentence{surface}, problem.cause)), {}};
  if (!problem.subject.empty()) {
    text.detail = fill(surface.text(Text::ConcernsServer), {problem.subject});
  }
  if (!problem.detail.empty()) {
    if (!text.detail.empty()) text.detail += ' ';
    text.detail += fill(surface.text(Text::ServerSaid), {problem.detail});
  }
  return text;
}

bool problemNotice(Surface& surface, std::string_view title, const app::Problem* problem,
                   std::string_view buttonLabel, const Key& key) {
  const ProblemText text = problem == nullptr ? ProblemText{} : describe(surface, *problem);
  return noticeWithButton(surface, NoticeKind::Error, {title, text.message, text.detail},
                          buttonLabel, key);
}

}  // namespace ui
