// What every entry of the registry must have, whichever model it is.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "people.h"
#include "risk/assess.h"

namespace {

TEST(Models, AreFoundByTheirOwnId) {
  std::set<std::string_view> ids;
  for (const risk::Model* model : risk::models()) {
    EXPECT_EQ(risk::findModel(model->id), model);
    EXPECT_TRUE(ids.insert(model->id).second) << model->id;
  }
  EXPECT_EQ(ids.size(), risk::models().size());
  EXPECT_EQ(risk::findModel("qrisk3"), nullptr);
}

TEST(Models, SayWhereTheyAreFromAndForWhom) {
  for (const risk::Model* model : risk::models()) {
    EXPECT_FALSE(model->title.empty()) << model->id;
    EXPECT_TRUE(model->doi.starts_with("10.")) << model->id;
    EXPECT_NE(model->citation.find(';'), std::string_view::npos) << model->id;
    EXPECT_FALSE(model->population.empty()) << model->id;
    EXPECT_FALSE(model->note.empty()) << model->id;
    ASSERT_FALSE(model->outcomes.empty()) << model->id;
    for (const auto& outcome : model->outcomes) {
      EXPECT_FALSE(outcome.endpoint.empty()) << model->id;
      EXPECT_FALSE(risk::key(outcome.outcome).empty()) << model->id;
    }
  }
}

TEST(Models, ListEveryInputThatAnOutcomeUses) {
  for (const risk::Model* model : risk::models()) {
    for (const auto& outcome : model->outcomes) {
      for (const risk::InputUse& use : outcome.inputs) {
        bool listed = false;
        for (const risk::InputUse& each : model->inputs)
          listed |= each.input == use.input;
        EXPECT_TRUE(listed) << model->id << ' ' << risk::key(use.input);
      }
    }
  }
}

// Each input that a model asks for makes a difference, and one that it does not ask for makes none.
TEST(Models, DependOnExactlyTheInputsTheyList) {
  for (const risk::Model* model : risk::models()) {
    for (std::size_t i = 0; i < model->outcomes.size(); ++i) {
      for (const risk::Input input : risk::allInputs()) {
        bool asked = false;
        for (const risk::InputUse& use : model->outcomes[i].inputs) {
          asked |= use.input == input && use.need == risk::Need::Required;
        }
        const risk::Inputs known = knownMan();
        risk::Inputs without;
        if (input == risk::Input::TotalToHdlRatio) continue;
        for (const risk::Input other : risk::allInputs()) {
          if (other == input || other == risk::Input::TotalToHdlRatio) continue;
          risk::copyInput(without, known, other);
        }
        without.totalToHdlRatio = risk::number(known, risk::Input::TotalToHdlRatio);
        EXPECT_EQ(risk::assessOutcome(*model, i, without).ok(), !asked)
            << model->id << ' ' << risk::key(input);
      }
    }
  }
}

TEST(Models, DivideTheScaleUpwardsFromNothing) {
  for (const risk::Model* model : risk::models()) {
    for (const auto& outcome : model->outcomes) {
      for (const risk::BandScheme& scheme : outcome.bands) {
        EXPECT_EQ(scheme.bands.front().from, 0) << model->id;
        for (std::size_t i = 1; i < scheme.bands.size(); ++i) {
          EXPECT_GT(scheme.bands[i].from, scheme.bands[i - 1].from) << model->id;
        }
        EXPECT_FALSE(scheme.citation.empty()) << model->id;
      }
    }
  }
}

TEST(Models, TellWhatWasLeftOutAndWhy) {
  ASSERT_FALSE(risk::omittedModels().empty());
  EXPECT_NE(risk::omittedModels().front().reason.find("licence"), std::string_view::npos);
}

}  // namespace
