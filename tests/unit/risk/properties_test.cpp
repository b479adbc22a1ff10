// What must hold for every person, not just for those in the tables.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string_view>

#include "people.h"
#include "risk/assess.h"
#include "risk/peers.h"

namespace {

using risk::Input;
using risk::Inputs;

constexpr int kPeople = 200;
constexpr double kCompetingDeathsPrevail = 0.5;

double riskOf(const risk::Model& model, std::size_t outcome, const Inputs& inputs) {
  const auto result = risk::assessOutcome(model, outcome, inputs, risk::Ranges::Ignored);
  EXPECT_TRUE(result.ok()) << model.id;
  return result.ok() ? result->risk.value() : std::numeric_limits<double>::quiet_NaN();
}

// Calls check(model, outcome, person) for many people of every outcome.
template <typename Check>
void forManyPeople(Check check) {
  for (const risk::Model* model : risk::models()) {
    for (std::size_t i = 0; i < model->outcomes.size(); ++i) {
      People people(1948);
      for (int n = 0; n < kPeople; ++n)
        check(*model, i, people.next(model->outcomes[i]));
    }
  }
}

bool uses(const risk::OutcomeDescription& outcome, Input input) {
  for (const risk::InputUse& use : outcome.inputs) {
    if (use.input == input) return !use.range || use.range->lowest < use.range->highest;
  }
  return false;
}

TEST(EveryRisk, IsAProbability) {
  forManyPeople([](const risk::Model& model, std::size_t outcome, const Inputs& person) {
    const double value = riskOf(model, outcome, person);
    EXPECT_GT(value, 0) << model.id;
    EXPECT_LE(value, 1) << model.id;
  });
}

// Smoking. At high ages the interactions of ATP III, PCE and PREVENT's 30-year equations turn
// round: that is what is published, and it is left so.
TEST(EveryRisk, IsHigherForASmokerBelow60) {
  forManyPeople([](const risk::Model& model, std::size_t outcome, Inputs person) {
    if (!uses(model.outcomes[outcome], Input::Smoker) || person.age >= risk::Years(60)) return;
    person.smoking = risk::Smoking::Never;
    const double without = riskOf(model, outcome, person);
    if (without > kCompetingDeathsPrevail) return;
    person.smoking = risk::Smoking::Current;
    EXPECT_GT(riskOf(model, outcome, person), without) << model.id;
  });
}

TEST(EveryRisk, IsHigherWithDiabetesBelow60WhereGlucoseIsNoInput) {
  forManyPeople([](const risk::Model& model, std::size_t outcome, Inputs person) {
    const auto& description = model.outcomes[outcome];
    if (!uses(description, Input::Diabetes) || uses(description, Input::Hba1c)) return;
    if (person.age >= risk::Years(60)) return;
    person.diabetes = false;
    const double without = riskOf(model, outcome, person);
    person.diabetes = true;
    EXPECT_GT(riskOf(model, outcome, person), without) << model.id;
  });
}

// Systolic pressure from 130 up. Below, PREVENT's slope for pressures under 110 goes the other way.
TEST(EveryRisk, RisesWithSystolicPressureFrom130) {
  forManyPeople([](const risk::Model& model, std::size_t outcome, Inputs person) {
    if (person.age >= risk::Years(70)) return;
    double last = 0;
    for (const double pressure : {130.0, 150.0, 170.0}) {
      person.systolicBloodPressure = risk::MmHg(pressure);
      const double value = riskOf(model, outcome, person);
      EXPECT_GE(value, last) << model.id << ' ' << pressure;
      last = value;
    }
  });
}

TEST(EveryRisk, FallsWithHdlInTheFramingham2008And2009And1998Models) {
  for (const char* id : {"framingham-2008-lipid", "framingham-2009-lipid", "framingham-1998-ldl",
                         "framingham-1998-tc", "atp3-2001"}) {
    const risk::Model& model = *risk::findModel(id);
    People people(7);
    for (int n = 0; n < kPeople; ++n) {
      Inputs person = people.next(model.outcomes[0]);
      double last = 1;
      for (const double hdl : {30.0, 40.0, 47.0, 55.0, 70.0}) {
        person.hdlCholesterol = risk::MilligramsPerDecilitre(hdl);
        const double value = riskOf(model, 0, person);
        EXPECT_LE(value, last) << id << ' ' << hdl;
        last = value;
      }
    }
  }
}

TEST(EveryRisk, RisesWithAgeInTheFraminghamModels) {
  for (const char* id : {"framingham-2008-lipid", "framingham-2008-bmi"}) {
    const risk::Model& model = *risk::findModel(id);
    People people(11);
    for (int n = 0; n < kPeople; ++n) {
      Inputs person = people.next(model.outcomes[0]);
      person.age = risk::Years(30);
      const auto points = risk::riskByAge(model, 0, person);
      ASSERT_EQ(points.size(), 45U);
      for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_GT(points[i].risk, points[i - 1].risk);
      }
    }
  }
}

TEST(HeartAge, OfAPersonWithNormalFactorsIsTheirAge) {
  for (const char* id : {"framingham-2008-lipid", "framingham-2008-bmi"}) {
    for (const Inputs& person : {knownMan(), knownWoman()}) {
      for (double age = 30; age <= 74; ++age) {
        Inputs normal = risk::peerOf(person, risk::Peer::Normal);
        normal.age = risk::Years(age);
        const auto result = risk::assessOutcome(*risk::findModel(id), 0, normal);
        ASSERT_TRUE(result.ok());
        EXPECT_NEAR(result->heartAge->value(), age, 1e-9) << id;
      }
    }
  }
}

TEST(HeartAge, OfAnIdealPersonIsBelowTheirAgeAndIsNotCapped) {
  const risk::Model& model = *risk::findModel("framingham-2008-lipid");
  const Inputs ideal = risk::peerOf(knownMan(), risk::Peer::Ideal);
  EXPECT_LT(*risk::assessOutcome(model, 0, ideal)->heartAge, *ideal.age);
  Inputs worst = knownMan();
  worst.age = risk::Years(74);
  worst.diabetes = true;
  worst.systolicBloodPressure = risk::MmHg(200);
  EXPECT_GT(risk::assessOutcome(model, 0, worst)->heartAge->value(), 120);
}

// The two models of a paper disagree on numbers and agree on what is better and what is worse.
TEST(BodyMassAndLipidModels, AgreeOnTheDirectionOfWhatTheyShare) {
  for (const auto& [lipid, bmi] : {std::pair("framingham-2008-lipid", "framingham-2008-bmi"),
                                   std::pair("framingham-2009-lipid", "framingham-2009-bmi")}) {
    for (const Input input : {Input::Smoker, Input::Diabetes, Input::SystolicBloodPressure}) {
      Inputs person = knownWoman();
      Inputs worse = person;
      risk::setNumber(person, input, input == Input::SystolicBloodPressure ? 120 : 0);
      risk::setNumber(worse, input, input == Input::SystolicBloodPressure ? 160 : 1);
      for (const char* id : {lipid, bmi}) {
        const risk::Model& model = *risk::findModel(id);
        EXPECT_GT(riskOf(model, 0, worse), riskOf(model, 0, person)) << id << risk::key(input);
      }
    }
  }
}

// Every measurement in turn, and all at once, at values no person has.
TEST(AnyInputWhatsoever, GivesAProbabilityOrAReason) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  constexpr double kStrange[] = {std::numeric_limits<double>::quiet_NaN(),
                                 kInfinity,
                                 -kInfinity,
                                 0.0,
                                 -0.0,
                                 -5,
                                 std::numeric_limits<double>::denorm_min(),
                                 std::numeric_limits<double>::max(),
                                 std::numeric_limits<double>::lowest(),
                                 1e-6,
                                 1e6,
                                 1e5};
  for (const auto ranges : {risk::Ranges::Enforced, risk::Ranges::Ignored}) {
    for (const double strange : kStrange) {
      Inputs all = knownMan();
      for (const Input input : risk::allInputs()) {
        Inputs one = knownWoman();
        if (input != Input::PriorCardiovascularDisease) {
          risk::setNumber(one, input, strange);
          risk::setNumber(all, input, strange);
        }
        for (const Inputs& person : {one, all}) {
          for (const risk::Model* model : risk::models()) {
            for (const auto& each : risk::assess(*model, person, ranges)) {
              if (!each.result.ok()) {
                EXPECT_FALSE(each.result.error().obstacles.empty());
                continue;
              }
              EXPECT_GE(each.result->risk, risk::Probability(0)) << model->id;
              EXPECT_LE(each.result->risk, risk::Probability(1)) << model->id;
            }
          }
        }
      }
    }
  }
}

}  // namespace
