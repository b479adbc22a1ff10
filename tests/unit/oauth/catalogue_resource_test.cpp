#include <gtest/gtest.h>

#include "example_sign_in.h"
#include "oauth/resource_request.h"
#include "oauth/revocation.h"

// The catalogue of attacks and faults: where a token may go.
namespace {

using example::errorOf;
using oauth::ErrorCode;

oauth::Result<net::Request> authorize(std::string url) {
  return oauth::authorize({.url = std::move(url)}, example::fhirBase(), example::tokens());
}

TEST(ResourceRequest, CarriesTheTokenInItsHeaderAndNowhereElse) {
  const auto request = authorize("https://ehr.example/fhir/Patient/p1");
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request->headers, (std::vector<net::Header>{{"Authorization", "Bearer access-1"}}));
  EXPECT_EQ(request->url.find("access-1"), std::string::npos);
  EXPECT_EQ(request->body, "");
}

TEST(Catalogue, Row71_Forbidden_IsAMissingPermissionAndNoReasonToRefresh) {
  EXPECT_EQ(oauth::judgeStatus({.status = 403, .headers = {}, .body = ""}),
            oauth::ResourceVerdict::Forbidden);
  EXPECT_EQ(oauth::judgeStatus({.status = 401, .headers = {}, .body = ""}),
            oauth::ResourceVerdict::Unauthorized);
  EXPECT_EQ(oauth::judgeStatus({.status = 404, .headers = {}, .body = ""}),
            oauth::ResourceVerdict::Pass);
}

TEST(Catalogue, Row74_NextLinkOnAnotherOrigin_GetsNoToken) {
  EXPECT_EQ(errorOf(authorize("https://evil.example/fhir?page=2")), ErrorCode::OutsideFhirBase);
}

TEST(Catalogue, Row75_NextLinkBesideTheBase_GetsNoToken) {
  for (const char* url :
       {"http://ehr.example/fhir/Patient", "https://ehr.example:8443/fhir/Patient",
        "https://ehr.example/fhir-evil", "https://ehr.example/fhir/../admin",
        "https://ehr.example/fhir/%2e%2e/admin", "https://ehr.example/admin",
        "https://ehr.example/FHIR/Patient"}) {
    EXPECT_EQ(errorOf(authorize(url)), ErrorCode::OutsideFhirBase) << url;
  }
}

TEST(Catalogue, Row76_RelativeLink_StaysInTheBaseAndProtocolRelativeOnesDoNot) {
  const net::Url page = net::parseUrl("https://ehr.example/fhir/Observation?x").value();
  EXPECT_TRUE(authorize(net::resolve(page, "?page=2")->text()).ok());
  EXPECT_TRUE(authorize(net::resolve(page, "Observation?page=2")->text()).ok());
  EXPECT_EQ(errorOf(authorize(net::resolve(page, "//evil.example/fhir")->text())),
            ErrorCode::OutsideFhirBase);
  EXPECT_EQ(errorOf(authorize("//evil.example/fhir")), ErrorCode::OutsideFhirBase);
}

TEST(Catalogue, Row84_Row87_ReferenceOrLocationOnAnotherHost_GetsNoToken) {
  for (const char* url : {"https://other.example/fhir/Medication/1",
                          "https://ehr.example@evil.example/fhir/RiskAssessment/1", "Medication/1",
                          "urn:uuid:0b0f4d0a-0f1c-4a4f-8f4f-3f0a5f2d0d11", ""}) {
    EXPECT_EQ(errorOf(authorize(url)), ErrorCode::OutsideFhirBase) << url;
  }
}

TEST(Catalogue, Row85_StyleAddress_IsKeptOnlyIfProtected) {
  const auto style = [](const char* url) {
    return example::tokens({{"smart_style_url", url}})->context.styleUrl;
  };
  EXPECT_EQ(style("https://ehr.example/style.json")->text(), "https://ehr.example/style.json");
  for (const char* url : {"http://ehr.example/style.json", "javascript:alert(1)", "style.json",
                          "data:application/json,{}"}) {
    EXPECT_FALSE(style(url)) << url;
  }
}

TEST(Catalogue, Row103_RevocationThatFails_IsANoteAndNoObstacle) {
  const auto outcome = [](int status, std::string body = "") {
    return oauth::processRevocationResponse(example::jsonResponse(std::move(body), status));
  };
  EXPECT_EQ(outcome(200), oauth::RevocationOutcome::Revoked);
  EXPECT_EQ(outcome(404), oauth::RevocationOutcome::NotSupported);
  EXPECT_EQ(outcome(400, R"({"error":"unsupported_token_type"})"),
            oauth::RevocationOutcome::NotSupported);
  EXPECT_EQ(outcome(400, R"({"error":"invalid_client"})"), oauth::RevocationOutcome::Failed);
  EXPECT_EQ(outcome(503, "<html>"), oauth::RevocationOutcome::Failed);
}

TEST(Catalogue, Row106_ValuesInAQuery_ArePercentEncodedThroughout) {
  EXPECT_EQ(net::percentEncode("http://loinc.org|2093-3"), "http%3A%2F%2Floinc.org%7C2093-3");
}

}  // namespace
