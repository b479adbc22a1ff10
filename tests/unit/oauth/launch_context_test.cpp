#include "oauth/launch_context.h"

#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::Json;
using oauth::Intent;
using oauth::PatientBanner;

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

TEST(LaunchContext, PassesOverResourcesThatAreNoAffairOfARisk) {
  for (const Json& resources :
       {Json("Task/t1"), Json(7), Json{nullptr, "x", {{"reference", "Task/../x"}}},
        Json{{{"reference", "https://evil.example/Task/1"}, {"role", "https://x.example/role"}}}}) {
    const auto found = oauth::parseLaunchContext({{"patient", "p1"}, {"fhirContext", resources}});
    ASSERT_TRUE(found.ok()) << resources;
    EXPECT_EQ(found->patient, "p1");
  }
}

TEST(LaunchContext, FollowsTheIntentsItKnows) {
  EXPECT_EQ(context({{"intent", "summary-timeline-view"}}).intent, Intent::SummaryTimelineView);
  EXPECT_EQ(context({{"intent", "reconcile-medications"}}).intent, Intent::None);
  EXPECT_EQ(context({{"intent", "order"}}).intent, Intent::None);
  EXPECT_EQ(context({{"intent", 7}}).intent, Intent::None);
}

}  // namespace
