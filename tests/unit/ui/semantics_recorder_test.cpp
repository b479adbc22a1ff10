#include "ui/semantics_recorder.h"

#include <gtest/gtest.h>

namespace ui {
namespace {

TEST(SemanticsRecorderTest, IdsStayTheSameWhenOtherWidgetsCome) {
  SemanticsRecorder recorder;
  recorder.beginFrame({});
  const NodeId before = recorder.add(Role::Button, "Print", "print").id;
  recorder.beginFrame({});
  recorder.add(Role::Alert, "Something failed", "alert");
  EXPECT_EQ(recorder.add(Role::Button, "Print", "print").id, before);
}

TEST(SemanticsRecorderTest, SiblingsWithTheSameKeyDiffer) {
  SemanticsRecorder recorder;
  recorder.beginFrame({});
  const NodeId first = recorder.add(Role::Button, "Retry", "retry").id;
  EXPECT_NE(recorder.add(Role::Button, "Retry", "retry").id, first);
}

TEST(SemanticsRecorderTest, ContainersHoldWhatIsInThem) {
  SemanticsRecorder recorder;
  recorder.beginFrame({});
  const NodeId list = recorder.open(Role::List, "Lists");
  recorder.add(Role::ListItem, "a").bounds = {10, 20, 30, 5};
  recorder.add(Role::ListItem, "b").bounds = {12, 40, 50, 5};
  recorder.close();
  const SemanticTree tree = recorder.takeTree();
  EXPECT_EQ(tree.nodes[0].bounds, (Bounds{10, 20, 52, 25}));
  EXPECT_EQ(tree.nodes[1].parent, list);
}

TEST(SemanticsRecorderTest, TellsAWidgetWhatWasDoneToIt) {
  SemanticsRecorder recorder;
  recorder.beginFrame({});
  const NodeId id = recorder.add(Role::SearchBox, "Search", "search").id;
  const SemanticAction actions[] = {{SemanticAction::Kind::SetText, id, "N", 0},
                                    {SemanticAction::Kind::SetText, id, "Ng", 0}};
  recorder.beginFrame(actions);
  EXPECT_EQ(recorder.enteredText(id), "Ng");
  EXPECT_FALSE(recorder.isActivated(id));
}

TEST(SemanticsRecorderTest, TheFocusStaysUntilItLeaves) {
  SemanticsRecorder recorder;
  const SemanticAction focus[] = {{SemanticAction::Kind::Focus, 7, {}, 0}};
  recorder.beginFrame(focus);
  EXPECT_TRUE(recorder.tookFocus(7));
  recorder.beginFrame({});
  EXPECT_TRUE(recorder.isFocused(7));
  EXPECT_FALSE(recorder.tookFocus(7));
  const SemanticAction blur[] = {{SemanticAction::Kind::Blur, 7, {}, 0}};
  recorder.beginFrame(blur);
  EXPECT_FALSE(recorder.isFocused(7));
}

TEST(SemanticsRecorderTest, NamesAreOneLineOfBoundedText) {
  SemanticsRecorder recorder;
  recorder.beginFrame({});
  EXPECT_EQ(recorder.add(Role::Text, "14\u00A0%\nhigh").name, "14 % high");
  EXPECT_LT(recorder.add(Role::Text, std::string(1'000'000, 'x')).name.size(), 1100U);
}

}  // namespace
}  // namespace ui
