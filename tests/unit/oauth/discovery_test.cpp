#include "oauth/discovery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example_sign_in.h"

namespace {

using example::discover;
using example::errorOf;
using example::Json;
using example::jsonResponse;
using oauth::DiscoveryNote;
using oauth::ErrorCode;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(FhirBase, LosesItsTrailingSlashButIsRepeatedAsItWasGiven) {
  const auto base = example::fhirBase("https://EHR.example/fhir/");
  EXPECT_EQ(base->url.text(), "https://ehr.example/fhir");
  EXPECT_EQ(base->audience, "https://EHR.example/fhir/");
  EXPECT_EQ(base->below("metadata"), "https://ehr.example/fhir/metadata");
  EXPECT_EQ(example::fhirBase("https://ehr.example")->below("metadata"),
            "https://ehr.example/metadata");
}

TEST(FhirBase, HasNoQueryFragmentOrUserInformation) {
  for (const char* text : {"https://ehr.example/fhir?x", "https://ehr.example/fhir?",
                           "https://ehr.example/fhir#", "https://a@ehr.example/fhir", "fhir", ""}) {
    EXPECT_EQ(errorOf(oauth::parseFhirBase(text)), ErrorCode::FhirBaseInvalid) << text;
  }
  EXPECT_EQ(errorOf(oauth::parseFhirBase("http://ehr.example/fhir")), ErrorCode::FhirBaseInsecure);
  EXPECT_TRUE(oauth::parseFhirBase("http://localhost:8080/fhir").ok());
}

TEST(SmartConfiguration, IsAskedForWithoutAnyCredential) {
  const auto request = oauth::smartConfigurationRequest(example::fhirBase());
  EXPECT_EQ(request.url, "https://ehr.example/fhir/.well-known/smart-configuration");
  EXPECT_EQ(request.headers, (std::vector<net::Header>{{"Accept", "application/json"}}));
  EXPECT_EQ(request.maximumBytes, 256U * 1024U);
  EXPECT_EQ(request.timeoutMilliseconds, 15'000U);
}

TEST(SmartConfiguration, GivesTheServerItsEndpoints) {
  const auto found = discover({{"authorization_response_iss_parameter_supported", true},
                               {"dpop_signing_alg_values_supported", {"RS256", "ES256"}}});
  ASSERT_TRUE(found.ok());
  const oauth::Server& server = (*found)->server;
  EXPECT_EQ(server.issuer, example::kIssuer);
  EXPECT_TRUE(server.namesIssuerInResponses);
  EXPECT_TRUE(server.acceptsDpop);
  EXPECT_EQ(server.authorizationEndpoint.text(), "https://login.example/authorize");
  EXPECT_EQ(server.tokenEndpoint.text(), "https://login.example/token");
  EXPECT_TRUE((*found)->hasCapability("launch-ehr"));
  EXPECT_THAT((*found)->notes, ElementsAre(DiscoveryNote::EndpointOnOtherOrigin));
}

TEST(SmartConfiguration, FallsBackOnNotFoundAndOnNothingElse) {
  const auto verdict = [](int status) {
    return errorOf(oauth::processSmartConfiguration(example::fhirBase(), jsonResponse("", status)));
  };
  EXPECT_EQ(verdict(404), ErrorCode::SmartConfigurationMissing);
  for (int status : {0, 204, 301, 400, 401, 403, 410, 500, 503}) {
    EXPECT_EQ(verdict(status), ErrorCode::DiscoveryFailed) << status;
  }
}

TEST(SmartConfiguration, NeedsBothEndpoints) {
  for (const char* member : {"authorization_endpoint", "token_endpoint"}) {
    EXPECT_EQ(errorOf(discover({{member, nullptr}})), ErrorCode::MetadataWithoutOAuth);
    EXPECT_EQ(errorOf(discover({{member, 7}})), ErrorCode::MetadataMalformed);
  }
}

TEST(SmartConfiguration, RefusesAPromiseToNameTheIssuerThatCannotBeRead) {
  for (const Json& promise : {Json("true"), Json(1), Json(nullptr)}) {
    Json document = example::smartConfiguration();
    document["authorization_response_iss_parameter_supported"] = promise;
    EXPECT_EQ(errorOf(oauth::processSmartConfiguration(example::fhirBase(),
                                                       jsonResponse(document.dump()))),
              ErrorCode::MetadataMalformed)
        << promise;
  }
}

TEST(SmartConfiguration, IgnoresOptionalMembersThatCannotBeUsed) {
  for (const Json& change :
       {Json{{"jwks_uri", "ftp://login.example/keys"}}, Json{{"jwks_uri", 5}},
        Json{{"capabilities", "launch-ehr"}}, Json{{"scopes_supported", {"openid", 7}}}}) {
    const auto found = discover(change);
    ASSERT_TRUE(found.ok()) << change;
    EXPECT_THAT((*found)->notes, Contains(DiscoveryNote::OptionalMemberIgnored)) << change;
  }
}

TEST(SmartConfiguration, NotesThatTheCodeFlowIsNotListed) {
  EXPECT_THAT((*discover({{"response_types_supported", {"token"}}}))->notes,
              Contains(DiscoveryNote::CodeFlowNotListed));
}

TEST(SmartConfiguration, NeedsAnIssuerThatCouldBeOne) {
  for (const char* issuer :
       {"http://login.example", "https://login.example?a", "https://login.example#",
        "login.example", "https://a@login.example"}) {
    EXPECT_EQ(errorOf(discover({{"issuer", issuer}})), ErrorCode::IssuerInvalid) << issuer;
  }
  EXPECT_TRUE(discover({{"issuer", nullptr}}).ok());
}

// RFC 9207 section 3: who promises to name the issuer must have one.
TEST(SmartConfiguration, CannotPromiseAnIssuerThatItDoesNotName) {
  EXPECT_EQ(errorOf(discover(
                {{"issuer", nullptr}, {"authorization_response_iss_parameter_supported", true}})),
            ErrorCode::IssuerInvalid);
}

TEST(SmartConfiguration, CannotSendARemoteServersCodeToThisMachine) {
  EXPECT_EQ(errorOf(discover({{"token_endpoint", "http://localhost:1234/token"}})),
            ErrorCode::EndpointInsecure);
  const Json local = {{"token_endpoint", "http://localhost:1234/token"}};
  EXPECT_TRUE(discover(local, "http://127.0.0.1:8080/fhir").ok());
}

Json capabilityStatement() {
  constexpr const char* kRegistry = "http://fhir-registry.smarthealthit.org/StructureDefinition/";
  const Json uris = {{"url", std::string(kRegistry) + "oauth-uris"},
                     {"extension",
                      {{{"url", "authorize"}, {"valueUri", "https://login.example/authorize"}},
                       {{"url", "token"}, {"valueUri", "https://login.example/token"}}}}};
  const Json capability = {{"url", std::string(kRegistry) + "capabilities"},
                           {"valueCode", "launch-ehr"}};
  return {{"resourceType", "CapabilityStatement"},
          {"rest", {{{"mode", "server"}, {"security", {{"extension", {uris, capability}}}}}}}};
}

TEST(CapabilityStatement, NamesTheEndpointsInItsSecurityExtension) {
  const auto found = oauth::processCapabilityStatement(example::fhirBase(),
                                                       jsonResponse(capabilityStatement().dump()));
  ASSERT_TRUE(found.ok());
  EXPECT_EQ((*found)->server.tokenEndpoint.text(), "https://login.example/token");
  EXPECT_EQ((*found)->source, oauth::DiscoverySource::CapabilityStatement);
  EXPECT_TRUE((*found)->hasCapability("launch-ehr"));
  EXPECT_THAT((*found)->notes, Contains(DiscoveryNote::PkceNotListed));
}

TEST(CapabilityStatement, WithoutTheExtensionOffersNoSignIn) {
  for (const char* body : {R"({"rest":[]})", R"({"rest":[{"security":{"extension":[{}]}}]})",
                           R"({"rest":[null,7]})", "{}"}) {
    EXPECT_EQ(errorOf(oauth::processCapabilityStatement(example::fhirBase(), jsonResponse(body))),
              ErrorCode::MetadataWithoutOAuth)
        << body;
  }
}

std::string metadataUrl(std::string_view issuer) {
  return oauth::authorizationServerMetadataRequest(oauth::parseIssuer(issuer).value()).url;
}

std::string openIdUrl(std::string_view issuer) {
  return oauth::openIdConfigurationRequest(oauth::parseIssuer(issuer).value()).url;
}

// RFC 8414 section 3.1 and OpenID Connect Discovery section 4.1.
TEST(IssuerMetadata, IsFoundBetweenHostAndPathOrBehindThePath) {
  EXPECT_EQ(metadataUrl("https://login.example"),
            "https://login.example/.well-known/oauth-authorization-server");
  EXPECT_EQ(metadataUrl("https://login.example/t1/"),
            "https://login.example/.well-known/oauth-authorization-server/t1");
  EXPECT_EQ(openIdUrl("https://login.example/"),
            "https://login.example/.well-known/openid-configuration");
  EXPECT_EQ(openIdUrl("https://login.example/t1"),
            "https://login.example/t1/.well-known/openid-configuration");
}

// RFC 8414 section 3.3: character for character.
TEST(IssuerMetadata, MustNameTheIssuerThatWasAsked) {
  const auto verdict = [](std::string_view asked) {
    return oauth::processIssuerMetadata(example::fhirBase(), oauth::parseIssuer(asked).value(),
                                        oauth::DiscoverySource::AuthorizationServerMetadata,
                                        jsonResponse(example::smartConfiguration().dump()));
  };
  EXPECT_TRUE(verdict(example::kIssuer).ok());
  for (const char* other : {"https://login.example/oauth/", "https://LOGIN.example/oauth",
                            "https://login.example:443/oauth", "https://other.example/oauth"}) {
    EXPECT_EQ(errorOf(verdict(other)), ErrorCode::IssuerMismatch) << other;
  }
}

TEST(ConfiguredServer, NeedsNoDiscovery) {
  const auto server = oauth::configureServer(
      example::fhirBase(),
      {.authorization = "https://login.example/authorize", .token = "https://login.example/token"});
  ASSERT_TRUE(server.ok());
  EXPECT_EQ((*server)->source, oauth::DiscoverySource::Configured);
  EXPECT_FALSE((*server)->server.revocationEndpoint);
  EXPECT_EQ(errorOf(oauth::configureServer(example::fhirBase(), {.token = "https://a.example"})),
            ErrorCode::MetadataWithoutOAuth);
}

TEST(ContactedOrigins, AreThoseOfTheFhirBaseAndOfEveryEndpointThatIsCalled) {
  const auto found = discover({{"jwks_uri", "https://keys.example/set"}});
  EXPECT_THAT(oauth::contactedOrigins((*found)->server),
              ElementsAre("https://ehr.example", "https://login.example", "https://keys.example"));
}

}  // namespace
