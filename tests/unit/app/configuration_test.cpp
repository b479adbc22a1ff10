#include "app/configuration.h"

#include <gtest/gtest.h>

#include <string>

namespace {

const net::Url kAppUrl = *net::parseUrl("https://risk.example/app/");

/// The smallest configuration, with `ehrMembers` added to its one EHR and `members` to the whole.
std::string configured(const std::string& ehrMembers = "", const std::string& members = "") {
  return R"({"emergencyNumber":"111",)" + members +
         R"("ehrs":[{"name":"Demo EHR","fhirBase":"https://ehr.example/fhir/",)" + ehrMembers +
         R"("clientId":"framingham","users":["clinician","patient"]}]})";
}

struct Refusal {
  const char* description;
  std::string text;
  const char* path;
};

TEST(Configuration, ReadsAnEhr) {
  const auto read = app::parseConfiguration(configured(), kAppUrl);
  ASSERT_TRUE(read.ok()) << read.error().path << ' ' << read.error().message;
  ASSERT_EQ(read->ehrs.size(), 1U);
  EXPECT_EQ(read->ehrs[0].name, "Demo EHR");
  EXPECT_EQ(read->ehrs[0].fhirBase.text(), "https://ehr.example/fhir");
  EXPECT_EQ(read->ehrs[0].userKinds.size(), 2U);
  EXPECT_FALSE(read->ehrs[0].demonstration);
}

TEST(Configuration, TakesTheAppsOwnAddressAsRedirectUriUnlessTold) {
  EXPECT_EQ(app::parseConfiguration(configured(), kAppUrl)->redirectUri,
            "https://risk.example/app/");
  EXPECT_EQ(app::parseConfiguration(
                configured("", R"("redirectUri":"https://risk.example/callback.html",)"), kAppUrl)
                ->redirectUri,
            "https://risk.example/callback.html");
}

TEST(Configuration, TakesOriginsThatMayFrameTheApp) {
  const std::string origins =
      R"("frameAncestors":["https://ehr.example","https://b.example:8443"],)";
  EXPECT_TRUE(app::parseConfiguration(configured("", origins), kAppUrl).ok());
}

TEST(Configuration, TakesHowManyYearsMakeAValueOld) {
  const auto read = app::parseConfiguration(
      configured("", R"("staleAfterYears":{"lipids":3,"medication":4},)"), kAppUrl);
  ASSERT_TRUE(read.ok()) << read.error().path;
  EXPECT_EQ(read->ageLimits.lipidsYears, 3);
  EXPECT_EQ(read->ageLimits.medicationYears, 4);
  EXPECT_EQ(read->ageLimits.bloodPressureYears, fhir::AgeLimits{}.bloodPressureYears);
}

TEST(Configuration, AllowsNoEhrAtAllForUseWithoutARecordSystem) {
  EXPECT_TRUE(app::parseConfiguration(R"({"emergencyNumber":"911"})", kAppUrl).ok());
}

TEST(Configuration, NamesTheMemberThatIsWrong) {
  const Refusal refusals[] = {
      {"not JSON", "{", ""},
      {"not an object", "[]", ""},
      {"no emergency number", "{}", "emergencyNumber"},
      {"a misspelt setting", configured("", R"("idleLockMinuts":5,)"), "idleLockMinuts"},
      {"a misspelt EHR setting", configured(R"("fhirbase":"x",)"), "ehrs[0].fhirbase"},
      {"EHRs that are no list", R"({"emergencyNumber":"1","ehrs":{"name":"n"}})", "ehrs"},
      {"an idle lock of nothing", configured("", R"("idleLockMinutes":0,)"), "idleLockMinutes"},
      {"a redirect to another origin", configured("", R"("redirectUri":"https://other.example/",)"),
       "redirectUri"},
      {"a path for an origin that may frame the app",
       configured("", R"("frameAncestors":["https://ehr.example/chart"],)"), "frameAncestors"},
      {"any origin that may frame the app", configured("", R"("frameAncestors":["*"],)"),
       "frameAncestors"},
      {"an age limit that is no whole number",
       configured("", R"("staleAfterYears":{"lipids":2.5},)"), "staleAfterYears.lipids"},
      {"an age limit of nothing", configured("", R"("staleAfterYears":{"smoking":0},)"),
       "staleAfterYears.smoking"},
      {"a misspelt age limit", configured("", R"("staleAfterYears":{"lipid":5},)"),
       "staleAfterYears.lipid"},
      {"age limits that are a number", configured("", R"("staleAfterYears":5,)"),
       "staleAfterYears"},
      {"an insecure origin that may frame the app",
       configured("", R"("frameAncestors":["http://ehr.example"],)"), "frameAncestors"},
      {"an issuer with a query", configured(R"("issuer":"https://login.example/?a",)"),
       "ehrs[0].issuer"},
      {"an insecure issuer", configured(R"("issuer":"http://login.example",)"), "ehrs[0].issuer"},
      {"patients at a server without SMART", configured(R"("smart":false,)"), "ehrs[0].users"},
      {"a word for yes", configured(R"("smart":"yes",)"), "ehrs[0].smart"},
      {"a scope with a space", configured(R"("scopes":["a b"],)"), "ehrs[0].scopes"},
      {"half of a pair of endpoints", configured(R"("tokenEndpoint":"https://ehr.example/token",)"),
       "ehrs[0].authorizationEndpoint"},
      {"a script for an endpoint",
       configured(
           R"("tokenEndpoint":"https://e.example/t","authorizationEndpoint":"javascript:1",)"),
       "ehrs[0].authorizationEndpoint"},
      {"an http server",
       R"({"emergencyNumber":"1","ehrs":[{"name":"n","fhirBase":"http://ehr.example/fhir","clientId":"c","users":["patient"]}]})",
       "ehrs[0].fhirBase"},
      {"an unknown kind of user",
       R"({"emergencyNumber":"1","ehrs":[{"name":"n","fhirBase":"https://ehr.example","clientId":"c","users":["admin"]}]})",
       "ehrs[0].users"},
      {"a name that is no text",
       R"({"emergencyNumber":"1","ehrs":[{"name":7,"fhirBase":"https://ehr.example","clientId":"c","users":["patient"]}]})",
       "ehrs[0].name"},
  };
  for (const auto& refusal : refusals) {
    const auto read = app::parseConfiguration(refusal.text, kAppUrl);
    ASSERT_FALSE(read.ok()) << refusal.description;
    EXPECT_EQ(read.error().path, refusal.path) << refusal.description;
    EXPECT_FALSE(read.error().message.empty()) << refusal.description;
  }
}

}  // namespace
