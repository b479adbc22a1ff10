#include <algorithm>
#include <string>

#include "app/save_flow.h"
#include "fhir/date.h"
#include "ui/format.h"
#include "ui/screens/panels.h"
#include "ui/screens/person.h"
#include "ui/screens/problem.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

/// A name, its value beside it and, in small, where that is from; under each other where there is
/// no room. One list item to assistive technology.
void field(Surface& surface, std::string_view name, std::string_view value, std::string_view origin,
           const Key& key) {
  Layout& layout = surface.layout;
  const Pen& pen = surface.pen;
  const bool isNarrow = layout.width() < pen.scaled(520);
  const float labelWidth = isNarrow ? layout.width() : pen.scaled(200);
  const float valueLeft = isNarrow ? 0 : labelWidth + space::kMedium;
  const float valueWidth = layout.width() - valueLeft;
  const TextBlock label = pen.layOut(name, type::kCaption, labelWidth);
  const TextBlock words = pen.layOut(value, type::kBody, valueWidth);
  const TextBlock source = pen.layOut(origin, type::kCaption, valueWidth);
  const float sourceHeight = origin.empty() ? 0 : source.height;
  const float down = isNarrow ? label.height : 0;
  const float height = std::max(label.height, down + words.height + sourceHeight);
  const Bounds line = layout.place(height + space::kSmall);
  constexpr float kBaselines = 3;  // the small label on the line of the larger value
  pen.draw(label, {line.left, line.top + (isNarrow ? 0 : kBaselines)}, surface.palette.inkSoft);
  pen.draw(words, {line.left + valueLeft, line.top + down}, surface.palette.ink);
  if (!origin.empty()) {
    pen.draw(source, {line.left + valueLeft, line.top + down + words.height},
             surface.palette.inkSoft);
  }
  std::string spoken = std::string(name) + ": " + std::string(value);
  if (!origin.empty()) spoken += ", " + std::string(origin);
  surface.record(Role::ListItem, spoken, line, key);
}

/// "23 Nov 2026, 10:00 (2026-11-23T10:00:00+13:00)": as the reader writes it, and as it is written.
std::string instantInWords(const Surface& surface, const std::string& instant) {
  const auto date = fhir::parseDate(std::string_view(instant).substr(0, 10));
  constexpr std::size_t kTimeAt = 11;
  constexpr std::size_t kTimeLength = 5;
  if (!date || instant.size() < kTimeAt + kTimeLength) return instant;
  return fill(surface.text(Text::SaveDateValue),
              {formatDate(*date, wordsOf(surface)), instant.substr(kTimeAt, kTimeLength), instant});
}

std::string performerInWords(const Surface& surface, const app::Save& save) {
  const std::string& reference = save.assessment.performer;
  const bool isNamed =
      fhir::mayPerform(fhir::WrittenKind::RiskAssessment, reference) ||
      (save.alsoObservation && fhir::mayPerform(fhir::WrittenKind::Observation, reference));
  if (!isNamed) return std::string(surface.text(Text::SaveNoPerformer));
  return save.performerName.empty() ? reference : save.performerName + " (" + reference + ")";
}

void fields(Surface& surface, const app::Save& save, const fhir::ClinicalRecord& record) {
  const fhir::AssessmentToWrite& written = save.assessment;
  const Words words = wordsOf(surface);
  const std::string exact =
      fill(surface.text(Text::Percent), {formatNumber(written.probability * 100, 4, words)});
  surface.open(Role::List, surface.text(Text::SavePreview), Key("fields"));
  std::size_t line = 0;
  const auto add = [&](Text label, std::string_view value) {
    field(surface, surface.text(label), value, {}, Key(line++));
  };
  add(Text::SaveSubject,
      fullName(surface, record.patient) + " (Patient/" + written.patientId + ")");
  if (!written.encounterId.empty()) add(Text::SaveEncounter, "Encounter/" + written.encounterId);
  add(Text::SaveModel, written.modelTitle);
  add(Text::SaveEndpoint, written.outcomeTitle);
  add(Text::SaveHorizon, fill(surface.text(Text::SaveHorizonValue),
                              {std::to_string(written.horizonYears), std::to_string(written.age),
                               std::to_string(written.age + written.horizonYears)}));
  add(Text::SaveProbability, exact);
  if (!written.band.empty()) add(Text::SaveBand, written.band);
  add(Text::SavePerformer, performerInWords(surface, save));
  add(Text::SaveDate, instantInWords(surface, written.occurredAt));
  add(Text::SaveBasis,
      fill(surface.text(Text::SaveBasisValue), {std::to_string(written.basis.size())}));
  for (const std::string& remark : written.remarks)
    add(Text::SaveRemark, remark);
  surface.semantics.close();
}

void inputs(Surface& surface, const app::Save& save) {
  const std::string_view title = surface.text(Text::SaveInput);
  heading(surface, title, 2, type::kBodyStrong);
  surface.layout.gap(space::kSmall);
  surface.open(Role::List, title, Key("inputs"));
  std::size_t line = 0;
  for (const fhir::WrittenInput& input : save.assessment.inputs)
    field(surface, input.name, input.value, input.origin, Key(line++));
  surface.semantics.close();
}

/// JSON over several lines, so that people can read it; nothing but white space is added.
std::string indented(std::string_view resource) {
  std::string text;
  std::size_t depth = 0;
  bool quoted = false;
  bool escaped = false;
  for (const char c : resource) {
    if (c == '"' && !escaped) quoted = !quoted;
    escaped = quoted && c == '\\' && !escaped;
    const bool closes = !quoted && (c == '}' || c == ']');
    const bool opens = !quoted && (c == '{' || c == '[');
    if (closes && depth > 0) text += "\n" + std::string(2 * --depth, ' ');
    text += c;
    if (opens) text += "\n" + std::string(2 * ++depth, ' ');
    if (!quoted && c == ',') text += "\n" + std::string(2 * depth, ' ');
  }
  return text;
}

/// Line by line: each is a text of its own, of a length that can be read out.
void json(Surface& surface, std::string_view resource) {
  const std::string text = indented(resource);
  std::string_view left = text;
  while (!left.empty()) {
    const std::size_t end = left.find('\n');
    paragraph(surface, left.substr(0, end), type::kCaption, surface.palette.ink);
    left = end == std::string_view::npos ? std::string_view{} : left.substr(end + 1);
  }
}

void resource(Surface& surface, const app::Save& save) {
  const bool shown = save.showsResource;
  if (button(surface, surface.text(shown ? Text::SaveHideResource : Text::SaveShowResource),
             {.kind = ButtonKind::Plain, .key = Key("resource"), .expanded = shown})) {
    surface.emit(app::SaveResourceToggled{});
  }
  if (!shown) return;
  surface.layout.gap(space::kSmall);
  const Card card(surface, {.padding = space::kMedium});
  json(surface, save.riskAssessment);
  if (!save.observation) return;
  surface.layout.gap(space::kMedium);
  json(surface, *save.observation);
}

void buttons(Surface& surface, Text confirm, const app::Event& confirmed) {
  surface.layout.gap(space::kLarge);
  surface.layout.beginFlow(space::kSmall, space::kSmall);
  if (button(surface, surface.text(confirm),
             {.kind = ButtonKind::Primary, .key = Key("confirm")})) {
    surface.emit(confirmed);
  }
  if (button(surface, surface.text(Text::Cancel), {.key = Key("cancel")})) {
    surface.emit(app::PanelToggled{app::Panel::None});
  }
  surface.layout.endFlow();
}

void preview(Surface& surface, const app::Save& save, const fhir::ClinicalRecord& record) {
  paragraph(surface, surface.text(Text::SaveIntroduction));
  // In reach without scrolling, however long the preview is.
  buttons(surface, Text::SaveToRecord, app::SaveConfirmed{});
  surface.layout.gap(space::kLarge);
  {
    const Card card(surface);
    fields(surface, save, record);
  }
  surface.layout.gap(space::kMedium);
  {
    const Card card(surface);
    inputs(surface, save);
  }
  surface.layout.gap(space::kMedium);
  if (save.observation) {
    paragraph(surface,
              surface.text(save.alsoObservation ? Text::SaveAlsoObservation
                                                : Text::SaveObservationInstead),
              type::kCaption, surface.palette.inkSoft);
    surface.layout.gap(space::kSmall);
  }
  resource(surface, save);
}

void saved(Surface& surface, const app::Save& save) {
  for (const fhir::Saved& each : save.saved) {
    const Text pattern = each.alreadyStored ? Text::SaveWasThere : Text::SaveDone;
    const std::string_view what =
        each.reference.empty() ? surface.text(Text::SaveWithoutId) : each.reference;
    notice(surface, NoticeKind::Success, {.title = fill(surface.text(pattern), {what})});
    surface.layout.gap(space::kSmall);
  }
}

Text sentence(app::SaveFailureCode code) {
  switch (code) {
    case app::SaveFailureCode::NotPermitted:
      return Text::SaveNotPermitted;
    case app::SaveFailureCode::PermissionWithheld:
      return Text::SavePermissionWithheld;
    case app::SaveFailureCode::NotOffered:
      return Text::SaveNotOffered;
    case app::SaveFailureCode::Refused:
      return Text::SaveRefused;
    case app::SaveFailureCode::WrongSubject:
      return Text::SaveWrongSubject;
    case app::SaveFailureCode::NotStored:
      return Text::SaveNotStored;
    case app::SaveFailureCode::OutcomeUnknown:
      break;
  }
  return Text::SaveOutcomeUnknown;
}

void failed(Surface& surface, const app::Save& save) {
  const app::SaveFailure& failure = *save.failure;
  std::string detail;
  if (!failure.detail.empty()) detail = fill(surface.text(Text::ServerSaid), {failure.detail});
  const NoticeText text{surface.text(Text::SaveFailed), surface.text(sentence(failure.code)),
                        detail};
  const bool canRetry = failure.code != app::SaveFailureCode::WrongSubject &&
                        failure.code != app::SaveFailureCode::NotOffered;
  if (!canRetry) {
    notice(surface, NoticeKind::Error, text);
  } else if (noticeWithButton(surface, NoticeKind::Error, text, surface.text(Text::Retry),
                              Key("retry"))) {
    surface.emit(app::SaveRetried{});
  }
}

void askPermission(Surface& surface) {
  paragraph(surface, surface.text(Text::PermissionNeeded), type::kBodyStrong, surface.palette.ink);
  surface.layout.gap(space::kSmall);
  paragraph(surface, surface.text(Text::PermissionExplained));
  buttons(surface, Text::PermissionContinue, app::PermissionAccepted{});
}

}  // namespace

void savePanel(Surface& surface, const app::State& state) {
  if (!state.patient || !state.patient->record || !state.patient->save) return;
  const app::Save& save = *state.patient->save;
  switch (save.step) {
    case app::SaveStep::Preview:
      preview(surface, save, *state.patient->record);
      return;
    case app::SaveStep::AskingPermission:
      askPermission(surface);
      return;
    case app::SaveStep::Saving:
      progressBar(surface, surface.text(Text::SaveSaving), 1, 3);
      return;
    case app::SaveStep::Looking:
      progressBar(surface, surface.text(Text::SaveLooking), 2, 3);
      return;
    case app::SaveStep::Saved:
      saved(surface, save);
      return;
    case app::SaveStep::Failed:
      saved(surface, save);
      failed(surface, save);
      return;
  }
}

void demonstrationPanel(Surface& surface, const app::State& state) {
  if (!state.patient || !state.patient->demonstration) return;
  const app::Demonstration& demonstration = *state.patient->demonstration;
  switch (demonstration.step) {
    case app::DemonstrationStep::Question:
      paragraph(surface, surface.text(Text::DemonstrationExplained));
      buttons(surface, Text::AddDemonstrationData, app::DemonstrationDataConfirmed{});
      return;
    case app::DemonstrationStep::AskingPermission:
      askPermission(surface);
      return;
    case app::DemonstrationStep::Writing:
      progressBar(surface, surface.text(Text::DemonstrationWriting), 1, 2);
      return;
    case app::DemonstrationStep::Failed: {
      const ProblemText text = describe(surface, *demonstration.problem);
      notice(surface, NoticeKind::Error,
             {surface.text(Text::DemonstrationFailed), text.message, text.detail});
      return;
    }
  }
}

}  // namespace ui
