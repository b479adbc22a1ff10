#include "ui/format.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "risk/conversions.h"

namespace ui {

namespace {

constexpr std::string_view kMinus = "\xE2\x88\x92";

/// How a number is written: decimals, and the unit for people.
struct Notation {
  int decimals;
  std::string_view unit;
};

bool isCholesterol(fhir::Fact fact) {
  return fact == fhir::Fact::TotalCholesterol || fact == fhir::Fact::HdlCholesterol ||
         fact == fhir::Fact::LdlCholesterol;
}

bool usesMillimoles(const Words& words) {
  return words.settings.cholesterolUnit == app::CholesterolUnit::MillimolesPerLitre;
}

Notation notationOf(fhir::Fact fact) {
  switch (fact) {
    case fhir::Fact::TotalCholesterol:
    case fhir::Fact::HdlCholesterol:
    case fhir::Fact::LdlCholesterol:
    case fhir::Fact::Triglycerides:
      return {0, "mg/dL"};
    case fhir::Fact::SystolicBloodPressure:
    case fhir::Fact::DiastolicBloodPressure:
      return {0, "mmHg"};
    case fhir::Fact::BodyMassIndex:
      return {1, "kg/m²"};
    case fhir::Fact::Egfr:
      return {0, "mL/min/1.73\u00A0m²"};
    case fhir::Fact::Hba1c:
      return {1, "%"};
    case fhir::Fact::UrineAlbuminCreatinineRatio:
      return {0, "mg/g"};
    case fhir::Fact::Age:
    case fhir::Fact::Smoker:
    case fhir::Fact::Diabetes:
    case fhir::Fact::BloodPressureTreated:
    case fhir::Fact::Statin:
    case fhir::Fact::PriorCardiovascularDisease:
      break;
  }
  return {0, {}};
}

std::optional<fhir::Fact> factOf(risk::Input input) {
  switch (input) {
    case risk::Input::TotalCholesterol:
      return fhir::Fact::TotalCholesterol;
    case risk::Input::HdlCholesterol:
      return fhir::Fact::HdlCholesterol;
    case risk::Input::LdlCholesterol:
      return fhir::Fact::LdlCholesterol;
    case risk::Input::SystolicBloodPressure:
      return fhir::Fact::SystolicBloodPressure;
    case risk::Input::DiastolicBloodPressure:
      return fhir::Fact::DiastolicBloodPressure;
    case risk::Input::BodyMassIndex:
      return fhir::Fact::BodyMassIndex;
    case risk::Input::Egfr:
      return fhir::Fact::Egfr;
    case risk::Input::Hba1c:
      return fhir::Fact::Hba1c;
    case risk::Input::UrineAlbuminCreatinineRatio:
      return fhir::Fact::UrineAlbuminCreatinineRatio;
    default:
      return std::nullopt;
  }
}

bool isAnswer(risk::Input input) {
  switch (input) {
    case risk::Input::Smoker:
    case risk::Input::Diabetes:
    case risk::Input::BloodPressureTreated:
    case risk::Input::Statin:
    case risk::Input::Antithrombotic:
    case risk::Input::AtrialFibrillation:
    case risk::Input::FamilyHistory:
    case risk::Input::PriorCardiovascularDisease:
      return true;
    default:
      return false;
  }
}

/// Days since an arbitrary day; the calendar is Gregorian (H. F. Fliegel, T. C. Van Flandern 1968).
int dayNumber(const fhir::Date& date) {
  const int a = (date.month - 14) / 12;
  return 1461 * (date.year + 4800 + a) / 4 + 367 * (date.month - 2 - 12 * a) / 12 -
         3 * ((date.year + 4900 + a) / 100) / 4 + date.day;
}

/// Spain and South America but Peru write a comma, the other countries a point (Unicode CLDR, es).
bool usesDecimalComma(const app::Settings& settings) {
  constexpr std::array kWithPoint{"US", "MX", "PR", "GT", "HN", "SV", "NI", "PA", "DO", "CU", "PE"};
  return settings.language == app::Language::Spanish &&
         std::find(kWithPoint.begin(), kWithPoint.end(), settings.region) == kWithPoint.end();
}

bool writesMonthFirst(const app::Settings& settings) {
  return settings.language == app::Language::English && settings.region == "US";
}

std::string_view monthName(int month, const Words& words) {
  return words.strings[static_cast<Text>(static_cast<std::size_t>(Text::January) +
                                         static_cast<std::size_t>(month - 1))];
}

constexpr double kSmallestRiskShown = 0.001;

/// The figures of a risk without the sign: one decimal below 10 %, whole above.
std::string percentage(risk::Probability risk, const Words& words) {
  constexpr double kWholeFrom = 0.1;
  return formatNumber(risk.value() * 100, risk.value() < kWholeFrom ? 1 : 0, words);
}

std::string countOf(int count, Text one, Text several, const Words& words) {
  if (count == 1) return std::string(words.strings[one]);
  return fill(words.strings[several], {std::to_string(count)});
}

}  // namespace

std::string formatNumber(double value, int decimals, const Words& words) {
  if (!std::isfinite(value)) return std::string(words.strings[Text::Unknown]);
  std::array<char, 400> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
  std::string text(digits.data());
  const std::size_t point = text.find('.');
  if (point != std::string::npos && usesDecimalComma(words.settings)) text[point] = ',';
  const bool isZero = text.find_first_not_of("-0.,") == std::string::npos;
  if (text.front() == '-') text.replace(0, 1, isZero ? std::string_view() : kMinus);
  return text;
}

std::string formatRisk(risk::Probability risk, const Words& words) {
  if (risk.value() < kSmallestRiskShown) {
    return fill(words.strings[Text::LessThanSmallestPercent],
                {formatNumber(kSmallestRiskShown * 100, 1, words)});
  }
  return fill(words.strings[Text::Percent], {percentage(risk, words)});
}

std::string formatRiskRange(risk::Probability lowest, risk::Probability highest,
                            const Words& words) {
  const std::string high = formatRisk(highest, words);
  if (formatRisk(lowest, words) == high) return high;
  const std::string low = lowest.value() < kSmallestRiskShown
                              ? "<" + formatNumber(kSmallestRiskShown * 100, 1, words)
                              : percentage(lowest, words);
  return low + "–" + high;
}

std::string formatPoints(risk::Probability change, const Words& words) {
  const std::string number = formatNumber(change.value() * 100, 1, words);
  const bool isZero = number.find_first_not_of("0.,") == std::string::npos;
  if (isZero) return "0";
  return change.value() > 0 ? "+" + number : number;
}

std::string formatDate(const fhir::PartialDate& date, const Words& words) {
  const std::string year = std::to_string(date.year);
  if (date.month < 1 || date.month > 12) return year;
  const std::string month(monthName(date.month, words));
  if (date.day == 0) return month + "\u00A0" + year;
  const std::string day = std::to_string(date.day);
  if (writesMonthFirst(words.settings)) return month + "\u00A0" + day + ",\u00A0" + year;
  return day + "\u00A0" + month + "\u00A0" + year;
}

std::string formatDate(const fhir::Date& date, const Words& words) {
  return formatDate(fhir::PartialDate{date.year, date.month, date.day, {}}, words);
}

std::string formatAge(const fhir::Date& date, const fhir::Date& asOf, const Words& words) {
  const int days = dayNumber(asOf) - dayNumber(date);
  if (days <= 0) return std::string(words.strings[Text::Today]);
  constexpr int kDaysShown = 60;
  if (days < kDaysShown) return countOf(days, Text::OneDayAgo, Text::DaysAgo, words);
  int months = (asOf.year - date.year) * 12 + asOf.month - date.month;
  if (asOf.day < date.day) --months;
  constexpr int kMonthsShown = 24;
  if (months < kMonthsShown) return countOf(months, Text::OneMonthAgo, Text::MonthsAgo, words);
  return countOf(months / 12, Text::OneYearAgo, Text::YearsAgo, words);
}

std::string formatYears(int years, const Words& words) {
  return countOf(years, Text::OneYearOld, Text::YearsOld, words);
}

std::string formatShortly(double value, int decimals, const Words& words) {
  std::string text = formatNumber(value, decimals, words);
  if (text.find_first_of(".,") == std::string::npos) return text;
  while (text.back() == '0')
    text.pop_back();
  if (text.back() == '.' || text.back() == ',') text.pop_back();
  return text;
}

std::string formatQuantity(const fhir::Quantity& quantity, const Words& words) {
  struct Shown {
    std::string_view code;
    std::string_view unit;
  };
  constexpr std::array kShown{Shown{"mm[Hg]", "mmHg"}, Shown{"kg/m2", "kg/m²"},
                              Shown{"mL/min/{1.73_m2}", "mL/min/1.73\u00A0m²"}};
  std::string_view unit = quantity.unit;
  for (const Shown& each : kShown) {
    if (unit == each.code) unit = each.unit;
  }
  constexpr int kDecimals = 4;
  return formatShortly(quantity.value, kDecimals, words) + "\u00A0" + std::string(unit);
}

std::string formatExactly(fhir::Fact fact, double value, bool isMillimoles, const Words& words) {
  if (fact == fhir::Fact::Age) return formatYears(static_cast<int>(value), words);
  constexpr int kMassDecimals = 1;
  constexpr int kAmountDecimals = 3;
  const std::string_view unit = isMillimoles ? "mmol/L" : notationOf(fact).unit;
  return formatShortly(value, isMillimoles ? kAmountDecimals : kMassDecimals, words) + "\u00A0" +
         std::string(unit);
}

std::string formatFact(fhir::Fact fact, double value, const Words& words) {
  if (usesMillimoles(words) && (isCholesterol(fact) || fact == fhir::Fact::Triglycerides)) {
    const double factor = isCholesterol(fact) ? risk::kCholesterolMmolPerLitrePerMgPerDecilitre
                                              : risk::kTriglyceridesMmolPerLitrePerMgPerDecilitre;
    return formatNumber(value * factor, 1, words) + "\u00A0mmol/L";
  }
  if (fact == fhir::Fact::Age) return formatYears(static_cast<int>(value), words);
  if (fact == fhir::Fact::Hba1c && words.settings.hba1cUnit == app::Hba1cUnit::MillimolesPerMole) {
    return formatNumber((value - risk::kNgspIntercept) / risk::kNgspSlope, 0, words) +
           "\u00A0mmol/mol";
  }
  const Notation notation = notationOf(fact);
  return formatNumber(value, notation.decimals, words) + "\u00A0" + std::string(notation.unit);
}

std::string formatInput(risk::Input input, double value, const Words& words) {
  if (input == risk::Input::Age) return formatFact(fhir::Fact::Age, value, words);
  if (isAnswer(input)) return std::string(words.strings[value != 0 ? Text::Yes : Text::No]);
  if (const auto fact = factOf(input)) return formatFact(*fact, value, words);
  return formatNumber(value, value == std::floor(value) ? 0 : 1, words);
}

}  // namespace ui
