#include <gtest/gtest.h>

#include "example_sign_in.h"
#include "oauth/launch.h"

// The catalogue of attacks and faults: launches from an EHR.
namespace {

using example::errorOf;
using oauth::ErrorCode;

oauth::Result<oauth::Launch> launch(const std::string& query) {
  return oauth::parseLaunch(example::query(query), {example::fhirBase()});
}

oauth::Result<oauth::Launch> launchFrom(std::string_view issuer) {
  return launch("launch=x&iss=" + net::percentEncode(issuer));
}

TEST(Launch, FromAListedServerIsTrusted) {
  const auto found = launchFrom("https://ehr.example/fhir/");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->server->audience, "https://ehr.example/fhir/");
  EXPECT_EQ(found->launch, "x");
}

TEST(Launch, FromBelowAListedAddressIsTrusted) {
  EXPECT_TRUE(launchFrom("https://ehr.example/fhir/tenant-1/r4").ok());
}

TEST(Catalogue, Row49_UnknownServer_IsRefused) {
  EXPECT_EQ(errorOf(launchFrom("https://evil.example/fhir")), ErrorCode::ServerNotListed);
}

TEST(Catalogue, Row50_LookAlikeServer_IsComparedAsAParsedAddress) {
  for (const char* issuer :
       {"https://ehr.example.evil.example/fhir", "https://evil.example/ehr.example/fhir",
        "https://ehr.example:8443/fhir", "https://ehr.example/fhir-evil", "https://ehr.example/",
        "https://ehr-example/fhir", "https://xn--hr-xka.example/fhir"}) {
    EXPECT_EQ(errorOf(launchFrom(issuer)), ErrorCode::ServerNotListed) << issuer;
  }
  for (const char* issuer :
       {"https://ehr.example@evil.example/fhir", "https://ehr.example\\@evil.example/fhir",
        "https://ehr.example/fhir/../evil", "https://ehr.example/fhir/%2e%2e/evil",
        "https://\xC3\xA9hr.example/fhir"}) {
    EXPECT_EQ(errorOf(launchFrom(issuer)), ErrorCode::FhirBaseInvalid) << issuer;
  }
}

TEST(Catalogue, Row51_ServerThatIsNotHttps_IsRefusedEvenWhenListed) {
  EXPECT_EQ(errorOf(launchFrom("http://ehr.example/fhir")), ErrorCode::FhirBaseInsecure);
  for (const char* issuer : {"file:///fhir", "data:,x", "/fhir", "ehr.example/fhir", ""}) {
    EXPECT_EQ(errorOf(launchFrom(issuer)), ErrorCode::FhirBaseInvalid) << issuer;
  }
}

TEST(Catalogue, Row52_LaunchWithoutIss_IsRefused) {
  EXPECT_EQ(errorOf(launch("launch=x")), ErrorCode::LaunchWithoutServer);
}

TEST(Catalogue, Row52_IssWithoutLaunch_IsAStandaloneSignInAtListedServersOnly) {
  const auto found = launch("iss=https://ehr.example/fhir");
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->launch.empty());
  EXPECT_EQ(errorOf(launch("iss=https://evil.example/fhir")), ErrorCode::ServerNotListed);
}

TEST(Catalogue, Row53_LaunchValue_RoundTripsExactly) {
  std::string value = "a&b=c#d%e+f g\xE2\x82\xAC\"'<>";
  while (value.size() < 8'192)
    value += "\xC3\xA9";
  value.resize(8'190);
  const auto found = launch("iss=https://ehr.example/fhir&launch=" + net::percentEncode(value));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->launch, value);
  const auto pending = example::transaction(example::request({}, oauth::LaunchKind::Ehr));
  const auto url = oauth::authorizationUrl(pending, example::secret(7), found->launch);
  ASSERT_TRUE(url.ok());
  EXPECT_EQ(net::formDecode(url->substr(url->find("&launch=") + 8)), value);
}

TEST(Catalogue, Row53_LaunchValue_BeyondEightKibibytesIsRefused) {
  EXPECT_EQ(errorOf(launch("iss=https://ehr.example/fhir&launch=" + std::string(8'193, 'x'))),
            ErrorCode::LaunchTooLong);
}

}  // namespace
