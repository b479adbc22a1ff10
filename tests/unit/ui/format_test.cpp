#include "ui/format.h"

#include <gtest/gtest.h>

#include <limits>

namespace ui {
namespace {

class FormatTest : public testing::Test {
 protected:
  std::string risk(double probability) const {
    return formatRisk(risk::Probability(probability), words());
  }
  Words words() const { return {stringsFor(settings.language), settings}; }

  app::Settings settings;
};

// A no-break space keeps number and sign together.
constexpr const char* kPercent = "\u00A0%";

TEST_F(FormatTest, RiskHasOneDecimalBelowTenPercentAndNoneAbove) {
  EXPECT_EQ(risk(0.0663), std::string("6.6") + kPercent);
  EXPECT_EQ(risk(0.1357), std::string("14") + kPercent);
  EXPECT_EQ(risk(0.1), std::string("10") + kPercent);
  EXPECT_EQ(risk(0.0996), std::string("10.0") + kPercent);
}

TEST_F(FormatTest, RiskIsNeverZero) {
  EXPECT_EQ(risk(0), std::string("less than 0.1") + kPercent);
  EXPECT_EQ(risk(0.00099), std::string("less than 0.1") + kPercent);
  EXPECT_EQ(risk(0.001), std::string("0.1") + kPercent);
}

TEST_F(FormatTest, ARangeOfRisksHasItsUnitOnce) {
  const auto range = [this](double lowest, double highest) {
    return formatRiskRange(risk::Probability(lowest), risk::Probability(highest), words());
  };
  EXPECT_EQ(range(0.0784, 0.1512), std::string("7.8–15") + kPercent);
  EXPECT_EQ(range(0.192, 0.313), std::string("19–31") + kPercent);
  EXPECT_EQ(range(0.1351, 0.1449), std::string("14") + kPercent) << "both read the same";
  EXPECT_EQ(range(0.0004, 0.02), std::string("<0.1–2.0") + kPercent);
  settings.language = app::Language::Spanish;
  settings.region = "ES";
  EXPECT_EQ(range(0.0784, 0.1512), std::string("7,8–15") + kPercent);
}

TEST_F(FormatTest, NumbersThatAreNoneAreSaidToBeUnknown) {
  EXPECT_EQ(formatNumber(std::numeric_limits<double>::quiet_NaN(), 1, words()), "unknown");
  EXPECT_EQ(formatNumber(std::numeric_limits<double>::infinity(), 1, words()), "unknown");
}

TEST_F(FormatTest, MinusIsARealMinusAndNeverStandsBeforeZero) {
  EXPECT_EQ(formatNumber(-0.70833, 2, words()), "−0.71");
  EXPECT_EQ(formatNumber(-0.001, 1, words()), "0.0");
}

TEST_F(FormatTest, PointsCarryTheirSign) {
  EXPECT_EQ(formatPoints(risk::Probability(0.032), words()), "+3.2");
  EXPECT_EQ(formatPoints(risk::Probability(-0.011), words()), "−1.1");
  EXPECT_EQ(formatPoints(risk::Probability(0.0004), words()), "0");
}

TEST_F(FormatTest, CholesterolFollowsTheReadersUnit) {
  settings.cholesterolUnit = app::CholesterolUnit::MillimolesPerLitre;
  EXPECT_EQ(formatFact(fhir::Fact::TotalCholesterol, 5.4 / 0.02586, words()), "5.4\u00A0mmol/L");
  settings.cholesterolUnit = app::CholesterolUnit::MilligramsPerDecilitre;
  EXPECT_EQ(formatFact(fhir::Fact::TotalCholesterol, 209, words()), "209\u00A0mg/dL");
}

TEST_F(FormatTest, PartialDatesShowWhatIsKnown) {
  EXPECT_EQ(formatDate(fhir::PartialDate{1975, 3, 14, {}}, words()), "14\u00A0Mar\u00A01975");
  EXPECT_EQ(formatDate(fhir::PartialDate{1975, 3, 0, {}}, words()), "Mar\u00A01975");
  EXPECT_EQ(formatDate(fhir::PartialDate{1975, 0, 0, {}}, words()), "1975");
}

TEST_F(FormatTest, AgeOfADatumIsInDaysThenMonthsThenYears) {
  const fhir::Date today{2026, 11, 23};
  EXPECT_EQ(formatAge({2026, 11, 23}, today, words()), "today");
  EXPECT_EQ(formatAge({2026, 11, 22}, today, words()), "1 day ago");
  EXPECT_EQ(formatAge({2026, 11, 11}, today, words()), "12\u00A0days\u00A0ago");
  EXPECT_EQ(formatAge({2026, 2, 24}, today, words()), "8\u00A0months\u00A0ago");
  EXPECT_EQ(formatAge({2021, 6, 18}, today, words()), "5\u00A0years\u00A0ago");
}

TEST_F(FormatTest, DatesInTheUnitedStatesBeginWithTheMonth) {
  settings.region = "US";
  EXPECT_EQ(formatDate(fhir::PartialDate{1975, 3, 14, {}}, words()), "Mar\u00A014,\u00A01975");
}

TEST_F(FormatTest, SpanishHasTheDecimalMarkOfTheRegion) {
  settings.language = app::Language::Spanish;
  EXPECT_EQ(risk(0.0663), std::string("6,6") + kPercent);
  EXPECT_EQ(risk(0.0001), std::string("menos del 0,1") + kPercent);
  settings.region = "MX";
  EXPECT_EQ(risk(0.0663), std::string("6.6") + kPercent);
}

TEST(FillTest, WhatIsPutInIsNotSearchedAgain) {
  EXPECT_EQ(fill("{0} of {1}", {"{1}", "x"}), "{1} of x");
  EXPECT_EQ(fill("{7} {", {"a"}), "{7} {");
}

}  // namespace
}  // namespace ui
