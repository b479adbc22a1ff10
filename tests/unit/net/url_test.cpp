#include "net/url.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using net::parseUrl;

/// The normalised text, or "refused".
std::string normalised(std::string_view text) {
  const auto url = parseUrl(text);
  return url ? url->text() : "refused";
}

std::string resolved(std::string_view base, std::string_view reference) {
  const auto url = net::resolve(parseUrl(base).value(), reference);
  return url ? url->text() : "refused";
}

bool under(std::string_view url, std::string_view base) {
  return net::isUnder(parseUrl(url).value(), parseUrl(base).value());
}

TEST(ParseUrl, TakesAUrlApart) {
  const auto url = parseUrl("https://fhir.example.org:8443/r4/Patient?_count=5&name=a%20b#top");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->scheme, "https");
  EXPECT_EQ(url->host, "fhir.example.org");
  EXPECT_EQ(url->port, "8443");
  EXPECT_EQ(url->path, "/r4/Patient");
  EXPECT_EQ(url->query, "_count=5&name=a%20b");
  EXPECT_EQ(url->fragment, "top");
  EXPECT_EQ(url->origin(), "https://fhir.example.org:8443");
}

TEST(ParseUrl, WritesOneOriginInOneWay) {
  EXPECT_EQ(normalised("HTTPS://Example.ORG:443"), "https://example.org/");
  EXPECT_EQ(normalised("http://example.org:80/"), "http://example.org/");
  EXPECT_EQ(normalised("https://example.org:80/"), "https://example.org:80/");
  EXPECT_EQ(normalised("https://example.org?"), "https://example.org/");
  EXPECT_EQ(normalised("https://example.org?a#b"), "https://example.org/?a#b");
}

TEST(ParseUrl, ShortensIpv6AsBrowsersDo) {
  EXPECT_EQ(normalised("http://[::1]:8080/"), "http://[::1]:8080/");
  EXPECT_EQ(normalised("http://[0:0:0:0:0:0:0:1]/"), "http://[::1]/");
  EXPECT_EQ(normalised("http://[2001:DB8:0:0:1:0:0:1]/"), "http://[2001:db8::1:0:0:1]/");
  EXPECT_EQ(normalised("http://[1:0:2:3:4:5:6:7]/"), "http://[1:0:2:3:4:5:6:7]/");
  EXPECT_EQ(normalised("http://[::]/"), "http://[::]/");
  EXPECT_EQ(normalised("http://[fe80::]/"), "http://[fe80::]/");
}

TEST(ParseUrl, RefusesMalformedIpv6) {
  for (const char* text :
       {"http://[]/", "http://[::1/", "http://::1/", "http://[1::2::3]/", "http://[12345::]/",
        "http://[1:2:3:4:5:6:7]/", "http://[1:2:3:4:5:6:7::8]/", "http://[::g]/",
        "http://[::127.0.0.1]/", "http://[fe80::1%25eth0]/", "http://[::1]x/", "http://[:::]/"}) {
    EXPECT_EQ(normalised(text), "refused") << text;
  }
}

TEST(ParseUrl, RefusesOtherSchemesAndRelativeReferences) {
  for (const char* text :
       {"javascript:alert(1)", "javascript://example.org/%0aalert(1)", "data:text/html,x",
        "file:///etc/passwd", "ftp://example.org/", "ws://example.org/", "//example.org/", "/path",
        "path", "", "https", "https:", "https:/example.org", "https:example.org", "://example.org",
        "blob:https://example.org/", " https://example.org", "https ://example.org"}) {
    EXPECT_EQ(normalised(text), "refused") << text;
  }
}

TEST(ParseUrl, RefusesUserInformation) {
  for (const char* text : {"https://good@evil.example/", "https://good:x@evil.example/",
                           "https://@evil.example/", "https://good.example%40evil.example/"}) {
    EXPECT_EQ(normalised(text), "refused") << text;
  }
}

TEST(ParseUrl, RefusesHostsThatTwoParsersReadDifferently) {
  for (const char* text : {"https:///path",
                           "https://?a",
                           "https://:443/",
                           "https://example..org/",
                           "https://example.org./",
                           "https://.example.org/",
                           "https://ex%61mple.org/",
                           "https://m\xC3\xBCnchen.example/",
                           "https://a_b.example/",
                           "https://a b.example/",
                           "https://good.example\\@evil.example/",
                           "https://good.example\\.evil.example/",
                           "http://2130706433/",
                           "http://127.1/",
                           "http://0x7f.0.0.1/",
                           "http://0177.0.0.1/",
                           "http://127.0.0.256/",
                           "http://127.0.0.1.1/",
                           "http://1.2.3.0x4/",
                           "https://a.0x/"}) {
    EXPECT_EQ(normalised(text), "refused") << text;
  }
  EXPECT_EQ(normalised("https://" + std::string(64, 'a') + ".org/"), "refused");
}

TEST(ParseUrl, RefusesPortsThatAreNone) {
  for (const char* port : {"", "0", "080", "65536", "99999", "100000", "-1", "+1", "80a", "8 0"}) {
    EXPECT_EQ(normalised("https://example.org:" + std::string(port) + "/"), "refused") << port;
  }
  EXPECT_EQ(normalised("https://example.org:65535/"), "https://example.org:65535/");
}

TEST(ParseUrl, RefusesControlCharactersSpacesAndBackslashesAnywhere) {
  for (char c : {'\0', '\t', '\n', '\r', ' ', '\\', '"', '<', '>', '`', '{', '}', '^', '\x7F'}) {
    for (const std::string& before :
         {"https://example.org/a", "https://example.org/?a", "https://example.org/#a"}) {
      EXPECT_EQ(normalised(before + c + "b"), "refused") << before << static_cast<int>(c);
    }
  }
}

TEST(ParseUrl, RefusesDotSegmentsInAnyEncoding) {
  for (const char* path :
       {"/fhir/../admin", "/fhir/..", "/fhir/.", "/./fhir", "/fhir/%2e%2e/admin",
        "/fhir/.%2E/admin", "/fhir/%252e%252e/admin", "/fhir/..%2fadmin", "/fhir/..%5cadmin",
        "/fhir/%2e%2e%2fadmin", "/fhir%2f..%2fadmin", "/fhir/..;/admin", "/fhir/..;a=b/admin",
        "/fhir/%25252525252e%25252525252e/admin"}) {
    EXPECT_EQ(normalised("https://example.org" + std::string(path)), "refused") << path;
  }
}

TEST(ParseUrl, RefusesEncodedControlCharactersInThePath) {
  EXPECT_EQ(normalised("https://example.org/a%00b"), "refused");
  EXPECT_EQ(normalised("https://example.org/a%0d%0ab"), "refused");
}

TEST(ParseUrl, KeepsDotsThatAreNoSegmentOfTheirOwn) {
  for (const char* path : {"/.well-known/smart-configuration", "/a..b/", "/...", "/v1.0/"}) {
    const std::string text = "https://example.org" + std::string(path);
    EXPECT_EQ(normalised(text), text);
  }
}

TEST(ParseUrl, RefusesPercentSignsWithoutTwoHexadecimalDigits) {
  for (const char* rest : {"/%", "/%4", "/%zz", "/?a=%", "/?a=%g0", "/#%1"}) {
    EXPECT_EQ(normalised("https://example.org" + std::string(rest)), "refused") << rest;
  }
}

TEST(ParseUrl, AcceptsTheBareTokensThatServersPutIntoNextLinks) {
  const std::string link = "https://example.org/r4?_getpages=1&code=http://loinc.org|2093-3,a[b]";
  EXPECT_EQ(normalised(link), link);
}

TEST(ParseUrl, RefusesMoreThanEightKibibytes) {
  const std::string base = "https://example.org/";
  EXPECT_EQ(normalised(base + std::string(8192 - base.size(), 'a')).size(), 8192U);
  EXPECT_EQ(normalised(base + std::string(8193 - base.size(), 'a')), "refused");
}

TEST(ParseUrl, ReadsItsOwnOutputAsTheSameUrl) {
  for (const char* text : {"HTTPS://A.example:443?x#y", "http://[0::1]:81/a;b=c/%41?d=|"}) {
    EXPECT_EQ(normalised(normalised(text)), normalised(text));
  }
}

TEST(Loopback, IsOnlyWhatCannotLeaveTheMachine) {
  for (const char* text :
       {"http://127.0.0.1:8000/", "http://127.255.3.4/", "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/", "http://localhost:3000/", "http://LOCALHOST/"}) {
    EXPECT_TRUE(net::isLoopback(parseUrl(text).value())) << text;
  }
  for (const char* text :
       {"http://128.0.0.1/", "http://127.0.0.1.evil.example/", "http://127.0.0.1.evil1/",
        "http://localhost.evil.example/", "http://[::2]/", "http://127.org/"}) {
    EXPECT_FALSE(net::isLoopback(parseUrl(text).value())) << text;
  }
}

TEST(Trustworthy, IsHttpsAnywhereAndHttpOnLoopbackOnly) {
  EXPECT_TRUE(net::isTrustworthy(parseUrl("https://example.org/").value()));
  EXPECT_TRUE(net::isTrustworthy(parseUrl("http://localhost:1/").value()));
  EXPECT_FALSE(net::isTrustworthy(parseUrl("http://example.org/").value()));
}

TEST(IsUnder, ComparesPathsAtSegmentBoundaries) {
  for (const char* base : {"https://a.example/fhir", "https://a.example/fhir/"}) {
    EXPECT_TRUE(under("https://a.example/fhir", base));
    EXPECT_TRUE(under("https://a.example/fhir/", base));
    EXPECT_TRUE(under("https://A.example:443/fhir/Patient/1?x", base));
    EXPECT_FALSE(under("https://a.example/fhir-evil", base));
    EXPECT_FALSE(under("https://a.example/fhirPatient", base));
    EXPECT_FALSE(under("https://a.example/FHIR/Patient", base));
    EXPECT_FALSE(under("https://a.example/f", base));
    EXPECT_FALSE(under("https://a.example/", base));
  }
  EXPECT_TRUE(under("https://a.example/anything", "https://a.example"));
}

TEST(IsUnder, ComparesWholeOrigins) {
  for (const char* text : {"http://a.example/fhir/x", "https://a.example:444/fhir/x",
                           "https://b.example/fhir/x", "https://a.example.evil.example/fhir/x"}) {
    EXPECT_FALSE(under(text, "https://a.example/fhir")) << text;
  }
}

TEST(Resolve, FollowsRfc3986) {
  constexpr std::string_view kBase = "https://a.example/fhir/r4/Patient?x=1";
  EXPECT_EQ(resolved(kBase, "https://b.example/c"), "https://b.example/c");
  EXPECT_EQ(resolved(kBase, "//b.example/c"), "https://b.example/c");
  EXPECT_EQ(resolved(kBase, "/auth?y#z"), "https://a.example/auth?y#z");
  EXPECT_EQ(resolved(kBase, "Observation?code=a:b"),
            "https://a.example/fhir/r4/Observation?code=a:b");
  EXPECT_EQ(resolved(kBase, "?page=2"), "https://a.example/fhir/r4/Patient?page=2");
}

TEST(Resolve, RefusesWhatParseUrlRefuses) {
  constexpr std::string_view kBase = "https://a.example/fhir/";
  for (const char* reference :
       {"", "#a", "javascript:alert(1)", "data:,x", "../admin", "Patient/../../x",
        "///evil.example", "/\\evil.example", "\\\\evil.example", "//good@evil.example/", "a b",
        "\thttps://b.example", "mailto:a", "//"}) {
    EXPECT_EQ(resolved(kBase, reference), "refused") << reference;
  }
}

TEST(PercentEncode, LeavesOnlyUnreservedCharacters) {
  EXPECT_EQ(net::percentEncode("AZaz09-._~"), "AZaz09-._~");
  EXPECT_EQ(net::percentEncode("http://loinc.org|2093-3"), "http%3A%2F%2Floinc.org%7C2093-3");
  EXPECT_EQ(net::percentEncode("a+b c&d=e%\xC3\xA9"), "a%2Bb%20c%26d%3De%25%C3%A9");
}

TEST(FormDecode, UndoesPercentEncode) {
  const std::string text = "a+b c&d=e%\xE2\x82\xAC#";
  EXPECT_EQ(net::formDecode(net::percentEncode(text)), text);
  EXPECT_EQ(net::formDecode("a+b%2Bc%2bd"), "a b+c+d");
  EXPECT_EQ(net::formDecode(""), "");
}

TEST(FormDecode, RefusesBrokenEscapesAndTextThatIsNotUtf8) {
  for (const char* text : {"%", "a%4", "%zz", "%2", "%C3", "%ff", "%ED%A0%80"}) {
    EXPECT_EQ(net::formDecode(text), std::nullopt) << text;
  }
}

}  // namespace
