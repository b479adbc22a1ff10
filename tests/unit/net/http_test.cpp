#include "net/http.h"

#include <gtest/gtest.h>

namespace {

net::Response withType(std::string type) {
  return {.status = 200, .headers = {{"content-type", std::move(type)}}, .body = ""};
}

TEST(HttpHeader, IsFoundByItsLowerCaseName) {
  EXPECT_EQ(net::header(withType("a/b"), "content-type"), "a/b");
  EXPECT_EQ(net::header(withType("a/b"), "location"), "");
}

TEST(MediaType, LosesParametersAndCase) {
  EXPECT_EQ(net::mediaType(withType("Application/JSON ; charset=utf-8")), "application/json");
  EXPECT_EQ(net::mediaType(net::Response{}), "");
}

TEST(IsJson, TakesTheSuffixTooAndNothingThatOnlyLooksLikeIt) {
  for (const char* type : {"application/json", "application/fhir+json;fhirVersion=4.0"}) {
    EXPECT_TRUE(net::isJson(withType(type))) << type;
  }
  for (const char* type : {"", "+json", "text/json", "text/x+json", "application/jsonp"}) {
    EXPECT_FALSE(net::isJson(withType(type))) << type;
  }
}

}  // namespace
