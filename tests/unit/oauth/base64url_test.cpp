#include "oauth/base64url.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>

#include "oauth/pkce.h"

namespace {

TEST(Base64Url, EncodesTheVectorsOfRfc4648WithoutPadding) {
  const std::array<std::pair<std::string, std::string>, 7> vectors{{{"", ""},
                                                                    {"f", "Zg"},
                                                                    {"fo", "Zm8"},
                                                                    {"foo", "Zm9v"},
                                                                    {"foob", "Zm9vYg"},
                                                                    {"fooba", "Zm9vYmE"},
                                                                    {"foobar", "Zm9vYmFy"}}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(oauth::encodeBase64Url(bytes), text);
    EXPECT_EQ(oauth::decodeBase64Url(text), bytes);
  }
  EXPECT_EQ(oauth::encodeBase64Url("\xFB\xEF\xFF"), "--__");
}

TEST(Base64Url, RefusesEverySecondTextForTheSameBytes) {
  for (const char* text : {"Zg==", "Zh", "Zm9=", "Zm9v\n", "Z", "Zm9vY", "+/+/", "Zg ", "Z.g"}) {
    EXPECT_EQ(oauth::decodeBase64Url(text), std::nullopt) << text;
  }
}

// RFC 7636, appendix B.
TEST(Pkce, MakesVerifierAndChallengeOfTheRfcsExample) {
  constexpr oauth::Bytes32 kRandom{116, 24,  223, 180, 151, 153, 224, 37,  79,  250, 96,
                                   125, 216, 173, 187, 186, 22,  212, 37,  77,  105, 214,
                                   191, 240, 91,  88,  5,   88,  83,  132, 141, 121};
  constexpr oauth::Bytes32 kDigest{19, 211, 30,  150, 26,  26,  216, 236, 47,  22,  177,
                                   12, 76,  152, 46,  8,   118, 168, 120, 173, 109, 241,
                                   68, 86,  110, 225, 137, 74,  203, 112, 249, 195};
  EXPECT_EQ(oauth::secretText(kRandom), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  EXPECT_EQ(oauth::codeChallenge(kDigest), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

}  // namespace
