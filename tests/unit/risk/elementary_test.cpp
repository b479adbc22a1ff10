#include "risk/elementary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Two implementations, each within one unit of the truth, are within two of each other.
void expectWithinTwoUnits(double ours, double theirs) {
  const double unit = std::nextafter(std::fabs(theirs), kInfinity) - std::fabs(theirs);
  EXPECT_LE(std::fabs(ours - theirs), 2 * unit) << ours << " and " << theirs;
}

TEST(Elementary, ExponentialAgreesWithTheLibrary) {
  for (double x = -40; x <= 40; x += 0.000'917) {
    expectWithinTwoUnits(risk::exponential(x), std::exp(x));
  }
}

TEST(Elementary, LogarithmAgreesWithTheLibrary) {
  for (double x = 1e-6; x < 1e6; x *= 1.000'31) {
    expectWithinTwoUnits(risk::naturalLogarithm(x), std::log(x));
  }
  for (double x = 0.9; x < 1.1; x += 0.000'013) {
    expectWithinTwoUnits(risk::naturalLogarithm(x), std::log(x));
  }
}

TEST(Elementary, EndsAreExact) {
  EXPECT_EQ(risk::exponential(0), 1);
  EXPECT_EQ(risk::exponential(-kInfinity), 0);
  EXPECT_EQ(risk::exponential(kInfinity), kInfinity);
  EXPECT_EQ(risk::exponential(1e300), kInfinity);
  EXPECT_EQ(risk::exponential(-1e300), 0);
  EXPECT_TRUE(std::isnan(risk::exponential(kNaN)));
  EXPECT_EQ(risk::naturalLogarithm(1), 0);
  EXPECT_EQ(risk::naturalLogarithm(0), -kInfinity);
  EXPECT_EQ(risk::naturalLogarithm(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(risk::naturalLogarithm(-1)));
  EXPECT_TRUE(std::isnan(risk::naturalLogarithm(kNaN)));
}

TEST(Elementary, ExponentialHoldsUpToTheLargestNumber) {
  expectWithinTwoUnits(risk::exponential(709.7), std::exp(709.7));
  expectWithinTwoUnits(risk::exponential(-708.3), std::exp(-708.3));
}

}  // namespace
