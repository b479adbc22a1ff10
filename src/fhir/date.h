#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Dates as FHIR writes them (FHIR R4 2.24.0.1 `date`, `dateTime`, `instant`): perhaps partial,
/// with or without a time and a zone.
namespace fhir {

/// A day of the Gregorian calendar.
struct Date {
  int year = 0;
  int month = 0;  ///< 1..12
  int day = 0;    ///< 1..31, existing in that month

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Parses "YYYY-MM-DD" only; empty when it is no day of the calendar.
std::optional<Date> parseDate(std::string_view text);

std::string format(const Date& date);

/// The day `days` after `date`.
Date addDays(const Date& date, int days);

/// The same day `years` later; 29 February becomes 1 March where the year has none.
Date addYears(const Date& date, int years);

/// Completed years from `birth` to `asOf`; someone born on 29 February completes a year on 1 March
/// of years without that day. Negative when `asOf` is before `birth`.
int completedYears(const Date& birth, const Date& asOf);

/// A FHIR date or dateTime: year alone, year and month, a day, or an instant.
struct PartialDate {
  int year = 0;
  int month = 0;     ///< 0 when not given
  int day = 0;       ///< 0 when not given
  std::string text;  ///< as written

  /// The first and the last day that the text can mean.
  Date first() const;
  Date last() const;
  bool isWhole() const { return day != 0; }

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// A point in time, ordered as clinicians read a record: by the instant where zone and time are
/// written, else by the day as written, at its first moment.
struct Timestamp {
  PartialDate date;                      ///< the day as written, without conversion to another zone
  std::int64_t microsecondsOfEpoch = 0;  ///< UTC; texts without a zone count as UTC
  bool hasTime = false;
};

/// Parses any of the four forms; empty when the text is none of them or no real date and time.
std::optional<PartialDate> parsePartialDate(std::string_view text);
std::optional<Timestamp> parseTimestamp(std::string_view text);

}  // namespace fhir
