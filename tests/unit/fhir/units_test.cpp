#include "fhir/units.h"

#include <gtest/gtest.h>

#include <utility>

namespace {

using fhir::Analyte;
using fhir::Unit;

TEST(Units, AreKnownByCodeAndBySpelling) {
  EXPECT_EQ(fhir::unitOf("mm[Hg]"), Unit::MmHg);
  EXPECT_EQ(fhir::unitOf("mm Hg"), Unit::MmHg);
  EXPECT_EQ(fhir::unitOf("mL/min/{1.73_m2}"), Unit::MillilitresPerMinutePer173);
  EXPECT_EQ(fhir::unitOf("mL/min/1.73 m\xC2\xB2"), Unit::MillilitresPerMinutePer173);
  EXPECT_EQ(fhir::unitOf("mg/mmol{creat}"), Unit::MilligramsPerMillimole);
  EXPECT_EQ(fhir::unitOf("\xC2\xB5g/mg"), Unit::MilligramsPerGram);
  EXPECT_EQ(fhir::unitOf("kg/m\xC2\xB2"), Unit::KilogramsPerSquareMetre);
  EXPECT_EQ(fhir::unitOf("furlong"), std::nullopt);
  EXPECT_EQ(fhir::unitOf(std::string(10'000, '{')), std::nullopt);
}

TEST(Units, AreKnownAsLaboratoriesSpellThem) {
  const std::pair<std::string_view, Unit> spellings[] = {
      {"MG/DL", Unit::MilligramsPerDecilitre},
      {"mg/dL (calc)", Unit::MilligramsPerDecilitre},
      {"mg/dl.", Unit::MilligramsPerDecilitre},
      {"milligrams per deciliter", Unit::MilligramsPerDecilitre},
      {"mg/dL (direct)", Unit::MilligramsPerDecilitre},
      {"millimole per litre", Unit::MillimolesPerLitre},
      {"% of total hemoglobin", Unit::Percent},
      {"% Hgb", Unit::Percent},
      {"mL/min/1.73/m2", Unit::MillilitresPerMinutePer173},
      {"mL/(min.{1.73_m2})", Unit::MillilitresPerMinutePer173},
      {"mg/g Cre", Unit::MilligramsPerGram},
      {"mg/mmol Cre", Unit::MilligramsPerMillimole},
      {"mmols/L", Unit::MillimolesPerLitre},
      {"millimoles per liter", Unit::MillimolesPerLitre},
      {"mm of Hg", Unit::MmHg},
      {"% (NGSP)", Unit::Percent},
      {"%DCCT", Unit::Percent},
      {"mmol/mol (IFCC)", Unit::MillimolesPerMole},
      {"mL/min/1.73 sq. m", Unit::MillilitresPerMinutePer173},
      {"(mL/min/1.73 m2)", Unit::MillilitresPerMinutePer173},
      {"mg/g crea", Unit::MilligramsPerGram},
      {"mg/mmol crea", Unit::MilligramsPerMillimole},
      {"kilos", Unit::Kilograms},
      {"lbs.", Unit::Pounds},
      {"in.", Unit::Inches},
      {"foot", Unit::Feet},
  };
  for (const auto& [spelling, unit] : spellings) {
    EXPECT_EQ(fhir::unitOf(spelling), unit) << spelling;
  }
}

// Near in spelling, another quantity.
TEST(Units, ThatAreNotInTheTableStayUnknown) {
  for (const std::string_view each : {"", ".", "(calc)", "mg", "mg/L", "umol/L", "g/dL", "u"}) {
    EXPECT_EQ(fhir::unitOf(each), std::nullopt) << each;
  }
}

// The factors are those of the risk models' own papers: see risk/conversions.h.
TEST(Units, AreConvertedToTheFactsUnit) {
  EXPECT_DOUBLE_EQ(*fhir::convert(Analyte::TotalCholesterol, 5.2, Unit::MillimolesPerLitre),
                   201.08275328692963);
  EXPECT_DOUBLE_EQ(*fhir::convert(Analyte::Triglycerides, 1.129, Unit::MillimolesPerLitre), 100);
  EXPECT_DOUBLE_EQ(*fhir::convert(Analyte::SystolicBloodPressure, 16, Unit::Kilopascals),
                   120.00992);
  EXPECT_DOUBLE_EQ(*fhir::convert(Analyte::Weight, 100, Unit::Pounds), 45.359237);
  EXPECT_DOUBLE_EQ(*fhir::convert(Analyte::Height, 70, Unit::Inches), 177.8);
}

TEST(Units, ThatDoNotFitGiveNothing) {
  EXPECT_EQ(fhir::convert(Analyte::TotalCholesterol, 5, Unit::MmHg), std::nullopt);
  EXPECT_EQ(fhir::convert(Analyte::Hba1c, 5, Unit::MillimolesPerLitre), std::nullopt);
  EXPECT_EQ(fhir::convert(Analyte::BodyMassIndex, 5, Unit::Kilograms), std::nullopt);
}

}  // namespace
