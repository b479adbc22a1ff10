#include "browser/accessible_element.h"

#include <gmock/gmock.h>

namespace browser {
namespace {

using testing::Contains;
using testing::Key;
using testing::Not;
using testing::Pair;

ui::SemanticNode node(ui::Role role, std::string name) {
  return {.id = 1,
          .role = role,
          .name = std::move(name),
          .bounds = {.left = 10, .top = 20, .width = 100, .height = 40},
          .clip = {.left = 0, .top = 0, .width = 800, .height = 600}};
}

AccessibleElement describe(const ui::SemanticNode& described) {
  return describeElement(described, {});
}

TEST(AccessibleElement, ButtonIsNamedByItsText) {
  const AccessibleElement element = describe(node(ui::Role::Button, "Sign in"));
  EXPECT_EQ(element.tag, "button");
  EXPECT_EQ(element.text, "Sign in");
  EXPECT_THAT(element.attributes, Contains(Pair("type", "button")));
  EXPECT_THAT(element.attributes, Not(Contains(Key("aria-label"))));
}

TEST(AccessibleElement, ContainerIsNamedByLabelAndHasNoTextOfItsOwn) {
  const AccessibleElement element =
      describeElement(node(ui::Role::Status, "10-year risk"), {.hasChildren = true});
  EXPECT_EQ(element.text, "");
  EXPECT_THAT(element.attributes, Contains(Pair("aria-label", "10-year risk")));
}

TEST(AccessibleElement, StatusWithAValueSaysTheValueAndKeepsItsName) {
  ui::SemanticNode status = node(ui::Role::Status, "10-year risk");
  status.value = "14 %";
  const AccessibleElement element = describe(status);
  EXPECT_EQ(element.text, "14 %");
  EXPECT_THAT(element.attributes, Contains(Pair("aria-label", "10-year risk")));
}

TEST(AccessibleElement, HeadingTakesItsLevelAndFocusFromTheApp) {
  ui::SemanticNode heading = node(ui::Role::Heading, "Chalmers, Peter");
  heading.level = 1;
  EXPECT_EQ(describe(heading).tag, "h1");
  EXPECT_THAT(describe(heading).attributes, Contains(Pair("tabindex", "-1")));
}

TEST(AccessibleElement, SwitchIsACheckBoxThatTellsItsState) {
  ui::SemanticNode smoker = node(ui::Role::Switch, "Smoker");
  smoker.checked = true;
  const AccessibleElement element = describe(smoker);
  EXPECT_EQ(element.tag, "input");
  EXPECT_THAT(element.attributes, Contains(Pair("role", "switch")));
  EXPECT_EQ(element.checked, true);
}

TEST(AccessibleElement, SliderTellsRangePlaceAndTheValueInWords) {
  ui::SemanticNode slider = node(ui::Role::Slider, "Systolic blood pressure");
  slider.range = {.minimum = 90, .maximum = 200, .step = 1, .now = 142.5, .text = "142.5 mmHg"};
  const AccessibleElement element = describe(slider);
  EXPECT_THAT(element.attributes, Contains(Pair("min", "90")));
  EXPECT_THAT(element.attributes, Contains(Pair("max", "200")));
  EXPECT_THAT(element.attributes, Contains(Pair("aria-valuetext", "142.5 mmHg")));
  EXPECT_EQ(element.value, "142.5");
}

TEST(AccessibleElement, TextFieldIsNotRememberedOrSpellChecked) {
  const AccessibleElement element = describe(node(ui::Role::SearchBox, "Name"));
  EXPECT_THAT(element.attributes, Contains(Pair("autocomplete", "off")));
  EXPECT_THAT(element.attributes, Contains(Pair("spellcheck", "false")));
}

TEST(AccessibleElement, LinkThatLeavesTheAppTellsTheOtherSideNothing) {
  ui::SemanticNode link = node(ui::Role::Link, "D'Agostino 2008");
  link.url = "https://doi.org/10.1161/CIRCULATIONAHA.107.699579";
  const AccessibleElement element = describe(link);
  EXPECT_EQ(element.tag, "a");
  EXPECT_THAT(element.attributes, Contains(Pair("href", link.url)));
  EXPECT_THAT(element.attributes, Contains(Pair("rel", "noopener noreferrer")));
}

TEST(AccessibleElement, EmergencyNumberCanBeCalled) {
  ui::SemanticNode link = node(ui::Role::Link, "Call 112");
  link.url = "tel:112";
  EXPECT_THAT(describe(link).attributes, Contains(Pair("href", "tel:112")));
}

TEST(AccessibleElement, LinkNeverRunsScriptOrGoesInTheClear) {
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "http://ehr.example/",
                          "tel:112\njavascript:0", "//ehr.example", "JavaScript:0"}) {
    ui::SemanticNode link = node(ui::Role::Link, "link");
    link.url = url;
    EXPECT_THAT(describe(link).attributes, Not(Contains(Key("href")))) << url;
  }
}

TEST(AccessibleElement, MarkupInANameStaysText) {
  const AccessibleElement element = describe(node(ui::Role::Text, "<img src=x onerror=alert(1)>"));
  EXPECT_EQ(element.text, "<img src=x onerror=alert(1)>");
}

TEST(AccessibleElement, DisabledControlsAreNative) {
  ui::SemanticNode button = node(ui::Role::Button, "Save to record");
  button.disabled = true;
  EXPECT_THAT(describe(button).attributes, Contains(Pair("disabled", "")));
}

TEST(AccessibleElement, ItemOfALongListTellsItsPlaceAsAnItemAndARowAsARow) {
  ui::SemanticNode item = node(ui::Role::ListItem, "");
  item.rowIndex = 7;
  item.rowCount = 5000;
  EXPECT_THAT(describe(item).attributes, Contains(Pair("aria-posinset", "7")));
  EXPECT_THAT(describe(item).attributes, Contains(Pair("aria-setsize", "5000")));
  ui::SemanticNode row = node(ui::Role::Row, "");
  row.rowIndex = 7;
  EXPECT_THAT(describe(row).attributes, Contains(Pair("aria-rowindex", "7")));
  EXPECT_THAT(describe(row).attributes, Not(Contains(Key("aria-posinset"))));
}

TEST(AccessibleElement, LiesRelativeToItsParent) {
  const AccessibleElement element =
      describeElement(node(ui::Role::Button, "b"),
                      {.parentBounds = {.left = 4, .top = 8, .width = 1, .height = 1}});
  EXPECT_EQ(element.place, (ui::Bounds{.left = 6, .top = 12, .width = 100, .height = 40}));
}

TEST(AccessibleElement, IsCutWhereItsWidgetIsScrolledOutOfSight) {
  ui::SemanticNode button = node(ui::Role::Button, "b");
  button.clip = {.left = 0, .top = 30, .width = 60, .height = 600};
  EXPECT_EQ(describe(button).cut, (AccessibleElement::Cut{.top = 10, .right = 50}));
}

TEST(AccessibleElement, DialogThatIsOpenIsModal) {
  EXPECT_THAT(describeElement(node(ui::Role::Dialog, "Settings"), {.modal = true}).attributes,
              Contains(Pair("aria-modal", "true")));
}

}  // namespace
}  // namespace browser
