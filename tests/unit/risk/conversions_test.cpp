#include "risk/conversions.h"

#include <gtest/gtest.h>

#include "risk/inputs.h"

namespace {

TEST(Conversions, FollowTheirPublishedFactors) {
  EXPECT_DOUBLE_EQ(risk::cholesterolToMass(risk::MillimolesPerLitre(5.2)).value(),
                   201.0827532869296);
  EXPECT_DOUBLE_EQ(risk::triglyceridesToMass(risk::MillimolesPerLitre(1.129)).value(), 100);
  EXPECT_DOUBLE_EQ(risk::toMmHg(risk::Kilopascals(16)).value(), 120.00992);
  // 53 mmol/mol is 7.0 % (ngsp.org).
  EXPECT_NEAR(risk::toNgsp(risk::MillimolesPerMole(53)).value(), 7.0, 0.005);
  EXPECT_DOUBLE_EQ(risk::toMilligramsPerGram(risk::MilligramsPerMillimole(3)).value(), 26.52);
  EXPECT_DOUBLE_EQ(risk::toKilograms(risk::Pounds(100)).value(), 45.359237);
  EXPECT_DOUBLE_EQ(risk::toCentimetres(risk::Inches(70)).value(), 177.8);
  EXPECT_NEAR(risk::bodyMassIndex(risk::Kilograms(80), risk::Centimetres(180)).value(), 24.6914,
              1e-4);
}

TEST(Conversions, CholesterolKeepsTheUnitItWasMeasuredIn) {
  const risk::Cholesterol measured = risk::MillimolesPerLitre(5.2);
  EXPECT_EQ(measured.amount().value(), 5.2);
  EXPECT_DOUBLE_EQ(measured.mass().value(), 5.2 / 0.02586);
  const risk::Cholesterol american = risk::MilligramsPerDecilitre(200);
  EXPECT_EQ(american.mass().value(), 200);
  EXPECT_DOUBLE_EQ(american.amount().value(), 5.172);
}

TEST(Inputs, ReadAndSetTheSameNumber) {
  for (const risk::Input input : risk::allInputs()) {
    risk::Inputs inputs;
    EXPECT_FALSE(risk::number(inputs, input).has_value()) << risk::key(input);
    risk::setNumber(inputs, input, 1);
    EXPECT_EQ(risk::number(inputs, input), 1) << risk::key(input);
    risk::Inputs copy;
    risk::copyInput(copy, inputs, input);
    EXPECT_EQ(copy, inputs) << risk::key(input);
  }
}

TEST(Inputs, IgnoreNumbersThatAreNoChoice) {
  risk::Inputs inputs;
  for (const double bad : {-1.0, 7.0, 1e300}) {
    risk::setNumber(inputs, risk::Input::Region, bad);
    risk::setNumber(inputs, risk::Input::Smoker, bad);
    risk::setNumber(inputs, risk::Input::Diabetes, bad);
  }
  EXPECT_EQ(inputs, risk::Inputs{});
}

TEST(Inputs, NameContradictions) {
  risk::Inputs inputs;
  inputs.totalCholesterol = risk::MilligramsPerDecilitre(150);
  inputs.hdlCholesterol = risk::MilligramsPerDecilitre(150);
  inputs.systolicBloodPressure = risk::MmHg(80);
  inputs.diastolicBloodPressure = risk::MmHg(120);
  std::vector<risk::Contradiction> found;
  risk::forEachContradiction(inputs, [&](risk::Contradiction each) { found.push_back(each); });
  EXPECT_EQ(found, (std::vector{risk::Contradiction::HdlNotBelowTotalCholesterol,
                                risk::Contradiction::DiastolicNotBelowSystolic}));
}

}  // namespace
