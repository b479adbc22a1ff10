// What problems say in words only, as clinicians and coding software write it.
#include <gtest/gtest.h>

#include "fhir/condition_codes.h"

namespace {

TEST(ConditionWords, NameDiabetes) {
  for (const std::string_view each :
       {"type 2 diabetes mellitus without complications",
        "diabetes mellitus without mention of complication", "dm2", "type ii dm", "t2dm", "niddm",
        "h/o: diabetes mellitus", "diabetes mellitus type 2, foot at risk",
        "diabetic retinopathy screening",
        "retinopathy without macular oedema due to type 2 diabetes mellitus",
        "type 2 diabetes, no known complications", "t2d", "lada",
        "diabetes mellitus; denies hypoglycaemia"}) {
    EXPECT_TRUE(fhir::namesDiabetes(each)) << each;
  }
}

TEST(ConditionWords, DoNotNameDiabetes) {
  for (const std::string_view each :
       {"patient without diabetes", "at risk of diabetes", "screening for diabetes mellitus",
        "prediabetes", "gestational diabetes", "diabetes insipidus", "fh: diabetes mellitus",
        "diabetes resolved", "admission", "hypertension (without diabetes)", "no known diabetes",
        "denies diabetes", "obesity, no evidence of diabetes mellitus"}) {
    EXPECT_FALSE(fhir::namesDiabetes(each)) << each;
  }
}

TEST(ConditionWords, NamePriorDisease) {
  for (const std::string_view each :
       {"stroke without residual deficits", "old mi (2012)", "nstemi", "cad", "tia", "chf",
        "s/p cabg x3", "congestive cardiac failure", "acute coronary syndrome",
        "atherosclerotic heart disease of native coronary artery without angina pectoris",
        "coronary artery stenosis", "pad", "chd", "presence of coronary artery stent",
        "left ventricular failure", "critical limb ischaemia", "stroke, no known deficit"}) {
    EXPECT_TRUE(fhir::namesPriorDisease(each)) << each;
  }
}

TEST(ConditionWords, DoNotNamePriorDisease) {
  for (const std::string_view each :
       {"chest pain without angina", "heat stroke", "fh: mi", "cva tenderness", "ludwig's angina",
        "secondary prevention of stroke", "atrial fibrillation", "migraine", "cardiac arrest",
        "persistent carotid bruit", "coronary artery anomaly", "no history of stroke",
        "heel fat pad syndrome"}) {
    EXPECT_FALSE(fhir::namesPriorDisease(each)) << each;
  }
}

TEST(ConditionWords, NameRevascularisation) {
  EXPECT_TRUE(fhir::namesRevascularisation("coronary artery bypass grafts x 3"));
  EXPECT_TRUE(fhir::namesRevascularisation("percutaneous coronary intervention with stent"));
  EXPECT_TRUE(fhir::namesRevascularisation("coronary artery stenting"));
  EXPECT_TRUE(fhir::namesRevascularisation("balloon angioplasty of coronary artery"));
  EXPECT_TRUE(fhir::namesRevascularisation("stent of carotid artery"));
  EXPECT_TRUE(fhir::namesRevascularisation("primary pci"));
  EXPECT_FALSE(fhir::namesRevascularisation("coronary angiography"));
  EXPECT_FALSE(fhir::namesRevascularisation("rehabilitation after coronary artery bypass"));
}

}  // namespace
