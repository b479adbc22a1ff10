#include "fhir/units.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

#include "risk/conversions.h"

namespace fhir {
namespace {

struct Spelling {
  std::string_view text;  // as normalise() leaves it
  Unit unit;
};

// Sources: UCUM codes in use (mm[Hg], [lb_av], mL/min/{1.73_m2}), and the spellings found in public
// laboratory feeds of the US, the UK, Australia and New Zealand.
constexpr Spelling kSpellings[] = {
    {"mg/dl", Unit::MilligramsPerDecilitre},
    {"mg/100ml", Unit::MilligramsPerDecilitre},
    {"mg%", Unit::MilligramsPerDecilitre},
    {"mgs/dl", Unit::MilligramsPerDecilitre},
    {"mgperdl", Unit::MilligramsPerDecilitre},
    {"mg/deciliter", Unit::MilligramsPerDecilitre},
    {"mg/decilitre", Unit::MilligramsPerDecilitre},
    {"milligramsperdeciliter", Unit::MilligramsPerDecilitre},
    {"milligramsperdecilitre", Unit::MilligramsPerDecilitre},
    {"milligramperdeciliter", Unit::MilligramsPerDecilitre},
    {"milligramperdecilitre", Unit::MilligramsPerDecilitre},
    {"mmol/l", Unit::MillimolesPerLitre},
    {"mmols/l", Unit::MillimolesPerLitre},
    {"mmoles/l", Unit::MillimolesPerLitre},
    {"mmol/litre", Unit::MillimolesPerLitre},
    {"mmol/liter", Unit::MillimolesPerLitre},
    {"mmolperl", Unit::MillimolesPerLitre},
    {"mmolperliter", Unit::MillimolesPerLitre},
    {"mmolperlitre", Unit::MillimolesPerLitre},
    {"millimolesperliter", Unit::MillimolesPerLitre},
    {"millimolesperlitre", Unit::MillimolesPerLitre},
    {"millimoleperliter", Unit::MillimolesPerLitre},
    {"millimoleperlitre", Unit::MillimolesPerLitre},
    {"mmol.l-1", Unit::MillimolesPerLitre},
    {"mmoll-1", Unit::MillimolesPerLitre},
    {"g/l", Unit::GramsPerLitre},
    {"mm[hg]", Unit::MmHg},
    {"mmhg", Unit::MmHg},
    {"mm/hg", Unit::MmHg},
    {"mm(hg)", Unit::MmHg},
    {"mmofhg", Unit::MmHg},
    {"mmofmercury", Unit::MmHg},
    {"millimetersofmercury", Unit::MmHg},
    {"millimetresofmercury", Unit::MmHg},
    {"millimeterofmercury", Unit::MmHg},
    {"millimetreofmercury", Unit::MmHg},
    {"torr", Unit::MmHg},
    {"kpa", Unit::Kilopascals},
    {"kilopascal", Unit::Kilopascals},
    {"kilopascals", Unit::Kilopascals},
    {"%", Unit::Percent},
    {"percent", Unit::Percent},
    {"percentage", Unit::Percent},
    {"%hb", Unit::Percent},
    {"%hgb", Unit::Percent},
    {"%hemoglobin", Unit::Percent},
    {"%haemoglobin", Unit::Percent},
    {"%ofhgb", Unit::Percent},
    {"%hba1c", Unit::Percent},
    {"%ngsp", Unit::Percent},
    {"%(ngsp)", Unit::Percent},
    {"%dcct", Unit::Percent},
    {"%(dcct)", Unit::Percent},
    {"%a1c", Unit::Percent},
    {"%ofhb", Unit::Percent},
    {"%oftotalhgb", Unit::Percent},
    {"%oftotalhb", Unit::Percent},
    {"%oftotalhemoglobin", Unit::Percent},
    {"%oftotalhaemoglobin", Unit::Percent},
    {"%totalhb", Unit::Percent},
    {"%totalhgb", Unit::Percent},
    {"mmol/mol", Unit::MillimolesPerMole},
    {"mmol/molhb", Unit::MillimolesPerMole},
    {"mmol/molhgb", Unit::MillimolesPerMole},
    {"mmol/molofhb", Unit::MillimolesPerMole},
    {"mmol/molhba1c", Unit::MillimolesPerMole},
    {"mmol/molifcc", Unit::MillimolesPerMole},
    {"mmol/mol(ifcc)", Unit::MillimolesPerMole},
    {"mmolpermol", Unit::MillimolesPerMole},
    {"mmols/mol", Unit::MillimolesPerMole},
    {"kg/m2", Unit::KilogramsPerSquareMetre},
    {"kg/(m2)", Unit::KilogramsPerSquareMetre},
    {"kg/sqm", Unit::KilogramsPerSquareMetre},
    {"kg/sq.m", Unit::KilogramsPerSquareMetre},
    {"kgperm2", Unit::KilogramsPerSquareMetre},
    {"kgs/m2", Unit::KilogramsPerSquareMetre},
    {"kg.m-2", Unit::KilogramsPerSquareMetre},
    {"kg", Unit::Kilograms},
    {"kgs", Unit::Kilograms},
    {"kilogram", Unit::Kilograms},
    {"kilograms", Unit::Kilograms},
    {"kilo", Unit::Kilograms},
    {"kilos", Unit::Kilograms},
    {"g", Unit::Grams},
    {"gm", Unit::Grams},
    {"gms", Unit::Grams},
    {"gram", Unit::Grams},
    {"grams", Unit::Grams},
    {"[lbav]", Unit::Pounds},
    {"lb", Unit::Pounds},
    {"lbs", Unit::Pounds},
    {"lbav", Unit::Pounds},
    {"pound", Unit::Pounds},
    {"pounds", Unit::Pounds},
    {"lb(s)", Unit::Pounds},
    {"pound(s)", Unit::Pounds},
    {"[ozav]", Unit::Ounces},
    {"oz", Unit::Ounces},
    {"ounce", Unit::Ounces},
    {"ounces", Unit::Ounces},
    {"cm", Unit::Centimetres},
    {"cms", Unit::Centimetres},
    {"centimeter", Unit::Centimetres},
    {"centimeters", Unit::Centimetres},
    {"centimetre", Unit::Centimetres},
    {"centimetres", Unit::Centimetres},
    {"m", Unit::Metres},
    {"meter", Unit::Metres},
    {"meters", Unit::Metres},
    {"metre", Unit::Metres},
    {"metres", Unit::Metres},
    {"mm", Unit::Millimetres},
    {"[ini]", Unit::Inches},
    {"[inus]", Unit::Inches},
    {"in", Unit::Inches},
    {"inch", Unit::Inches},
    {"inches", Unit::Inches},
    {"ini", Unit::Inches},
    {"inus", Unit::Inches},
    {"inch(es)", Unit::Inches},
    {"\"", Unit::Inches},
    {"[fti]", Unit::Feet},
    {"ft", Unit::Feet},
    {"foot", Unit::Feet},
    {"[ftus]", Unit::Feet},
    {"feet", Unit::Feet},
    {"ml/min/1.73m2", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73sqm", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73qm", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73sq.m", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73m", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73.m2", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73/m2", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73m(2)", Unit::MillilitresPerMinutePer173},
    {"ml/(min.1.73m2)", Unit::MillilitresPerMinutePer173},
    {"ml/minute/1.73m2", Unit::MillilitresPerMinutePer173},
    {"ml/min/1,73m2", Unit::MillilitresPerMinutePer173},
    {"(ml/min/1.73m2)", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73squaremeters", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73squaremetres", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73squaremeter", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73squaremetre", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73m2(ckd-epi)", Unit::MillilitresPerMinutePer173},
    {"ml/min/(1.73m2)", Unit::MillilitresPerMinutePer173},
    {"ml/min/[1.73m2]", Unit::MillilitresPerMinutePer173},
    {"ml/min/173m2", Unit::MillilitresPerMinutePer173},
    {"ml/min/bsa", Unit::MillilitresPerMinutePer173},
    {"ml/min/1.73m2bsa", Unit::MillilitresPerMinutePer173},
    {"ml/minper1.73m2", Unit::MillilitresPerMinutePer173},
    {"mls/min/1.73m2", Unit::MillilitresPerMinutePer173},
    {"ml/min1.73m2", Unit::MillilitresPerMinutePer173},
    {"ml/min.1.73m2", Unit::MillilitresPerMinutePer173},
    {"ml/s/1.73m2", Unit::MillilitresPerSecondPer173},
    {"ml/sec/1.73m2", Unit::MillilitresPerSecondPer173},
    {"ml/min", Unit::MillilitresPerMinute},
    {"mls/min", Unit::MillilitresPerMinute},
    {"mg/g", Unit::MilligramsPerGram},
    {"mg/gm", Unit::MilligramsPerGram},
    {"mgalb/g", Unit::MilligramsPerGram},
    {"mgalbumin/g", Unit::MilligramsPerGram},
    {"ug/mg", Unit::MilligramsPerGram},
    {"mcg/mg", Unit::MilligramsPerGram},
    {"mg/mmol", Unit::MilligramsPerMillimole},
    {"mgalb/mmol", Unit::MilligramsPerMillimole},
    {"g/mol", Unit::MilligramsPerMillimole},
    {"ug/mmol", Unit::MicrogramsPerMillimole},
    {"mcg/mmol", Unit::MicrogramsPerMillimole},
    {"mg/mg", Unit::MilligramsPerMilligram},
    {"g/g", Unit::MilligramsPerMilligram},
};

/// Without a full stop behind it, without the laboratory's remark on the method, and without the
/// name of what a ratio is over.
std::string_view withoutRemarks(std::string_view text) {
  constexpr std::string_view kRemarks[] = {".",        "(calc)",       "(calc.)",    "(calculated)",
                                           "(direct)", "ofcreatinine", "creatinine", "creat",
                                           "crea",     "crt",          "cre",        "cr"};
  for (const std::string_view remark : kRemarks) {
    if (text.ends_with(remark)) text.remove_suffix(remark.size());
  }
  return text;
}

/// Lower case, without spaces, powers and UCUM annotations; the annotation of 1.73 m2 stays.
std::string normalise(std::string_view spelling) {
  std::string text;
  for (std::size_t i = 0; i < spelling.size(); ++i) {
    const char c = spelling[i];
    const std::string_view two = spelling.substr(i, 2);
    if (two == "\xC2\xB5" || two == "\xCE\xBC") {  // micro sign, Greek mu
      text += 'u';
      ++i;
    } else if (two == "\xC2\xB2") {  // superscript two
      text += '2';
      ++i;
    } else if (two == "\xC2\xA0") {  // no-break space
      ++i;
    } else if (c == '{') {
      const std::size_t close = spelling.find('}', i);
      const std::string_view note = spelling.substr(i, close - i);
      if (note.find("1.73") == std::string_view::npos) {
        if (close == std::string_view::npos) break;
        i = close;
      }
    } else if (c >= 'A' && c <= 'Z') {
      text += static_cast<char>(c - 'A' + 'a');
    } else if (std::string_view(" ^*_}\t").find(c) == std::string_view::npos) {
      text += c;
    }
  }
  return text;
}

std::optional<double> convertLipid(Analyte analyte, double value, Unit unit) {
  switch (unit) {
    case Unit::MilligramsPerDecilitre:
      return value;
    case Unit::GramsPerLitre:
      return value * 100;
    case Unit::MillimolesPerLitre: {
      const risk::MillimolesPerLitre amount(value);
      return analyte == Analyte::Triglycerides ? risk::triglyceridesToMass(amount).value()
                                               : risk::cholesterolToMass(amount).value();
    }
    default:
      return std::nullopt;
  }
}

std::optional<double> convertWeight(double value, Unit unit) {
  constexpr double kOuncesPerPound = 16;
  switch (unit) {
    case Unit::Kilograms:
      return value;
    case Unit::Grams:
      return value / 1000;
    case Unit::Pounds:
      return risk::toKilograms(risk::Pounds(value)).value();
    case Unit::Ounces:
      return risk::toKilograms(risk::Pounds(value / kOuncesPerPound)).value();
    default:
      return std::nullopt;
  }
}

std::optional<double> convertHeight(double value, Unit unit) {
  constexpr double kInchesPerFoot = 12;
  switch (unit) {
    case Unit::Centimetres:
      return value;
    case Unit::Metres:
      return value * 100;
    case Unit::Millimetres:
      return value / 10;
    case Unit::Inches:
      return risk::toCentimetres(risk::Inches(value)).value();
    case Unit::Feet:
      return risk::toCentimetres(risk::Inches(value * kInchesPerFoot)).value();
    default:
      return std::nullopt;
  }
}

std::optional<double> convertRatio(double value, Unit unit) {
  switch (unit) {
    case Unit::MilligramsPerGram:
      return value;
    case Unit::MilligramsPerMilligram:
      return value * 1000;
    case Unit::MilligramsPerMillimole:
      return risk::toMilligramsPerGram(risk::MilligramsPerMillimole(value)).value();
    case Unit::MicrogramsPerMillimole:
      return risk::toMilligramsPerGram(risk::MilligramsPerMillimole(value / 1000)).value();
    default:
      return std::nullopt;
  }
}

std::optional<double> convertEgfr(double value, Unit unit) {
  constexpr double kSecondsPerMinute = 60;
  switch (unit) {
    case Unit::MillilitresPerMinutePer173:
    // Laboratories leave the body surface out of the unit, not out of the estimate.
    case Unit::MillilitresPerMinute:
      return value;
    case Unit::MillilitresPerSecondPer173:
      return value * kSecondsPerMinute;
    default:
      return std::nullopt;
  }
}

std::optional<double> only(Unit wanted, double value, Unit unit) {
  return unit == wanted ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Unit> unitOf(std::string_view spelling) {
  constexpr std::size_t kLongest = 64;
  if (spelling.size() > kLongest) return std::nullopt;
  const std::string normal = normalise(spelling);
  const std::string_view text = withoutRemarks(normal);
  const auto found = std::find_if(std::begin(kSpellings), std::end(kSpellings),
                                  [&](const Spelling& each) { return each.text == text; });
  return found == std::end(kSpellings) ? std::nullopt : std::optional(found->unit);
}

std::optional<double> convert(Analyte analyte, double value, Unit unit) {
  switch (analyte) {
    case Analyte::TotalCholesterol:
    case Analyte::HdlCholesterol:
    case Analyte::LdlCholesterol:
    case Analyte::Triglycerides:
      return convertLipid(analyte, value, unit);
    case Analyte::SystolicBloodPressure:
    case Analyte::DiastolicBloodPressure:
      if (unit == Unit::Kilopascals) return risk::toMmHg(risk::Kilopascals(value)).value();
      return only(Unit::MmHg, value, unit);
    case Analyte::BodyMassIndex:
      return only(Unit::KilogramsPerSquareMetre, value, unit);
    case Analyte::Weight:
      return convertWeight(value, unit);
    case Analyte::Height:
      return convertHeight(value, unit);
    case Analyte::Egfr:
      return convertEgfr(value, unit);
    case Analyte::Hba1c:
      if (unit == Unit::MillimolesPerMole) {
        return risk::toNgsp(risk::MillimolesPerMole(value)).value();
      }
      return only(Unit::Percent, value, unit);
    case Analyte::UrineAlbuminCreatinineRatio:
      return convertRatio(value, unit);
  }
  return std::nullopt;
}

bool isPlausible(Analyte analyte, double value) {
  const auto within = [&](double lowest, double highest) {
    return value >= lowest && value <= highest;
  };
  // Lipids and systolic pressure by the product's rule; the others are as wide as case reports of
  // living adults go, so that only slips of unit or of the decimal point fall out.
  switch (analyte) {
    case Analyte::TotalCholesterol:
    case Analyte::HdlCholesterol:
    case Analyte::LdlCholesterol:
      return within(10, 2000);
    case Analyte::Triglycerides:
      return within(10, 20'000);
    case Analyte::SystolicBloodPressure:
      return within(40, 350);
    case Analyte::DiastolicBloodPressure:
      return within(10, 250);
    case Analyte::BodyMassIndex:
      return within(6, 250);
    case Analyte::Weight:
      return within(15, 700);
    case Analyte::Height:
      return within(50, 280);
    case Analyte::Egfr:
      return value > 0 && value <= 300;
    case Analyte::Hba1c:
      return value > 0 && value <= 30;
    case Analyte::UrineAlbuminCreatinineRatio:
      return value > 0 && value <= 100'000;
  }
  return false;
}

}  // namespace fhir
