#include "risk/contributions.h"

#include <gtest/gtest.h>

#include "people.h"
#include "risk/peers.h"

namespace {

TEST(Contributions, AddUpToTheWholeForEveryModelAndOutcome) {
  for (const risk::Inputs& person : {knownMan(), knownWoman()}) {
    for (const risk::Model* model : risk::models()) {
      for (std::size_t i = 0; i < model->outcomes.size(); ++i) {
        const auto split = risk::contributions(*model, i, person);
        ASSERT_TRUE(split.ok()) << model->id;
        double sum = split->ideal.value();
        for (const auto& part : split->parts)
          sum += part.amount.value();
        EXPECT_NEAR(sum, split->total.value(), 1e-12) << model->id;
        EXPECT_EQ(split->total, risk::assessOutcome(*model, i, person)->risk);
      }
    }
  }
}

TEST(Contributions, OfAnIdealPersonAreNone) {
  const risk::Inputs ideal = risk::peerOf(knownMan(), risk::Peer::Ideal);
  const auto split = risk::contributions(*risk::models().front(), 0, ideal);
  ASSERT_TRUE(split.ok());
  EXPECT_TRUE(split->parts.empty());
  EXPECT_EQ(split->ideal, split->total);
}

TEST(Contributions, GiveTheOnlyDifferingFactorTheWholeDifference) {
  risk::Inputs smoker = risk::peerOf(knownMan(), risk::Peer::Ideal);
  smoker.smoking = risk::Smoking::Current;
  const auto split = risk::contributions(*risk::models().front(), 0, smoker);
  ASSERT_TRUE(split.ok());
  ASSERT_EQ(split->parts.size(), 1U);
  EXPECT_EQ(split->parts[0].input, risk::Input::Smoker);
  EXPECT_EQ(split->parts[0].amount, split->total - split->ideal);
  EXPECT_TRUE(split->parts[0].modifiable);
}

TEST(Contributions, AreSortedAndTellTheFixedFromTheModifiable) {
  risk::Inputs person = knownMan();
  person.diabetes = true;
  const auto split = risk::contributions(*risk::findModel("framingham-2008-lipid"), 0, person);
  ASSERT_TRUE(split.ok());
  for (std::size_t i = 1; i < split->parts.size(); ++i) {
    EXPECT_GE(split->parts[i - 1].amount, split->parts[i].amount);
  }
  for (const auto& part : split->parts) {
    EXPECT_EQ(part.modifiable, part.input != risk::Input::Diabetes);
  }
}

TEST(Contributions, FailForTheReasonTheRiskDoes) {
  risk::Inputs person = knownMan();
  person.smoking.reset();
  const auto split = risk::contributions(*risk::models().front(), 0, person);
  ASSERT_FALSE(split.ok());
  EXPECT_EQ(split.error().reason, risk::Reason::Missing);
}

}  // namespace
