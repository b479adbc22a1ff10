#include "browser/response_headers.h"

#include <gmock/gmock.h>

namespace browser {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ResponseHeaders, AreTakenApartWithNamesInLowerCase) {
  EXPECT_THAT(parseResponseHeaders("Content-Type: application/fhir+json\r\nETag: W/\"3\"\r\n"),
              ElementsAre(net::Header{"content-type", "application/fhir+json"},
                          net::Header{"etag", "W/\"3\""}));
}

TEST(ResponseHeaders, KeepColonsAndSpacesInsideOfValues) {
  EXPECT_THAT(parseResponseHeaders("location: https://ehr.example/fhir/Patient/1 \r\n"),
              ElementsAre(net::Header{"location", "https://ehr.example/fhir/Patient/1"}));
}

TEST(ResponseHeaders, MayBeEmpty) {
  EXPECT_THAT(parseResponseHeaders("x-note:\r\n"), ElementsAre(net::Header{"x-note", ""}));
  EXPECT_THAT(parseResponseHeaders(""), IsEmpty());
}

TEST(ResponseHeaders, WithoutAColonArePassedOver) {
  EXPECT_THAT(parseResponseHeaders("nonsense\r\na: b"), ElementsAre(net::Header{"a", "b"}));
}

}  // namespace
}  // namespace browser
