#include "oauth/scopes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using oauth::Access;
using oauth::Interaction;
using oauth::ScopeRequest;
using oauth::Scopes;
using oauth::ScopeSyntax;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(ScopesToRequest, AskToReadOnePatientsRecord) {
  EXPECT_THAT(oauth::scopesToRequest({.kind = oauth::LaunchKind::Standalone}),
              ElementsAre("openid", "fhirUser", "launch/patient", "patient/Patient.r",
                          "patient/Observation.rs", "patient/Condition.rs",
                          "patient/MedicationRequest.rs", "patient/MedicationStatement.rs",
                          "patient/Procedure.rs", "patient/RiskAssessment.rs"));
}

TEST(ScopesToRequest, UseTheFirstSyntaxThroughoutWhereItIsWanted) {
  const auto scopes =
      oauth::scopesToRequest({.creates = {"RiskAssessment"}, .syntax = ScopeSyntax::V1});
  EXPECT_THAT(scopes, Contains("patient/Observation.read"));
  EXPECT_THAT(scopes, Contains("patient/RiskAssessment.read"));
  EXPECT_THAT(scopes, Contains("patient/RiskAssessment.write"));
  EXPECT_THAT(scopes, Each(Not(HasSubstr(".rs"))));
}

TEST(ScopesToRequest, AskToWriteOnlyWhatIsToBeSaved) {
  EXPECT_THAT(oauth::scopesToRequest({}), Each(Not(HasSubstr(".c"))));
  const auto one = oauth::scopesToRequest({.creates = {"RiskAssessment"}});
  EXPECT_THAT(one, Contains("patient/RiskAssessment.crs"));
  EXPECT_THAT(one, Contains("patient/Observation.rs"));
  const auto both = oauth::scopesToRequest({.creates = {"RiskAssessment", "Observation"}});
  EXPECT_THAT(both, Contains("patient/RiskAssessment.crs"));
  EXPECT_THAT(both, Contains("patient/Observation.crs"));
  EXPECT_THAT(both, Contains("patient/Condition.rs"));
}

TEST(ScopesToRequest, AskForTheLaunchInTheWordOfItsKind) {
  EXPECT_THAT(oauth::scopesToRequest({.kind = oauth::LaunchKind::Ehr}), Contains("launch"));
  EXPECT_THAT(oauth::scopesToRequest({.kind = oauth::LaunchKind::PlainOAuth}),
              Each(Not(HasSubstr("launch"))));
  EXPECT_THAT(oauth::scopesToRequest({.records = oauth::RecordsWanted::UsersPatients}),
              Each(Not(HasSubstr("launch"))));
}

TEST(ScopesToRequest, AskForWorklistsInTheNameOfTheUser) {
  const auto scopes = oauth::scopesToRequest({.records = oauth::RecordsWanted::UsersPatients});
  EXPECT_THAT(scopes, Contains("user/List.rs"));
  EXPECT_THAT(scopes, Contains("user/Patient.rs"));
  EXPECT_THAT(scopes, Each(Not(HasSubstr("patient/"))));
}

TEST(ScopesToRequest, NeverAskForLastingAccessOrForEverything) {
  for (auto syntax : {ScopeSyntax::V1, ScopeSyntax::V2}) {
    const auto scopes = oauth::scopesToRequest(
        {.staySignedIn = oauth::StaySignedIn::WhileOnline, .syntax = syntax});
    EXPECT_THAT(scopes, Each(Not(HasSubstr("*"))));
    EXPECT_THAT(scopes, Not(Contains("offline_access")));
    EXPECT_THAT(scopes, Contains("online_access"));
  }
}

TEST(ScopesToRequest, AddConfiguredScopesOnce) {
  const auto scopes = oauth::scopesToRequest({.further = {"openid", "profile"}});
  EXPECT_EQ(std::count(scopes.begin(), scopes.end(), "openid"), 1);
  EXPECT_EQ(scopes.back(), "profile");
}

TEST(ScopeSyntaxChoice, FollowsTheCapabilities) {
  const auto chosen = [](const std::vector<std::string>& capabilities, ScopeSyntax otherwise) {
    const auto found = example::discover({{"capabilities", capabilities}});
    return oauth::scopeSyntax(**found, otherwise);
  };
  EXPECT_EQ(chosen({"permission-v1", "permission-v2"}, ScopeSyntax::V1), ScopeSyntax::V2);
  EXPECT_EQ(chosen({"permission-v1"}, ScopeSyntax::V2), ScopeSyntax::V1);
  EXPECT_EQ(chosen({"launch-ehr"}, ScopeSyntax::V1), ScopeSyntax::V1);
  EXPECT_EQ(chosen({"launch-ehr"}, ScopeSyntax::V2), ScopeSyntax::V2);
}

Access access(std::string_view scopes, Interaction interaction) {
  return Scopes::parse(scopes).access("Observation", interaction);
}

TEST(ScopeAccess, ReadsBothSyntaxes) {
  EXPECT_EQ(access("patient/Observation.rs", Interaction::Search), Access::Full);
  EXPECT_EQ(access("patient/Observation.r", Interaction::Search), Access::None);
  EXPECT_EQ(access("patient/Observation.read", Interaction::Search), Access::Full);
  EXPECT_EQ(access("patient/Observation.read", Interaction::Create), Access::None);
  EXPECT_EQ(access("patient/Observation.write", Interaction::Create), Access::Full);
  EXPECT_EQ(access("user/*.*", Interaction::Update), Access::Full);
  EXPECT_EQ(access("patient/*.cruds", Interaction::Delete), Access::Full);
}

TEST(ScopeAccess, TellsAFilteredGrantFromAFullOne) {
  EXPECT_EQ(access("patient/Observation.rs?category=laboratory", Interaction::Search),
            Access::Filtered);
  EXPECT_EQ(access("patient/Observation.rs?category=laboratory patient/Observation.rs",
                   Interaction::Search),
            Access::Full);
}

TEST(ScopeAccess, IgnoresWhatIsNoScopeForThisPerson) {
  for (const char* scope :
       {"system/Observation.rs", "patient/Condition.rs", "patient/Observation",
        "patient/Observation.", "patient/Observation.sr", "patient/Observation.rr",
        "patient/Observation.rsx", "patient/Obs-ervation.rs", "patient/.rs", "Observation.rs",
        "patient/Observation.read?a=b", "/Observation.rs", "patient", ""}) {
    EXPECT_EQ(access(scope, Interaction::Read), Access::None) << scope;
  }
}

TEST(ScopesText, IsReadTolerantOfExtraSpaces) {
  EXPECT_EQ(Scopes::parse("  a  b ").text(), "a b");
  EXPECT_TRUE(Scopes::parse("").tokens().empty());
}

}  // namespace
