#include "fhir/date.h"

#include <array>
#include <cstdio>

namespace fhir {
namespace {

bool isLeapYear(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month) {
  constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && isLeapYear(year)) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, counted in eras of 400 years that
/// begin on 1 March.
std::int64_t daysOfEpoch(int year, int month, int day) {
  const std::int64_t shifted = month <= 2 ? year - 1 : year;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const std::int64_t yearOfEra = shifted - era * 400;
  const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146'097 + dayOfEra - 719'468;
}

Date dateOfEpoch(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t dayOfEra = days - era * 146'097;
  const std::int64_t yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
  const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t monthIndex = (5 * dayOfYear + 2) / 153;
  const auto day = static_cast<int>(dayOfYear - (153 * monthIndex + 2) / 5 + 1);
  const auto month = static_cast<int>(monthIndex < 10 ? monthIndex + 3 : monthIndex - 9);
  return {static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

/// Takes exactly `count` digits off the front of `text`.
std::optional<int> takeDigits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number = number * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// The date at the front of `text`, which is left at what follows.
std::optional<PartialDate> takeDate(std::string_view& text) {
  PartialDate date;
  const auto year = takeDigits(text, 4);
  if (!year || *year == 0) return std::nullopt;
  date.year = *year;
  if (!take(text, '-')) return date;
  const auto month = takeDigits(text, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  date.month = *month;
  if (!take(text, '-')) return date;
  const auto day = takeDigits(text, 2);
  if (!day || *day < 1 || *day > daysInMonth(date.year, date.month)) return std::nullopt;
  date.day = *day;
  return date;
}

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;

/// The time of day after 'T', in microseconds; seconds may be missing and 60 (leap second) is read.
std::optional<std::int64_t> takeTime(std::string_view& text) {
  const auto hour = takeDigits(text, 2);
  if (!hour || *hour > 24 || !take(text, ':')) return std::nullopt;
  const auto minute = takeDigits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  std::int64_t seconds = *hour * 3600 + *minute * 60;
  if (!take(text, ':')) return seconds * kMicrosecondsPerSecond;
  const auto second = takeDigits(text, 2);
  if (!second || *second > 60) return std::nullopt;
  seconds += *second;
  std::int64_t fraction = 0;
  if (take(text, '.')) {
    std::int64_t unit = kMicrosecondsPerSecond / 10;
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
      fraction += (text.front() - '0') * unit;
      unit /= 10;
      text.remove_prefix(1);
    }
  }
  return seconds * kMicrosecondsPerSecond + fraction;
}

/// The offset from UTC in seconds; a missing one counts as UTC.
std::optional<std::int64_t> takeZone(std::string_view& text) {
  if (text.empty() || take(text, 'Z') || take(text, 'z')) return 0;
  const bool isEast = text.front() == '+';
  if (!isEast && text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const auto hour = takeDigits(text, 2);
  if (!hour || *hour > 14) return std::nullopt;
  take(text, ':');
  const auto minute = takeDigits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  const std::int64_t offset = *hour * 3600 + *minute * 60;
  return isEast ? offset : -offset;
}

}  // namespace

std::optional<Date> parseDate(std::string_view text) {
  const auto date = takeDate(text);
  if (!date || date->day == 0 || !text.empty()) return std::nullopt;
  return Date{date->year, date->month, date->day};
}

std::string format(const Date& date) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year,
                                   date.month, date.day);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

Date addDays(const Date& date, int days) {
  return dateOfEpoch(daysOfEpoch(date.year, date.month, date.day) + days);
}

Date addYears(const Date& date, int years) {
  const Date moved{date.year + years, date.month, date.day};
  if (moved.day <= daysInMonth(moved.year, moved.month)) return moved;
  return {moved.year, 3, 1};
}

int completedYears(const Date& birth, const Date& asOf) {
  const int years = asOf.year - birth.year;
  return addYears(birth, years) > asOf ? years - 1 : years;
}

Date PartialDate::first() const {
  return {year, month == 0 ? 1 : month, day == 0 ? 1 : day};
}

Date PartialDate::last() const {
  const int lastMonth = month == 0 ? 12 : month;
  return {year, lastMonth, day == 0 ? daysInMonth(year, lastMonth) : day};
}

std::optional<PartialDate> parsePartialDate(std::string_view text) {
  const auto timestamp = parseTimestamp(text);
  return timestamp ? std::optional(timestamp->date) : std::nullopt;
}

std::optional<Timestamp> parseTimestamp(std::string_view text) {
  std::string_view rest = text;
  auto date = takeDate(rest);
  if (!date) return std::nullopt;
  date->text = text;
  const Date first = date->first();
  Timestamp result;
  result.microsecondsOfEpoch =
      daysOfEpoch(first.year, first.month, first.day) * kSecondsPerDay * kMicrosecondsPerSecond;
  if (!rest.empty()) {
    if (date->day == 0 || !take(rest, 'T')) return std::nullopt;
    const auto time = takeTime(rest);
    if (!time) return std::nullopt;
    const auto zone = takeZone(rest);
    if (!zone || !rest.empty()) return std::nullopt;
    result.microsecondsOfEpoch += *time - *zone * kMicrosecondsPerSecond;
    result.hasTime = true;
  }
  result.date = *std::move(date);
  return result;
}

}  // namespace fhir
