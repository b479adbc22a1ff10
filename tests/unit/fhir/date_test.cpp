#include "fhir/date.h"

#include <gtest/gtest.h>

namespace {

using fhir::Date;

TEST(Date, ReadsTheFourFormsOfFhir) {
  EXPECT_EQ(fhir::parsePartialDate("2026")->first(), (Date{2026, 1, 1}));
  EXPECT_EQ(fhir::parsePartialDate("2024-02")->last(), (Date{2024, 2, 29}));
  EXPECT_TRUE(fhir::parsePartialDate("2026-11-23")->isWhole());
  EXPECT_TRUE(fhir::parseTimestamp("2026-11-23T10:00:00.123456789+13:00")->hasTime);
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text : {"", "26", "2026-13", "2026-02-29", "2026-1-1", "2026-11-23T", "0000",
                           "2026-11-23T25:00:00Z", "2026-11-23T10:00:00+99:00", "2026-11-23 10:00",
                           "2026-11-23T10:00:00Zjunk"}) {
    EXPECT_FALSE(fhir::parseTimestamp(text).has_value()) << text;
  }
}

TEST(Date, OrdersInstantsAcrossZones) {
  const auto west = fhir::parseTimestamp("2026-03-04T23:00:00-10:00");
  const auto east = fhir::parseTimestamp("2026-03-05T05:00:00Z");
  EXPECT_GT(west->microsecondsOfEpoch, east->microsecondsOfEpoch);
  EXPECT_EQ(fhir::parseTimestamp("1970-01-01")->microsecondsOfEpoch, 0);
}

TEST(Date, CountsCompletedYears) {
  EXPECT_EQ(fhir::completedYears({1961, 11, 23}, {2026, 11, 22}), 64);
  EXPECT_EQ(fhir::completedYears({1961, 11, 23}, {2026, 11, 23}), 65);
}

TEST(Date, CountsThe29thOfFebruaryOnThe1stOfMarch) {
  EXPECT_EQ(fhir::completedYears({1960, 2, 29}, {2025, 2, 28}), 64);
  EXPECT_EQ(fhir::completedYears({1960, 2, 29}, {2025, 3, 1}), 65);
  EXPECT_EQ(fhir::completedYears({1960, 2, 29}, {2024, 2, 29}), 64);
}

TEST(Date, AddsDaysAcrossMonthsAndYears) {
  EXPECT_EQ(fhir::addDays({2024, 2, 28}, 2), (Date{2024, 3, 1}));
  EXPECT_EQ(fhir::addDays({2026, 1, 1}, -1), (Date{2025, 12, 31}));
}

}  // namespace
