// Medicines that are known by their words only.
#include <gtest/gtest.h>

#include "fhir/medication_codes.h"

namespace {

TEST(MedicationNames, OfIngredientsCombinationsAndBrandsCount) {
  for (const std::string_view each :
       {"Hydroflumethiazide 50 mg", "CO-AMILOFRUSE 5/40", "Co-tenidone", "lisinopril-HCTZ 20-12.5",
        "Karvezide 300/12.5", "Istin 5mg tablets", "potassium canrenoate", "Dilatrend"}) {
    EXPECT_EQ(fhir::classesNamed(each), fhir::kAntihypertensive) << each;
  }
  EXPECT_EQ(fhir::classesNamed("Mevacor"), fhir::kStatin);
  EXPECT_EQ(fhir::classesNamed("Caduet 5/10"), fhir::kAntihypertensive | fhir::kStatin);
  EXPECT_EQ(fhir::classesNamed("Diaformin XR"), fhir::kGlucoseLowering);
}

TEST(MedicationNames, OfClassesCount) {
  for (const std::string_view each : {"Blood pressure tablets", "ACE inhibitor", "beta-blocker",
                                      "Diuretic", "angiotensin II receptor antagonist"}) {
    EXPECT_EQ(fhir::classesNamed(each), fhir::kAntihypertensive) << each;
  }
  EXPECT_EQ(fhir::classesNamed("a statin"), fhir::kStatin);
  for (const std::string_view each : {"Blood pressure monitor", "angiotensin II injection",
                                      "Antihypertensives for pulmonary arterial hypertension"}) {
    EXPECT_EQ(fhir::classesNamed(each), fhir::kNoClass) << each;
  }
}

TEST(MedicationNames, AreWholeWords) {
  for (const std::string_view each :
       {"nystatin", "somatostatin", "pentostatin", "imipenem/cilastatin", "sildenafil",
        "acetazolamide", "Cartia 100 mg", "diazoxide"}) {
    EXPECT_EQ(fhir::classesNamed(each), fhir::kNoClass) << each;
  }
}

TEST(MedicationNames, MayBePlaceholders) {
  for (const std::string_view each :
       {"", "***", "Masked", "Unknown medication", "not specified", "Other medication",
        "patient's own meds", "Study drug", "Non-formulary", "see notes"}) {
    EXPECT_TRUE(fhir::namesNothing(each)) << each;
  }
  for (const std::string_view each :
       {"aspirin", "no medication", "unknown vitamin", "other vitamins", "アムロジピン"}) {
    EXPECT_FALSE(fhir::namesNothing(each)) << each;
  }
}

TEST(MedicationNames, OfLocalFormsAreKnown) {
  for (const std::string_view each :
       {"timolol ophth soln", "Timoptic (timolol)", "Rogaine (minoxidil)", "clonidine gel",
        "timolol 0.5 % gtts"}) {
    EXPECT_TRUE(fhir::namesLocalForm(each)) << each;
  }
  EXPECT_FALSE(fhir::namesLocalForm("timolol 10 mg tablet"));
}

}  // namespace
