#include "json/parse.h"

#include <gtest/gtest.h>

#include <string>

#include "json/read.h"

namespace {

using json::DuplicateKeys;
using json::Limits;
using json::ParseError;

TEST(JsonParse, ReadsAnObject) {
  const auto parsed = json::parse(R"({"a":{"b":[1,"two",true]}})", Limits{});
  ASSERT_TRUE(parsed.ok());
  const auto& list = json::array(*json::member(*parsed, "a"), "b");
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(json::number(list[0]), 1.0);
  EXPECT_EQ(*json::string(list[1]), "two");
}

TEST(JsonParse, PassesOverAByteOrderMark) {
  EXPECT_TRUE(json::parse("\xEF\xBB\xBF{}", Limits{}).ok());
}

TEST(JsonParse, RefusesMoreBytesThanAllowed) {
  EXPECT_EQ(json::parse("[1,2,3]", Limits{.bytes = 6}).error(), ParseError::TooLarge);
}

TEST(JsonParse, RefusesAHundredThousandNestedArraysWithoutRecursing) {
  const std::string bomb(100'000, '[');
  EXPECT_EQ(json::parse(bomb, Limits{}).error(), ParseError::TooDeep);
}

TEST(JsonParse, AllowsNestingUpToTheLimitOnly) {
  EXPECT_TRUE(json::parse("[[1]]", Limits{.depth = 2}).ok());
  EXPECT_EQ(json::parse("[[[1]]]", Limits{.depth = 2}).error(), ParseError::TooDeep);
}

TEST(JsonParse, RefusesMoreValuesThanAllowed) {
  EXPECT_EQ(json::parse("[1,2,3]", Limits{.values = 3}).error(), ParseError::TooMany);
}

TEST(JsonParse, RefusesAMemberNamedTwiceInOneObject) {
  EXPECT_EQ(json::parse(R"({"iss":"a","iss":"b"})", Limits{}).error(), ParseError::DuplicateKey);
}

TEST(JsonParse, KeepsTheLastOfDuplicateMembersWhereTheCallerChoosesSo) {
  const auto parsed = json::parse(R"({"a":1,"a":2})", Limits{}, DuplicateKeys::KeepLast);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(json::number(*parsed, "a"), 2.0);
}

TEST(JsonParse, AllowsTheSameMemberNameInDifferentObjects) {
  EXPECT_TRUE(json::parse(R"([{"a":1},{"a":{"a":2}}])", Limits{}).ok());
}

TEST(JsonParse, RefusesWhatIsNotJson) {
  for (const char* text : {"", "{", "{}x", "nul", "<html>", "{\"a\":\"\xFF\"}", "[1,]"}) {
    EXPECT_EQ(json::parse(text, Limits{}).error(), ParseError::Malformed) << text;
  }
}

TEST(JsonRead, AnswersNothingForAMemberOfAnotherType) {
  const auto parsed = json::parse(R"({"n":"1","s":1,"b":"true","a":{}})", Limits{});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(json::number(*parsed, "n"), std::nullopt);
  EXPECT_EQ(json::string(*parsed, "s"), nullptr);
  EXPECT_EQ(json::boolean(*parsed, "b"), std::nullopt);
  EXPECT_TRUE(json::array(*parsed, "a").empty());
  EXPECT_EQ(json::member(*parsed, "absent"), nullptr);
}

TEST(JsonRead, AnswersNothingForANumberBeyondDouble) {
  const auto parsed = json::parse(R"({"n":1e999})", Limits{});
  EXPECT_TRUE(!parsed.ok() || json::number(*parsed, "n") == std::nullopt);
}

}  // namespace
