#include "oauth/launch_context.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::Json;
using oauth::ContextReference;
using oauth::Intent;
using oauth::PatientBanner;
using testing::ElementsAre;
using testing::IsEmpty;

oauth::LaunchContext context(const Json& response) {
  return oauth::parseLaunchContext(response).value();
}

TEST(FhirId, IsOneToSixtyFourOfItsCharactersAndClimbsNoPath) {
  for (const char* id : {"p1", "A-b.9", "...", "-", "1.2.840"}) {
    EXPECT_TRUE(oauth::isFhirId(id)) << id;
  }
  for (const char* id : {"", ".", "..", "a/b", "a b", "a_b", "a%2e", "\xC3\xA9"}) {
    EXPECT_FALSE(oauth::isFhirId(id)) << id;
  }
  EXPECT_TRUE(oauth::isFhirId(std::string(64, 'a')));
  EXPECT_FALSE(oauth::isFhirId(std::string(65, 'a')));
}

TEST(LaunchContext, ShowsThePatientBannerUnlessTheEhrSaysItDoes) {
  EXPECT_EQ(context({{"need_patient_banner", false}}).banner, PatientBanner::ShownByEhr);
  for (const Json& value : {Json(true), Json(nullptr), Json("false"), Json(0)}) {
    EXPECT_EQ(context({{"need_patient_banner", value}}).banner, PatientBanner::Required) << value;
  }
  EXPECT_EQ(context(Json::object()).banner, PatientBanner::Required);
}

TEST(LaunchContext, KnowsPatientAndEncounter) {
  const auto both = context({{"patient", "p1"}, {"encounter", "e1"}});
  EXPECT_EQ(both.patient, "p1");
  EXPECT_EQ(both.encounter, "e1");
  EXPECT_EQ(context(Json::object()).patient, std::nullopt);
}

TEST(LaunchContext, KeepsRelativeReferencesAndPassesOverTheRest) {
  const auto found = context({{"fhirContext",
                               {{{"reference", "Observation/o1"}},
                                {{"reference", "Task/t1"}, {"role", "launch"}},
                                {{"reference", "Task/t2"}, {"role", "https://x.example/role"}},
                                {{"reference", "Task/t3"}, {"role", 7}},
                                {{"reference", "https://evil.example/Task/1"}},
                                {{"reference", "Task/../x"}},
                                {{"reference", "/x"}},
                                {{"canonical", "https://x.example"}},
                                "Task/t4",
                                nullptr}}});
  EXPECT_THAT(found.fhirContext,
              ElementsAre(ContextReference{"Observation", "o1"}, ContextReference{"Task", "t1"}));
  EXPECT_THAT(context({{"fhirContext", "Task/t1"}}).fhirContext, IsEmpty());
}

TEST(LaunchContext, FollowsTheIntentsItKnows) {
  EXPECT_EQ(context({{"intent", "summary-timeline-view"}}).intent, Intent::SummaryTimelineView);
  EXPECT_EQ(context({{"intent", "order"}}).intent, Intent::None);
  EXPECT_EQ(context({{"intent", 7}}).intent, Intent::None);
}

}  // namespace
