#include "ui/screens/worklist_rail.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/screens/chrome.h"
#include "ui/screens/patient_banner.h"
#include "ui/screens/person.h"
#include "ui/screens/rows_in_view.h"
#include "ui/screens/worklist_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/text.h"

namespace ui {

namespace {

constexpr float kMargin = space::kMedium;
constexpr float kRowHeight = 68;

/// The number with its band's mark, or why there is none.
Badge figureOf(const Surface& surface, const app::PatientSummary& summary) {
  Badge badge = badgeOf(surface, summary);
  if (summary.risk) badge.words = riskInFigures(surface, summary);
  return badge;
}

class Rows {
 public:
  Rows(Surface& surface, const app::State& state, const std::vector<std::string>& ids,
       WorklistView& view)
      : surface_(surface),
        state_(state),
        ids_(ids),
        view_(view),
        today_(app::today(state.now)),
        height_(surface.pen.scaled(kRowHeight)) {}

  void draw() {
    top_ = surface_.layout.top();
    const RowsInView rows = rowsInView(top_, height_, ids_.size());
    surface_.open(Role::List, surface_.text(Text::Patient), Key("patients"));
    view_.isRowHeld = false;
    drawRows(rows.recorded, focusedRow(surface_, view_, ids_), ids_.size(),
             [&](std::size_t index) { row(index, rows.isWhole); });
    surface_.semantics.close();
    surface_.layout.moveTo(top_ + height_ * static_cast<float>(ids_.size()));
    tellWhoIsSeen(surface_, state_.worklists.triage, ids_, rows.seen, view_);
    revealOpenPatient();
  }

 private:
  void row(std::size_t index, bool isWhole) {
    const auto found = state_.worklists.patients.find(ids_[index]);
    if (found == state_.worklists.patients.end()) return;
    const fhir::Patient& patient = found->second;
    const Bounds bounds{surface_.layout.left(), top_ + height_ * static_cast<float>(index),
                        surface_.layout.width(), height_};
    const NodeId item = surface_.open(Role::ListItem, {}, Key(patient.id));
    if (!isWhole) {
      surface_.semantics.node(item).rowIndex = index + 1;
      surface_.semantics.node(item).rowCount = ids_.size();
    }
    const app::PatientSummary* summary = summaryFor(state_.worklists, patient.id);
    const Interaction interaction = button(patient, summary, bounds);
    content(patient, summary, bounds);
    if (interaction.focused) surface_.focusRing(inset(bounds), radius::kControl);
    surface_.semantics.close();
  }

  static Bounds inset(const Bounds& bounds) {
    return {bounds.left + space::kSmall, bounds.top + space::kTight,
            bounds.width - 2 * space::kSmall, bounds.height - 2 * space::kTight};
  }

  Interaction button(const fhir::Patient& patient, const app::PatientSummary* summary,
                     const Bounds& bounds) {
    const bool isOpen = state_.patient->id == patient.id;
    SemanticNode& node =
        surface_.record(Role::Button, listName(surface_, patient), bounds, Key(patient.id));
    node.current = isOpen;
    node.description = inWords(patient, summary);
    const NodeId id = node.id;
    const Interaction interaction = surface_.interact(id, bounds);
    const Palette& palette = surface_.palette;
    if (isOpen) {
      constexpr float kStripe = 4;
      surface_.pen.fill(bounds, palette.accentTint);
      surface_.pen.fill({bounds.left, bounds.top, kStripe, bounds.height}, palette.accent);
    } else if (interaction.hovered) {
      surface_.pen.fill(bounds, palette.page);
    }
    view_.isRowHeld = view_.isRowHeld || interaction.hovered || interaction.focused;
    if (interaction.focused) {
      view_.focusedPatient = patient.id;
      view_.focusedRow = id;
    }
    if (interaction.pressed && !isOpen) surface_.emit(app::PatientChosen{patient.id});
    return interaction;
  }

  /// What the row shows beside the name.
  std::string inWords(const fhir::Patient& patient, const app::PatientSummary* summary) const {
    const std::string person = sexAndAge(surface_, patient, today_);
    if (summary == nullptr) return person + "; " + std::string(surface_.text(Text::NotAssessedYet));
    const Badge figure = figureOf(surface_, *summary);
    const Badge band = badgeOf(surface_, *summary);
    const std::string also = figure.words == band.words ? std::string() : ", " + band.words;
    return person + "; " + figure.words + also;
  }

  void content(const fhir::Patient& patient, const app::PatientSummary* summary,
               const Bounds& bounds) {
    const Pen& pen = surface_.pen;
    const float left = bounds.left + kMargin;
    const float width = bounds.width - 2 * kMargin;
    const float line = chipHeight(surface_);
    const float first = bounds.top + (bounds.height - 2 * line) / 2;
    const float second = first + line;
    const TextBlock name = pen.layOutLine(listName(surface_, patient), type::kBodyStrong, width);
    pen.draw(name, {left, first + (line - name.height) / 2}, surface_.palette.ink);
    // Who it is stands whole; a badge that has no room is cut.
    const TextBlock person =
        pen.layOutLine(sexAndYears(surface_, patient, today_), type::kCaption, width);
    pen.draw(person, {left, second + (line - person.height) / 2}, surface_.palette.inkSoft);
    const float room = std::max(width - person.width - space::kSmall, 0.0F);
    const Bounds rest{left + width, second, room, line};
    if (summary == nullptr) {
      drawSkeleton(rest);
    } else {
      drawBadge(*summary, rest);
    }
  }

  /// A grey strip that ends at the place's left side, where a result is going to be.
  void drawSkeleton(const Bounds& place) const {
    const float width = surface_.pen.scaled(56);
    const float height = surface_.pen.scaled(12);
    surface_.pen.fill({place.left - width, place.top + (place.height - height) / 2, width, height},
                      surface_.palette.track, height / 2);
  }

  /// The same of a badge at most as wide as the place.
  void drawBadge(const app::PatientSummary& summary, const Bounds& place) {
    const Badge badge = figureOf(surface_, summary);
    const float width = std::min(chipWidth(surface_, badge.words, badge.style), place.width);
    drawChip(surface_, badge.words, badge.style,
             {place.left - width, place.top, width, place.height}, Alignment::Right);
  }

  /// Scrolls to the patient on the screen when they were opened from elsewhere.
  void revealOpenPatient() {
    const std::string& open = state_.patient->id;
    if (view_.revealed == open) return;
    view_.revealed = open;
    const auto found = std::find(ids_.begin(), ids_.end(), open);
    if (found == ids_.end()) return;
    const float above = height_ * static_cast<float>(found - ids_.begin());
    const float window = ImGui::GetWindowHeight();
    const float scroll = ImGui::GetScrollY();
    if (above >= scroll && above + height_ <= scroll + window) return;
    ImGui::SetScrollY(std::max(above - (window - height_) / 2, 0.0F));
  }

  Surface& surface_;
  const app::State& state_;
  const std::vector<std::string>& ids_;
  WorklistView& view_;
  fhir::Date today_;
  float height_;
  float top_ = 0;
};

void titleAndCount(Surface& surface, const app::State& state, std::size_t shown) {
  const std::size_t all = state.worklists.patients.size();
  std::string count = fill(surface.text(Text::PatientCount), {std::to_string(all)});
  if (shown < all) {
    count = fill(surface.text(Text::ShownOf), {std::to_string(shown), std::to_string(all)});
  }
  wayBackButton(surface, state);
  surface.layout.beginFlow(space::kMedium, space::kTight);
  inlineText(surface, count, type::kCaption, surface.palette.inkSoft);
  surface.layout.endFlow();
}

void progress(Surface& surface, const app::Triage& triage) {
  if (triage.phase == app::TriagePhase::Idle) return;
  const auto now = static_cast<int>(triage.results.size());
  const auto total = static_cast<int>(triage.total);
  progressBar(surface,
              fill(surface.text(Text::AssessedOf), {std::to_string(now), std::to_string(total)}),
              now, total);
  const bool rests =
      triage.phase == app::TriagePhase::Failed || triage.phase == app::TriagePhase::Stopped;
  if (rests &&
      button(surface, surface.text(Text::ContinueAssessing), {.kind = ButtonKind::Plain})) {
    surface.emit(app::TriageContinued{});
  }
  surface.layout.gap(space::kSmall + space::kTight);
}

/// What stands above the rows and does not scroll with them.
void head(Surface& surface, const app::State& state, std::size_t shown, WorklistChoice& choice) {
  titleAndCount(surface, state, shown);
  surface.layout.gap(space::kSmall + space::kTight);
  SearchEntry entry = searchField(surface, {.label = surface.text(Text::SearchPatients),
                                            .value = choice.search,
                                            .width = surface.layout.width(),
                                            .shortLabel = surface.text(Text::SearchList)});
  if (entry.text) choice.search = std::move(*entry.text);
  surface.layout.gap(space::kSmall + space::kTight);
  if (shown < state.worklists.patients.size() &&
      button(surface, surface.text(Text::ShowAll), {.kind = ButtonKind::Plain})) {
    choice = {.sortedBy = choice.sortedBy, .direction = choice.direction};
  }
  progress(surface, state.worklists.triage);
}

void nobodyLeft(Surface& surface) {
  surface.layout.pushColumn(surface.layout.left() + kMargin, surface.layout.width() - 2 * kMargin);
  surface.layout.gap(kMargin);
  paragraph(surface, surface.text(Text::NobodyLeft), type::kCaption, surface.palette.inkSoft);
  surface.layout.moveTo(surface.layout.popColumn());
}

}  // namespace

float railWidth(const Surface& surface, const app::State& state) {
  constexpr float kLeastScreen = 1260;
  constexpr float kLeastHeight = 480;
  constexpr float kShareOfScreen = 0.19F;
  const fhir::Worklist* list = state.worklists.chosenList();
  const bool isOfList = state.screen == app::Screen::Patient && state.patient && list != nullptr &&
                        state.worklists.patients.size() > 1;
  const float unit = surface.pen.scaled(1);
  if (!isOfList || surface.viewport.width < kLeastScreen * unit ||
      surface.viewport.height < kLeastHeight * unit) {
    return 0;
  }
  return std::round(std::clamp(surface.viewport.width * kShareOfScreen, 240 * unit, 288 * unit));
}

void worklistRail(Surface& surface, const app::State& state, WorklistView& view,
                  const Bounds& place) {
  const std::vector<std::string>& ids = shownPatients(state.worklists, view);
  const std::string title = worklistTitle(surface, state, *state.worklists.chosenList());
  ImGui::SetCursorScreenPos({place.left, place.top});
  ImGui::BeginChild("rail", {place.width, place.height}, 0, ImGuiWindowFlags_NoScrollbar);
  surface.pen.fill(place, surface.palette.surface);
  const NodeId rail = surface.open(Role::Navigation, title, Key("rail"));
  surface.layout.begin(place.left + kMargin, place.width - 2 * kMargin, place.top + kMargin);
  const WorklistChoice before = view.choice;
  head(surface, state, ids.size(), view.choice);
  const float top = surface.layout.top();
  surface.pen.line({place.left, top}, {place.left + place.width, top}, surface.palette.line);
  ImGui::SetCursorScreenPos({place.left, top + 1});
  ImGui::BeginChild("rows", {place.width, std::max(place.top + place.height - top - 1, 1.0F)});
  surface.layout.begin(place.left, place.width, ImGui::GetCursorScreenPos().y);
  Rows(surface, state, ids, view).draw();
  if (ids.empty()) nobodyLeft(surface);
  ImGui::SetCursorScreenPos({place.left, surface.layout.top()});
  ImGui::Dummy({0, 0});
  ImGui::EndChild();
  surface.semantics.node(rail).bounds = place;
  surface.semantics.node(rail).clip = place;
  surface.semantics.close();
  const float edge = place.left + place.width - 0.5F;
  surface.pen.line({edge, place.top}, {edge, place.top + place.height}, surface.palette.line);
  ImGui::EndChild();
  // What was chosen takes effect with the next frame, which something has to ask for.
  if (view.choice != before) surface.emit(app::UserActive{});
}

}  // namespace ui
