#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "example_sign_in.h"
#include "oauth/revocation.h"

// The catalogue of attacks and faults: what a server says about itself.
namespace {

using example::discover;
using example::errorOf;
using example::Json;
using oauth::DiscoveryNote;
using oauth::ErrorCode;
using testing::Contains;

TEST(Catalogue, Row20_PkceDowngrade_MethodsWithoutS256Stop) {
  for (const Json& methods : {Json::array({"plain"}), Json::array(), Json::array({"s256"})}) {
    EXPECT_EQ(errorOf(discover({{"code_challenge_methods_supported", methods}})),
              ErrorCode::PkceUnsupported)
        << methods;
  }
  EXPECT_EQ(errorOf(discover({{"code_challenge_methods_supported", "S256"}})),
            ErrorCode::MetadataMalformed);
}

TEST(Catalogue, Row21_PkceMethodsAbsent_S256IsSentAnyway) {
  const Json absent = {{"code_challenge_methods_supported", nullptr}};
  EXPECT_THAT((*discover(absent))->notes, Contains(DiscoveryNote::PkceNotListed));
  const auto url = oauth::authorizationUrl(example::transaction(example::request(absent)),
                                           example::secret(7), "");
  EXPECT_NE(url.value().find("code_challenge_method=S256"), std::string::npos);
}

TEST(Catalogue, Row43_HttpEndpoint_IsRefused) {
  for (const char* member : {"authorization_endpoint", "token_endpoint"}) {
    const Json changes = {{member, "http://login.example/x"}};
    EXPECT_EQ(errorOf(discover(changes)), ErrorCode::EndpointInsecure);
    EXPECT_EQ(errorOf(discover(changes, "http://127.0.0.1:8081/fhir")),
              ErrorCode::EndpointInsecure);
  }
}

TEST(Catalogue, Row44_ForeignTokenEndpoint_IsNotedForTheUserAndPinned) {
  const auto found = discover({{"token_endpoint", "https://elsewhere.example/token"}});
  EXPECT_THAT((*found)->notes, Contains(DiscoveryNote::EndpointOnOtherOrigin));
  EXPECT_THAT(oauth::contactedOrigins((*found)->server), Contains("https://elsewhere.example"));
}

TEST(Catalogue, Row45_MetadataTooLargeTooDeepOrNoJson_IsRefused) {
  const auto verdict = [](std::string body) {
    return errorOf(oauth::processSmartConfiguration(example::fhirBase(),
                                                    example::jsonResponse(std::move(body))));
  };
  for (const std::string& body :
       {std::string(5'000'000, ' '), std::string(100'000, '['), std::string("{"), std::string(),
        std::string("<!doctype html><title>App</title>"), std::string("[]"), std::string("\"x\""),
        std::string(
            R"({"token_endpoint":"https://a.example","token_endpoint":"https://b.example"})")}) {
    EXPECT_EQ(verdict(body), ErrorCode::MetadataMalformed) << body.substr(0, 40);
  }
}

TEST(Catalogue, Row46_RelativeEndpoints_AreResolvedAgainstTheFhirBase) {
  const auto found =
      discover({{"authorization_endpoint", "auth/authorize"}, {"token_endpoint", "/auth/token"}});
  ASSERT_TRUE(found.ok());
  EXPECT_EQ((*found)->server.authorizationEndpoint.text(),
            "https://ehr.example/fhir/auth/authorize");
  EXPECT_EQ((*found)->server.tokenEndpoint.text(), "https://ehr.example/auth/token");
  EXPECT_THAT((*found)->notes, Contains(DiscoveryNote::EndpointRelative));
}

TEST(Catalogue, Row47_EndpointThatIsNoPlainWebAddress_IsRefused) {
  for (const char* member : {"authorization_endpoint", "token_endpoint"}) {
    for (const char* url :
         {"javascript:alert(1)", "JavaScript:alert(1)", "javascript://login.example/%0Aalert(1)",
          "data:text/html,x", "https://good@evil.example/", "https://login.example/a#b",
          "https://login.example/a#", "file:///etc/passwd", " https://login.example/",
          "https:\\\\login.example\\a", "\tjavascript:alert(1)", "../../admin"}) {
      EXPECT_EQ(errorOf(discover({{member, url}})), ErrorCode::EndpointInvalid) << url;
    }
  }
}

TEST(Catalogue, Row48_MetadataChangesMeanwhile_ThePinnedEndpointIsUsed) {
  const auto pending = oauth::parseTransaction(oauth::serialise(example::transaction()));
  ASSERT_TRUE(discover({{"token_endpoint", "https://evil.example/token"}}).ok());
  EXPECT_EQ(oauth::codeTokenRequest(example::callback(*pending)).url,
            "https://login.example/token");
}

TEST(Catalogue, Row104_RevocationOnAForeignOrigin_GetsNoToken) {
  const Json foreign = {{"revocation_endpoint", "https://evil.example/revoke"}};
  EXPECT_THAT((*discover(foreign))->notes, Contains(DiscoveryNote::RevocationOnForeignOrigin));
  EXPECT_TRUE(oauth::revocationRequests(example::request(foreign), example::tokens()).empty());
}

}  // namespace
