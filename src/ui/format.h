#pragma once

#include <optional>
#include <string>

#include "app/settings.h"
#include "fhir/clinical_record.h"
#include "fhir/date.h"
#include "risk/inputs.h"
#include "risk/units.h"
#include "ui/strings.h"

/// Numbers and dates in words, as the reader's language writes them.
namespace ui {

struct Words {
  const StringTable& strings;
  const app::Settings& settings;
};

/// A number with `decimals` places. A minus is a real minus sign, U+2212.
std::string formatNumber(double value, int decimals, const Words& words);

/// A risk: one decimal below 10 %, whole above, never "0 %".
std::string formatRisk(risk::Probability risk, const Words& words);

/// What a risk lies between, with one unit: "7.8–15 %"; a single risk where both read the same.
std::string formatRiskRange(risk::Probability lowest, risk::Probability highest,
                            const Words& words);

/// A change of risk in percentage points, with its sign: "+3.2".
std::string formatPoints(risk::Probability change, const Words& words);

/// "14 Mar 1975" ("Mar 14, 1975" in the United States), "Mar 1975" or "1975".
std::string formatDate(const fhir::PartialDate& date, const Words& words);
std::string formatDate(const fhir::Date& date, const Words& words);

/// How long before `asOf`: "today", "12 days ago", "5 years ago".
std::string formatAge(const fhir::Date& date, const fhir::Date& asOf, const Words& words);

/// "51 years".
std::string formatYears(int years, const Words& words);

/// A number with as few decimals as it needs, and at most `decimals`.
std::string formatShortly(double value, int decimals, const Words& words);

/// A value in the fact's unit (fhir::unit) with its unit as the reader chose it: "5.4 mmol/L".
std::string formatFact(fhir::Fact fact, double value, const Words& words);
/// What the record holds, as it holds it: "136 mmHg" for 136 mm[Hg].
std::string formatQuantity(const fhir::Quantity& quantity, const Words& words);
/// A number in a fact's unit (fhir::unit), or in mmol/L, as equations take it: whatever the reader
/// chose, and not rounded to more than one decimal.
std::string formatExactly(fhir::Fact fact, double value, bool isMillimoles, const Words& words);

/// The same for a model's input; answers are "Yes" and "No".
std::string formatInput(risk::Input input, double value, const Words& words);

}  // namespace ui
