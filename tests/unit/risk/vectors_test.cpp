// Every row of the test vectors, computed by implementations that are not ours (data/README.md).
#include <gtest/gtest.h>

#include <string>

#include "risk/assess.h"
#include "table.h"

namespace {

using risk::Inputs;
using risk::Ranges;

constexpr double kEquationTolerance = 1e-9;
// Three of the four thirty-year baselines rest on one transcription each.
constexpr double kTranscribedTolerance = 1e-6;

bool yes(const Row& row, const std::string& column) {
  return numberIn(row, column) == 1;
}

void readPerson(const Row& row, Inputs& inputs) {
  inputs.sex = row.at("sex") == "female" ? risk::Sex::Female : risk::Sex::Male;
  inputs.age = risk::Years(numberIn(row, "age_years"));
  inputs.systolicBloodPressure = risk::MmHg(numberIn(row, "sbp_mmhg"));
}

void readSmoker(const Row& row, Inputs& inputs) {
  inputs.smoking = yes(row, "smoker") ? risk::Smoking::Current : risk::Smoking::Never;
}

void readLipids(const Row& row, Inputs& inputs) {
  inputs.totalCholesterol = risk::MilligramsPerDecilitre(numberIn(row, "total_chol_mgdl"));
  inputs.hdlCholesterol = risk::MilligramsPerDecilitre(numberIn(row, "hdl_mgdl"));
}

void readBmi(const Row& row, Inputs& inputs) {
  inputs.bodyMassIndex = risk::KilogramsPerSquareMetre(numberIn(row, "bmi"));
}

Inputs readFramingham(const Row& row) {
  Inputs inputs;
  readPerson(row, inputs);
  readSmoker(row, inputs);
  inputs.bloodPressureTreated = yes(row, "bp_treated");
  inputs.diabetes = row.contains("diabetes") && yes(row, "diabetes");
  return inputs;
}

double riskOf(const std::string& model, std::size_t outcome, const Inputs& inputs,
              Ranges ranges = Ranges::Enforced) {
  const auto result = risk::assessOutcome(*risk::findModel(model), outcome, inputs, ranges);
  EXPECT_TRUE(result.ok()) << model;
  return result.ok() ? result->risk.value() : -1;
}

void expectSheet(const std::string& model, const Inputs& inputs, const Row& row) {
  const auto result = risk::assessOutcome(*risk::findModel(model), 0, inputs);
  ASSERT_TRUE(result.ok());
  ASSERT_TRUE(result->points.has_value());
  EXPECT_EQ(result->points->total, numberIn(row, "points"));
  EXPECT_EQ(result->points->risk.text, row.at("risk_pct_table"));
  EXPECT_EQ(result->points->heartAge, row.at("heart_age_table"));
}

TEST(TestVectors, Framingham2008WithLipids) {
  for (const Row& row : readTable("frs2008_lipid_cox")) {
    Inputs inputs = readFramingham(row);
    readLipids(row, inputs);
    EXPECT_NEAR(riskOf("framingham-2008-lipid", 0, inputs), numberIn(row, "risk_10y"),
                kEquationTolerance);
  }
}

TEST(TestVectors, Framingham2008WithBodyMassIndex) {
  for (const Row& row : readTable("frs2008_bmi_cox")) {
    Inputs inputs = readFramingham(row);
    readBmi(row, inputs);
    EXPECT_NEAR(riskOf("framingham-2008-bmi", 0, inputs), numberIn(row, "risk_10y"),
                kEquationTolerance);
  }
}

TEST(TestVectors, PointsOfFramingham2008WithLipids) {
  for (const Row& row : readTable("frs2008_lipid_points")) {
    Inputs inputs = readFramingham(row);
    readLipids(row, inputs);
    expectSheet("framingham-2008-lipid", inputs, row);
  }
}

TEST(TestVectors, PointsOfFramingham2008WithBodyMassIndex) {
  for (const Row& row : readTable("frs2008_bmi_points")) {
    Inputs inputs = readFramingham(row);
    readBmi(row, inputs);
    expectSheet("framingham-2008-bmi", inputs, row);
  }
}

TEST(TestVectors, Framingham30YearsWithLipids) {
  for (const Row& row : readTable("frs30_lipid")) {
    Inputs inputs = readFramingham(row);
    readLipids(row, inputs);
    EXPECT_NEAR(riskOf("framingham-2009-lipid", 0, inputs), numberIn(row, "risk_30y_full_cvd"),
                kEquationTolerance);
    EXPECT_NEAR(riskOf("framingham-2009-lipid", 1, inputs), numberIn(row, "risk_30y_hard_cvd"),
                kTranscribedTolerance);
  }
}

TEST(TestVectors, Framingham30YearsWithBodyMassIndex) {
  for (const Row& row : readTable("frs30_bmi")) {
    Inputs inputs = readFramingham(row);
    readBmi(row, inputs);
    EXPECT_NEAR(riskOf("framingham-2009-bmi", 0, inputs), numberIn(row, "risk_30y_full_cvd"),
                kTranscribedTolerance);
    EXPECT_NEAR(riskOf("framingham-2009-bmi", 1, inputs), numberIn(row, "risk_30y_hard_cvd"),
                kTranscribedTolerance);
  }
}

Inputs readWilson(const Row& row) {
  Inputs inputs;
  readPerson(row, inputs);
  readSmoker(row, inputs);
  readLipids(row, inputs);
  inputs.ldlCholesterol = risk::MilligramsPerDecilitre(numberIn(row, "ldl_mgdl"));
  inputs.diastolicBloodPressure = risk::MmHg(numberIn(row, "dbp_mmhg"));
  inputs.diabetes = yes(row, "diabetes");
  return inputs;
}

TEST(TestVectors, Framingham1998) {
  for (const Row& row : readTable("wilson1998_cox")) {
    const Inputs inputs = readWilson(row);
    EXPECT_NEAR(riskOf("framingham-1998-ldl", 0, inputs), numberIn(row, "risk_10y_cox_ldl"),
                kEquationTolerance);
    EXPECT_NEAR(riskOf("framingham-1998-tc", 0, inputs), numberIn(row, "risk_10y_cox_tc"),
                kEquationTolerance);
  }
}

TEST(TestVectors, PointsOfFramingham1998) {
  for (const Row& row : readTable("wilson1998_points")) {
    const Inputs inputs = readWilson(row);
    for (const std::string& sheet : {std::string("ldl"), std::string("tc")}) {
      const auto result =
          risk::assessOutcome(*risk::findModel("framingham-1998-" + sheet), 0, inputs);
      ASSERT_TRUE(result.ok());
      EXPECT_EQ(result->points->total, numberIn(row, "points_" + sheet));
      EXPECT_EQ(result->points->risk.percent, numberIn(row, "risk_pct_table_" + sheet));
    }
  }
}

TEST(TestVectors, Atp3) {
  for (const Row& row : readTable("atp3_hardchd_eq")) {
    Inputs inputs = readFramingham(row);
    readLipids(row, inputs);
    EXPECT_NEAR(riskOf("atp3-2001", 0, inputs), numberIn(row, "risk_10y"), kEquationTolerance);
  }
}

// Systolic pressures above 180 are in the file: the equation is checked there, the range elsewhere.
TEST(TestVectors, PooledCohortEquations) {
  for (const Row& row : readTable("pce2013")) {
    Inputs inputs = readFramingham(row);
    readLipids(row, inputs);
    inputs.race =
        row.at("race") == "black" ? risk::Race::BlackOrAfricanAmerican : risk::Race::Other;
    EXPECT_NEAR(riskOf("pce-2013", 0, inputs, Ranges::Ignored), numberIn(row, "risk_10y"),
                kEquationTolerance);
  }
}

Inputs readPrevent(const Row& row) {
  Inputs inputs = readFramingham(row);
  readLipids(row, inputs);
  readBmi(row, inputs);
  inputs.statin = yes(row, "statin");
  inputs.egfr = risk::MillilitresPerMinutePer173(numberIn(row, "egfr"));
  if (!row.at("hba1c_pct").empty()) inputs.hba1c = risk::PercentNgsp(numberIn(row, "hba1c_pct"));
  if (!row.at("uacr_mg_g").empty()) {
    inputs.urineAlbuminCreatinineRatio = risk::MilligramsPerGram(numberIn(row, "uacr_mg_g"));
  }
  if (!row.at("sdi_decile").empty()) inputs.sdiDecile = numberIn(row, "sdi_decile");
  return inputs;
}

TEST(TestVectors, Prevent) {
  for (const Row& row : readTable("prevent")) {
    const Inputs inputs = readPrevent(row);
    const std::string model = "prevent-2023-" + row.at("model");
    const std::size_t first = row.at("horizon_years") == "10" ? 0 : 3;
    EXPECT_NEAR(riskOf(model, first, inputs), numberIn(row, "risk_total_cvd"), kEquationTolerance);
    EXPECT_NEAR(riskOf(model, first + 1, inputs), numberIn(row, "risk_ascvd"), kEquationTolerance);
    EXPECT_NEAR(riskOf(model, first + 2, inputs), numberIn(row, "risk_hf"), kEquationTolerance);
  }
}

risk::Region readRegion(const std::string& text) {
  if (text == "low") return risk::Region::Low;
  if (text == "moderate") return risk::Region::Moderate;
  return text == "high" ? risk::Region::High : risk::Region::VeryHigh;
}

// People with diabetes are in the file although the model refuses them: the coefficient is printed.
TEST(TestVectors, Score2) {
  for (const Row& row : readTable("score2")) {
    Inputs inputs;
    readPerson(row, inputs);
    readSmoker(row, inputs);
    inputs.diabetes = yes(row, "diabetes");
    inputs.totalCholesterol = risk::MillimolesPerLitre(numberIn(row, "total_chol_mmoll"));
    inputs.hdlCholesterol = risk::MillimolesPerLitre(numberIn(row, "hdl_mmoll"));
    inputs.region = readRegion(row.at("risk_region"));
    EXPECT_NEAR(riskOf("score2-2021", 0, inputs, Ranges::Ignored), numberIn(row, "risk_10y"),
                kEquationTolerance);
  }
}

risk::Ethnicity readEthnicity(const std::string& text) {
  if (text == "maori") return risk::Ethnicity::Maori;
  if (text == "pacific") return risk::Ethnicity::Pacific;
  if (text == "indian") return risk::Ethnicity::Indian;
  return text == "asian" ? risk::Ethnicity::OtherAsian : risk::Ethnicity::EuropeanOrOther;
}

risk::Smoking readSmoking(const std::string& text) {
  if (text == "current") return risk::Smoking::Current;
  return text == "ex" ? risk::Smoking::Former : risk::Smoking::Never;
}

TEST(TestVectors, PredictNewZealand) {
  for (const Row& row : readTable("predict_nz2018")) {
    Inputs inputs;
    readPerson(row, inputs);
    readBmi(row, inputs);
    inputs.ethnicity = readEthnicity(row.at("ethnicity"));
    inputs.smoking = readSmoking(row.at("smoking"));
    inputs.nzDepQuintile = numberIn(row, "nzdep_quintile");
    inputs.diabetes = yes(row, "diabetes");
    inputs.atrialFibrillation = yes(row, "atrial_fibrillation");
    inputs.familyHistory = yes(row, "family_history_cvd");
    inputs.totalToHdlRatio = numberIn(row, "tc_hdl_ratio");
    inputs.bloodPressureTreated = yes(row, "bp_lowering_med");
    inputs.statin = yes(row, "lipid_lowering_med");
    inputs.antithrombotic = yes(row, "antithrombotic_med");
    EXPECT_NEAR(riskOf("predict-nz-2018", 0, inputs), numberIn(row, "risk_5y_lancet2018"),
                kEquationTolerance);
    EXPECT_NEAR(riskOf("predict-nz-2018-bmi", 0, inputs), numberIn(row, "risk_5y_hiso_bmi"),
                kEquationTolerance);
  }
}

}  // namespace
