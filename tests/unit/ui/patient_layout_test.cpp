#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "examples.h"
#include "headless.h"

namespace ui {
namespace {

template <typename EventType>
std::optional<EventType> first(const Frame& frame) {
  for (const app::Event& each : frame.events) {
    if (const auto* found = std::get_if<EventType>(&each)) return *found;
  }
  return std::nullopt;
}

/// What lies in the container with this role and name, however deep.
std::vector<const SemanticNode*> inside(const SemanticTree& tree, Role role,
                                        std::string_view name) {
  std::vector<const SemanticNode*> result;
  std::vector<NodeId> parents;
  for (const SemanticNode& node : tree.nodes) {
    const bool isContainer = node.role == role && node.name == name;
    const bool isInside = std::find(parents.begin(), parents.end(), node.parent) != parents.end();
    if (isContainer || isInside) parents.push_back(node.id);
    if (isInside) result.push_back(&node);
  }
  return result;
}

/// The buttons of the rail's rows.
std::vector<const SemanticNode*> railRows(const SemanticTree& tree) {
  std::vector<const SemanticNode*> rows;
  for (const SemanticNode* node : inside(tree, Role::List, "Patient")) {
    if (node->role == Role::Button) rows.push_back(node);
  }
  return rows;
}

float bottomOf(const SemanticNode& node) {
  return node.bounds.top + node.bounds.height;
}

bool overlap(const Bounds& a, const Bounds& b) {
  constexpr float kHair = 0.5F;
  return a.left + kHair < b.left + b.width && b.left + kHair < a.left + a.width &&
         a.top + kHair < b.top + b.height && b.top + kHair < a.top + a.height;
}

app::PatientSummary highRisk() {
  return {.risk = 0.27, .band = risk::BandLevel::High};
}

TEST(Rail, IsBesideAPatientOfAListOnWideScreensOnly) {
  Headless headless;
  const app::State state = patientState();
  EXPECT_EQ(railRows(headless.draw(state).semantics).size(), 9U);
  headless.viewport.width = 1180;
  EXPECT_TRUE(railRows(headless.draw(state).semantics).empty());
  headless.viewport.width = 1440;
  app::State larger = state;
  larger.settings.textPercent = 150;
  EXPECT_TRUE(railRows(headless.draw(larger).semantics).empty());
  app::State listless = state;
  listless.worklists.chosen.reset();
  EXPECT_TRUE(railRows(headless.draw(listless).semantics).empty());
}

TEST(Rail, SearchFieldSaysNothingThatItHasNoRoomFor) {
  Headless headless;
  for (const app::Language language : {app::Language::English, app::Language::Spanish}) {
    app::State state = patientState();
    state.settings.language = language;
    const SemanticTree tree = headless.draw(state).semantics;
    ASSERT_EQ(all(tree, Role::SearchBox).size(), 1U);
    const SemanticNode* field = all(tree, Role::SearchBox).front();
    EXPECT_LT(field->bounds.width, 260);
    // Letters of 16 pixels are about half as wide.
    EXPECT_LT(field->placeholder.size(), 26U) << field->placeholder;
    EXPECT_GT(field->name.size(), field->placeholder.size());
  }
}

TEST(Rail, MarksWhoIsOpenAndSaysWhatIsKnownOfEach) {
  app::State state = patientState();
  state.worklists.triage.results["p3"] = highRisk();
  Headless headless;
  const SemanticTree tree = headless.draw(state).semantics;
  std::size_t marked = 0;
  for (const SemanticNode* row : railRows(tree)) {
    if (!row->current) continue;
    ++marked;
    EXPECT_EQ(row->name, "Okafor, Chidi");  // p1, as the patient on the screen
    EXPECT_EQ(row->description, "Male · 70 years; Not assessed yet");
  }
  EXPECT_EQ(marked, 1U);
  const SemanticNode* assessed = find(tree, Role::Button, "Nguyễn, Thị Hoa");
  ASSERT_NE(assessed, nullptr);
  EXPECT_NE(assessed->description.find("27 %, High"), std::string::npos) << assessed->description;
}

TEST(Rail, OpensWhoIsPressedAndNotTwice) {
  Headless headless;
  const app::State state = patientState();
  const auto chosen =
      first<app::PatientChosen>(headless.press(state, Role::Button, "Ngata, Mārama"));
  ASSERT_TRUE(chosen.has_value());
  EXPECT_EQ(chosen->id, "p0");
  EXPECT_FALSE(first<app::PatientChosen>(headless.press(state, Role::Button, "Okafor, Chidi")));
}

TEST(Rail, LeadsBackToItsList) {
  Headless headless;
  const auto asked =
      first<app::ScreenRequested>(headless.press(patientState(), Role::Button, "‹ Monday clinic"));
  ASSERT_TRUE(asked.has_value());
  EXPECT_EQ(asked->screen, app::Screen::Worklist);
}

TEST(Rail, SearchLeavesThoseWhoMatchUntilAllAreShown) {
  Headless headless;
  const app::State state = patientState();
  const NodeId field = all(headless.draw(state).semantics, Role::SearchBox).front()->id;
  const SemanticTree found =
      headless.draw(state, {{SemanticAction::Kind::SetText, field, "ngata", 0}}).semantics;
  EXPECT_EQ(railRows(found).size(), 1U);
  EXPECT_NE(find(found, Role::Text, "1 of 9 patients"), nullptr);
  headless.press(state, Role::Button, "Show all");
  EXPECT_EQ(railRows(headless.draw(state).semantics).size(), 9U);
}

TEST(Rail, OfThousandsHoldsAFewRowsThatTellTheirPlace) {
  app::State state = patientState();
  state.worklists = worklistState(5000).worklists;
  state.worklists.triage.pending = {"p7"};
  state.patient->id = "p4321";
  Headless headless;
  const Frame frame = headless.draw(state);
  const auto rows = railRows(frame.semantics);
  EXPECT_LT(rows.size(), 60U);
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const auto* row) { return row->current; }))
      << "the patient on the screen is scrolled to";
  std::size_t before = 0;
  for (const SemanticNode* item : all(frame.semantics, Role::ListItem)) {
    if (item->rowIndex == 0) continue;
    EXPECT_EQ(item->rowCount, 5000U);
    if (before != 0) EXPECT_EQ(item->rowIndex, before + 1);
    before = item->rowIndex;
  }
  const auto shown = first<app::PatientsShown>(frame);
  ASSERT_TRUE(shown.has_value()) << "who is seen is assessed first";
  EXPECT_LT(shown->ids.size(), 30U);
}

TEST(Rail, ComesAfterTheContentInTheOrderOfReading) {
  Headless headless;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const auto place = [&tree](const SemanticNode* node) { return node - tree.nodes.data(); };
  EXPECT_LT(place(find(tree, Role::Heading, "Mārama Ngata")),
            place(find(tree, Role::Navigation, "Monday clinic")));
}

TEST(ResultTab, OffersWhatCanBeChangedBesideTheNumberWhereThereIsRoom) {
  Headless headless;
  const auto changed =
      first<app::WhatIfChanged>(headless.press(patientState(), Role::Switch, "Stop smoking"));
  ASSERT_TRUE(changed.has_value());
  EXPECT_EQ(changed->inputs.smoking, risk::Smoking::Former);
  headless.viewport.width = 820;
  EXPECT_TRUE(all(headless.draw(patientState()).semantics, Role::Slider).empty());
}

TEST(ResultTab, ShowsWhatIsTriedBesideWhatIs) {
  Headless headless;
  const SemanticTree tree = headless.draw(triedState()).semantics;
  // D'Agostino 2008, women, lipids: the same without smoking and with SBP 125: 6.5 %.
  const SemanticNode* tried = find(tree, Role::Status, "10-year risk would be");
  ASSERT_NE(tried, nullptr);
  EXPECT_TRUE(tried->value.starts_with("6.5 %. 7.0 fewer events")) << tried->value;
  EXPECT_TRUE(find(tree, Role::Status, "10-year risk")->value.starts_with("14 %"));
  EXPECT_NE(find(tree, Role::Image, "14 of 100 people with an event now, 7 if changed"), nullptr);
  const auto pictures = all(tree, Role::Image);
  EXPECT_EQ(std::count_if(pictures.begin(), pictures.end(),
                          [](const auto* picture) {
                            return picture->name.find("if changed") != std::string::npos;
                          }),
            3)
      << "people, bar and curve";
}

TEST(ResultTab, MovesNothingWhenSomethingIsTried) {
  Headless headless;
  for (const float width : {1180.0F, 1440.0F, 1920.0F}) {
    headless.viewport.width = width;
    const SemanticTree before = headless.draw(patientState()).semantics;
    const SemanticTree after = headless.draw(triedState()).semantics;
    for (const char* below : {"What the number is made of", "Other models say", "Worth checking"}) {
      EXPECT_EQ(find(before, Role::Heading, below)->bounds.top,
                find(after, Role::Heading, below)->bounds.top)
          << below << " at " << width;
    }
  }
}

TEST(PatientScreen, MovesNothingWhenTheRecordArrives) {
  Headless headless;
  for (const float width : {360.0F, 820.0F, 1440.0F}) {
    headless.viewport.width = width;
    const SemanticTree before = headless.draw(readingState()).semantics;
    const SemanticTree after = headless.draw(patientState()).semantics;
    EXPECT_EQ(find(before, Role::Heading, "Mārama Ngata")->bounds,
              find(after, Role::Heading, "Mārama Ngata")->bounds);
    EXPECT_EQ(find(before, Role::Tab, "Result")->bounds, find(after, Role::Tab, "Result")->bounds)
        << width;
  }
}

TEST(Phone, HasNameAndMenuAtTheTopAndTheTabsAtTheBottom) {
  Headless headless;
  headless.viewport = {.width = 360, .height = 740, .reducedMotion = true, .coarsePointer = true};
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const SemanticNode* name = find(tree, Role::Heading, "Mārama Ngata");
  ASSERT_NE(name, nullptr);
  EXPECT_LT(bottomOf(*name), 56);
  EXPECT_NE(find(tree, Role::Text, "Female · 51 years"), nullptr);
  const SemanticNode* menu = find(tree, Role::Button, "Menu");
  ASSERT_NE(menu, nullptr);
  EXPECT_LT(bottomOf(*menu), 56);
  for (const auto& [role, label] : {std::pair{Role::Tab, "Result"},
                                    {Role::Tab, "What if"},
                                    {Role::Tab, "History"},
                                    {Role::Button, "More"}}) {
    const SemanticNode* item = find(tree, role, label);
    ASSERT_NE(item, nullptr) << label;
    EXPECT_GE(item->bounds.height, 48) << label;
    EXPECT_GE(item->bounds.width, 48) << label;
    EXPECT_EQ(bottomOf(*item), 740) << label;
  }
}

TEST(Phone, BarsKeepClearOfEachOtherAndTheContentWithLargeText) {
  Headless headless;
  headless.viewport = {.width = 320, .height = 568, .reducedMotion = true, .coarsePointer = true};
  for (const app::Language language : {app::Language::English, app::Language::Spanish}) {
    app::State state = patientState();
    state.settings.textPercent = 200;
    state.settings.language = language;
    const SemanticTree tree = headless.draw(state).semantics;
    std::vector<const SemanticNode*> fixed;
    for (const SemanticNode& node : tree.nodes) {
      const bool isInBar = node.clip.height == 568 && node.bounds.height > 0;
      if (isInBar &&
          (node.role == Role::Tab || node.role == Role::Button || node.role == Role::Heading)) {
        fixed.push_back(&node);
      }
    }
    EXPECT_EQ(fixed.size(), 7U) << "back, name, menu and the four below";
    for (const SemanticNode* a : fixed) {
      for (const SemanticNode* b : fixed) {
        if (a != b) EXPECT_FALSE(overlap(a->bounds, b->bounds)) << a->name << ", " << b->name;
      }
    }
    float bottom = 568;
    for (const SemanticNode* tab : all(tree, Role::Tab))
      bottom = std::min(bottom, tab->bounds.top);
    const SemanticNode* main = all(tree, Role::Main).front();
    EXPECT_LE(main->clip.top + main->clip.height, bottom + 0.5F);
  }
}

TEST(Phone, HasWhatIsTriedCloseToTheNumberThatItChanges) {
  Headless headless;
  headless.viewport = {.width = 360, .height = 740, .reducedMotion = true, .coarsePointer = true};
  app::State state = patientState();
  state.patient->tab = app::PatientTab::WhatIf;
  const SemanticTree tree = headless.draw(state).semantics;
  const SemanticNode* number = find(tree, Role::Status, "10-year risk would be");
  const SemanticNode* stop = find(tree, Role::Switch, "Stop smoking");
  ASSERT_TRUE(number != nullptr && stop != nullptr);
  EXPECT_LT(bottomOf(*number), stop->bounds.top);
  EXPECT_LT(bottomOf(*stop), headless.viewport.height * 2 / 3);
}

TEST(Phone, KeepsTheNumberTriedInTheBarAtTheTop) {
  Headless headless;
  headless.viewport = {.width = 360, .height = 740, .reducedMotion = true, .coarsePointer = true};
  app::State state = patientState();
  state.patient->tab = app::PatientTab::WhatIf;
  state.patient->whatIf->inputs.smoking = risk::Smoking::Former;
  state.patient->whatIf->benefit->after = risk::Probability(0.082);
  EXPECT_NE(find(headless.draw(state).semantics, Role::Text, "if changed 8.2 %"), nullptr);
  state.patient->tab = app::PatientTab::Result;
  EXPECT_EQ(find(headless.draw(state).semantics, Role::Text, "if changed 8.2 %"), nullptr);
}

TEST(Phone, WarningSignsAreTwoPressesAwayFromEveryScreen) {
  Headless headless;
  headless.viewport.width = 360;
  for (app::State state : {startState(), worklistsState(), worklistState(9), patientState()}) {
    const auto menu = first<app::PanelToggled>(headless.press(state, Role::Button, "Menu"));
    ASSERT_TRUE(menu.has_value());
    state.panel = menu->panel;
    const auto signs =
        first<app::PanelToggled>(headless.press(state, Role::Button, "Warning signs"));
    ASSERT_TRUE(signs.has_value());
    EXPECT_EQ(signs->panel, app::Panel::WarningSigns);
  }
}

TEST(Phone, MoreHoldsWhatCanBeDoneWithTheAssessment) {
  Headless headless;
  headless.viewport.width = 360;
  app::State state = patientState();
  const auto more = first<app::PanelToggled>(headless.press(state, Role::Button, "More"));
  ASSERT_TRUE(more.has_value());
  state.panel = more->panel;
  EXPECT_TRUE(first<app::CopyRequested>(headless.press(state, Role::Button, "Copy note")));
  EXPECT_TRUE(first<app::PrintRequested>(headless.press(state, Role::Button, "Print")));
}

TEST(Phone, ParticularsBreakBetweenTheirParts) {
  Headless headless;
  headless.viewport.width = 360;
  const SemanticTree tree = headless.draw(patientState()).semantics;
  const SemanticNode* known = find(tree, Role::Text, "born 14 Mar 1975 · NHI ZAC5361");
  ASSERT_NE(known, nullptr);
  EXPECT_LE(known->bounds.height, 40) << "two lines at most";
}

TEST(Phone, SaysSexAndAgeBelowTheBarWhereItHasNoRoomForThem) {
  Headless headless;
  headless.viewport.width = 320;
  app::State state = patientState();
  state.settings.textPercent = 200;
  const SemanticTree tree = headless.draw(state).semantics;
  EXPECT_NE(find(tree, Role::Text, "Female · born 14 Mar 1975 · 51 years · NHI ZAC5361"), nullptr);
  EXPECT_EQ(find(tree, Role::Text, "Female · 51 years"), nullptr);
}

}  // namespace
}  // namespace ui
